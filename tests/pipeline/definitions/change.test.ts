import { describe, expect, test } from "vitest";
import type { Change } from "../../../loaders/evaluation/record.ts";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

const start = "2024-01-08";
const end = "2024-03-01";
const before = plusDays(start, -7);
const after = plusDays(start, 42);
const two = [
  { id: "effort", label: "Effort", scale: "five" },
  { id: "homework", label: "Homework", scale: "five" },
];

/** Mentors everyone who is named from start to end. */
async function evaluate(reviews: string[], settings: TinyProgramme["settings"] = {}) {
  const ids = new Set(reviews.map((line) => line.split(",")[0]!));
  const agreements = [...ids].map((id) => `${id}, m, ${start}, ${end}, completed`);
  return (await evaluateTiny({ settings, reviews, agreements })).record;
}

/** Grades of the subjects s0, s1, ... of a student, before and after: "224" to "334". */
const subjects = (id: string, was: string, is: string, criterion = "effort") =>
  [...was].flatMap((grade, i) => [
    `${id}, s${i}, ${before}, ${criterion}, ${grade}`,
    `${id}, s${i}, ${after}, ${criterion}, ${is[i]}`,
  ]);

/** One subject by several teachers. */
const teachers = (id: string, was: string, is: string) => [
  ...[...was].map((grade, i) => `${id}, s0, ${before}, effort, ${grade}, t${i}`),
  ...[...is].map((grade, i) => `${id}, s0, ${after}, effort, ${grade}, t${i}`),
];

const changeOf = async (reviews: string[], settings?: TinyProgramme["settings"]): Promise<Change> =>
  (await evaluate(reviews, settings)).criteria[0]!.change;

describe("change is computed on one number a student", () => {
  test("the mean over the student's measured subjects, so that many subjects weigh no more than one", async () => {
    const change = await changeOf([
      ...subjects("ann", "2222", "3323"), // +3/4
      ...subjects("bob", "4", "2"), // -2
      `bob, unmeasured, ${before}, effort, 5`,
    ]);
    expect(change).toMatchObject({ n: 2, meanBefore: 3, meanAfter: 2.375, mean: -0.625 });
    expect(change.signTest).toMatchObject({ up: 1, down: 1, same: 0, p: 1 });
    expect(change.superiority).toBe(0.5);
  });

  test("up in one subject and down in another is no change of the student", async () => {
    const change = await changeOf([...subjects("ann", "23", "32"), ...subjects("bob", "23", "24")]);
    expect(change.signTest).toMatchObject({ up: 1, down: 0, same: 1 });
    expect(change.superiority).toBe(0.75);
  });

  test("ranks count 1 for the worst grade and one step a grade, whatever the grades are called", async () => {
    const settings = { scales: [{ id: "five", label: "Letters", bestFirst: ["A", "B", "C", "D", "E"] }] };
    expect(await changeOf(subjects("ann", "EB", "DA"), settings)).toMatchObject({
      meanBefore: 2.5,
      meanAfter: 3.5,
    });
  });
});

describe("ties between students are judged exactly", () => {
  test("a third from one subject of three ties with a third from three teachers, and with two of six", async () => {
    const change = await changeOf([
      ...subjects("ann", "222", "223"), // +1/3 by subjects
      ...teachers("bob", "222", "223"), // +1/3 by teachers
      ...subjects("cat", "111111", "112112"), // +2/6
      ...subjects("dan", "555", "554"), // -1/3
      ...teachers("eve", "112", "1"), // -1/3
      ...subjects("fay", "333", "343"), // +1/3, from other grades
    ]);
    // All six tie: mid-rank 3.5 each, so T+ = 14 and p is that of the sign test, 2 P(X <= 2 of 6) = 0.6875.
    expect(change.signTest).toMatchObject({ up: 4, down: 2, same: 0, p: 0.6875 });
    expect(change.pExact).toBe(0.6875);
  });

  test("all gains equal to a third: no interval, though floating point sees a spread", async () => {
    const change = await changeOf([
      ...subjects("ann", "222", "223"),
      ...teachers("bob", "445", "455"), // 13/3 to 14/3
      ...subjects("cat", "111111", "112112"),
    ]);
    expect(change).toMatchObject({ n: 3, ci95: null, gPre: null, gAv: null, gZ: null });
    expect(change.mean).toBeCloseTo(1 / 3, 15);
    expect(change.pExact).toBe(0.25);
    expect(change.why).toMatch(/same amount/);
  });

  test("the means of two criteria tie exactly too", async () => {
    const record = await evaluate(
      [
        ...subjects("ann", "222", "223"),
        ...subjects("ann", "222", "223", "homework"), // mean of 1/3 and 1/3
        ...subjects("bob", "222", "233"),
        ...subjects("bob", "2", "2", "homework"), // mean of 2/3 and 0
        ...subjects("cat", "333", "332"), // -1/3, on one criterion alone
      ],
      { criteria: two },
    );
    // |d| are all 1/3: two up and one down, p = min(1, 2 P(X <= 1 of 3)) = 1.
    expect(record.primary.change).toMatchObject({
      n: 3,
      pExact: 1,
      signTest: { up: 2, down: 1, same: 0, p: 1 },
    });
  });
});

