import { describe, expect, it } from "vitest";
import {
  builtInScales,
  finerScales,
  gradeOnScale,
  gradeOnScales,
  rankOf,
  type Scale,
  scalesWith,
} from "../../../loaders/programme/scales.ts";
import { suggest } from "../../../loaders/programme/suggest.ts";

const builtIn = (id: string): Scale => builtInScales.find((known) => known.id === id)!;
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

  it("scaled scores and decimal grades are scales like others", () => {
    expect(builtIn("ks2_scaled").bestFirst).toHaveLength(41);
    expect(rankOf(builtIn("ks2_scaled"), "120")).toBe(41);
    expect(rankOf(builtIn("ks2_scaled"), "80")).toBe(1);
    expect(builtIn("gcse91_fine_dec").bestFirst).toHaveLength(81);
    expect(rankOf(builtIn("gcse91_fine_dec"), "9.0")).toBe(81);
    expect(rankOf(builtIn("gcse91_fine_dec"), "4.6")).toBe(37);
    expect(rankOf(builtIn("gcse91_fine_dec"), "1.0")).toBe(1);
  });

  it("each spelling of a built-in scale is of a grade it has, and is no other grade of it", () => {
    for (const known of builtInScales) {
      for (const [typed, grade] of Object.entries(known.spellings ?? {})) {
        expect(known.bestFirst, `${known.id}: ${typed}`).toContain(grade);
        expect(known.bestFirst, `${known.id}: ${typed}`).not.toContain(typed);
        for (const text of [typed, typed.toLowerCase(), ` ${typed} `, `Grade ${typed}`])
          expect(gradeOnScale(known, text), `${known.id}: ${text}`).toBe(grade);
      }
      for (const grade of known.bestFirst) expect(gradeOnScale(known, grade)).toBe(grade);
    }
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

  it.each([
    "",
    " ",
    "A**",
    "1.5",
    "７",
    "Ａ",
    "A +",
    "1 7",
    "Grade",
    "GradeA",
    "7.00",
    "constructor",
    "__proto__",
    "N/A",
    "-",
  ])("%j is not guessed", (typed) => {
    expect(gradeOnScale(scale("A*", "A", "1", "7", "17"), typed)).toBeNull();
  });

  it.each([
    ["btec_ext_dip", "D* D D", "D*DD"],
    ["btec_ext_dip", " D*D*D* ", "D*D*D*"],
    ["btec_ext_dip", "DDD", "DDD"],
    ["btec_ext_dip", "DMP", null],
    ["btec_diploma", "d* d", "D*D"],
    ["btec_ext_cert", "Distinction*", "D*"],
    ["btec_unit", "Distinction*", null],
    ["btec_unit", "merit", "M"],
    ["gcse91", "Grade 7", "7"],
    ["gcse91", "grade: 7", "7"],
    ["gcse91", "7.0", "7"],
    ["gcse91", "Grade 7.0", "7"],
    ["gcse91", "7.5", null],
    ["gcse91", "u", "U"],
    ["gcse91", "6+", null],
    ["gcse91", "6=", null],
    ["gcse91", "6-", null],
    ["gcse91", "７", null],
    ["gcse91", "77", null],
    ["gcse91", "X", null],
    ["gcse91_fine_pme", "6", "6="],
    ["gcse91_fine_pme", "6.0", "6="],
    ["gcse91_fine_pme", "6 +", "6+"],
    ["gcse91_fine_pme", "6–", "6-"],
    ["gcse91_fine_pme", "6−", "6-"],
    ["gcse91_fine_pme", "=6", null],
    ["gcse91_fine_pme", "+6", null],
    ["gcse91_fine_abc", "7A", "7a"],
    ["gcse91_fine_abc", "7", null],
    ["gcse91_fine_dec", "7", "7.0"],
    ["gcse91_fine_dec", "4.6", "4.6"],
    ["gcse91_fine_dec", "9.1", null],
    ["gcse_double", "9-8", "98"],
    ["gcse_double", "98", "98"],
    ["gcse_double", "9/8", "98"],
    ["gcse_double", "9:8", "98"],
    ["gcse_double", "8-9", "98"],
    ["gcse_double", "89", "98"],
    ["gcse_double", "9 - 8", "98"],
    ["gcse_double", "9–8", "98"],
    ["gcse_double", "9-9", "99"],
    ["gcse_double", "98.0", "98"],
    ["gcse_double", "Grade 9-8", "98"],
    ["gcse_double", "9-7", null],
    ["gcse_double", "9", null],
    ["gcse_double", "9 8", null],
    ["gcse_double", "05-Apr", null],
    ["gcse_legacy", "*", "A*"],
    ["alevel", "*", null],
    ["alevel", "B1", null],
    ["alevel", "B+", null],
    ["alevel", "A *", "A*"],
    ["aslevel", "a", "A"],
    ["btec_l12", "*2", "L2D*"],
    ["btec_l12", "D*2", "L2D*"],
    ["btec_l12", "M2", "L2M"],
    ["btec_l12", "P1", "L1P"],
    ["btec_l12", "D1*", null],
    ["btec_l12", "Level 2 Distinction*", "L2D*"],
    ["btec_l12", "L1 pass", "L1P"],
    ["tlevel", "Partial Achievement", "Partial achievement"],
    ["primary_ta", "wts +", "WTS+"],
    ["on_track_sym", "=", "="],
    ["on_track_sym", "- -", "--"],
    ["on_track_sym", "–", null],
    ["on_track_sym", "—", null],
    ["on_track_sym", "#NAME?", null],
    ["rag", "g", "Green"],
    ["ks2_scaled", "104.0", "104"],
    ["ks2_scaled", "1 04", null],
    ["ks2_scaled", "0", null],
    ["ks2_scaled", "121", null],
  ])("on %s, %j is %s", (id, typed, grade) => {
    expect(gradeOnScale(builtIn(id), typed)).toBe(grade);
  });

  it("is as the scale has it where 7.0 is a grade beside 7, and where spaces tell two grades apart", () => {
    expect(gradeOnScale(scale("7.0", "7"), "7.0")).toBe("7.0");
    expect(gradeOnScale(scale("D D", "DD"), "D D")).toBe("D D");
    expect(gradeOnScale(scale("D D", "DD"), "DD")).toBe("DD");
    expect(gradeOnScale(scale("D D", "DD"), "d d")).toBeNull();
    expect(gradeOnScale(scale("Aa", "aA", "AA"), "aa")).toBeNull();
  });

  it("is composed before it is compared", () => {
    expect(gradeOnScale(scale("Tr\u00e8s bien", "Bien"), "Tre\u0300s bien")).toBe("Tr\u00e8s bien");
    expect(gradeOnScale(scale("Tre\u0300s bien", "Bien"), "tr\u00e8s bien")).toBe("Tre\u0300s bien");
  });

  it("never reads a spelling that another grade of the scale has", () => {
    const own: Scale = { ...scale("A", "B"), spellings: { B: "A", x: "A", X: "B" } };
    expect(gradeOnScale(own, "B")).toBe("B");
    expect(gradeOnScale(own, "x")).toBe("A");
    expect(gradeOnScale(own, "X")).toBe("B");
    expect(gradeOnScale(own, " X ")).toBe("B");
  });
});

