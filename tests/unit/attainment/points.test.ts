import { describe, expect, it } from "vitest";
import { againstAlike } from "../../../loaders/attainment/against-alike.ts";
import { averagePoints } from "../../../loaders/attainment/average-points.ts";
import { gradePoints } from "../../../loaders/attainment/grade-points.ts";
import { passRank } from "../../../loaders/attainment/pass-rank.ts";
import { predictionAccuracy } from "../../../loaders/attainment/prediction-accuracy.ts";
import { startingBands } from "../../../loaders/attainment/starting-bands.ts";
import { gradeWorth, scaleWorth } from "../../../loaders/programme/grade-worth.ts";
import { resolveSettings } from "../../../loaders/programme/load-settings.ts";
import { pointsLines, qualificationOfScale } from "../../../loaders/programme/points-tables.ts";
import { builtInScales } from "../../../loaders/programme/scales.ts";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";

const programme = (qualifications: ProgrammeInput["qualifications"]) =>
  resolveSettings("", {
    name: "Mentoring",
    institution: "A school",
    phase: "secondary",
    academicYear: "2023-24",
    asOf: "2024-05-31",
    scales: [{ id: "own", label: "Our grades", bestFirst: ["Dist*", "Dist", "Merit", "Pass", "U"] }],
    criteria: [{ id: "effort", label: "Effort", scale: "effort_4best" }],
    qualifications,
  });

/** Points of a grade of a programme with these lines, or why it has none. */
function worthOf(
  qualifications: ProgrammeInput["qualifications"],
  scale: string,
  grade: string,
  qualification: string | null = null,
  stage: "ks4" | "ks5" = "ks4",
) {
  const found = gradeWorth(programme(qualifications))(stage, {
    subject: "Sport",
    qualification,
    scale,
    grade,
  });
  return typeof found === "string" ? found : found.points;
}

describe("points of a grade", () => {
  it.each([
    ["gcse91", "9", 9],
    ["gcse_legacy", "A*", 8.5],
    ["gcse_legacy", "C", 4],
    ["gcse_double", "54", 4.5],
    ["btec_l12", "L2M", 5.5],
    ["btec_l12", "L1P", 1.25],
    ["gcse91", "U", 0],
  ])("%s %s is %d", (scale, grade, points) => {
    expect(worthOf([{ match: "*", scale }], scale, grade)).toBe(points);
  });

  it("of an AS level are those of the stage", () => {
    expect(worthOf([], "aslevel", "A", null, "ks4")).toBe(10.75);
    expect(worthOf([], "aslevel", "A", null, "ks5")).toBe(25);
  });

  it("are those of the qualification that the export names, before those of the scale", () => {
    expect(worthOf([], "btec_l12", "L1P", "BTEC Level 1/Level 2 First Award")).toBe(1.75);
    expect(worthOf([], "btec_l12", "L1P", "Some award nobody knows")).toBe(1.25);
  });

  it("are those that programme.json declares, before all", () => {
    const line = { match: "Sport", scale: "btec_l12", points: "btec level 1/level 2 first award" };
    expect(worthOf([line], "btec_l12", "L1P", "BTEC Level 1/Level 2 Tech Award")).toBe(1.75);
  });

  it("of a scale of the school's own need the declaration", () => {
    expect(worthOf([{ match: "*", scale: "own" }], "own", "Merit")).toBe("unknown qualification");
    const line = { match: "*", scale: "own", points: "NCFE Level 2 Certificate" };
    expect(worthOf([line], "own", "Merit")).toBe(5.5);
    expect(worthOf([line], "own", "Dist")).toBe("unknown grade");
  });

  it("are not chosen where the table has two values for one grade", () => {
    expect(gradePoints(pointsLines, "ks4", "EAL Level 2 First Certificate", "Merit")).toBe("two values");
  });

  it("of scales without a table are unknown, never nothing", () => {
    expect(worthOf([], "ks3_levels", "5B")).toBe("unknown qualification");
    expect(worthOf([], "tlevel", "Merit", null, "ks5")).toBe("unknown qualification");
  });
});