describe("primary outcome", () => {
  test("criteria-mean is the mean over criteria of the per-criterion means, not of all the reviews", async () => {
    const reviews = [
      ...subjects("ann", "1111", "2222"), // effort +1 in four subjects
      ...subjects("ann", "3", "1", "homework"), // homework -2 in one
      ...subjects("bob", "2", "5"), // effort alone: +3
    ];
    const { primary } = await evaluate(reviews, { criteria: two });
    expect(primary.outcome).toBe("criteria-mean");
    expect(primary.change).toMatchObject({ n: 2, meanBefore: 2, meanAfter: 3.25, mean: 1.25 });
    expect(primary.change.signTest).toMatchObject({ up: 1, down: 1 });
  });

  test("a named criterion, or the predicted grade, is the primary outcome where programme.json says so", async () => {
    const reviews = [...subjects("ann", "1", "2"), ...subjects("ann", "4", "2", "homework")];
    const { primary, criteria } = await evaluate(reviews, { criteria: two, primaryOutcome: "homework" });
    expect(primary.change).toMatchObject({ n: 1, mean: -2 });
    expect(criteria.map(({ id }) => id)).toEqual(["effort", "homework"]);

    const { record } = await evaluateTiny({
      settings: { primaryOutcome: "predictions" },
      predictions: [`ann, Maths, ${before}, predicted, 4`, `ann, Maths, ${after}, predicted, 7`],
      agreements: [`ann, m, ${start}, ${end}, completed`],
    });
    expect(record.primary.change.mean).toBe(3);
  });
});

describe("the interval of a mean change", () => {
  test("is clipped to plus or minus the number of grades less one", async () => {
    const up = await changeOf([
      ...subjects("ann", "1", "5"),
      ...subjects("bob", "1", "2"),
      ...subjects("cat", "1", "5"),
    ]);
    expect(up.ci95![1]).toBe(4);
    expect(up.ci95![0]).toBeGreaterThan(-4);
    const down = await changeOf([...subjects("ann", "5", "1"), ...subjects("bob", "5", "4")]);
    expect(down.ci95).toEqual([-4, 4]);
  });

  test("is the t interval on the students' gains", async () => {
    const change = await changeOf(
      [..."abcde"].flatMap((id, i) => subjects(id, "22222", "33333".slice(0, i).padEnd(5, "2"))),
    );
    // Gains 0, 0.2, 0.4, 0.6, 0.8: mean 0.4, sd sqrt(0.1), t(0.975, 4) = 2.7764451051977987.
    const half = 2.7764451051977987 * Math.sqrt(0.1 / 5);
    expect(change.mean).toBeCloseTo(0.4, 12);
    expect(change.ci95![0]).toBeCloseTo(0.4 - half, 9);
    expect(change.ci95![1]).toBeCloseTo(0.4 + half, 9);
  });

  test("all gains equal, or all zero: null with a why, and the rest is kept", async () => {
    const same = await changeOf([
      ...subjects("ann", "1", "2"),
      ...subjects("bob", "3", "4"),
      ...subjects("cat", "2", "3"),
    ]);
    expect(same).toMatchObject({ n: 3, mean: 1, ci95: null, gPre: null, gAv: null, gZ: null, pExact: 0.25 });
    expect(same.hodgesLehmann.estimate).toBe(1);
    expect(same.why).toMatch(/same amount/);
    const none = await changeOf([...subjects("ann", "1", "1"), ...subjects("bob", "3", "3")]);
    expect(none).toMatchObject({ n: 2, mean: 0, ci95: null, gPre: null, pExact: 1, superiority: 0.5 });
    expect(none.signTest).toEqual({ up: 0, down: 0, same: 2, p: 1 });
    expect(none.why).toMatch(/No student changed/);
  });
});

