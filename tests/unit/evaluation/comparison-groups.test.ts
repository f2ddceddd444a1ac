import { describe, expect, test } from "vitest";
import { comparison } from "../../../loaders/evaluation/comparison.ts";
import { comparedGroup } from "../../../loaders/evaluation/comparison-group.ts";
import type { Models, StudentRow } from "../../../loaders/evaluation/models.ts";
import type { Comparison, ComparisonGroup } from "../../../loaders/evaluation/record.ts";
import type { StudentMeans } from "../../../loaders/evaluation/student-means.ts";
import type { Programme } from "../../../loaders/programme/load-settings.ts";
import type { ProgrammeSettings } from "../../../loaders/programme/schema.ts";
import { fraction } from "../../../loaders/statistics/fraction.ts";

/** One student: grades before and after in hundredths, so that those of mentees are fractions. */
interface Student extends Partial<StudentRow> {
  mentored?: boolean;
  before: number;
  after: number;
}

const row = (own: Student, i: number): StudentRow & Student => ({
  student_id: String(i).padStart(3, "0"),
  sex: null,
  year_group: "10",
  pupil_premium: null,
  sen: null,
  prior_attainment: null,
  prior_scale: null,
  ...own,
});

function compare(
  group: ComparisonGroup,
  given: readonly Student[],
  covariates: ProgrammeSettings["comparison"]["covariates"] = [],
): Comparison {
  const students = given.map(row);
  const means = students
    .filter(({ mentored }) => mentored)
    .toSorted((a, b) => (a.student_id < b.student_id ? -1 : 1))
    .map(
      ({ student_id, before, after }): StudentMeans => ({
        studentId: student_id,
        subjects: 1,
        before: fraction(before, 100),
        after: fraction(after, 100),
        atCeiling: false,
        atFloor: false,
        limit: 4,
      }),
    );
  const programme = {
    settings: { comparison: { group, covariates } },
    scales: new Map(),
  } as unknown as Programme;
  const models = {
    mentees: means.map(({ studentId }) => ({ student_id: studentId })),
    pairs: [],
    students: new Map(students.map((student) => [student.student_id, student])),
    comparisonMeans: students
      .filter(({ mentored }) => !mentored)
      .map(({ student_id, before, after }) => ({
        student_id,
        outcome: "effort",
        subjects_before: 1,
        subjects: 1,
        before: before / 100,
        after: after / 100,
      })),
  } as unknown as Models;
  return comparison(
    programme,
    models,
    means,
    ["effort"],
    comparedGroup(programme, models, means, ["effort"]),
  );
}

/** Whole numbers that look like chance and are the same in every run. */
const scattered = (n: number, seed: number) =>
  Array.from({ length: n }, (_, i) => ((i + 1) * 7919 * seed + 31 * i * i) % 101);

/** 20 mentored and 80 others of one year, the mentored rather low. */
const overlapping = (): Student[] => {
  const [first, second] = [scattered(100, 1), scattered(100, 3)];
  return first.map((value, i) => {
    const mentored = i % 5 === 0;
    const before = 200 + 2 * value - (mentored ? 60 : 0);
    return { mentored, before, after: before + second[i]! - 50, sex: i % 3 === 0 ? "F" : "M" };
  });
};

