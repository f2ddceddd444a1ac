import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { type Fraction, fraction, toCommonIntegers, toNumber } from "./fraction.ts";
import type { Interval } from "./interval.ts";

/** The bootstrap interval of a mean, and what it was corrected by. */
export interface BcaInterval {
  ci95: Interval;
  /** How far the median of the resampled means lies from the mean, in normal deviates; ties by half. */
  bias: number;
  /** How fast the standard error changes with the mean: a sixth of the skewness. */
  acceleration: number;
}

/** Beyond this many steps the distribution would take seconds. */
const mostSteps = 5e8;

/**
 * Bias-corrected and accelerated bootstrap interval (95%) of the mean of one difference a student, from the distribution
 * of the mean over all resamples: nothing is drawn at random. Too narrow in few students; use it from 30 on. Null of
 * fewer than two students, where all differences are equal, and where they have so fine a common denominator that the
 * distribution would be too long.
 * Source: Efron (1987), JASA 82: 171-185; the ideal bootstrap as in Efron and Tibshirani (1993), An Introduction to the
 * Bootstrap, section 6.
 *
 * @example bcaInterval([1, 1, 0, 2, -1].map((d) => fraction(d, 1))) // => {"ci95": [-0.4, 1.4], "bias": -0.020455513158098, "acceleration": -0.0202398004455469}
 */
export function bcaInterval(differences: readonly Fraction[]): BcaInterval | null {
  const n = differences.length;
  const { integers, denominator } = toCommonIntegers(differences);
  const least = integers.reduce((a, b) => (b < a ? b : a), integers[0] ?? 0n);
  const unit = integers.reduce((divisor, d) => gcd(divisor, d - least), 0n);
  if (n < 2 || unit === 0n) return null;
  const places = integers.map((d) => (d - least) / unit);
  const widest = places.reduce((a, b) => (b > a ? b : a));
  if (n * n * n * Number(widest) > mostSteps) return null;
  const chances = sumChances(places.map(Number));
  const observed = places.reduce((total, place) => total + Number(place), 0);
  const bias = normalQuantile(total(chances.subarray(0, observed)) + chances[observed]! / 2, 0, 1);
  const mean = observed / n;
  const power = (exponent: number) =>
    places.reduce((sum, place) => sum + (Number(place) - mean) ** exponent, 0);
  const acceleration = power(3) / (6 * power(2) ** 1.5);
  const limit = (z: number): number => {
    const level = normalCdf(bias + (bias + z) / (1 - acceleration * (bias + z)), 0, 1);
    const place = quantile(chances, level);
    return toNumber(fraction(BigInt(n) * least + BigInt(place) * unit, BigInt(n) * denominator));
  };
  const z = normalQuantile(0.975, 0, 1);
  return { ci95: [limit(-z), limit(z)], bias, acceleration };
}

/** The chance of each sum of as many places, drawn with replacement, as there are. */
function sumChances(places: readonly number[]): Float64Array {
  const widest = Math.max(...places);
  const share = new Map<number, number>();
  for (const place of places) share.set(place, (share.get(place) ?? 0) + 1 / places.length);
  let chances = new Float64Array([1]);
  for (const _ of places) {
    const next = new Float64Array(chances.length + widest);
    for (const [place, chance] of share)
      for (let sum = 0; sum < chances.length; sum++) next[sum + place]! += chance * chances[sum]!;
    chances = next;
  }
  return chances;
}

/** The least place up to which the chances add to the level. */
function quantile(chances: Float64Array, level: number): number {
  let sum = 0;
  const place = chances.findIndex((chance) => {
    sum += chance;
    return sum >= level;
  });
  return place === -1 ? chances.length - 1 : place;
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
