import fc from "fast-check";
import { expect, test } from "vitest";
import { medianInterval } from "../../../loaders/statistics/median-interval.ts";

/** The chance that the median of n values lies between those of two ranks, counted coin by coin. */
function coverage(n: number, rank: number): number {
  let inside = 0;
  for (let coins = 0; coins < 2 ** n; coins += 1) {
    const heads = coins.toString(2).replaceAll("0", "").length;
    if (heads >= rank && heads <= n - rank) inside += 1;
  }
  return inside / 2 ** n;
}

test.each([...Array(12)].map((_, i) => i + 1))(
  "of %i values the ranks cover at least 95%%, and the next would not",
  (n) => {
    const { ci95 } = medianInterval([...Array(n)].map((_, i) => i + 1));
    if (ci95 === null) return expect(coverage(n, 1)).toBeLessThan(0.95);
    const [rank] = ci95;
    expect(coverage(n, rank)).toBeGreaterThanOrEqual(0.95);
    expect(coverage(n, rank + 1)).toBeLessThan(0.95);
    expect(ci95[1]).toBe(n + 1 - rank);
  },
);

test("the order of the values does not matter, and the median lies in its interval", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 60 }), (values) => {
      const said = medianInterval(values);
      expect(medianInterval(values.toReversed())).toEqual(said);
      if (said.ci95 === null) return;
      expect(said.median).toBeGreaterThanOrEqual(said.ci95[0]);
      expect(said.median).toBeLessThanOrEqual(said.ci95[1]);
    }),
  );
});