describe("by year group", () => {
  test("of one year nothing changes", () => {
    const { group: _, ...all } = compare("all-others", overlapping(), ["sex"]);
    const { group, ...years } = compare("year-group", overlapping(), ["sex", "year_group"]);
    expect(group).toBe("year-group");
    expect(years).toEqual(all);
  });

  // Year 7 gains 1.00, year 11 nothing; the mentored gain what their year gains, and most of them are in year 7.
  const twoYears = (extra: Student[] = []): Student[] =>
    [
      ...[...scattered(8, 1)].map((value) => ["7", true, 200 + value, 100] as const),
      ...[...scattered(2, 5)].map((value) => ["11", true, 300 + value, 0] as const),
      ...[...scattered(10, 2)].map((value) => ["7", false, 200 + value, 100] as const),
      ...[...scattered(40, 3)].map((value) => ["11", false, 300 + value, 0] as const),
    ]
      .map(([year_group, mentored, before, gain], i) => ({
        year_group,
        mentored,
        before,
        after: before + gain + (scattered(60, 7)[i]! % 5) - 2,
      }))
      .concat(extra as []);

  test("what a year gains is no gain of the mentored", () => {
    const { estimate, ci95 } = compare("all-others", twoYears()).gainDifference!;
    expect(estimate).toBeGreaterThan(0.5);
    expect(ci95[0]).toBeGreaterThan(0);
    const { gainDifference, ancova, menteeGain, comparisonGain, expectedGain, balance } = compare(
      "year-group",
      twoYears(),
    );
    expect(Math.abs(gainDifference!.estimate)).toBeLessThan(0.02);
    expect(Math.abs(ancova!.b)).toBeLessThan(0.02);
    expect(ancova!.covariates).toEqual([]);
    // As many in each year as were mentored: eight tenths of 1.00.
    expect(menteeGain).toBeCloseTo(0.8, 1);
    expect(comparisonGain).toBeCloseTo(0.8, 1);
    expect(expectedGain).toBeCloseTo(0.8, 1);
    expect(balance![0]!.comparison.n).toBe(50);
    expect(Math.abs(balance![0]!.comparison.mean! - balance![0]!.mentees.mean!)).toBeLessThan(0.3);
  });

  test("the difference before is the mean over mentees of that from the others of the year, in deviations within years", () => {
    const students = [
      ...[1, 2].map((before) => ({ mentored: true, year_group: "7", before: 100 * before, after: 200 })),
      ...[3, 5].map((before) => ({ year_group: "7", before: 100 * before, after: 200 })),
      ...[4].map((before) => ({ mentored: true, year_group: "8", before: 100 * before, after: 200 })),
      ...[2, 3, 4].map((before) => ({ year_group: "8", before: 100 * before, after: 200 })),
    ];
    const [{ g, mentees, comparison: others }] = compare("year-group", students).balance as [
      NonNullable<Comparison["balance"]>[number],
    ];
    // From the others' means 4 and 3: -3, -2 and +1 of the mentored; -1, +1, -1, 0 and +1 of the others.
    const pooled = Math.sqrt((26 / 3 + 4) / 6);
    expect([mentees.mean, others.mean]).toEqual([7 / 3, 7 / 3 + 4 / 3]);
    const correction = 1 - 3 / (4 * 6 - 1);
    expect(g).toBeCloseTo((-4 / 3 / pooled) * correction, 2);
  });

  test("the others' share is the one of as many in each year as were mentored, where none of the mentored has it too", () => {
    const students = [
      ["7", true, "M"],
      ["7", false, "F"],
      ["7", false, "M"],
      ["8", true, "M"],
      ["8", true, "M"],
      ["8", false, "M"],
      ["8", false, "M"],
      ["8", false, "M"],
    ].map(([year_group, mentored, sex], i) => ({
      ...({ year_group, mentored, sex } as Pick<Student, "year_group" | "mentored" | "sex">),
      before: 200 + 10 * i,
      after: 300 - 7 * i,
    }));
    const [, female] = compare("year-group", students, ["sex"]).balance!;
    expect(female).toMatchObject({ covariate: "sex: F", mentees: { n: 3, mean: 0 } });
    expect(female!.comparison.mean).toBeCloseTo(0.5 / 3, 12);
  });

  test("a mentee without anybody of the own year is counted and compared with nobody", () => {
    const alone = { mentored: true, year_group: "9", before: 200, after: 400 };
    const nobody = { mentored: true, year_group: null, before: 200, after: 400 };
    const found = compare("year-group", twoYears([alone, nobody]));
    expect(found).toMatchObject({ n: [10, 50], notCompared: 2 });
    expect(found.gainDifference).toEqual(compare("year-group", twoYears()).gainDifference);
    const apart = compare("year-group", [alone, { ...alone, mentored: false, year_group: "8" }]);
    expect(apart).toMatchObject({ n: null, notCompared: 1, ancova: null });
    expect(apart.why.n).toMatch(/^No other student of a mentee's own year group/);
  });
});

describe("matched", () => {
  test("brings the groups nearer, and leaves nobody out without a word", () => {
    const students = overlapping();
    const { matching, balance, n, notCompared, ancova, gainDifference } = compare("matched", students, [
      "sex",
    ]);
    expect(matching!.balanceBefore).toEqual(compare("all-others", students, ["sex"]).balance);
    expect(matching!.balanceBefore[0]!.class).toBe("fails");
    expect(Math.abs(balance![0]!.g!)).toBeLessThan(0.25);
    expect(matching!.matched + matching!.unmatched).toBe(20);
    expect([n, notCompared]).toEqual([[matching!.matched, matching!.matched], matching!.unmatched]);
    expect(ancova!.df).toBe(matching!.matched - 1);
    expect(gainDifference!.estimate).toBeCloseTo(
      compare("matched", students, ["sex"]).menteeGain! -
        compare("matched", students, ["sex"]).comparisonGain!,
      9,
    );
  });

  test("does not depend on the order of the lines", () => {
    const students = overlapping().map((student, i) => ({ ...student, student_id: `s${i + 100}` }));
    expect(compare("matched", students.toReversed(), ["sex"])).toEqual(compare("matched", students, ["sex"]));
  });

  test("where nothing before goes with being mentored, everybody is as near, and everybody is paired", () => {
    const students = [
      { mentored: true, before: 100, after: 300 },
      { mentored: true, before: 300, after: 310 },
      ...[0, 200, 400].map((before) => ({ before, after: before + 50 })),
    ];
    expect(compare("matched", students).matching).toMatchObject({ matched: 2, unmatched: 0 });
  });

  test("of partners as near the first of the list is not taken more often", () => {
    // All stand at one of two grades; the first half of the others gain less than the second.
    const students = Array.from({ length: 240 }, (_, i) => ({
      mentored: i < 40,
      before: i % 2 === 0 || i % 7 === 0 ? 200 : 300,
      after: i < 140 ? 300 : 400,
    }));
    const { comparisonGain, matching } = compare("matched", students);
    const low = students.filter(({ mentored, before }) => mentored && before === 200).length / 40;
    const even = 3.5 - (low * 2 + (1 - low) * 3);
    expect(matching!.matched).toBe(40);
    expect(Math.abs(comparisonGain! - even)).toBeLessThan(0.2);
  });

  test("a characteristic that is not known of a mentee is not matched on, and named", () => {
    const students = overlapping().map((student, i) => ({
      ...student,
      pupil_premium: i === 5 ? null : i % 4 === 0,
    }));
    const { matching, ancova } = compare("matched", students, ["sex", "pupil_premium"]);
    expect(matching!.covariates).toEqual(["sex: F"]);
    expect(matching!.notUsed).toEqual([
      {
        covariate: "pupil_premium",
        label: "Pupil premium",
        why: "It is not known of 1 of the mentored students.",
      },
    ]);
    expect(ancova!.covariates).not.toContain("pupil_premium");
  });

  test("others of whom a characteristic is not known are no partners", () => {
    const students = overlapping().map((student, i) => ({
      ...student,
      sex: i % 5 === 1 ? null : student.sex!,
    }));
    expect(compare("matched", students, ["sex"]).matching!.others).toBe(60);
    expect(compare("matched", students).matching!.others).toBe(80);
  });

  test.each<[string, Student[], RegExp]>([
    [
      "a characteristic that tells the mentored from the others is named",
      overlapping().map((student) => ({ ...student, sex: student.mentored ? "F" : "M" })),
      /one characteristic alone tells the mentored students from the others \(female\)\.$/,
    ],
    [
      "so is what several tell together",
      // The mentored lie above the diagonal of both, and below it the others.
      [1, 2, 3, 4, 5, 6].flatMap((value) => [
        { mentored: true, before: 100 * value, after: 300, prior_attainment: value + 2 },
        { before: 100 * value, after: 300, prior_attainment: value - 1 },
      ]),
      /taken together, the grades before and the other characteristics tell/,
    ],
    [
      "nobody differs before",
      overlapping().map((student) => ({ ...student, before: 200 })),
      /^The chance of being mentored cannot be estimated/,
    ],
    [
      "two students",
      [
        { mentored: true, before: 200, after: 300 },
        { before: 200, after: 300 },
      ],
      /^The chance of being mentored cannot be estimated/,
    ],
    [
      "one characteristic follows from another",
      overlapping().map((student) => ({ ...student, prior_attainment: student.before / 7 })),
      /^The chance of being mentored cannot be estimated/,
    ],
    [
      "nobody near enough",
      [
        { mentored: true, before: 100, after: 300 },
        { before: 0, after: 200 },
        { mentored: true, before: 350, after: 300 },
        { before: 200, after: 200 },
        { before: 500, after: 300 },
      ],
      /^No other student was near enough to a mentored one before the start\.$/,
    ],
  ])("gives nothing and a reason: %s", (_, students, reason) => {
    const found = compare("matched", students, ["sex", "prior_attainment"]);
    expect(found).toMatchObject({ n: null, balance: null, ancova: null, gainDifference: null });
    expect(found.why.n).toMatch(reason);
    expect(found.matching).toMatchObject({ matched: 0, why: found.why.n });
    expect(found.notCompared).toBe(students.filter(({ mentored }) => mentored).length);
  });
});
