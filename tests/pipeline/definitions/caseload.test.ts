import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

const start = "2024-01-08"; // a Monday
const asOf = plusDays(start, 39); // the Friday of the sixth week
const day = (n: number) => plusDays(start, n);

/** The caseload at the end of the sixth week; ann is mentored by m from the start, unless said otherwise. */
async function caseload(programme: TinyProgramme) {
  const { caseload: page } = await evaluateTiny({
    agreements: [`ann, m, ${start}`],
    students: ["ann, 11"],
    ...programme,
    settings: { asOf, ...programme.settings },
  });
  const mentees = page.mentors.flatMap(({ mentees }) => mentees);
  const of = (id: string) => mentees.find(({ name }) => name === `${id} Student`);
  return { page, of, ann: of("ann")! };
}

describe("running agreements", () => {
  test("week n counts school weeks from the start of the running agreement", async () => {
    const { of, page } = await caseload({
      agreements: [
        `ann, m, ${start}, , , 8`,
        `bob, m, ${day(39)}`, // starts on asOf
        `cat, m, ${start}, ${day(11)}, extended`,
        `cat, n, ${day(14)}`, // the third week is her first of this agreement
        `dan, m, ${start}, ${asOf}, completed`, // ended on asOf
        `eve, m, ${day(40)}`, // starts after asOf
        `fay, m, ${start}, ${day(40)}, completed`, // will end
      ],
      calendar: [`${day(7)}, ${day(13)}, holiday`],
    });
    expect(of("ann")).toMatchObject({ week: 5, agreedWeeks: 8, startsOn: start });
    expect(of("bob")).toMatchObject({ week: 1, agreedWeeks: 6 });
    expect(of("cat")).toMatchObject({ week: 4, startsOn: day(14) });
    expect([of("dan"), of("eve")]).toEqual([undefined, undefined]);
    expect(of("fay")).toMatchObject({ week: 5 });
    expect(page.mentors.map(({ name, mentees }) => [name, mentees.length])).toEqual([
      ["m", 3],
      ["n", 1],
    ]);
  });

  test("a mentee with two mentors is in both caseloads, each with its own week, and counted once", async () => {
    const { page } = await caseload({
      agreements: [`ann, m, ${start}`, `ann, n, ${day(14)}`, `bob, n, ${start}`],
      students: ["ann, 11", "bob, 11"],
      actions: [`ann, ${start}, read, ${day(20)}`],
    });
    expect(
      page.mentors.map(({ name, mentees }) => [name, mentees.map((one) => [one.name, one.week])]),
    ).toEqual([
      ["m", [["ann Student", 6]]],
      [
        "n",
        [
          ["ann Student", 4],
          ["bob Student", 6],
        ],
      ],
    ]);
    expect(page.headline).toMatch(/^Two mentees with two mentors: one action is overdue/);
  });

  test("the last agreed week, weeks over, and extended_to each say what is to be decided", async () => {
    const { of } = await caseload({
      agreements: [
        `ann, m, ${start}`,
        `bob, m, ${start}, , , 5`,
        `cat, m, ${start}, , , 7`,
        `dan, m, ${start}, , , 4, ${asOf}`,
        `eve, m, ${start}, , , 4, ${day(38)}`,
      ],
    });
    const note = (id: string) => of(id)!.notes.join(" ");
    expect(note("ann")).toMatch(/last agreed week/);
    expect(note("bob")).toMatch(/five weeks are over/);
    expect(note("cat")).not.toMatch(/decide/);
    expect(note("dan")).toMatch(/Extended to/);
    expect(note("dan")).not.toMatch(/over/);
    expect(note("eve")).toMatch(/extension ended/);
  });

  test("students who left are on no caseload", async () => {
    const { page } = await caseload({ students: [`ann, 11, , , ${day(20)}`] });
    expect(page.mentors).toEqual([]);
    expect(page.empty).toMatch(/No agreement/);
  });

  test("a mentor who is not in the staff file is shown by identifier", async () => {
    const { page } = await caseload({
      agreements: [`ann, m, ${start}`, `bob, n, ${start}`],
      students: ["ann, 11", "bob, 11"],
      staff: ["m, Mx Mentor, Head of Year, 4"],
    });
    expect(page.mentors.map(({ name, role, capacity }) => [name, role, capacity])).toEqual(
      [
        ["Mx Mentor", "Head of Year", 4],
        ["n", null, null],
      ].sort((a, b) => String(a[0]).localeCompare(String(b[0]), "en-GB")),
    );
  });
});

