import { describe, expect, it } from "vitest";
import { attritionBoundary, attritionClass } from "../../../loaders/statistics/attrition-boundary.ts";
import { bcaInterval } from "../../../loaders/statistics/bca-interval.ts";
import { benjaminiHochberg } from "../../../loaders/statistics/benjamini-hochberg.ts";
import { cliffsDelta } from "../../../loaders/statistics/cliffs-delta.ts";
import {
  detectableChange,
  detectableDifference,
  studentsNeeded,
} from "../../../loaders/statistics/detectable.ts";
import { fraction, meanOf, subtract, toCommonIntegers } from "../../../loaders/statistics/fraction.ts";
import { hedgesPaired } from "../../../loaders/statistics/hedges.ts";
import { hodgesLehmann } from "../../../loaders/statistics/hodges-lehmann.ts";
import { holm } from "../../../loaders/statistics/holm.ts";
import { mannWhitney } from "../../../loaders/statistics/mann-whitney.ts";
import { mcnemar } from "../../../loaders/statistics/mcnemar.ts";
import { meanInterval } from "../../../loaders/statistics/mean-interval.ts";
import { newcombePaired } from "../../../loaders/statistics/newcombe-paired.ts";
import { noncentralT } from "../../../loaders/statistics/noncentral-t.ts";
import { signTest } from "../../../loaders/statistics/sign-test.ts";
import { signedRank } from "../../../loaders/statistics/signed-rank.ts";
import { superiority } from "../../../loaders/statistics/superiority.ts";
import { varianceRatio } from "../../../loaders/statistics/variance-ratio.ts";
import { wilson } from "../../../loaders/statistics/wilson.ts";

const whole = (...values: number[]) => values.map((value) => fraction(value, 1));
const repeat = (n: number, value: number) => Array.from({ length: n }, () => value);

describe("no students", () => {
  it.each<[string, unknown, unknown]>([
    ["signedRank", signedRank([]), { n: 0, wPlus: 0, wMinus: 0, p: null }],
    ["hodgesLehmann", hodgesLehmann([]), { estimate: null, ci95: null, confidence: null }],
    ["meanInterval", meanInterval([]), null],
    ["hedgesPaired", hedgesPaired([], []), { gPre: null, gAv: null, gZ: null }],
    ["superiority", superiority({ up: 0, down: 0, same: 0 }), null],
    ["wilson", wilson(0, 0), null],
    ["newcombePaired", newcombePaired({ both: 0, beforeOnly: 0, afterOnly: 0, neither: 0 }), null],
    ["signTest", signTest({ up: 0, down: 0 }), { p: 1 }],
    ["mannWhitney", mannWhitney([], [1]), { u: null, p: null }],
    ["cliffsDelta", cliffsDelta([1], []), null],
    ["varianceRatio", varianceRatio([], [1, 2]), null],
    ["bcaInterval", bcaInterval([]), null],
    ["mcnemar", mcnemar({ beforeOnly: 0, afterOnly: 0 }), { p: 1, midP: 1 }],
    ["benjaminiHochberg", benjaminiHochberg([]), []],
    ["benjaminiHochberg of nulls", benjaminiHochberg([null, null]), [null, null]],
    ["holm", holm([]), []],
    ["holm of nulls", holm([null, null]), [null, null]],
    ["meanOf", meanOf([]), null],
    ["toCommonIntegers", toCommonIntegers([]), { integers: [], denominator: 1n }],
  ])("%s", (_, actual, expected) => expect(actual).toEqual(expected));
});

describe("one and two students", () => {
  it("a single rise has p = 1 and an unbounded interval", () => {
    expect(signedRank(whole(2))).toEqual({ n: 1, wPlus: 1, wMinus: 0, p: 1 });
    expect(hodgesLehmann(whole(2))).toEqual({ estimate: 2, ci95: [null, null], confidence: 1 });
    expect(meanInterval([2])).toBeNull();
  });

  it("two students give no g, as J(1) = 0 leaves no unbiased estimate", () => {
    expect(hedgesPaired(whole(1, 2), whole(2, 4))).toEqual({ gPre: null, gAv: null, gZ: null });
  });
});

