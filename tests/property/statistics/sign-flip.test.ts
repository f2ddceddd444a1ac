import fc from "fast-check";
import { expect, it } from "vitest";
import { type Fraction, fraction, toNumber } from "../../../loaders/statistics/fraction.ts";
import { signFlip } from "../../../loaders/statistics/sign-flip.ts";
import { signedRank } from "../../../loaders/statistics/signed-rank.ts";
import { changes, negated, positive, shuffled, times } from "./arbitrary.ts";

/** Every flip of the signs, weighed: the definition of the test, for up to 10 students. */
function enumerated(differences: readonly Fraction[]): number {
  // 60 is a multiple of every denominator that arises, so these are whole numbers.
  const ds = differences.map((d) => Math.round(60 * toNumber(d)));
  const distance = (isTurned: (i: number) => boolean) =>
    Math.abs(ds.reduce((total, d, i) => total + (isTurned(i) ? -d : d), 0));
  let asFar = 0;
  for (let flip = 0; flip < 2 ** ds.length; flip++)
    if (distance((i) => ((flip >> i) & 1) === 1) >= distance(() => false)) asFar++;
  return asFar / 2 ** ds.length;
}

it("equals the enumeration of every sign flip for n <= 10", () => {
  fc.assert(
    fc.property(changes(10), (ds) => {
      expect(signFlip(ds)).toBeCloseTo(enumerated(ds), 12);
    }),
  );
});

it("depends neither on the order of the students, nor on the unit, nor on which way is up", () => {
  const pairs = changes(30).chain((ds) => shuffled(ds).map((other) => ({ ds, other })));
  fc.assert(
    fc.property(pairs, positive, ({ ds, other }, unit) => {
      const p = signFlip(ds)!;
      expect(signFlip(other)).toBeCloseTo(p, 13);
      expect(signFlip(ds.map((d) => times(d, unit)))).toBe(p);
      expect(signFlip(ds.map(negated))).toBe(p);
    }),
  );
});

it("does not rise where one more student of a rising cohort rises; nor does the signed-rank p", () => {
  fc.assert(
    fc.property(changes(30), (ds) => {
      const total = ds.reduce((sum, d) => sum + toNumber(d), 0);
      const rising = total < 0 ? ds.map(negated) : ds;
      const fallen = rising.findIndex((d) => d.numerator < 0n);
      const turned = rising.map((d, i) => (i === fallen ? negated(d) : d));
      expect(signFlip(turned)).toBeLessThanOrEqual(signFlip(rising)! + 1e-13);
      const [before, after] = [signedRank(rising), signedRank(turned)];
      if (before.wPlus >= before.wMinus) expect(after.p).toBeLessThanOrEqual(before.p! + 1e-13);
    }),
  );
});

it("unlike it, the signed-rank test does not ask how far apart the changes are", () => {
  const stretched = (d: Fraction) => times(d, fraction(d.numerator ** 2n, d.denominator ** 2n));
  fc.assert(
    fc.property(changes(30), (ds) => {
      expect(signedRank(ds.map(stretched))).toEqual(signedRank(ds));
    }),
  );
  const ds = [3, 3, -2, -2, -2].map((d) => fraction(d, 1));
  expect(signFlip(ds)).not.toBe(signFlip(ds.map(stretched)));
});
