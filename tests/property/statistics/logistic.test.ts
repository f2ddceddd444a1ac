import fc from "fast-check";
import { expect, it } from "vitest";
import { logistic } from "../../../loaders/statistics/logistic.ts";

interface Row {
  x: number[];
  yes: boolean;
}
const rows = fc.integer({ min: 1, max: 3 }).chain((width) =>
  fc.array(
    fc.record({
      x: fc
        .tuple(...Array.from({ length: width }, () => fc.integer({ min: -5, max: 5 })))
        .map((values) => [1, ...values]),
      yes: fc.boolean(),
    }),
    { minLength: 2, maxLength: 40 },
  ),
);
const fitOf = (given: readonly Row[]) =>
  logistic(
    given.map(({ x }) => x),
    given.map(({ yes }) => yes),
  );
const logit = (x: readonly number[], coefficients: readonly number[]) =>
  x.reduce((sum, value, i) => sum + value * coefficients[i]!, 0);
const likelihood = (given: readonly Row[], coefficients: readonly number[]) =>
  given.reduce((sum, { x, yes }) => sum - Math.log(1 + Math.exp((yes ? -1 : 1) * logit(x, coefficients))), 0);

it("where there is a maximum the score is zero, and a step to any side lowers the likelihood", () => {
  let found = 0;
  fc.assert(
    fc.property(rows, (given) => {
      const fitted = fitOf(given);
      if (typeof fitted === "string") return;
      found++;
      const { coefficients, probabilities } = fitted;
      for (const column of coefficients.keys()) {
        const score = given.reduce(
          (sum, { x, yes }, i) => sum + x[column]! * (Number(yes) - probabilities[i]!),
          0,
        );
        expect(Math.abs(score)).toBeLessThan(1e-7);
        for (const step of [-1e-3, 1e-3])
          expect(
            likelihood(
              given,
              coefficients.map((value, i) => value + (i === column ? step : 0)),
            ),
          ).toBeLessThanOrEqual(likelihood(given, coefficients) + 1e-12);
      }
    }),
  );
  expect(found).toBeGreaterThan(20);
});

/** Of one column: a threshold at which all with the answer stand on one side, none beyond it, is separation. */
const separatedByOne = (given: readonly Row[]) => {
  const values = (answer: boolean) => given.filter(({ yes }) => yes === answer).map(({ x }) => x[1]!);
  const [yes, no] = [values(true), values(false)];
  if (yes.length === 0 || no.length === 0) return true;
  return Math.min(...yes) >= Math.max(...no) || Math.min(...no) >= Math.max(...yes);
};

it("of one column it is separated where no yes lies below a no, or none above, and nowhere else", () => {
  const seen = { separated: 0, fitted: 0 };
  const oneColumn = fc.array(
    fc.record({ x: fc.integer({ min: -3, max: 3 }).map((value) => [1, value]), yes: fc.boolean() }),
    { minLength: 3, maxLength: 12 },
  );
  fc.assert(
    fc.property(oneColumn, (given) => {
      const fitted = fitOf(given);
      if (fitted === "singular") {
        expect(new Set(given.map(({ x }) => x[1])).size).toBe(1);
        return;
      }
      expect(fitted === "separated").toBe(separatedByOne(given));
      seen[fitted === "separated" ? "separated" : "fitted"]++;
    }),
    { numRuns: 500 },
  );
  expect(Math.min(seen.separated, seen.fitted)).toBeGreaterThan(50);
});

it("where only rows on the border of a separation are open, it is separated and no maximum", () => {
  const border = [
    { x: [1, 1], yes: false },
    { x: [1, 3], yes: true },
    { x: [1, 1], yes: true },
    { x: [1, -1], yes: false },
  ];
  expect(fitOf(border)).toBe("separated");
  // A student far from all others is no separation.
  const open = [1, 2, 3, 4, 5, 6].map((x) => ({ x: [1, x], yes: x === 2 || x > 4 }));
  expect(fitOf([...open, { x: [1, 100], yes: true }])).toMatchObject({ probabilities: { length: 7 } });
});

it("the order of the rows does not matter, nor the unit of a column", () => {
  fc.assert(
    fc.property(rows, (given) => {
      const [fitted, turned, scaled] = [
        fitOf(given),
        fitOf([...given].reverse()),
        fitOf(
          given.map(({ x, yes }) => ({ x: x.map((value, i) => (i === 1 ? value * 100 + 7 : value)), yes })),
        ),
      ];
      if (typeof fitted === "string") {
        expect([turned, scaled]).toEqual([fitted, fitted]);
        return;
      }
      if (typeof turned === "string" || typeof scaled === "string")
        throw new Error("One of them has no maximum.");
      for (const [i, probability] of fitted.probabilities.entries()) {
        expect(turned.probabilities.at(-1 - i)).toBeCloseTo(probability, 9);
        expect(scaled.probabilities[i]).toBeCloseTo(probability, 9);
      }
    }),
  );
});
