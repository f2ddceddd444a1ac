import { checkFinite } from "./hedges-two-groups.ts";
import type { Interval } from "./interval.ts";

/** A student who started and was not measured. */
export interface Leaver {
  /** The mean rank before; null where it is not known. */
  before: number | null;
  /** The worst and the best mean rank that the student could have after. */
  range: Interval;
}

/**
 * The mean gain of everybody who started, had each who was not measured ended at the worst grade, and at the best
 * (unit: ranks). Of a leaver whose score before is not known the whole scale counts. Null where nobody started.
 * Source: Horowitz and Manski (2000), JASA 95: 77-84.
 *
 * @throws RangeError where a gain is not finite, or a leaver stood outside the range.
 * @example attritionBounds([0, 1, 1], [{ before: 2, range: [1, 5] }]) // => [0.25, 1.25]
 */
export function attritionBounds(gains: readonly number[], leavers: readonly Leaver[]): Interval | null {
  checkFinite("gains", gains);
  const n = gains.length + leavers.length;
  if (n === 0) return null;
  let [low, high] = [0, 0];
  for (const gain of gains) [low, high] = [low + gain, high + gain];
  for (const { before, range } of leavers) {
    const [worst, best] = range;
    if (before !== null && !(before >= worst && before <= best))
      throw new RangeError(
        `The argument leavers holds a student at ${before} before, outside the range ${worst} to ${best}; give a rank of the scale.`,
      );
    low += worst - (before ?? best);
    high += best - (before ?? worst);
  }
  return [low / n, high / n];
}
