import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

const start = "2024-01-08"; // a Monday
const friday = (week: number) => plusDays(start, 7 * week - 3);

/** A student with reviews that make a measured pair, were the student not a quick leaver. */
const reviewed = (id: string) => [
  `${id}, Maths, ${plusDays(start, -7)}, effort, 2`,
  `${id}, Maths, ${plusDays(start, 28)}, effort, 3`,
];

async function cohort(agreements: string[], more: TinyProgramme = {}) {
  const ids = new Set(agreements.map((line) => line.split(",")[0]!));
  const { record } = await evaluateTiny({ reviews: [...ids].flatMap(reviewed), agreements, ...more });
  return record.cohort;
}

describe("several agreements of a mentee: from the first start to the last end", () => {
  test("one mentee with three agreements started once", async () => {
    const agreements = [
      `ann, m, ${start}, ${friday(2)}, extended`,
      `ann, n, ${plusDays(start, 14)}, ${friday(4)}, extended`,
      `ann, m, ${plusDays(start, 28)}, ${friday(6)}, completed`,
    ];
    expect(await cohort(agreements)).toMatchObject({ started: 1, measured: 1, weeks: { min: 6, max: 6 } });
  });

  test("the baseline is before the first start and the follow-up after the last end", async () => {
    const second = plusDays(start, 42);
    const { record } = await evaluateTiny({
      reviews: [
        `ann, Maths, ${plusDays(start, -7)}, effort, 1`,
        `ann, Maths, ${plusDays(second, -1)}, effort, 2`,
        `ann, Maths, ${plusDays(second, 25 + 28)}, effort, 5`,
      ],
      // The later agreement stands first: the order of lines means nothing.
      agreements: [
        `ann, m, ${second}, ${plusDays(second, 25)}, completed`,
        `ann, m, ${start}, ${friday(3)}, extended`,
      ],
    });
    expect(record.criteria[0]!.change).toMatchObject({ n: 1, meanBefore: 1, meanAfter: 5 });
  });

  test("the last end counts, also where the agreement that started last ended first", async () => {
    const agreements = [
      `ann, m, ${start}, ${friday(8)}, completed`,
      `ann, n, ${plusDays(start, 7)}, ${friday(2)}, no_progress`,
    ];
    expect(await cohort(agreements)).toMatchObject({ quickLeavers: 0, weeks: { min: 8, max: 8 } });
  });

  test("weeks of the gap between two agreements are not weeks on the programme", async () => {
    const agreements = [
      `ann, m, ${start}, ${friday(2)}, extended`,
      `ann, m, ${plusDays(start, 35)}, ${friday(8)}, completed`, // weeks 6, 7 and 8
    ];
    expect(await cohort(agreements)).toMatchObject({ weeks: { min: 5, median: 5, max: 5 } });
  });

  test("a week in two overlapping or adjoining agreements counts once", async () => {
    const agreements = [
      `ann, m, ${start}, ${plusDays(start, 23)}, extended`, // to Wednesday of week 4
      `ann, m, ${plusDays(start, 24)}, ${friday(6)}, completed`, // from Thursday of week 4
      `ann, n, ${plusDays(start, 7)}, ${friday(3)}, completed`,
    ];
    expect(await cohort(agreements)).toMatchObject({ weeks: { min: 6, max: 6 } });
  });

  test("one running agreement keeps the mentee active, whatever the others did", async () => {
    const agreements = [`ann, m, ${start}, ${friday(2)}, no_progress`, `ann, n, ${plusDays(start, 14)}`];
    expect(await cohort(agreements)).toMatchObject({ active: 1, quickLeavers: 0, measured: 1 });
  });

  test("an agreement that starts after asOf is not used: its student did not start", async () => {
    const settings = { asOf: friday(6) };
    const agreements = [
      `ann, m, ${start}, ${friday(5)}, completed`,
      `ann, m, ${plusDays(start, 41)}`, // the day after asOf but one
      `bob, m, ${plusDays(friday(6), 1)}`,
      `cat, m, ${friday(6)}`, // on asOf: has started
    ];
    expect(await cohort(agreements, { settings })).toMatchObject({
      started: 2,
      measured: 1,
      active: 1,
      weeks: { min: 5, max: 5 },
    });
  });
});