describe("no spread", () => {
  it("signed-rank of nothing but zeros is 1", () => {
    expect(signedRank(whole(0, 0, 0))).toEqual({ n: 3, wPlus: 0, wMinus: 0, p: 1 });
  });

  it("mean interval of equal values is null", () => expect(meanInterval([0.1, 0.1, 0.1])).toBeNull());

  it("each g is null where its own denominator is 0, thirds included", () => {
    const thirds = [1, 4, 7].map((n) => fraction(n, 3));
    const oneUp = [4, 7, 10].map((n) => fraction(n, 3));
    expect(hedgesPaired(thirds, oneUp)).toMatchObject({ gPre: expect.any(Number), gZ: null });
    expect(hedgesPaired(whole(2, 2, 2), whole(2, 3, 4))).toMatchObject({
      gPre: null,
      gAv: expect.any(Number),
    });
    const [third, two] = [fraction(1, 3), fraction(2, 3)].map((value) =>
      Array.from({ length: 25 }, () => value),
    );
    expect(hedgesPaired(third!, two!)).toEqual({ gPre: null, gAv: null, gZ: null });
    expect(hedgesPaired(whole(2, 2, 2), whole(3, 3, 3))).toEqual({ gPre: null, gAv: null, gZ: null });
  });
});

describe("two groups", () => {
  it("every pair one way: the size is there, and no interval", () => {
    expect(cliffsDelta([3, 4], [1, 2])).toEqual({ delta: 1, se: null, ci95: null });
    expect(cliffsDelta([1], [0, 2])).toEqual({ delta: 0, se: null, ci95: null });
  });

  it("all equal: p is 1, and the variance of Cliff's delta is its least", () => {
    expect(mannWhitney([1, 1], [1, 1, 1])).toEqual({ u: 3, p: 1 });
    expect(cliffsDelta([1, 1], [1, 1, 1])!.se).toBeCloseTo(Math.sqrt(1 / 5), 12);
  });

  it("no spread in the second group: no ratio of variances", () => {
    expect(varianceRatio([1, 2], [3, 3])).toBeNull();
    expect(varianceRatio([3, 3], [1, 2])).toBe(0);
  });

  it("twelve above three hundred: one way of so many", () => {
    const [high, low] = [12, 300].map((n) => Array.from({ length: n }, (_, i) => i + (n === 12 ? 1000 : 0)));
    let ways = 1;
    for (let i = 1; i <= 12; i++) ways *= (300 + i) / i;
    expect(mannWhitney(high!, low!).p! / (2 / ways)).toBeCloseTo(1, 12);
  });

  it("too many to go through: no p", () => {
    const [first, second] = [0, 1].map((shift) => Array.from({ length: 300 }, (_, i) => 2 * i + shift));
    expect(mannWhitney(first!, second!)).toEqual({ u: 44850, p: null });
  });
});

describe("bootstrap over all resamples", () => {
  it("equal changes have no interval, thirds included", () => {
    expect(bcaInterval(Array.from({ length: 30 }, () => fraction(1, 3)))).toBeNull();
  });

  it("two students: the limits are the least and the greatest", () => {
    expect(bcaInterval(whole(0, 1))).toEqual({ ci95: [0, 1], bias: 0, acceleration: 0 });
  });

  it("too fine to go through: none", () => {
    const fine = Array.from({ length: 60 }, (_, i) => fraction((i * 7919) % 10007, 10007));
    expect(bcaInterval(fine)).toBeNull();
  });
});

describe("attrition boundary", () => {
  it("between two whole per cents the smaller limit counts; beyond the table nothing is low", () => {
    expect(attritionBoundary(0.5)).toEqual({ cautious: 5.7, optimistic: 10 });
    expect(attritionBoundary(57)).toEqual({ cautious: 0, optimistic: 2.3 });
    expect(attritionBoundary(57.1)).toBeNull();
    expect(attritionClass(57.1, 0)).toBe("high");
  });
});

describe("ties are judged exactly", () => {
  it("7/3 - 4/3 ties with 2/3 - 5/3, which it does not in floating point", () => {
    expect(7 / 3 - 4 / 3).not.toBe(5 / 3 - 2 / 3);
    const rise = subtract(fraction(7, 3), fraction(4, 3));
    const fall = subtract(fraction(2, 3), fraction(5, 3));
    expect(signedRank([rise, fall])).toEqual({ n: 2, wPlus: 1.5, wMinus: 1.5, p: 1 });
  });
});

