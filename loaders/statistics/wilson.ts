import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { checkCount } from "./check-count.ts";
import type { Interval } from "./interval.ts";

/**
 * 95% score interval of a share: `k` of `n` students, as proportions in [0, 1]; null where n is 0.
 * Source: Wilson (1927), JASA 22: 209-212, without continuity correction.
 *
 * @throws RangeError where a count is not a whole number of at least 0, or k is greater than n.
 * @example wilson(1, 5) // => [0.0362241086324302, 0.624465370237475]
 */
export function wilson(k: number, n: number): Interval | null {
  checkCount("k", k, 0);
  checkCount("n", n, 0);
  if (k > n)
    throw new RangeError(`The argument k is ${k}, more than n (${n}); give k as a part of the n students.`);
  if (n === 0) return null;
  const z = normalQuantile(0.975, 0, 1);
  const share = k / n;
  const centre = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z / (2 * n)) ** 2)) / (1 + z ** 2 / n);
  return [k === 0 ? 0 : centre - half, k === n ? 1 : centre + half];
}
