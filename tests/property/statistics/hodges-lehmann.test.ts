import fc from "fast-check";
import { expect, it } from "vitest";
import {
  add,
  compare,
  type Fraction,
  fraction,
  subtract,
  toNumber,
} from "../../../loaders/statistics/fraction.ts";
import { hodgesLehmann } from "../../../loaders/statistics/hodges-lehmann.ts";
import { signedRank } from "../../../loaders/statistics/signed-rank.ts";
import { changes, negated, rational, times } from "./arbitrary.ts";

const half = fraction(1, 2);

/** The interval by its definition: every Walsh average and every gap between two is tried. */
function scanned(ds: readonly Fraction[]): readonly [number | null, number | null] {
  const walsh = ds.flatMap((a, i) => ds.slice(i).map((b) => times(add(a, b), half))).toSorted(compare);
  const [least, most] = [walsh[0]!, walsh.at(-1)!];
  const one = fraction(1, 1);
  const rejects = (shift: Fraction, sign: 1 | -1) => {
    const { wPlus, wMinus, p } = signedRank(ds.map((d) => subtract(d, shift)));
    return sign * (wPlus - wMinus) > 0 && p! / 2 <= 0.025;
  };
  const limit = (sign: 1 | -1) => {
    const ordered = sign > 0 ? walsh : walsh.toReversed();
    if (!rejects(sign > 0 ? subtract(least, one) : add(most, one), sign)) return null;
    return toNumber(
      ordered.find((average, i) => {
        const next = ordered[i + 1] ?? (sign > 0 ? add(average, one) : subtract(average, one));
        return !rejects(average, sign) || !rejects(times(add(average, next), half), sign);
      })!,
    );
  };
  return [limit(1), limit(-1)];
}

it("has the limits that a scan of every step finds, so bisection skips none", () => {
  fc.assert(
    fc.property(changes(14), (ds) => {
      expect(hodgesLehmann(ds).ci95).toEqual(scanned(ds));
    }),
  );
});

it("lies between the least and the greatest change, and within its interval", () => {
  fc.assert(
    fc.property(changes(30), (ds) => {
      const { estimate, ci95 } = hodgesLehmann(ds);
      const values = ds.map(toNumber);
      expect(estimate).toBeGreaterThanOrEqual(Math.min(...values));
      expect(estimate).toBeLessThanOrEqual(Math.max(...values));
      expect(ci95![0] ?? -Infinity).toBeLessThanOrEqual(estimate!);
      expect(ci95![1] ?? Infinity).toBeGreaterThanOrEqual(estimate!);
    }),
  );
});

it("is bounded on both sides exactly from six students on, with at least 95% confidence", () => {
  fc.assert(
    fc.property(changes(30), (ds) => {
      const { ci95, confidence } = hodgesLehmann(ds);
      expect(ci95!.map((limit) => limit !== null)).toEqual([ds.length >= 6, ds.length >= 6]);
      expect(confidence).toBeGreaterThanOrEqual(0.95);
      expect(confidence).toBeLessThanOrEqual(1);
    }),
  );
});

it("turns round with the signs and moves along with a shift", () => {
  fc.assert(
    fc.property(changes(20), rational, (ds, shift) => {
      const { estimate, ci95, confidence } = hodgesLehmann(ds);
      const turned = hodgesLehmann(ds.map(negated));
      expect(turned.estimate).toBeCloseTo(-estimate!, 12);
      expect(turned.confidence).toBeCloseTo(confidence!, 12);
      const moved = hodgesLehmann(ds.map((d) => add(d, shift)));
      expect(moved.estimate).toBeCloseTo(estimate! + toNumber(shift), 12);
      for (const i of [0, 1] as const) {
        if (ci95![i] === null) continue;
        expect(turned.ci95![1 - i]).toBeCloseTo(-ci95![i], 12);
        expect(moved.ci95![i]).toBeCloseTo(ci95![i] + toNumber(shift), 12);
      }
    }),
  );
});