describe("signed-rank at large n", () => {
  it("reaches 2^-299 where all 300 students rose", () => {
    const { p } = signedRank(Array.from({ length: 300 }, (_, i) => fraction(i + 1, 1)));
    expect(p! / 2 ** -299).toBeCloseTo(1, 12);
  });

  it.each([2, 30, 50, 60])("agrees with counts on BigInt where %d of 150 fell", (falls) => {
    const ds = Array.from({ length: 150 }, (_, i) => (i < falls ? -2 * i - 1 : i));
    expect(signedRank(whole(...ds)).p! / countedP(ds)).toBeCloseTo(1, 12);
  });
});

/** Two-sided p of differences without zeros: subsets of the doubled mid-ranks counted on BigInt. */
function countedP(ds: readonly number[]): number {
  const sizes = ds.map(Math.abs).toSorted((a, b) => a - b);
  const ranks = ds.map((d) => sizes.indexOf(Math.abs(d)) + sizes.lastIndexOf(Math.abs(d)) + 2);
  const plus = ranks.reduce((total, rank, i) => total + (ds[i]! > 0 ? rank : 0), 0);
  const all = ranks.reduce((total, rank) => total + rank, 0);
  const ways: bigint[] = Array.from({ length: Math.min(plus, all - plus) + 1 }, (_, t) =>
    t === 0 ? 1n : 0n,
  );
  for (const rank of ranks) for (let t = ways.length - 1; t >= rank; t--) ways[t]! += ways[t - rank]!;
  const tail = ways.reduce((total, count) => total + count);
  return Number((tail * 2n * 10n ** 100n) / 2n ** BigInt(ds.length)) / 1e100;
}

describe("Hodges-Lehmann", () => {
  it("where every shift is rejected, its limits meet at the estimate", () => {
    const ds = whole(...repeat(40, 0), ...repeat(10, 1), ...repeat(2, -1));
    expect(signedRank(ds).p).toBeLessThan(0.05);
    expect(hodgesLehmann(ds)).toMatchObject({ estimate: 0, ci95: [0, 0] });
  });

  it("takes less than a second at n = 200 without a single tie", () => {
    const ds = Array.from({ length: 200 }, (_, i) => fraction(((i * 7919) % 10007) - 3000, 60));
    const start = performance.now();
    expect(hodgesLehmann(ds).confidence).toBeGreaterThanOrEqual(0.95);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("noncentral t and what is detectable", () => {
  // Integrated with mpmath to 30 digits.
  it.each([
    [2.2, 11, 3, 0.2201305236081479],
    [2.776, 4, -4, 0.9999999562101168],
    [1, 3, 0.5, 0.651528333010128],
    [12.7, 1, 16.3, 0.20071955277272627],
    [0, 5, 1, 0.15865525393145705],
    [1.98, 99, 2.8, 0.20697098589328031],
    [4, 2, 29, 4.821924936826413e-21],
  ])("P(T <= %d) at df %d, delta %d", (t, df, delta, expected) => {
    expect(noncentralT(t, df, delta)).toBeCloseTo(expected, 13);
  });

  // Roots found with the noncentral t of SciPy 1.17.
  it.each([
    [2, 11.549888435882352],
    [3, 3.2640435496995703],
    [5, 1.6819969659555547],
    [12, 0.888654265293487],
    [50, 0.4041830021360424],
    [200, 0.19906417540672033],
  ])("detectable at n = %d", (n, dz) => expect(detectableChange(n)).toBeCloseTo(dz, 9));

  // Roots found with the noncentral t of SciPy 1.17, those of 2, 12 and 200 also by integration with mpmath.
  it.each([
    [2, 5.653489266197127],
    [5, 2.0244393393845415],
    [12, 1.1968119137532305],
    [50, 0.5658822437555727],
    [200, 0.2808364502875899],
  ])("detectable between two groups of %d", (n, d) => expect(detectableDifference(n)).toBeCloseTo(d, 9));

  it("students needed: the first n with 80% power, in either direction", () => {
    expect([1, 0.5, -0.5, 0.2, 100].map(studentsNeeded)).toEqual([10, 34, 34, 199, 2]);
    expect([0, 0.02].map(studentsNeeded)).toEqual([null, null]);
  });
});
