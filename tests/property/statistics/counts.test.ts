import fc from "fast-check";
import { expect, it } from "vitest";
import { benjaminiHochberg } from "../../../loaders/statistics/benjamini-hochberg.ts";
import { detectableChange, detectableDifference } from "../../../loaders/statistics/detectable.ts";
import { holm } from "../../../loaders/statistics/holm.ts";
import { mcnemar } from "../../../loaders/statistics/mcnemar.ts";
import { meanInterval } from "../../../loaders/statistics/mean-interval.ts";
import { newcombeIndependent } from "../../../loaders/statistics/newcombe-independent.ts";
import { newcombePaired } from "../../../loaders/statistics/newcombe-paired.ts";
import { noncentralT } from "../../../loaders/statistics/noncentral-t.ts";
import { signTest } from "../../../loaders/statistics/sign-test.ts";
import { wilson } from "../../../loaders/statistics/wilson.ts";

const count = (max: number) => fc.integer({ min: 0, max });

it("sign test equals the enumeration of every sign flip", () => {
  fc.assert(
    fc.property(count(6), count(6), (up, down) => {
      const n = up + down;
      let asFar = 0;
      for (let flip = 0; flip < 2 ** n; flip++) {
        const rises = flip.toString(2).replaceAll("0", "").length;
        if (Math.abs(2 * rises - n) >= Math.abs(up - down)) asFar++;
      }
      expect(signTest({ up, down }).p).toBeCloseTo(asFar / 2 ** n, 12);
      expect(signTest({ up: down, down: up })).toEqual(signTest({ up, down }));
    }),
  );
});

it("McNemar equals the enumeration of who switched which way; its mid-p counts what was seen by half", () => {
  fc.assert(
    fc.property(count(6), count(6), (beforeOnly, afterOnly) => {
      const switched = beforeOnly + afterOnly;
      const fewer = Math.min(beforeOnly, afterOnly);
      let [under, equal] = [0, 0];
      for (let ways = 0; ways < 2 ** switched; ways++) {
        const gained = ways.toString(2).replaceAll("0", "").length;
        if (gained < fewer) under++;
        if (gained === fewer) equal++;
      }
      const { p, midP } = mcnemar({ beforeOnly, afterOnly });
      expect(p).toBeCloseTo(Math.min(1, (2 * (under + equal)) / 2 ** switched), 12);
      expect(midP).toBeCloseTo((2 * under + equal) / 2 ** switched, 12);
      expect(mcnemar({ beforeOnly: afterOnly, afterOnly: beforeOnly })).toEqual({ p, midP });
      // One more of those who are ahead.
      const further = mcnemar({ beforeOnly: fewer, afterOnly: switched - fewer + 1 });
      expect(further.p).toBeLessThanOrEqual(p + 1e-15);
      expect(further.midP).toBeLessThan(midP);
    }),
  );
});

it("Holm never lowers a p, keeps their order, and does not see nulls", () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.option(p), { maxLength: 12 }), (ps) => {
      const adjusted = holm(ps);
      expect(adjusted.filter((q) => q !== null)).toEqual(holm(ps.filter((q) => q !== null)));
      for (const [i, raw] of ps.entries()) {
        if (raw === null) expect(adjusted[i]).toBeNull();
        else expect(adjusted[i]).toBeGreaterThanOrEqual(raw);
        for (const [j, other] of ps.entries())
          if (raw !== null && other !== null && raw <= other)
            expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
      }
      for (const q of adjusted) expect(q ?? 0).toBeLessThanOrEqual(1);
    }),
  );
});

it("Benjamini and Hochberg's p are up to a level exactly where their step-up rule rejects", () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.option(p), { maxLength: 12 }),
      fc.double({ min: 0.001, max: 1, noNaN: true }),
      (ps, level) => {
        const tested = ps.filter((q) => q !== null).toSorted((a, b) => a - b);
        const rejected = tested.findLastIndex((q, i) => q <= ((i + 1) / tested.length) * level) + 1;
        const limit = rejected > 0 ? tested[rejected - 1]! : -1;
        const adjusted = benjaminiHochberg(ps);
        for (const [i, raw] of ps.entries()) {
          if (raw === null) expect(adjusted[i]).toBeNull();
          // A p on the edge of the rule may fall to either side of it by the last bit.
          else if (Math.abs(adjusted[i]! - level) > 1e-12) expect(adjusted[i]! <= level).toBe(raw <= limit);
          expect(adjusted[i] ?? 0).toBeLessThanOrEqual(holm(ps)[i] ?? 0);
        }
      },
    ),
  );
});

