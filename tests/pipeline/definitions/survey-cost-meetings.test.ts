import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

const start = "2024-01-08";
const end = "2024-03-01";
const asOf = "2024-05-31"; // the default of a tiny programme
const base: TinyProgramme = {
  reviews: [`ann, Maths, ${start}, effort, 3`, `ann, Maths, ${plusDays(start, 42)}, effort, 4`],
  agreements: [`ann, m, ${start}, ${end}, completed`, `bob, m, ${start}, ${end}, completed`],
};
const evaluate = async (more: TinyProgramme) => (await evaluateTiny({ ...base, ...more })).record;

describe("survey", () => {
  const question = "How much use?";
  const settings = {
    survey: [
      { question, answers: ["a lot", "some", "none"] },
      { question: "Nobody asked?", answers: ["yes", "no"] },
    ],
  };

  test("answers in their declared order, each of n, and cumulated from the most favourable", async () => {
    const survey = ["some", "some", "none", "a lot", "A LOT", "none"].map(
      (answer, i) => `r${i}, ${question}, ${answer}`,
    );
    const [first, ...rest] = (await evaluate({ settings, survey })).survey;
    expect(first).toMatchObject({ question, n: 6 });
    expect(first!.answers.map(({ answer, k }) => [answer, k])).toEqual([
      ["a lot", 2],
      ["some", 2],
      ["none", 2],
    ]);
    expect(first!.atLeast.map(({ answer, k }) => [answer, k])).toEqual([
      ["a lot", 2],
      ["some", 4],
    ]);
    expect(rest).toEqual([]); // a question nobody answered is no empty chart
  });

  test("no answer, a repeated line and an answer after asOf are not counted; one without a date is", async () => {
    const survey = [
      `r1, ${question}, some, ${asOf}`,
      `r1, ${question}, some, ${asOf}`,
      `r2, ${question}, some, ${plusDays(asOf, 1)}`,
      `r3, ${question}, some`,
      `r4, ${question}, -`,
    ];
    expect((await evaluate({ settings, survey })).survey[0]).toMatchObject({ n: 2 });
  });
});

describe("cost", () => {
  test("an amount, or hours times rate, of each item; per student who started", async () => {
    const costs = ["Meetings, 30, 20", "Training, , , 150.5", "Room, 3, 1, 49.5"]; // an amount stands before hours
    expect((await evaluate({ costs })).cost).toEqual({ total: 800, perStudent: 400 });
  });

  test("an item with neither has no cost, and so has the total", async () => {
    for (const item of ["Room, 3", "Room, , 12", "Room"]) {
      const { cost } = await evaluate({ costs: ["Meetings, 30, 20", item] });
      expect(cost).toMatchObject({ total: null, perStudent: null });
      expect(cost.why).toMatch(/neither/);
    }
  });

  test("nothing costs nothing, and no file is not known", async () => {
    expect((await evaluate({ costs: ["Volunteers, 10, 0"] })).cost).toEqual({ total: 0, perStudent: 0 });
    expect((await evaluate({})).cost).toMatchObject({
      total: null,
      why: expect.stringMatching(/costs file/),
    });
  });

  test("where nobody started there is no cost per student", async () => {
    const { cost } = await evaluate({
      agreements: [`ann, m, ${plusDays(asOf, 1)}`],
      costs: ["Room, , , 10"],
    });
    expect(cost).toMatchObject({ total: 10, perStudent: null, why: expect.stringMatching(/started/) });
  });
});

describe("meetings", () => {
  const counts = async (meetings: string[], more: TinyProgramme = {}) =>
    (await evaluate({ meetings, ...more })).cohort.meetings;
  const day = (n: number) => plusDays(start, n);

  test("planned, held and missed; a meeting cancelled by a closure is not a missed one", async () => {
    const meetings = [
      `ann, ${day(1)}, held`,
      `ann, ${day(8)}, missed_by_student`,
      `ann, ${day(15)}, missed_by_mentor`,
      `ann, ${day(22)}, cancelled`,
      `bob, ${day(1)}, held, ${day(2)}`,
      `bob, ${day(8)}, missed_by_student`,
    ];
    expect(await counts(meetings)).toEqual({
      planned: 6,
      held: 2,
      missedByStudent: 2,
      missedByMentor: 1,
      cancelled: 1,
    });
  });

  test("meetings after asOf, and of students who did not start, are not counted", async () => {
    const meetings = [
      `ann, ${asOf}, held`,
      `ann, ${plusDays(asOf, 1)}, held`,
      `ann, ${plusDays(asOf, 3)}, missed_by_student`,
      `zoe, ${day(1)}, held`,
      `yan, ${day(1)}, missed_by_student`,
    ];
    const agreements = [...base.agreements!, `yan, m, ${plusDays(asOf, 1)}`];
    expect(await counts(meetings, { agreements })).toMatchObject({ planned: 1, held: 1, missedByStudent: 0 });
  });

  // The contract gives one rule, "facts after asOf are not used". A meeting is held on held_on where that is given, so
  // one that was put off to a day after asOf is not yet held, and one brought forward to asOf or before is.
  test("a meeting is held on the day it was held, not on the day it was planned", async () => {
    const meetings = [
      `ann, ${plusDays(asOf, -2)}, held, ${plusDays(asOf, 2)}`,
      `ann, ${plusDays(asOf, 2)}, held, ${plusDays(asOf, -1)}`,
    ];
    expect(await counts(meetings)).toMatchObject({ planned: 2, held: 1, missedByStudent: 0 });
  });

  test("meetings of quick leavers are counted: they started", async () => {
    const agreements = [`ann, m, ${start}, ${plusDays(start, 4)}, withdrew`];
    expect(await counts([`ann, ${day(1)}, missed_by_student`], { agreements })).toMatchObject({
      planned: 1,
      missedByStudent: 1,
    });
  });

  test("without a meetings file nothing is known of meetings", async () => {
    expect((await evaluate({})).cohort.meetings).toMatchObject({ planned: null, why: expect.any(String) });
  });
});
