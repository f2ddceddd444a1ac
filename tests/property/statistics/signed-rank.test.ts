import fc from "fast-check";
import { expect, it } from "vitest";
import { type Fraction, toNumber } from "../../../loaders/statistics/fraction.ts";
import { signedRank } from "../../../loaders/statistics/signed-rank.ts";
import { changes, negated, positive, shuffled, times } from "./arbitrary.ts";

/** Every flip of the signs, weighed: the definition of the test, for up to 10 students. */
function enumerated(differences: readonly Fraction[]): number {
  // 60 is a multiple of every denominator that arises, so these are whole numbers.
  const ds = differences.map((d) => Math.round(60 * toNumber(d)));
  const below = (size: number) => ds.filter((other) => Math.abs(other) < size).length;
  const ties = (size: number) => ds.filter((other) => Math.abs(other) === size).length;
  const moved = ds.filter((d) => d !== 0);
  const ranks = moved.map((d) => below(Math.abs(d)) + (ties(Math.abs(d)) + 1) / 2);
  const distance = (rises: (i: number) => boolean) =>
    Math.abs(ranks.reduce((total, rank, i) => total + (rises(i) ? rank : -rank), 0));
  const observed = distance((i) => moved[i]! > 0);
  let asFar = 0;
  for (let flip = 0; flip < 2 ** moved.length; flip++)
    if (distance((i) => ((flip >> i) & 1) === 1) >= observed) asFar++;
  return asFar / 2 ** moved.length;
}

it("equals the enumeration of every sign flip for n <= 10", () => {
  fc.assert(
    fc.property(changes(10), (ds) => {
      expect(signedRank(ds).p).toBeCloseTo(enumerated(ds), 12);
    }),
  );
});

it("has p in (0, 1], and rank sums that add to those of the students who moved", () => {
  fc.assert(
    fc.property(changes(60), (ds) => {
      const { n, wPlus, wMinus, p } = signedRank(ds);
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThanOrEqual(1);
      const zeros = ds.filter((d) => d.numerator === 0n).length;
      expect(wPlus + wMinus).toBe((n * (n + 1) - zeros * (zeros + 1)) / 2);
    }),
  );
});

it("swaps its sums and keeps p where every sign changes", () => {
  fc.assert(
    fc.property(changes(40), (ds) => {
      const { n, wPlus, wMinus, p } = signedRank(ds);
      expect(signedRank(ds.map(negated))).toEqual({ n, wPlus: wMinus, wMinus: wPlus, p });
    }),
  );
});

it("does not depend on the order of the students", () => {
  const pairs = changes(40).chain((ds) => shuffled(ds).map((other) => ({ ds, other })));
  fc.assert(
    fc.property(pairs, ({ ds, other }) => {
      const { p, ...sums } = signedRank(ds);
      const { p: otherP, ...otherSums } = signedRank(other);
      expect(otherSums).toEqual(sums);
      expect(otherP).toBeCloseTo(p!, 13);
    }),
  );
});

it("does not depend on the unit of the scale", () => {
  fc.assert(
    fc.property(changes(40), positive, (ds, unit) => {
      expect(signedRank(ds.map((d) => times(d, unit)))).toEqual(signedRank(ds));
    }),
  );
});