describe("change since the last meeting", () => {
  const reviews = (grades: Record<number, number>) =>
    Object.entries(grades).map(([n, grade]) => `ann, Maths, ${day(+n)}, effort, ${grade}`);
  const cell = async (grades: Record<number, number>, meetings: string[]) => {
    const { ann } = await caseload({ reviews: reviews(grades), meetings });
    const { grade, previous, change } = ann.grades[0]!.cells[0]!;
    return [previous, grade, change];
  };

  test("the latest grade against the last one on or before the last meeting held", async () => {
    expect(await cell({ 1: 1, 8: 2, 20: 5, 35: 3 }, [`ann, ${day(10)}, held`])).toEqual(["2", "3", 1]);
    expect(await cell({ 1: 1, 10: 4, 35: 3 }, [`ann, ${day(10)}, held`])).toEqual(["4", "3", -1]);
    expect(
      await cell({ 1: 1, 8: 2, 20: 5, 35: 3 }, [
        `ann, ${day(10)}, held`,
        `ann, ${day(22)}, missed_by_student`,
      ]),
    ).toEqual(["2", "3", 1]);
  });

  test("where no review came since, against the review before", async () => {
    expect(await cell({ 1: 1, 8: 2, 20: 5 }, [`ann, ${day(25)}, held`])).toEqual(["2", "5", 3]);
  });

  test("a first review has nothing to be compared with", async () => {
    expect(await cell({ 20: 5 }, [`ann, ${day(10)}, held`])).toEqual([null, "5", null]);
  });

  test("a meeting counts on the day it was held, and not yet if that is after asOf", async () => {
    expect(await cell({ 1: 1, 20: 4, 35: 3 }, [`ann, ${day(10)}, held, ${day(21)}`])).toEqual(["4", "3", -1]);
    const { ann } = await caseload({
      reviews: reviews({ 1: 1, 20: 4, 35: 3 }),
      meetings: [`ann, ${day(10)}, held`, `ann, ${day(38)}, held, ${day(45)}`],
    });
    expect(ann.grades[0]!.cells[0]).toMatchObject({ previous: "1", change: 2 });
    expect(ann.lastMeeting).toEqual({ date: day(10), status: "held" });
  });

  test("last year's grades and grades after asOf are not shown", async () => {
    const { ann } = await caseload({
      reviews: [
        `ann, Maths, 2023-07-01, effort, 5`,
        ...reviews({ 20: 3, 40: 1 }),
        `ann, Art, 2023-08-31, effort, 3`,
      ],
    });
    expect(ann.grades.map(({ subject }) => subject)).toEqual(["Maths"]);
    expect(ann.grades[0]!.cells[0]).toMatchObject({ grade: "3", previous: null, change: null });
  });
});

describe("meetings", () => {
  test("missed in a row: by the student, since the last meeting held; a cancelled one neither counts nor ends the row", async () => {
    const missed = async (...statuses: string[]) =>
      (await caseload({ meetings: statuses.map((status, i) => `ann, ${day(7 * i + 1)}, ${status}`) })).ann
        .missedInARow;
    expect(
      await missed("missed_by_student", "held", "missed_by_student", "cancelled", "missed_by_student"),
    ).toBe(2);
    expect(await missed("missed_by_student", "missed_by_student", "held")).toBe(0);
    expect(await missed("missed_by_student", "missed_by_mentor")).toBe(1);
    expect(await missed("held", "missed_by_mentor", "cancelled")).toBe(0);
  });

  test("last and next meeting: a cancelled one is neither, and what comes after asOf is not held or missed yet", async () => {
    const { ann } = await caseload({
      meetings: [
        `ann, ${day(29)}, held`,
        `ann, ${day(36)}, missed_by_student`,
        `ann, ${day(38)}, cancelled`,
        `ann, ${day(43)}, cancelled`,
        `ann, ${day(50)}, missed_by_student`,
        `ann, ${day(57)}, held`,
      ],
    });
    expect(ann).toMatchObject({
      lastMeeting: { date: day(36), status: "missed_by_student" },
      nextMeeting: day(50),
      missedInARow: 1,
    });
  });

  test("two meetings on one day: the one that was held is the last, in whatever order they stand", async () => {
    const meetings = [`ann, ${day(35)}, held, ${day(36)}`, `ann, ${day(36)}, missed_by_student`];
    for (const lines of [meetings, meetings.toReversed()]) {
      expect((await caseload({ meetings: lines })).ann.lastMeeting).toEqual({
        date: day(36),
        status: "held",
      });
    }
  });
});

describe("actions due, and praise", () => {
  test("set by asOf, not checked by asOf, due by a week after it; overdue in days", async () => {
    const { ann } = await caseload({
      actions: [
        `ann, ${day(1)}, overdue, ${day(36)}`,
        `ann, ${day(1)}, due today, ${asOf}, , open`,
        `ann, ${day(1)}, due in a week, ${plusDays(asOf, 7)}`,
        `ann, ${day(1)}, due in eight days, ${plusDays(asOf, 8)}`,
        `ann, ${day(1)}, checked, ${day(36)}, ${asOf}, done`,
        `ann, ${day(1)}, checked and not done, ${day(36)}, ${asOf}, not_done`,
        `ann, ${day(1)}, checked after asOf, ${day(38)}, ${plusDays(asOf, 1)}, done`,
        `ann, ${day(1)}, outcome without a date, ${day(36)}, , partly`,
        `ann, ${plusDays(asOf, 1)}, set after asOf, ${plusDays(asOf, 2)}`,
        `bob, ${day(1)}, not mentored, ${day(36)}`,
      ],
    });
    expect(ann.actionsDue.map(({ action, overdueDays }) => [action, overdueDays])).toEqual([
      ["overdue", 3],
      ["checked after asOf", 1],
      ["due today", 0],
      ["due in a week", 0],
    ]);
  });

  test("praise is one whole line of feedback: the latest, with its own subject or none", async () => {
    const { ann } = await caseload({
      feedback: [
        `ann, ${day(1)}, praise, Neat work, Art`,
        `ann, ${day(20)}, praise, Helped a classmate`,
        `ann, ${day(30)}, concern, Late, Maths`,
        `ann, ${plusDays(asOf, 1)}, praise, Tomorrow's news, Maths`,
      ],
    });
    expect(ann.positive).toContain("Helped a classmate");
    expect(ann.positive).not.toContain("Art");
  });

  test("the best rise stands before praise", async () => {
    const { ann } = await caseload({
      reviews: [`ann, Maths, ${day(1)}, effort, 2`, `ann, Maths, ${day(20)}, effort, 4`],
      feedback: [`ann, ${day(20)}, praise, Neat work, Art`],
    });
    expect(ann.positive).toMatch(/Effort in Maths rose from 2 to 4/);
  });
});
