import fc from "fast-check";
import { expect, it } from "vitest";
import { leastSquares } from "../../../loaders/statistics/least-squares.ts";
import { nearestNeighbours } from "../../../loaders/statistics/nearest-neighbours.ts";
import { pairClusteredSe } from "../../../loaders/statistics/pair-clustered-se.ts";

const score = fc.integer({ min: 0, max: 64 }).map((value) => value / 64);
const scores = fc.array(score, { maxLength: 15 });
/** Lots that all differ, in an order that a number decides. */
const lots = fc
  .integer({ min: 1, max: 96 })
  .map((factor) => (one: number, other: number) => ((16 * one + other + 1) * factor) % 257);
const caliper = fc.integer({ min: 0, max: 16 }).map((value) => value / 64);

/** Goes through all that are left, as the definition reads: sort every possible pair, take the first, strike both out. */
function byDefinition(
  first: readonly number[],
  second: readonly number[],
  width: number,
  lot: (one: number, other: number) => number,
): (number | null)[] {
  const possible = first.flatMap((one, i) =>
    second.map((other, j) => ({ i, j, one, distance: Math.abs(one - other) })),
  );
  const near = possible
    .filter(({ distance }) => distance <= width)
    .sort((a, b) => b.one - a.one || a.i - b.i || a.distance - b.distance || lot(a.i, a.j) - lot(b.i, b.j));
  const partners = first.map((): number | null => null);
  while (near.length > 0) {
    const { i, j } = near[0]!;
    partners[i] = j;
    for (let k = near.length - 1; k >= 0; k--) if (near[k]!.i === i || near[k]!.j === j) near.splice(k, 1);
  }
  return partners;
}

it("pairs as the definition reads", () => {
  fc.assert(
    fc.property(scores, scores, caliper, lots, (first, second, width, lot) => {
      expect(nearestNeighbours(first, second, width, lot)).toEqual(byDefinition(first, second, width, lot));
    }),
    { numRuns: 500 },
  );
});

it("nobody twice, nobody beyond the caliper, and nobody left alone who could have a partner still free", () => {
  fc.assert(
    fc.property(scores, scores, caliper, lots, (first, second, width, lot) => {
      const partners = nearestNeighbours(first, second, width, lot);
      const taken = partners.filter((partner) => partner !== null);
      expect(new Set(taken).size).toBe(taken.length);
      for (const [i, partner] of partners.entries())
        if (partner !== null) expect(Math.abs(first[i]! - second[partner]!)).toBeLessThanOrEqual(width);
        else
          for (const [j, other] of second.entries())
            expect(taken.includes(j) || Math.abs(first[i]! - other) > width).toBe(true);
    }),
  );
});

it("of scores that all differ, and distances too, the order does not matter", () => {
  // Whole numbers in binary positions of their own: no two of them are as far apart as two others.
  const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(distinct, fc.nat(), fc.integer({ min: 1, max: 1 << 20 }), (places, cut, width) => {
      const all = places.map((place) => 2 ** place);
      const at = cut % all.length;
      const [first, second] = [all.slice(0, at), all.slice(at)];
      const pairs = (one: readonly number[], other: readonly number[]) =>
        nearestNeighbours(one, other, width, (_, place) => place)
          .map((partner, i) => `${one[i]} ${partner === null ? "alone" : other[partner]}`)
          .sort();
      expect(pairs(first.toReversed(), second.toReversed())).toEqual(pairs(first, second));
    }),
  );
});

it("the standard error of a mean difference clustered by pair is that of the pairs' differences", () => {
  const differences = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 2,
    maxLength: 30,
  });
  fc.assert(
    fc.property(differences, (pairs) => {
      const fitted = leastSquares(
        pairs.flatMap(() => [
          [1, 1],
          [1, 0],
        ]),
        pairs.flat(),
      )!;
      const clusters = pairs.flatMap((_, i) => [i, i]);
      const g = pairs.length;
      const gaps = pairs.map(([one, other]) => one - other);
      const centre = gaps.reduce((sum, gap) => sum + gap, 0) / g;
      const variance = gaps.reduce((sum, gap) => sum + (gap - centre) ** 2, 0) / (g - 1) / g;
      const expected = Math.sqrt((variance * (2 * g - 1)) / (2 * g - 2));
      expect(pairClusteredSe(fitted, clusters)![1]).toBeCloseTo(expected, 10);
    }),
  );
});
