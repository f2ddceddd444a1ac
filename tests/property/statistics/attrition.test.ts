import fc from "fast-check";
import { expect, it } from "vitest";
import { attritionBoundary, attritionClass } from "../../../loaders/statistics/attrition-boundary.ts";
import { regressionToMean } from "../../../loaders/statistics/regression-to-mean.ts";

const percentage = fc.double({ min: 0, max: 100, noNaN: true });

it("attrition gets no better where the groups differ more, nor beyond a tenth where more are lost in all", () => {
  const order = ["low", "low on optimistic assumptions", "high"];
  fc.assert(
    fc.property(percentage, percentage, percentage, percentage, (overall, more, differential, further) => {
      const rank = (a: number, b: number) => order.indexOf(attritionClass(a, b));
      const worse = Math.min(100, differential + further);
      expect(rank(overall, worse)).toBeGreaterThanOrEqual(rank(overall, differential));
      const fromTenth = Math.max(10, overall);
      const greater = Math.min(100, fromTenth + more);
      expect(rank(greater, differential)).toBeGreaterThanOrEqual(rank(fromTenth, differential));
    }),
  );
});

it("the cautious boundary lies below the optimistic one, and neither jumps", () => {
  for (let overall = 0; overall <= 57; overall++) {
    const { cautious, optimistic } = attritionBoundary(overall)!;
    expect(cautious).toBeLessThan(optimistic);
    const next = attritionBoundary(overall + 1);
    expect(Math.abs(cautious - (next?.cautious ?? 0))).toBeLessThanOrEqual(0.21);
    if (next) expect(Math.abs(optimistic - next.optimistic)).toBeLessThanOrEqual(0.31);
    if (next)
      expect(attritionBoundary(overall + 0.5)).toEqual({
        cautious: Math.min(cautious, next.cautious),
        optimistic: Math.min(optimistic, next.optimistic),
      });
  }
});

/** The mean of a normal distribution below a cut-off, by Simpson's rule. */
function meanBelow(below: number, mean: number, sd: number): number {
  const steps = 20_000;
  const start = mean - 12 * sd;
  const width = (below - start) / steps;
  let [mass, sum] = [0, 0];
  for (let i = 0; i <= steps; i++) {
    const x = start + i * width;
    const weight = (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2) * Math.exp(-(((x - mean) / sd) ** 2) / 2);
    mass += weight;
    sum += weight * x;
  }
  return sum / mass;
}

it("those below a cut-off regress by what is not correlated of their distance from the mean", () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(number(-3, 3), number(1, 5), number(0.2, 2), number(0, 1), (z, mean, sd, correlation) => {
      const chosen = { below: mean + z * sd, mean, sd };
      const distance = mean - meanBelow(chosen.below, mean, sd);
      expect(regressionToMean({ ...chosen, correlation })).toBeCloseTo((1 - correlation) * distance, 7);
      expect(regressionToMean({ ...chosen, below: chosen.below - 0.1, correlation: 0 })).toBeGreaterThan(
        regressionToMean({ ...chosen, correlation: 0 }),
      );
    }),
    { numRuns: 30 },
  );
});
