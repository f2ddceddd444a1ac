import { extent, mean } from "d3-array";
import { meanInterval } from "../../statistics/mean-interval.ts";
import type { MeanChange } from "./record.ts";

/** Numbers before and after of one student. */
export interface Pair {
  before: number;
  after: number;
}

/**
 * Points have two decimals and students few subjects, so that two different means lie much further apart than this and
 * two that differ by less are the same, written another way.
 */
const alike = 1e-9;

/** The change of one number a student: means, t interval of the mean change, and how many rose and fell. */
export function meanChange(pairs: readonly Pair[]): MeanChange {
  const changes = pairs.map(({ before, after }) => (Math.abs(after - before) < alike ? 0 : after - before));
  const [least, most] = extent(changes);
  const haveSpread = changes.length > 0 && most! - least! >= alike;
  const ci95 = haveSpread ? meanInterval(changes) : null;
  return {
    n: pairs.length,
    meanBefore: mean(pairs, ({ before }) => before) ?? null,
    meanAfter: mean(pairs, ({ after }) => after) ?? null,
    mean: mean(changes) ?? null,
    ci95,
    rose: changes.filter((change) => change > 0).length,
    same: changes.filter((change) => change === 0).length,
    fell: changes.filter((change) => change < 0).length,
    ...(ci95 === null ? { why: whyNoInterval(pairs.length) } : {}),
  };
}

function whyNoInterval(n: number): string {
  if (n === 0) return "No student has the number both before and after.";
  return n === 1 ? "One student has no spread." : "All students changed alike, so there is no spread.";
}
