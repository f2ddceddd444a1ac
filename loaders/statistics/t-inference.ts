import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import type { Interval } from "./interval.ts";

/**
 * 95% interval and two-sided p of an estimate with its standard error, by Student's t (unit: that of the estimate).
 * Source: Student (1908), Biometrika 6: 1-25.
 *
 * @throws RangeError where the standard error or the degrees of freedom are not above 0.
 * @example tInference(0, 1, 10).p // => 1
 */
export function tInference(estimate: number, se: number, df: number): { ci95: Interval; p: number } {
  if (!(se > 0 && df > 0))
    throw new RangeError(`The arguments se and df are ${se} and ${df}; give both above 0.`);
  const half = tQuantile(0.975, df) * se;
  return { ci95: [estimate - half, estimate + half], p: 2 * tCdf(-Math.abs(estimate / se), df) };
}
