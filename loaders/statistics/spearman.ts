import tCdf from "@stdlib/stats-base-dists-t-cdf";
import { sampleCorrelation } from "simple-statistics";
import { checkFinite } from "./hedges-two-groups.ts";
import { midRanks } from "./mid-ranks.ts";

/**
 * Spearman's rank correlation, ties at mid-ranks. Null of fewer than three students, or where one of the two has no
 * spread.
 * Source: Spearman (1904), American Journal of Psychology 15: 72-101.
 *
 * @throws RangeError where the two differ in length or a value is not finite.
 * @example spearman([2, 5, 6, 6], [0, 0, 1, 0]) // => 0.5443310539518174
 */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  checkFinite("x", x);
  checkFinite("y", y);
  if (x.length !== y.length)
    throw new RangeError(
      `The argument y has ${y.length} values and x has ${x.length}; give both for each student.`,
    );
  if (x.length < 3 || isFlat(x) || isFlat(y)) return null;
  return sampleCorrelation(midRanks(x), midRanks(y));
}

/** More students than this have too many orders to go through. */
const mostPermuted = 8;

/**
 * Exact two-sided p of Spearman's correlation: the share of all orders of y whose correlation with x is at least as far
 * from 0. Null of more than eight students, and where there is no correlation.
 * Source: Kendall and Gibbons (1990), Rank Correlation Methods, 5th ed., chapter 4.
 *
 * @throws RangeError as spearman.
 * @example spearmanExactP([1, 2, 3, 4], [1, 2, 3, 4]) // => 0.08333333333333333
 */
export function spearmanExactP(x: readonly number[], y: readonly number[]): number | null {
  if (spearman(x, y) === null || x.length > mostPermuted) return null;
  // Twice the mid-ranks are integers, so sums of products are exact and ties among them are seen.
  const [a, b] = [x, y].map((values) => midRanks(values).map((rank) => 2 * rank)) as [number[], number[]];
  const centre = (sum(a) * sum(b)) / a.length;
  const distance = (order: readonly number[]) =>
    Math.abs(a.reduce((total, rank, i) => total + rank * order[i]!, 0) - centre);
  const observed = distance(b);
  let [all, far] = [0, 0];
  for (const order of permutations(b)) {
    all++;
    if (distance(order) >= observed - 1e-9) far++;
  }
  return far / all;
}

/**
 * Rank correlation of x and y among students who are alike in z: the correlation of what z does not explain of their
 * mid-ranks. Null of fewer than four students, or where z explains one of the two wholly.
 * Source: Kendall (1942), Biometrika 32: 277-283.
 *
 * @throws RangeError as spearman.
 * @example partialSpearman([2, 5, 6, 7, 9], [0, 0, 1, 2, 1], [3, 2, 4, 1, 2]) // => 0.7387910257222187
 */
export function partialSpearman(
  x: readonly number[],
  y: readonly number[],
  z: readonly number[],
): number | null {
  const xy = spearman(x, y);
  if (xy === null || x.length < 4) return null;
  const [xz, yz] = [spearman(x, z), spearman(y, z)];
  // Where everybody is alike in z there is nothing to take out.
  if (xz === null || yz === null) return xy;
  const rest = (1 - xz ** 2) * (1 - yz ** 2);
  return rest < 1e-12 ? null : (xy - xz * yz) / Math.sqrt(rest);
}

/**
 * Two-sided p of a correlation r by t with `df` degrees of freedom (n - 2, and one less for each variable that was taken
 * out); an approximation for rank correlations of more than eight students. Null where df is below 1.
 * Source: Kendall and Gibbons (1990), Rank Correlation Methods, 5th ed., section 4.19.
 *
 * @throws RangeError where r is not within -1 and 1.
 * @example correlationP(0.5, 10) // => 0.0978546142578125
 */
export function correlationP(r: number, df: number): number | null {
  if (!(Math.abs(r) <= 1))
    throw new RangeError(`The argument r is ${r}; give a correlation within -1 and 1.`);
  if (df < 1) return null;
  if (Math.abs(r) === 1) return 0;
  return 2 * tCdf(-Math.abs(r) * Math.sqrt(df / (1 - r ** 2)), df);
}

function isFlat(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** All orders of the values, by Heap's algorithm; the same array each time. */
function* permutations(values: readonly number[]): Generator<readonly number[]> {
  const order = [...values];
  const counters = order.map(() => 0);
  yield order;
  for (let i = 0; i < order.length; ) {
    if (counters[i]! < i) {
      const j = i % 2 === 0 ? 0 : counters[i]!;
      [order[i], order[j]] = [order[j]!, order[i]!];
      yield order;
      counters[i]!++;
      i = 0;
    } else counters[i++] = 0;
  }
}
