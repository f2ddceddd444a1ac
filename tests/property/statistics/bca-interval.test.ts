import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import fc from "fast-check";
import { expect, it } from "vitest";
import { bcaInterval } from "../../../loaders/statistics/bca-interval.ts";
import { add, type Fraction, toNumber } from "../../../loaders/statistics/fraction.ts";
import { changes, negated, rational, shuffled } from "./arbitrary.ts";

/** The interval from the sums of all resamples, drawn one by one, of up to five students; in sixtieths a student. */
function enumerated(differences: readonly Fraction[]): { limits: number[]; bias: number } {
  // 60 is a multiple of every denominator that arises, so these are whole numbers.
  const ds = differences.map((d) => Math.round(60 * toNumber(d)));
  let sums = [0];
  for (const _ of ds) sums = sums.flatMap((sum) => ds.map((d) => sum + d));
  sums.sort((a, b) => a - b);
  const observed = ds.reduce((a, b) => a + b);
  const below = sums.filter((sum) => sum < observed).length;
  const equal = sums.filter((sum) => sum === observed).length;
  const bias = normalQuantile((below + equal / 2) / sums.length, 0, 1);
  const mean = observed / ds.length;
  const moment = (k: number) => ds.reduce((total, d) => total + (d - mean) ** k, 0);
  const acceleration = moment(3) / (6 * moment(2) ** 1.5);
  const limits = [-1, 1].map((side) => {
    const shift = bias + side * normalQuantile(0.975, 0, 1);
    const level = normalCdf(bias + shift / (1 - acceleration * shift), 0, 1);
    return sums[Math.ceil(level * sums.length) - 1]!;
  });
  return { limits, bias };
}

it("equals the enumeration of every resample of up to five students", () => {
  fc.assert(
    fc.property(changes(5), (ds) => {
      const interval = bcaInterval(ds);
      if (new Set(ds.map(toNumber)).size < 2) {
        expect(interval).toBeNull();
        return;
      }
      const { limits, bias } = enumerated(ds);
      expect(interval!.bias).toBeCloseTo(bias, 12);
      expect(interval!.ci95.map((limit) => Math.round(60 * ds.length * limit))).toEqual(limits);
    }),
  );
});

it("contains the mean of 30 students, moves with a shift, and does not depend on their order", () => {
  const cohorts = fc
    .array(rational, { minLength: 30, maxLength: 40 })
    .chain((ds) => shuffled(ds).map((other) => ({ ds, other })));
  fc.assert(
    fc.property(cohorts, rational, ({ ds, other }, shift) => {
      fc.pre(new Set(ds.map(toNumber)).size > 1);
      const interval = bcaInterval(ds)!;
      const mean = toNumber(ds.reduce(add)) / ds.length;
      expect(interval.ci95[0]).toBeLessThan(mean);
      expect(interval.ci95[1]).toBeGreaterThan(mean);
      expect(bcaInterval(other)!.bias).toBeCloseTo(interval.bias, 9);
      const moved = bcaInterval(ds.map((d) => add(d, shift)))!;
      expect(moved.ci95[0]).toBeCloseTo(interval.ci95[0] + toNumber(shift), 9);
      expect(moved.ci95[1]).toBeCloseTo(interval.ci95[1] + toNumber(shift), 9);
      expect(bcaInterval(ds.map(negated))!.acceleration).toBeCloseTo(-interval.acceleration, 12);
    }),
    { numRuns: 30 },
  );
});
