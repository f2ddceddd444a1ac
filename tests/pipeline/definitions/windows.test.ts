import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

/** A Monday, and the Friday eight weeks later; 60 days before, 28 days after and 4 weeks are the defaults. */
const start = "2024-01-08";
const end = "2024-03-01";
const completed = `ann, m, ${start}, ${end}, completed`;

/** Effort of Ann, mentored from start to end: what became of her one subject, with the ranks used. */
async function effort(
  grades: Record<string, number>,
  { agreements = [completed], settings = {} }: Pick<TinyProgramme, "agreements" | "settings"> = {},
) {
  const reviews = Object.entries(grades).map(([date, grade]) => `ann, Maths, ${date}, effort, ${grade}`);
  const { record } = await evaluateTiny({ settings, reviews, agreements });
  const { pairs, change } = record.criteria[0]!;
  return {
    measured: pairs.measured,
    notMeasured: pairs.notMeasured,
    before: change.meanBefore,
    after: change.meanAfter,
    cohort: record.cohort,
  };
}

const after = plusDays(start, 42);
const before = plusDays(start, -7);
const used = (ranks: { before: number; after: number }) => ({ measured: 1, notMeasured: 0, ...ranks });
const notMeasured = { measured: 0, notMeasured: 1, before: null, after: null };
const noPair = { measured: 0, notMeasured: 0, before: null, after: null };

describe("baseline: the last review on or before the start, at most baselineDaysBefore earlier", () => {
  test("the last of several reviews before the start is used", async () => {
    const grades = {
      [plusDays(start, -30)]: 1,
      [plusDays(start, -3)]: 2,
      [plusDays(start, -10)]: 5,
      [after]: 4,
    };
    expect(await effort(grades)).toMatchObject(used({ before: 2, after: 4 }));
  });

  test("a review on the day of the start is a baseline", async () => {
    expect(await effort({ [before]: 1, [start]: 3, [after]: 4 })).toMatchObject(
      used({ before: 3, after: 4 }),
    );
  });

  test("a review exactly baselineDaysBefore old counts", async () => {
    expect(await effort({ [plusDays(start, -60)]: 2, [after]: 4 })).toMatchObject(
      used({ before: 2, after: 4 }),
    );
  });

  test("a review one day older than baselineDaysBefore does not", async () => {
    expect(await effort({ [plusDays(start, -61)]: 2, [after]: 4 })).toMatchObject(notMeasured);
  });

  test("baselineDaysBefore is a setting: with 0 only the day of the start counts", async () => {
    const settings = { windows: { baselineDaysBefore: 0 } };
    expect(await effort({ [start]: 2, [after]: 4 }, { settings })).toMatchObject(
      used({ before: 2, after: 4 }),
    );
    expect(await effort({ [plusDays(start, -1)]: 2, [after]: 4 }, { settings })).toMatchObject(notMeasured);
  });

  test("a subject or criterion has its own baseline: another one's review does not serve", async () => {
    const { record } = await evaluateTiny({
      settings: {
        criteria: [
          { id: "effort", label: "Effort", scale: "five" },
          { id: "homework", label: "Homework", scale: "five" },
        ],
      },
      reviews: [
        `ann, Maths, ${before}, effort, 2`,
        `ann, Physics, ${after}, effort, 3`,
        `ann, Maths, ${after}, homework, 3`,
      ],
      agreements: [completed],
    });
    expect(record.criteria.map(({ pairs }) => pairs)).toEqual([
      { measured: 0, improved: 0, declined: 0, unchanged: 0, notMeasured: 2 },
      { measured: 0, improved: 0, declined: 0, unchanged: 0, notMeasured: 1 },
    ]);
  });
});

describe("follow-up: the last review at least minimumWeeks after the start, not later than the end plus followUpDaysAfter", () => {
  test("the last of several reviews in the window is used", async () => {
    const grades = { [before]: 2, [plusDays(start, 35)]: 5, [plusDays(end, 20)]: 3, [plusDays(end, 1)]: 4 };
    expect(await effort(grades)).toMatchObject(used({ before: 2, after: 3 }));
  });

  test("a review exactly minimumWeeks after the start counts", async () => {
    expect(await effort({ [before]: 2, [plusDays(start, 28)]: 4 })).toMatchObject(
      used({ before: 2, after: 4 }),
    );
  });

  test("a review one day earlier than minimumWeeks after the start does not", async () => {
    expect(await effort({ [before]: 2, [plusDays(start, 27)]: 4 })).toMatchObject(notMeasured);
  });

  test("a review exactly followUpDaysAfter after the end counts", async () => {
    expect(await effort({ [before]: 2, [plusDays(end, 28)]: 4 })).toMatchObject(
      used({ before: 2, after: 4 }),
    );
  });

  test("a review one day later than followUpDaysAfter after the end does not", async () => {
    expect(await effort({ [before]: 2, [plusDays(end, 29)]: 4 })).toMatchObject(notMeasured);
  });

  test("with minimumWeeks 0 the day after the start counts, and the day of the start is still the baseline", async () => {
    const settings = { windows: { minimumWeeks: 0 } };
    expect(await effort({ [start]: 2, [plusDays(start, 1)]: 4 }, { settings })).toMatchObject(
      used({ before: 2, after: 4 }),
    );
    expect(await effort({ [before]: 2, [start]: 4 }, { settings })).toMatchObject(notMeasured);
  });

  test("a review between the windows makes no pair", async () => {
    expect(await effort({ [plusDays(start, 10)]: 4 })).toMatchObject(noPair);
  });
});

describe("facts after asOf are not used", () => {
  test("a review on asOf is used, one a day later is not", async () => {
    const settings = { asOf: plusDays(start, 40) };
    const grades = { [before]: 2, [plusDays(start, 40)]: 3, [plusDays(start, 41)]: 5 };
    expect(await effort(grades, { settings })).toMatchObject(used({ before: 2, after: 3 }));
  });

  test("a student whose only follow-up is after asOf is not measured", async () => {
    const settings = { asOf: plusDays(start, 40) };
    expect(await effort({ [before]: 2, [plusDays(start, 41)]: 5 }, { settings })).toMatchObject(notMeasured);
  });
});

describe("a blank ended_on means active until asOf", () => {
  test("an agreement without an end runs to asOf, and its student is active and can be measured", async () => {
    const { cohort, ...pair } = await effort(
      { [before]: 2, "2024-05-31": 4 },
      { agreements: [`ann, m, ${start}`] },
    );
    expect(pair).toEqual(used({ before: 2, after: 4 }));
    expect(cohort).toMatchObject({ started: 1, measured: 1, active: 1, quickLeavers: 0 });
  });

  test("an end after asOf has not happened: the student is active, and the weeks run to asOf", async () => {
    const asOf = plusDays(start, 39); // the Friday of the sixth week
    const { cohort, ...pair } = await effort(
      { [before]: 2, [asOf]: 4 },
      { agreements: [`ann, m, ${start}, ${end}, completed`], settings: { asOf } },
    );
    expect(pair).toEqual(used({ before: 2, after: 4 }));
    expect(cohort).toMatchObject({ active: 1, weeks: { min: 6, max: 6 } });
  });

  test("an end on asOf has happened: the student is not active", async () => {
    const { cohort } = await effort({ [before]: 2, [after]: 4 }, { settings: { asOf: end } });
    expect(cohort).toMatchObject({ active: 0, measured: 1, weeks: { min: 8, max: 8 } });
  });
});
