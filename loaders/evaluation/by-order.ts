import { cliffsDelta } from "../statistics/cliffs-delta.ts";
import { mannWhitney } from "../statistics/mann-whitney.ts";
import type { ComparedGroup } from "./comparison-group.ts";
import type { ByOrder } from "./record.ts";
import { withinOwnYears } from "./within-years.ts";

/**
 * The gains of mentored students beside those of the others by their order alone, unadjusted: it does not ask how far
 * apart two gains are, so a few large ones decide nothing.
 */
export function byOrder(compared: ComparedGroup): ByOrder {
  const students = withinOwnYears(compared);
  const gains = (mentored: boolean) =>
    students
      .filter((student) => student.mentored === mentored)
      .map(({ before, after }) => withoutNoise(after - before));
  const [ours, others] = [gains(true), gains(false)];
  const size = cliffsDelta(ours, others);
  if (size === null)
    return {
      cliffsDelta: null,
      ci95: null,
      p: null,
      why: compared.why!,
    };
  const { p } = mannWhitney(ours, others);
  const why = [
    size.ci95 === null && "Too few students, or every pair goes the same way, so there is no interval.",
    p === null && "There are too many ways to share so many students out, so there is no exact p.",
  ].filter((reason) => reason !== false);
  return {
    cliffsDelta: size.delta,
    ci95: size.ci95,
    p,
    ...(why.length > 0 ? { why: why.join(" ") } : {}),
  };
}

/**
 * Equal gains as equal numbers: means over subjects and criteria are fractions that differ by far more than a billionth,
 * or not at all, while their doubles may differ in the sixteenth place.
 */
function withoutNoise(gain: number): number {
  return Math.round(gain * 1e9) / 1e9;
}
