import { describe, expect, it } from "vitest";
import { builtInScales, gradeOnScale, rankOf, type Scale } from "../../../loaders/programme/scales.ts";
import { suggest } from "../../../loaders/programme/suggest.ts";

const scale = (...bestFirst: string[]): Scale => ({ id: "own", label: "Own", bestFirst });

describe("a scale's direction is as declared", () => {
  it("ranks from 1 for the worst, whichever figure is best", () => {
    expect(["5", "4", "3", "2", "1"].map((g) => rankOf(scale("5", "4", "3", "2", "1"), g))).toEqual([
      5, 4, 3, 2, 1,
    ]);
    expect(["1", "2", "3", "4"].map((g) => rankOf(scale("1", "2", "3", "4"), g))).toEqual([4, 3, 2, 1]);
    expect(rankOf(scale("1", "2"), "3")).toBeNull();
  });

  it("built-in scales have ids of their own and no grade twice", () => {
    expect(new Set(builtInScales.map(({ id }) => id)).size).toBe(builtInScales.length);
    for (const { bestFirst } of builtInScales) expect(new Set(bestFirst).size).toBe(bestFirst.length);
  });
});

describe("a grade as typed", () => {
  it("is found by case where only one grade can be meant", () => {
    expect(gradeOnScale(scale("A*", "A", "B"), "a*")).toBe("A*");
    expect(gradeOnScale(scale("Dist", "Merit"), "DIST")).toBe("Dist");
  });

  it("is exact where two grades differ by case only", () => {
    const twins = scale("5A", "5a", "5b");
    expect(gradeOnScale(twins, "5a")).toBe("5a");
    expect(gradeOnScale(twins, "5A")).toBe("5A");
    expect(gradeOnScale(scale("Aa", "aA"), "AA")).toBeNull();
  });

  it.each(["", "A**", "1.0", "７", "A ", "constructor", "__proto__"])("%j is not guessed", (typed) => {
    expect(gradeOnScale(scale("A*", "A", "1", "7"), typed)).toBeNull();
  });
});

describe("suggestions", () => {
  it.each([
    ["asof", "asOf"],
    ["criterias", "criteria"],
    ["studnt_id", "student_id"],
  ])("%s means %s", (word, meant) => {
    expect(suggest(word, ["asOf", "criteria", "student_id"])).toBe(meant);
  });

  it("nothing near, no suggestion", () => {
    expect(suggest("colour", ["asOf", "criteria"])).toBeNull();
    expect(suggest("colour", [])).toBeNull();
  });
});
