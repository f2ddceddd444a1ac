import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { mean } from "simple-statistics";
import { checkFinite } from "./hedges-two-groups.ts";
import type { Interval } from "./interval.ts";

export interface CliffsDelta {
  /** -1 to 1: the share of pairs in which the first group's student stands higher, less the share of lower. */
  delta: number;
  /** Both null of fewer than two students in a group, and where every pair goes the same way. */
  se: number | null;
  ci95: Interval | null;
}

/**
 * Cliff's delta of two groups of different students, with the asymmetric interval of Feng and Cliff, which stays within
 * -1 and 1. It uses the order alone, so any recoding of the grades that keeps it gives the same. Null where a group is
 * empty.
 * Source: Cliff (1996), Ordinal Methods for Behavioral Data Analysis, chapter 5 (unbiased variance, and its least
 * value); Feng and Cliff (2004), Journal of Modern Applied Statistical Methods 3: 322-332.
 *
 * @throws RangeError where a value is not finite.
 * @example cliffsDelta([2, 1, 1, 2], [0, 1, 1, 0]) // => {"delta": 0.75, "se": 0.186338998124982, "ci95": [0.210175914522325, 0.939357116951222]}
 */
export function cliffsDelta(first: readonly number[], second: readonly number[]): CliffsDelta | null {
  checkFinite("first", first);
  checkFinite("second", second);
  const [n, m] = [first.length, second.length];
  if (n === 0 || m === 0) return null;
  const ofFirst = first.map((a) => mean(second.map((b) => Math.sign(a - b))));
  const ofSecond = second.map((b) => mean(first.map((a) => Math.sign(a - b))));
  const delta = mean(ofFirst);
  if (n < 2 || m < 2 || Math.abs(delta) === 1) return { delta, se: null, ci95: null };
  const squares = (values: readonly number[]) =>
    values.reduce((total, value) => total + (value - delta) ** 2, 0);
  const ofPairs = first.reduce((total, a) => total + squares(second.map((b) => Math.sign(a - b))), 0);
  const unbiased =
    (m ** 2 * squares(ofFirst) + n ** 2 * squares(ofSecond) - ofPairs) / (n * m * (n - 1) * (m - 1));
  const variance = Math.max(unbiased, (1 - delta ** 2) / (n * m - 1));
  const spread = normalQuantile(0.975, 0, 1) ** 2 * variance;
  const centre = delta - delta ** 3;
  const half = Math.sqrt(spread * ((1 - delta ** 2) ** 2 + spread));
  const scale = 1 - delta ** 2 + spread;
  return { delta, se: Math.sqrt(variance), ci95: [(centre - half) / scale, (centre + half) / scale] };
}