describe("a quick leaver's agreement ended, not completed, in fewer than quickLeaverWeeks weeks", () => {
  test("by weeks and reason", async () => {
    const quick = async (ended: string, reason: string) =>
      (await cohort([`ann, m, ${start}, ${ended}, ${reason}`])).quickLeavers;
    expect(await quick(friday(2), "completed")).toBe(0);
    expect(await quick(friday(3), "no_progress")).toBe(1);
    expect(await quick(friday(3), "withdrew")).toBe(1);
    expect(await quick(friday(3), "")).toBe(1); // ended, and nothing says completed
    expect(await quick(friday(4), "no_progress")).toBe(0); // exactly quickLeaverWeeks
    expect(await quick(plusDays(start, 21), "no_progress")).toBe(0); // the Monday of the fourth week
    expect(await quick(plusDays(start, 20), "no_progress")).toBe(1); // the Sunday before it
  });

  test("quickLeaverWeeks is a setting; with 0 nobody is a quick leaver", async () => {
    const agreements = [`ann, m, ${start}, ${friday(5)}, left`, `bob, m, ${start}, ${start}, left`];
    const quick = async (quickLeaverWeeks: number) =>
      (await cohort(agreements, { settings: { agreement: { quickLeaverWeeks } } })).quickLeavers;
    expect(await quick(6)).toBe(2);
    expect(await quick(5)).toBe(1);
    expect(await quick(0)).toBe(0);
  });

  test("weeks are school weeks: a holiday in between makes a quick leaver of five calendar weeks", async () => {
    const calendar = [`${plusDays(start, 7)}, ${plusDays(start, 20)}, holiday`];
    expect(await cohort([`ann, m, ${start}, ${friday(5)}, withdrew`], { calendar })).toMatchObject({
      quickLeavers: 1,
    });
  });

  test("an active mentee is never a quick leaver, however short the time", async () => {
    const agreements = [`ann, m, ${plusDays(start, 28)}`, `bob, m, ${start}, ${friday(6)}, no_progress`];
    expect(await cohort(agreements, { settings: { asOf: plusDays(start, 30) } })).toMatchObject({
      started: 2,
      quickLeavers: 0,
      active: 2,
    });
  });

  // The contract speaks of one agreement. Read for a student: the weeks of all agreements together, and the reason of
  // the one that ended last.
  test("two short agreements: their weeks together, and the last reason, decide", async () => {
    const agreements = [
      `ann, m, ${start}, ${friday(2)}, no_progress`,
      `ann, m, ${plusDays(start, 28)}, ${friday(6)}, withdrew`, // 2 + 2 weeks
      `bob, m, ${start}, ${friday(1)}, withdrew`,
      `bob, m, ${plusDays(start, 28)}, ${friday(5)}, no_progress`, // 1 + 1 weeks
      `cat, m, ${start}, ${friday(1)}, withdrew`,
      `cat, m, ${plusDays(start, 28)}, ${friday(5)}, completed`,
    ];
    expect(await cohort(agreements)).toMatchObject({ started: 3, quickLeavers: 1, measured: 2 });
  });

  test("two agreements that end the same day for two reasons: completed is not lost by the order of lines", async () => {
    const agreements = [
      `ann, m, ${start}, ${friday(2)}, completed`,
      `ann, n, ${start}, ${friday(2)}, no_progress`,
    ];
    const counts = [await cohort(agreements), await cohort(agreements.toReversed())];
    expect(counts.map(({ quickLeavers }) => quickLeavers)).toEqual([0, 0]);
  });

  test("a quick leaver is never measured, but started, and keeps the pairs as not measured", async () => {
    const agreements = [
      `ann, m, ${start}, ${friday(2)}, no_progress`,
      `bob, m, ${start}, ${friday(6)}, completed`,
    ];
    const { record } = await evaluateTiny({
      // Both have a review on the last day that counts for Ann; hers would be a measured pair.
      reviews: [...reviewed("ann"), ...reviewed("bob")],
      agreements,
    });
    expect(record.cohort).toMatchObject({
      started: 2,
      measured: 1,
      unmeasured: 0,
      quickLeavers: 1,
      weeks: { min: 6, max: 6 },
    });
    expect(record.criteria[0]!.students).toMatchObject({ measured: 1, notMeasured: 1 });
    expect(record.criteria[0]!.pairs).toMatchObject({ measured: 1, notMeasured: 1 });
    expect(record.criteria[0]!.change.n).toBe(1);
  });
});

describe("cohort", () => {
  test("started = measured + unmeasured + quickLeavers; sex and weeks are of the measured", async () => {
    const { record } = await evaluateTiny({
      students: ["ann, 11, F", "bob, 11, M", "cat, 11, F", "dan, 11"],
      reviews: [
        ...reviewed("ann"),
        ...reviewed("dan"),
        ...reviewed("cat"),
        `bob, Maths, ${start}, effort, 3`,
      ],
      agreements: [
        `ann, m, ${start}, ${friday(5)}, completed`,
        `bob, m, ${start}, ${friday(9)}, completed`,
        `cat, m, ${start}, ${friday(3)}, withdrew`,
        `dan, m, ${start}, ${friday(8)}, no_progress`,
      ],
    });
    expect(record.cohort).toMatchObject({
      started: 4,
      measured: 2,
      unmeasured: 1,
      quickLeavers: 1,
      active: 0,
      bySex: { F: 1, unknown: 1 },
      weeks: { min: 5, median: 6.5, max: 8 },
    });
  });

  test("a student measured on the predicted grade only is measured", async () => {
    const { record } = await evaluateTiny({
      predictions: [
        `ann, Maths, ${start}, predicted, 4`,
        `ann, Maths, ${plusDays(start, 30)}, predicted, 5`,
        `bob, Maths, ${start}, target, 4`,
        `bob, Maths, ${plusDays(start, 30)}, working_at, 5`,
      ],
      agreements: [`ann, m, ${start}, ${friday(6)}, completed`, `bob, m, ${start}, ${friday(6)}, completed`],
    });
    expect(record.cohort).toMatchObject({ started: 2, measured: 1, unmeasured: 1 });
    expect(record.predictions.students).toMatchObject({ measured: 1, improved: 1, notMeasured: 1 });
    expect(record.predictions.pairs).toMatchObject({ measured: 1, notMeasured: 0 });
    expect(record.criteria[0]!.students).toMatchObject({ measured: 0, notMeasured: 2 });
  });
});