describe("the tables of points", () => {
  const scales = builtInScales.flatMap((scale) =>
    (["ks4", "ks5"] as const).flatMap((stage) => {
      const qualification = qualificationOfScale(stage, scale.id);
      return qualification === null ? [] : [{ scale, stage, qualification }];
    }),
  );

  it.each(scales)(
    "give $stage points to every grade of $scale.id, falling from the best to the worst",
    (each) => {
      const points = each.scale.bestFirst.map((grade) => {
        const found = gradePoints(pointsLines, each.stage, each.qualification, grade);
        return typeof found === "string" ? found : found.points;
      });
      expect(points).toEqual(points.toSorted((a, b) => Number(b) - Number(a)));
      expect(points.every((value) => typeof value === "number")).toBe(true);
      expect(new Set(points).size).toBe(points.length);
    },
  );

  it("count a double award as two qualifications, an AS level after 16 as half of one", () => {
    const size = (qualification: string, stage: "ks4" | "ks5", grade: string) => {
      const found = gradePoints(pointsLines, stage, qualification, grade);
      return typeof found === "string" ? found : found.size;
    };
    expect(size("GCSE (9-1) Full Course (Double Award)", "ks4", "77")).toBe(2);
    expect(size("AS level", "ks5", "B")).toBe(0.5);
  });
});

describe("the lowest pass of a scale", () => {
  const of = (id: string, points: number) => {
    const all = programme([]).scales;
    const rank = passRank(scaleWorth(programme([]), id)!.worth, points);
    return rank && all.get(id)!.bestFirst[all.get(id)!.bestFirst.length - rank];
  };

  it("is C, 4, 44, or a pass at level 2 for four points", () => {
    expect(["gcse_legacy", "gcse91", "gcse_double", "btec_l12"].map((id) => of(id, 4))).toEqual([
      "C",
      "4",
      "44",
      "L2P",
    ]);
  });

  it("is 5 and 55 for five points", () => {
    expect(["gcse91", "gcse_double"].map((id) => of(id, 5))).toEqual(["5", "55"]);
  });

  it("is unknown where no grade is worth it, or grades without points come between", () => {
    expect(passRank([3, 2], 4)).toBeNull();
    expect(passRank([6, null, 4], 4)).toBeNull();
    expect(passRank([6, 5, 4], 4)).toBe(1);
  });
});

describe("average points", () => {
  it("weigh by size: an AS level at A is half an A level at A", () => {
    expect(averagePoints([{ points: 25, size: 0.5 }])).toBe(50);
    expect(
      averagePoints([
        { points: 60, size: 1 },
        { points: 10, size: 0.5 },
      ]),
    ).toBeCloseTo(70 / 1.5, 12);
    expect(averagePoints([])).toBeNull();
    expect(() => averagePoints([{ points: 1, size: 0 }])).toThrow("give sizes above 0");
  });
});

describe("starting bands", () => {
  it("are fifths of different scores", () => {
    const scores = Array.from({ length: 10 }, (_, i) => 100 + i);
    expect(startingBands(scores)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it("never part equal scores, and keep to the order of the scores", () => {
    const scores = [4, 4, 4, 4, 4, 4, 5, 5, 3, 3];
    const bands = startingBands(scores);
    expect(bands).toEqual([1, 1, 1, 1, 1, 1, 4, 4, 0, 0]);
    expect(startingBands([5, 5, 5])).toEqual([0, 0, 0]);
    expect(startingBands([])).toEqual([]);
    expect(() => startingBands([1, Number.NaN])).toThrow("give finite numbers");
  });
});

describe("a value against the others of its group", () => {
  it("leaves the value itself out, and needs enough others", () => {
    const values = [1, 2, 6].map((value) => ({ group: "g", value }));
    expect(againstAlike(values, 2)).toEqual([1 - 4, 2 - 3.5, 6 - 1.5]);
    expect(againstAlike(values, 3)).toEqual([null, null, null]);
    expect(() => againstAlike(values, 0)).toThrow("whole number of at least 1");
  });
});

describe("prediction accuracy", () => {
  it("counts half a grade over as over and within one, and a grade and a half as further away", () => {
    const found = predictionAccuracy([
      { by: 1, teachers: 2 },
      { by: 3, teachers: 2 },
      { by: -1, teachers: 1 },
      { by: 0, teachers: 2 },
    ]);
    expect([found.n, found.exact.k, found.withinOne.k, found.over.k, found.under.k]).toEqual([4, 1, 3, 2, 1]);
  });

  it("of nobody has no intervals", () => {
    expect(predictionAccuracy([]).exact).toEqual({ k: 0, ci95: null });
    expect(() => predictionAccuracy([{ by: 0.5, teachers: 1 }])).toThrow("whole number");
  });
});
