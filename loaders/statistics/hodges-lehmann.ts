import { type Fraction, fraction, toCommonIntegers, toNumber } from "./fraction.ts";
import { signedRank } from "./signed-rank.ts";

export interface HodgesLehmann {
  estimate: number | null;
  /** A limit is null where the interval is unbounded: no shift, however far, is rejected (n < 6). */
  ci95: readonly [number | null, number | null] | null;
  /** 1 less the chance of each tail just outside the limits: at least 0.95. */
  confidence: number | null;
}

/**
 * The Hodges-Lehmann estimate of a change (after - before, in ranks), one difference a student: the median of
 * the Walsh averages of all differences, zeros kept. The interval inverts the exact signed-rank test (Pratt):
 * its lower limit is the infimum of the shifts whose upper tail is above 2.5%, its upper limit the supremum of
 * those whose lower tail is. The tests change at Walsh averages only, so each average and each gap between two
 * is one step, and each limit is found by bisection of the steps. All null of no students.
 * Source: Hodges and Lehmann (1963), Annals of Mathematical Statistics 34: 598-611; Bauer (1972), JASA 67:
 * 687-690.
 *
 * @example hodgesLehmann([1, 1, 0, 2, -1, 1, 0, 1, 0, 1, 2, 0].map((d) => fraction(d, 1))) // => {"estimate": 0.5, "ci95": [0, 1], "confidence": 0.975341796875}
 */
export function hodgesLehmann(differences: readonly Fraction[]): HodgesLehmann {
  if (differences.length === 0) return { estimate: null, ci95: null, confidence: null };
  const { integers, denominator } = toCommonIntegers(differences);
  // In units of 1 / (2 * denominator), where every Walsh average is the sum of two integers.
  const sums = integers
    .flatMap((a, i) => integers.slice(i).map((b) => a + b))
    .toSorted((a, b) => (a < b ? -1 : Number(a > b)));
  const points = sums.filter((sum, i) => sum !== sums[i - 1]);
  const middle = sums[(sums.length - 1) >> 1]! + sums[sums.length >> 1]!;

  // Step 2i + 1 is the point i; step 2i the gap before it, step 2 * points.length the one after the last.
  const test = (step: number) => {
    const [left, right] = [
      points[((step + 1) >> 1) - 1] ?? points[0]! - 1n,
      points[step >> 1] ?? points.at(-1)! + 1n,
    ];
    return signedRank(integers.map((d) => fraction(4n * d - left - right, 1)));
  };
  const rejects = (step: number, sign: 1 | -1): boolean => {
    const { wPlus, wMinus, p } = test(step);
    return sign * (wPlus - wMinus) > 0 && p! <= 0.05;
  };
  const end = 2 * points.length;
  const first = firstStep(end, (step) => !rejects(step, 1));
  const last = end - firstStep(end, (step) => !rejects(end - step, -1));
  const [lower, upper] = [(first - 1) >> 1, last >> 1];
  const tail = (step: number): number => test(step).p! / 2;
  const limit = (i: number): number | null =>
    i in points ? toNumber(fraction(points[i]!, 2n * denominator)) : null;
  return {
    estimate: toNumber(fraction(middle, 4n * denominator)),
    ci95: [limit(lower), limit(upper)],
    confidence: 1 - (first === 0 ? 0 : tail(2 * lower)) - (last === end ? 0 : tail(2 * upper + 2)),
  };
}

/** The first step in 0..end where `holds`, which holds at `end` and, once it holds, at every later step. */
function firstStep(end: number, holds: (step: number) => boolean): number {
  let [low, high] = [0, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