it("Wilson lies within 0 and 1, contains the share and mirrors", () => {
  const shares = fc.integer({ min: 1, max: 500 }).chain((n) => count(n).map((k) => ({ k, n })));
  fc.assert(
    fc.property(shares, ({ k, n }) => {
      const [lower, upper] = wilson(k, n)!;
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(k / n);
      expect(upper).toBeGreaterThanOrEqual(k / n);
      expect(wilson(n - k, n)![0]).toBeCloseTo(1 - upper, 12);
    }),
  );
});

it("Newcombe's paired interval contains after minus before, lies within -1 and 1 and turns round", () => {
  const cells = fc.record({
    both: count(40),
    beforeOnly: count(40),
    afterOnly: count(40),
    neither: count(40),
  });
  fc.assert(
    fc.property(cells, (students) => {
      const { both, beforeOnly, afterOnly, neither } = students;
      const interval = newcombePaired(students);
      const n = both + beforeOnly + afterOnly + neither;
      if (n === 0) {
        expect(interval).toBeNull();
        return;
      }
      const [lower, upper] = interval!;
      expect(lower).toBeLessThanOrEqual((afterOnly - beforeOnly) / n + 1e-12);
      expect(upper).toBeGreaterThanOrEqual((afterOnly - beforeOnly) / n - 1e-12);
      expect(lower).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(upper).toBeLessThanOrEqual(1 + 1e-12);
      const turned = newcombePaired({ both, beforeOnly: afterOnly, afterOnly: beforeOnly, neither })!;
      expect(turned[0]).toBeCloseTo(-upper, 12);
    }),
  );
});

it("Newcombe's interval of two groups contains the difference, lies within -1 and 1 and turns round", () => {
  const group = fc.integer({ min: 1, max: 60 }).chain((n) => count(n).map((k) => ({ k, n })));
  fc.assert(
    fc.property(group, group, (first, second) => {
      const [lower, upper] = newcombeIndependent(first, second)!;
      const difference = first.k / first.n - second.k / second.n;
      expect(lower).toBeLessThanOrEqual(difference);
      expect(upper).toBeGreaterThanOrEqual(difference);
      expect(lower).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(upper).toBeLessThanOrEqual(1 + 1e-12);
      expect(newcombeIndependent(second, first)![0]).toBeCloseTo(-upper, 12);
    }),
  );
});

it("mean interval contains the mean, within the limit, and clips nothing inside it", () => {
  const values = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(values, (changes) => {
      const free = meanInterval(changes);
      const clipped = meanInterval(changes, { limit: 4 });
      if (new Set(changes).size === 1) {
        expect([free, clipped]).toEqual([null, null]);
        return;
      }
      const mean = changes.reduce((a, b) => a + b) / changes.length;
      expect(free![0]).toBeLessThan(mean);
      expect(free![1]).toBeGreaterThan(mean);
      expect(clipped).toEqual([Math.max(-4, free![0]), Math.min(4, free![1])]);
    }),
  );
});

it("noncentral t falls with delta and rises with t; what is detectable falls with n", () => {
  const t = fc.double({ min: 0, max: 20, noNaN: true });
  const delta = fc.double({ min: -20, max: 20, noNaN: true });
  fc.assert(
    fc.property(t, delta, fc.integer({ min: 1, max: 300 }), (x, noncentrality, df) => {
      const chance = noncentralT(x, df, noncentrality);
      expect(chance).toBeGreaterThanOrEqual(-1e-12);
      expect(chance).toBeLessThanOrEqual(1 + 1e-12);
      expect(noncentralT(x, df, noncentrality + 1)).toBeLessThanOrEqual(chance + 1e-12);
      expect(noncentralT(x + 1, df, noncentrality)).toBeGreaterThanOrEqual(chance - 1e-12);
      expect(detectableChange(df + 2)).toBeLessThan(detectableChange(df + 1));
      expect(detectableDifference(df + 2)).toBeLessThan(detectableDifference(df + 1));
    }),
  );
});
