import { type Fraction, toCommonIntegers } from "./fraction.ts";
import { signFlipTail } from "./sign-flip-tail.ts";

/** Beyond this sum the distribution has too many places to be gone through. */
const mostPlaces = 2_000_000;

/**
 * Exact two-sided sign-flip test of the mean of one difference a student: the share of all ways to turn the signs whose
 * sum is at least as far from 0. Null of no students, and where the differences have so fine a common denominator that
 * their distribution would be too long (the rank tests then stand alone).
 * Source: Fisher (1935), The Design of Experiments, section 21; the distribution as for the signed-rank test.
 *
 * @example signFlip([1, 1, 0, 2, -1, 1].map((d) => fraction(d, 1))) // => 0.3125
 */
export function signFlip(differences: readonly Fraction[]): number | null {
  if (differences.length === 0) return null;
  const { integers } = toCommonIntegers(differences);
  const divisor = integers.reduce(gcd, 0n) || 1n;
  const scores = integers.map((d) => (d < 0n ? -d : d) / divisor).filter((score) => score !== 0n);
  const total = scores.reduce((sum, score) => sum + score, 0n);
  if (total > BigInt(mostPlaces)) return null;
  const plus = integers.reduce((sum, d) => (d > 0n ? sum + d / divisor : sum), 0n);
  const smaller = plus < total - plus ? plus : total - plus;
  return Math.min(1, 2 * signFlipTail(scores.map(Number), Number(smaller)));
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
