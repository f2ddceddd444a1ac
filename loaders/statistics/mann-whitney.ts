import { drawTail } from "./draw-tail.ts";
import { checkFinite } from "./hedges-two-groups.ts";
import { midRanks } from "./mid-ranks.ts";

/** A test of whether one group tends to stand higher than another. */
export interface MannWhitney {
  /** Pairs in which the first group's student stands higher, ties by half; null where a group is empty. */
  u: number | null;
  /** Null where a group is empty, and where the distribution is too long to be gone through. */
  p: number | null;
}

/** Beyond this many steps the distribution would take a second or more. */
const mostSteps = 5e8;

/**
 * Exact two-sided Mann-Whitney test (Wilcoxon's rank sum) of two groups of different students: conditional on the ties,
 * over all ways to share the students out; twice the smaller tail, capped at 1.
 * Source: Mann and Whitney (1947), Annals of Mathematical Statistics 18: 50-60; Lehmann (1975), Nonparametrics,
 * section 1.4 (ties).
 *
 * @throws RangeError where a value is not finite.
 * @example mannWhitney([2, 1, 1, 2], [0, 1, 1, 0]) // => {"u": 14, "p": 0.17142857142857143}
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): MannWhitney {
  checkFinite("first", first);
  checkFinite("second", second);
  if (first.length === 0 || second.length === 0) return { u: null, p: null };
  const n = first.length + second.length;
  // Twice the mid-ranks are whole numbers, so ties are judged exactly.
  const ranks = midRanks([...first, ...second]).map((rank) => 2 * rank);
  const sumOfFirst = sum(ranks.slice(0, first.length));
  const u = sumOfFirst / 2 - (first.length * (first.length + 1)) / 2;
  const drawn = Math.min(first.length, second.length);
  const observed = drawn === first.length ? sumOfFirst : n * (n + 1) - sumOfFirst;
  // Counted from the end that is nearer: turned round, a rank r becomes n + 1 - r.
  const isHigh = observed > drawn * (n + 1);
  const scores = isHigh ? ranks.map((rank) => 2 * (n + 1) - rank) : ranks;
  const near = isHigh ? 2 * drawn * (n + 1) - observed : observed;
  const least = Math.min(...scores);
  const limit = near - drawn * least;
  if (n * drawn * limit > mostSteps) return { u, p: null };
  const { below, at } = drawTail(
    scores.map((score) => score - least),
    drawn,
    limit,
  );
  return { u, p: Math.min(1, 2 * Math.min(below + at, 1 - below)) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
