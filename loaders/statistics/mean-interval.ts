import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { mean, sampleStandardDeviation } from "simple-statistics";
import type { Interval } from "./interval.ts";

/**
 * 95% t interval of the mean of one value a student (unit: that of the values), clipped to [-limit, limit],
 * the changes the scale allows. Null of fewer than two students, or where all values are equal.
 * Source: Student (1908), Biometrika 6: 1-25.
 *
 * @throws RangeError where a value is not finite or lies beyond the limit, or the limit is not above 0.
 * @example meanInterval([0, 1, 0, 0, 2], { limit: 4 }) // => [-0.510578042079117, 1.71057804207912]
 */
export function meanInterval(
  values: readonly number[],
  { limit = Number.POSITIVE_INFINITY }: { limit?: number } = {},
): Interval | null {
  if (!(limit > 0))
    throw new RangeError(`The argument limit is ${limit}; give the largest possible change, above 0.`);
  for (const value of values) {
    if (!Number.isFinite(value) || Math.abs(value) > limit)
      throw new RangeError(
        `The argument values holds ${value}; give finite numbers within the limit (${limit}).`,
      );
  }
  // One value, or none, is all equal too.
  if (values.every((value) => value === values[0])) return null;
  const n = values.length;
  const centre = mean([...values]);
  const half = (tQuantile(0.975, n - 1) * sampleStandardDeviation([...values])) / Math.sqrt(n);
  return [Math.max(-limit, centre - half), Math.min(limit, centre + half)];
}
