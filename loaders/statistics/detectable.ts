import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { checkCount } from "./check-count.ts";
import { noncentralT } from "./noncentral-t.ts";

const mostStudents = 10_000;

/**
 * The smallest two-sided p a sign-flip test (signed-rank, sign test) of n students can reach: everyone moved
 * the same way.
 *
 * @throws RangeError where n is not a whole number of at least 1.
 * @example smallestP(5) // => 0.0625
 */
export function smallestP(n: number): number {
  checkCount("n", n, 1);
  return 2 ** (1 - n);
}

/**
 * The smallest mean change, in standard deviations of the changes (dz), that a two-sided paired t test at 5%
 * detects with 80% power in n students. Accurate to 1e-9.
 * Source: Cohen (1988), Statistical Power Analysis, 2nd ed., section 2.3, with the noncentral t exact.
 *
 * @throws RangeError where n is not a whole number of at least 2.
 * @example detectableChange(12) // => 0.888654265293492
 */
export function detectableChange(n: number): number {
  checkCount("n", n, 2);
  return detectable(n - 1) / Math.sqrt(n);
}

/**
 * The smallest difference between two groups of n students each, in standard deviations within the groups, that a
 * two-sided t test at 5% detects with 80% power. Accurate to 1e-9.
 * Source: as detectableChange, section 2.2.
 *
 * @throws RangeError where n is not a whole number of at least 2.
 * @example detectableDifference(12) // => 1.19681191375321
 */
export function detectableDifference(n: number): number {
  checkCount("n", n, 2);
  return detectable(2 * n - 2) * Math.sqrt(2 / n);
}

/** The noncentrality at which a two-sided t test at 5% has 80% power. */
function detectable(df: number): number {
  const critical = tQuantile(0.975, df);
  const power = (delta: number): number =>
    1 - noncentralT(critical, df, delta) + (1 - noncentralT(critical, df, -delta));
  let [low, high] = [0, 20]; // 80% power needs a noncentrality of 16.3 with one degree of freedom, and less with more
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2;
    if (power(middle) < 0.8) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The smallest number of students in whom a mean change of `dz` standard deviations of the changes (of either
 * sign) is detected with 80% power at 5% two-sided; null where 10,000 would not do.
 *
 * @throws RangeError where dz is not a finite number.
 * @example studentsNeeded(0.5) // => 34
 */
export function studentsNeeded(dz: number): number | null {
  if (!Number.isFinite(dz))
    throw new RangeError(`The argument dz is ${dz}; give a finite standardised change.`);
  const enough = (n: number): boolean => detectableChange(n) <= Math.abs(dz);
  if (!enough(mostStudents)) return null;
  let [low, high] = [2, mostStudents];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (enough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
