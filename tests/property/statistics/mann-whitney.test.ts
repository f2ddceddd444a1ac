import fc from "fast-check";
import { expect, it } from "vitest";
import { cliffsDelta } from "../../../loaders/statistics/cliffs-delta.ts";
import { mannWhitney } from "../../../loaders/statistics/mann-whitney.ts";
import { shuffled } from "./arbitrary.ts";

/** Coarse grades, so that ties are common, or fine ones. */
const values = (maxLength: number, minLength = 1) =>
  fc.oneof(
    fc.array(fc.integer({ min: -2, max: 2 }), { minLength, maxLength }),
    fc.array(fc.integer({ min: -50, max: 50 }), { minLength, maxLength }),
  );

/** Pairs in which the first stands higher, ties by half. */
const pairsWon = (first: readonly number[], second: readonly number[]): number =>
  first.reduce((total, a) => total + second.reduce((won, b) => won + (a > b ? 1 : a === b ? 0.5 : 0), 0), 0);

/** Every way to share the students out, by the pairs won: the definition of the test, for up to 10 students. */
function enumerated(first: readonly number[], second: readonly number[]): number {
  const all = [...first, ...second];
  const observed = pairsWon(first, second);
  let [ways, atMost, atLeast] = [0, 0, 0];
  for (let choice = 0; choice < 2 ** all.length; choice++) {
    const chosen = all.filter((_, i) => (choice >> i) & 1);
    if (chosen.length !== first.length) continue;
    const won = pairsWon(
      chosen,
      all.filter((_, i) => !((choice >> i) & 1)),
    );
    ways++;
    if (won <= observed) atMost++;
    if (won >= observed) atLeast++;
  }
  return Math.min(1, (2 * Math.min(atMost, atLeast)) / ways);
}

it("equals the enumeration of every way to share out up to ten students", () => {
  fc.assert(
    fc.property(values(5), values(5), (first, second) => {
      const { u, p } = mannWhitney(first, second);
      expect(u).toBe(pairsWon(first, second));
      expect(p).toBeCloseTo(enumerated(first, second), 12);
    }),
  );
});

it("mirrors where the groups change places, and where up becomes down", () => {
  fc.assert(
    fc.property(values(20), values(20), (first, second) => {
      const { u, p } = mannWhitney(first, second);
      const places = mannWhitney(second, first);
      expect(places.u).toBe(first.length * second.length - u!);
      expect(places.p).toBeCloseTo(p!, 12);
      const turned = mannWhitney(
        first.map((a) => -a),
        second.map((b) => -b),
      );
      expect(turned.u).toBe(places.u);
      expect(turned.p).toBeCloseTo(p!, 12);
    }),
  );
});

it("depends neither on the order of the students nor on the distances between grades; nor does Cliff's delta", () => {
  const stretched = (value: number) => value ** 3 + value;
  const groups = fc
    .tuple(values(15), values(15))
    .chain(([first, second]) => shuffled(first).map((other) => ({ first, other, second })));
  fc.assert(
    fc.property(groups, ({ first, other, second }) => {
      const { u, p } = mannWhitney(first, second);
      const recoded = mannWhitney(other.map(stretched), second.map(stretched));
      expect(recoded.u).toBe(u);
      expect(recoded.p).toBeCloseTo(p!, 13);
      const [size, recodedSize] = [
        cliffsDelta(first, second)!,
        cliffsDelta(other.map(stretched), second.map(stretched))!,
      ];
      expect(recodedSize.delta).toBeCloseTo(size.delta, 12);
      expect(recodedSize.se ?? 0).toBeCloseTo(size.se ?? 0, 12);
    }),
  );
});

it("without ties its p does not rise where the higher group's student changes places with a higher one", () => {
  const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 4, maxLength: 20 });
  fc.assert(
    fc.property(distinct, (all) => {
      const [first, second] = [all.slice(0, all.length >> 1), all.slice(all.length >> 1)];
      const [high, low] =
        pairsWon(first, second) * 2 >= first.length * second.length ? [first, second] : [second, first];
      const least = high.indexOf(Math.min(...high));
      const most = low.indexOf(Math.max(...low));
      fc.pre(high[least]! < low[most]!);
      const changed = mannWhitney(high.with(least, low[most]!), low.with(most, high[least]!));
      const unchanged = mannWhitney(high, low);
      expect(changed.u).toBeGreaterThan(unchanged.u!);
      expect(changed.p).toBeLessThanOrEqual(unchanged.p! + 1e-13);
    }),
  );
});

it("Cliff's delta counts pairs; its interval contains it, stays within -1 and 1 and mirrors", () => {
  fc.assert(
    fc.property(values(20, 2), values(20, 2), (first, second) => {
      const { delta, se, ci95 } = cliffsDelta(first, second)!;
      const pairs = first.length * second.length;
      expect(delta).toBeCloseTo((2 * pairsWon(first, second)) / pairs - 1, 12);
      expect(se === null).toBe(Math.abs(delta) === 1);
      if (!ci95) return;
      expect(ci95[0]).toBeLessThan(delta);
      expect(ci95[1]).toBeGreaterThan(delta);
      expect(ci95[0]).toBeGreaterThanOrEqual(-1);
      expect(ci95[1]).toBeLessThanOrEqual(1);
      const mirrored = cliffsDelta(second, first)!;
      expect(mirrored.ci95![0]).toBeCloseTo(-ci95[1], 12);
    }),
  );
});