describe("few students", () => {
  test("one student: the figures there are, and a why for those that are not", async () => {
    const record = await evaluate(subjects("ann", "23", "34"));
    expect(record.criteria[0]!.change).toMatchObject({
      n: 1,
      meanBefore: 2.5,
      meanAfter: 3.5,
      mean: 1,
      ci95: null,
      pExact: 1,
      gPre: null,
      superiority: 1,
    });
    expect(record.criteria[0]!.change.why).toMatch(/One student/);
    expect(record.primary.verdict).toBe("not enough data");
  });

  test("nobody measured: nulls with a why, and zero in every count", async () => {
    const record = await evaluate([`ann, Maths, ${before}, effort, 3`]);
    expect(record.criteria[0]!.change).toMatchObject({
      n: 0,
      mean: null,
      ci95: null,
      pExact: null,
      pHolm: null,
    });
    expect(record.criteria[0]!.change.signTest).toMatchObject({ up: 0, down: 0, same: 0 });
    expect(record.criteria[0]!.change.why).toMatch(/No student/);
    expect(record.cohort).toMatchObject({ started: 1, measured: 0, unmeasured: 1, bySex: {} });
    expect(record.primary.verdict).toBe("not enough data");
  });

  test("five are described, six are judged", async () => {
    const declines = (ids: string) => [...ids].flatMap((id, i) => subjects(id, "55", i === 0 ? "43" : "33"));
    expect((await evaluate(declines("abcde"))).primary.verdict).toBe("not enough data");
    expect((await evaluate(declines("abcdef"))).primary.verdict).toBe("fell");
  });

  test("however large the gain, without a comparison the verdict is no more than inconclusive", async () => {
    const record = await evaluate(
      [..."abcdefghij"].flatMap((id, i) => subjects(id, "11", i === 0 ? "54" : "55")),
    );
    expect(record.primary.change.ci95![0]).toBeGreaterThan(0);
    expect(record.primary.verdict).toBe("inconclusive");
  });
});

describe("students who could not move", () => {
  test("at the ceiling, or the floor, in every measured subject before: a share of the measured", async () => {
    const change = await changeOf([
      ...subjects("ann", "55", "54"), // at the ceiling
      ...subjects("bob", "54", "55"), // could rise in one
      ...subjects("cat", "1", "2"), // at the floor
      ...subjects("dan", "3", "3"),
      ...teachers("eve", "55", "5"), // two teachers, both the best grade
    ]);
    expect(change).toMatchObject({ n: 5, atCeilingBefore: 0.4, atFloorBefore: 0.2 });
  });

  test("the ceiling is the best grade, also where 1 is best", async () => {
    const settings = { scales: [{ id: "five", label: "1 is best", bestFirst: ["1", "2", "3", "4", "5"] }] };
    const change = await changeOf([...subjects("ann", "1", "2"), ...subjects("bob", "2", "1")], settings);
    expect(change).toMatchObject({ atCeilingBefore: 0.5, atFloorBefore: 0, meanBefore: 4.5 });
  });
});

describe("Holm over the criteria", () => {
  test("a criterion nobody was measured on has null, and is not one of the tests", async () => {
    const criteria = [...two, { id: "deadlines", label: "Deadlines", scale: "five" }];
    const ids = [..."abcdef"];
    const record = await evaluate(
      [
        ...ids.flatMap((id) => subjects(id, "2", "3")), // p = 2/64
        ...ids.flatMap((id, i) => subjects(id, "3", i < 5 ? "4" : "2", "deadlines")), // five up, one down
        ...ids.map((id) => `${id}, s0, ${before}, homework, 3`),
      ],
      { criteria },
    );
    expect(record.criteria.map(({ id }) => id)).toEqual(["effort", "homework", "deadlines"]);
    const [effort, homework, deadlines] = record.criteria.map(({ change }) => change);
    expect([effort!.pExact, effort!.pHolm]).toEqual([2 / 64, 4 / 64]);
    expect([homework!.pExact, homework!.pHolm]).toEqual([null, null]);
    expect([deadlines!.pExact, deadlines!.pHolm]).toEqual([14 / 64, 14 / 64]);
  });
});
