import type { Interval } from "./interval.ts";
import { wilson } from "./wilson.ts";

/** Students of one group with a yes, of all of them. */
export interface CountOf {
  k: number;
  n: number;
}

/**
 * 95% interval of the share of the first group minus the share of the second, two groups of different students
 * (proportions, in [-1, 1]). Null where a group is empty.
 * Source: Newcombe (1998), Statistics in Medicine 17: 873-890, method 10 (two Wilson intervals joined).
 *
 * @throws RangeError where k is not a whole number from 0 to n.
 * @example newcombeIndependent({ k: 56, n: 70 }, { k: 48, n: 80 }) // => [0.0524314724023649, 0.333872654036906]
 */
export function newcombeIndependent(first: CountOf, second: CountOf): Interval | null {
  const [a, b] = [wilson(first.k, first.n), wilson(second.k, second.n)];
  if (a === null || b === null) return null;
  const [p, q] = [first.k / first.n, second.k / second.n];
  return [p - q - Math.hypot(p - a[0], b[1] - q), p - q + Math.hypot(a[1] - p, q - b[0])];
}
