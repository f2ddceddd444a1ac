import fc from "fast-check";
import { expect, it } from "vitest";
import {
  add,
  compare,
  fraction,
  isZero,
  meanOf,
  subtract,
  toCommonIntegers,
  toNumber,
} from "../../../loaders/statistics/fraction.ts";
import { changes, rational } from "./arbitrary.ts";

it("adds in any order and grouping, and subtraction undoes it", () => {
  fc.assert(
    fc.property(rational, rational, rational, (a, b, c) => {
      expect(add(a, b)).toEqual(add(b, a));
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
      expect(subtract(add(a, b), b)).toEqual(a);
      expect(isZero(subtract(a, b))).toBe(compare(a, b) === 0);
    }),
  );
});

it("is one value in one form, whatever it was made from", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1 }), fc.integer({ min: 1, max: 999 }), (n, d, k) => {
      const reduced = fraction(n, d);
      expect(fraction(BigInt(n) * BigInt(-k), BigInt(d) * BigInt(-k))).toEqual(reduced);
      expect(reduced.denominator).toBeGreaterThan(0n);
      expect(toNumber(reduced)).toBeCloseTo(n / d, 6);
    }),
  );
});

it("compares as numbers do, and opposite ways round", () => {
  fc.assert(
    fc.property(rational, rational, (a, b) => {
      expect(compare(a, b) + compare(b, a)).toBe(0);
      expect(compare(a, b)).toBe(Math.sign(Math.round(60 * toNumber(a)) - Math.round(60 * toNumber(b))));
    }),
  );
});

it("has a mean that times n is the total", () => {
  fc.assert(
    fc.property(changes(20), (values) => {
      const mean = meanOf(values)!;
      expect(values.map(() => mean).reduce(add)).toEqual(values.reduce(add));
    }),
  );
});

it("comes back from its common integers, whose denominator is the least possible", () => {
  fc.assert(
    fc.property(changes(20), (values) => {
      const { integers, denominator } = toCommonIntegers(values);
      expect(integers.map((integer) => fraction(integer, denominator))).toEqual(values);
      for (const prime of [2n, 3n, 5n])
        expect(denominator % prime === 0n && integers.every((integer) => integer % prime === 0n)).toBe(false);
    }),
  );
});