describe("a grade in a column of several qualifications", () => {
  const declared = ["gcse91", "gcse_double", "btec_l12"].map(builtIn);

  it.each([
    ["7", "gcse91", "7"],
    ["77", "gcse_double", "77"],
    ["9-8", "gcse_double", "98"],
    ["M2", "btec_l12", "L2M"],
  ])("%s is on %s alone", (typed, id, grade) => {
    expect(gradeOnScales(declared, typed)).toEqual({ scale: builtIn(id), grade });
  });

  it("is ambiguous on two of the scales, and nothing on none", () => {
    expect(gradeOnScales(declared, "U")).toBe("ambiguous");
    expect(gradeOnScales([builtIn("alevel"), builtIn("aslevel")], "a")).toBe("ambiguous");
    expect(gradeOnScales([builtIn("alevel"), builtIn("btec_ext_cert")], "D*")).toMatchObject({ grade: "D*" });
    expect(gradeOnScales(declared, "D1*")).toBeNull();
    expect(gradeOnScales([], "7")).toBeNull();
    expect(gradeOnScales([builtIn("gcse91"), builtIn("gcse91")], "7")).toMatchObject({ grade: "7" });
  });
});

describe("built-in scales to suggest", () => {
  it("have every grade that was typed", () => {
    expect(scalesWith(["6+", "6=", "U"])).toEqual(["gcse91_fine_pme"]);
    expect(scalesWith(["M2", "*2"])).toEqual(["btec_l12"]);
    expect(scalesWith(["6+", "7a"])).toEqual([]);
    expect(scalesWith([])).toEqual([]);
  });

  it("divide the declared one more finely", () => {
    expect(finerScales(builtIn("gcse91"), "6=")).toEqual(["gcse91_fine_pme"]);
    expect(finerScales(builtIn("gcse91"), "7a")).toEqual(["gcse91_fine_abc"]);
    expect(finerScales(builtIn("gcse91"), "4.6")).toEqual(["gcse91_fine_dec"]);
    expect(finerScales(builtIn("alevel"), "B+")).toEqual([]);
    expect(finerScales(scale("5", "4", "3", "2", "1"), "7")).toEqual([]);
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
