import fc from "fast-check";
import { expect, it } from "vitest";
import { spearman, spearmanExactP } from "../../../loaders/statistics/spearman.ts";

/** Two numbers a student, with ties; both with some spread. */
const students = (maxLength: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
      minLength: 3,
      maxLength,
    })
    .map((pairs) => ({ x: pairs.map(([a]) => a), y: pairs.map(([, b]) => b) }))
    .filter(({ x, y }) => new Set(x).size > 1 && new Set(y).size > 1);

/** Every order of the first, each with its own correlation: the definition of the test. */
function enumerated(x: readonly number[], y: readonly number[]): number {
  const observed = Math.abs(spearman(x, y)!);
  let [all, far] = [0, 0];
  const place = (rest: readonly number[], order: readonly number[]): void => {
    if (rest.length === 0) {
      all++;
      if (Math.abs(spearman(order, y)!) >= observed - 1e-9) far++;
    }
    for (const i of rest.keys()) place(rest.toSpliced(i, 1), [...order, rest[i]!]);
  };
  place(x, []);
  return far / all;
}

it("its exact p equals the enumeration of every order for n <= 6", () => {
  fc.assert(
    fc.property(students(6), ({ x, y }) => {
      expect(spearmanExactP(x, y)).toBeCloseTo(enumerated(x, y), 12);
    }),
    { numRuns: 60 },
  );
});

it("does not depend on which of the two comes first, on the distances between values, or on which way is up", () => {
  const stretched = (value: number) => value ** 3 + value;
  fc.assert(
    fc.property(students(7), ({ x, y }) => {
      const [rho, p] = [spearman(x, y)!, spearmanExactP(x, y)!];
      expect(spearman(y, x)).toBeCloseTo(rho, 12);
      expect(spearmanExactP(y, x)).toBeCloseTo(p, 12);
      expect(spearmanExactP(x.map(stretched), y)).toBe(p);
      const turned = x.map((value) => -value);
      expect(spearman(turned, y)).toBeCloseTo(-rho, 12);
      expect(spearmanExactP(turned, y)).toBeCloseTo(p, 12);
    }),
  );
});

it("its p does not rise where two students of a positive correlation come into order", () => {
  fc.assert(
    fc.property(students(7), ({ x, y }) => {
      fc.pre(spearman(x, y)! >= 0);
      const first = x.findIndex((a, i) => x.some((b, j) => a < b && y[i]! > y[j]!));
      fc.pre(first >= 0);
      const second = x.findIndex((b, j) => x[first]! < b && y[first]! > y[j]!);
      const ordered = y.with(first, y[second]!).with(second, y[first]!);
      expect(spearman(x, ordered)).toBeGreaterThan(spearman(x, y)!);
      expect(spearmanExactP(x, ordered)).toBeLessThanOrEqual(spearmanExactP(x, y)! + 1e-12);
    }),
  );
});
