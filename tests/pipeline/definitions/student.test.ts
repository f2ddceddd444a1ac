import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SHARDS } from "../../../loaders/editions/student.ts";
import type { StudentDetails } from "../../../loaders/editions/student-details.ts";
import { evaluateTiny, plusDays, type TinyProgramme, tinyFiles } from "../../support/tiny-programme.ts";

const asOf = "2024-05-31"; // the default of a tiny programme

async function detailsOf(programme: TinyProgramme, id: string): Promise<StudentDetails> {
  const { student } = await evaluateTiny(programme);
  return find(student, id);
}

function find({ page, shards }: Awaited<ReturnType<typeof evaluateTiny>>["student"], id: string) {
  const entry = page.students.find(({ name }) => name === `${id} Student`)!;
  return shards[entry.shard]![entry.key]!;
}

/** Grades of a subject and outcome as "date grade direction used". */
function line({ grades, dates }: StudentDetails, subject: string, outcome: number): string[] {
  const own = grades.find((one) => one.subject === subject && one.outcome === outcome);
  return (own?.cells ?? []).map(([place, grade, , , direction, used]) =>
    [dates[place], grade, direction, used].join(" ").trim(),
  );
}

test("everybody on roll has a page, and every mentee, also one who left", async () => {
  const { student } = await evaluateTiny({
    students: [
      "ann, 11",
      "bob, 11, , , 2024-03-01",
      "cat, 11, , , 2024-03-01",
      "dan, 11, , 2024-06-10",
      `eve, 11, , ${asOf}`,
    ],
    reviews: ["ann, Maths, 2024-01-08, effort, 3"],
    agreements: ["bob, m, 2024-01-15, 2024-02-28, other"],
  });
  expect(student.page.students.map(({ name, mentored, onRoll }) => [name, mentored, onRoll])).toEqual([
    ["ann Student", false, true],
    ["bob Student", true, false],
    ["eve Student", false, true],
  ]);
  expect(student.page.headline).toBe(
    "3 students, each on one page: one mentored now or earlier, two without a grade this year.",
  );
  const bob = find(student, "bob");
  expect(bob.atRisk).toBeNull();
  expect(bob.sentence).toMatch(/^Year 11, left on 1 March 2024\. Mentored from 15 January 2024 to 28 Feb/);
  expect(find(student, "ann").sentence).toMatch(/^Year 11\. Not mentored\./);
});

test("the details are in the file that the index names, and the page names each file", async () => {
  const ids = Array.from({ length: 40 }, (_, i) => `s${i}`);
  const { student } = await evaluateTiny({ reviews: ids.map((id) => `${id}, Maths, 2024-01-08, effort, 3`) });
  expect(student.shards).toHaveLength(SHARDS);
  expect(new Set(student.page.students.map(({ shard }) => shard)).size).toBeGreaterThan(4);
  for (const { key, shard } of student.page.students) expect(student.shards[shard]).toHaveProperty(key);
  const text = readFileSync("src/leaders/student.md", "utf8");
  expect([...text.matchAll(/student-details-(\d+)\.json/g)].map(([, number]) => Number(number))).toEqual(
    Array.from({ length: SHARDS }, (_, i) => i),
  );
});

test("grades are of the year up to asOf, each compared with the one before, and marked as the evaluation used them", async () => {
  const ann = await detailsOf(
    {
      reviews: [
        "ann, Maths, 2023-08-20, effort, 1",
        "ann, Maths, 2023-10-02, effort, 2",
        "ann, Maths, 2024-01-08, effort, 3",
        "ann, Maths, 2024-01-08, effort, 4, Other",
        "ann, Maths, 2024-03-11, effort, 3",
        "ann, Maths, 2024-05-20, effort, 5",
        `ann, Maths, ${plusDays(asOf, 1)}, effort, 1`,
      ],
      agreements: ["ann, m, 2024-01-15"],
    },
    "ann",
  );
  expect(line(ann, "Maths", 0)).toEqual([
    "2023-10-02 2 1",
    "2024-01-08 3 / 4 1 B",
    "2024-03-11 3 -1",
    "2024-05-20 5 1 F",
  ]);
  expect(ann.sentence).toContain("Reviewed on four dates in one subject, the latest on 20 May 2024, eleven");
  expect(ann.sentence).toContain(
    "Of one review grade compared between baseline and follow-up, one is higher, none lower and none the same.",
  );
});

test("a baseline of before the academic year is shown, for the evaluation used it", async () => {
  const ann = await detailsOf(
    {
      reviews: [
        "ann, Maths, 2023-07-01, effort, 1",
        "ann, Maths, 2023-08-28, effort, 2",
        "ann, Maths, 2023-12-04, effort, 2",
      ],
      agreements: ["ann, m, 2023-09-11"],
    },
    "ann",
  );
  expect(line(ann, "Maths", 0)).toEqual(["2023-08-28 2 1 B", "2023-12-04 2 0 F"]);
});

test("grades of a quick leaver are not compared, and one pair without a follow-up is told", async () => {
  const { student } = await evaluateTiny({
    reviews: [
      "ann, Maths, 2024-01-08, effort, 2",
      "bob, Maths, 2024-01-08, effort, 2",
      "bob, Art, 2024-03-11, effort, 2",
    ],
    agreements: ["ann, m, 2024-01-15, 2024-01-22, withdrew", "bob, m, 2024-01-15"],
  });
  expect(find(student, "ann").sentence).toMatch(
    /A quick leaver: grades before and after are not compared\.$/,
  );
  expect(find(student, "ann").missing.join()).not.toContain("follow-up");
  const bob = find(student, "bob");
  expect(bob.sentence).toMatch(/No review grade can be compared between baseline and follow-up\.$/);
  expect(bob.missing).toContain(
    "One review grade without a baseline: no review early enough before the start.",
  );
  expect(bob.missing).toContain(
    "One review grade without a follow-up: no review late enough after the start.",
  );
  expect(bob.missing).toContain("No review in the last 42 days in Art and Maths: ask the teacher.");
});

test("predicted against target: the gap is in grades of one scale, and missing ones are named", async () => {
  const ann = await detailsOf(
    {
      predictions: [
        "ann, Maths, 2024-01-08, predicted, 4",
        "ann, Maths, 2024-03-11, predicted, 5",
        "ann, Maths, 2023-10-02, target, 7",
        "ann, Art, 2024-03-11, predicted, 5",
        "ann, Drama, 2023-10-02, target, 5",
        "ann, Maths, 2024-05-20, result, 6",
      ],
    },
    "ann",
  );
  expect(line(ann, "Maths", 1)).toEqual(["2024-01-08 4", "2024-03-11 5 1"]);
  expect(line(ann, "Maths", 2)).toEqual(["2024-05-20 6"]);
  expect(ann.targets.map(({ subject, grade, gap }) => [subject, grade, gap])).toEqual([
    ["Drama", "5", null],
    ["Maths", "7", 2],
  ]);
  expect(ann.missing).toEqual(["No predicted grade in Drama.", "No target in Art."]);
});

test("attendance is by week from marks, or by period from totals, never both", async () => {
  const { student } = await evaluateTiny({
    "attendance-marks": [
      "ann, 2024-05-20, AM, /",
      "ann, 2024-05-21, AM, O",
      "ann, 2024-05-22, AM, L",
      "ann, 2024-05-23, AM, Y",
      "ann, 2024-05-27, AM, #",
      "ann, 2024-05-29, AM, B",
      `ann, ${plusDays(asOf, 3)}, AM, O`,
    ],
    "attendance-totals": [
      "ann, 2023-09-04, 2023-12-20, 100, 50",
      "bob, 2023-09-04, 2023-12-20, 100, 90",
      "bob, 2023-09-04, 2023-10-20, 50, 45",
      "bob, 2024-01-03, 2024-06-28, 100, 90",
      "cat, 2022-09-05, 2022-12-20, 100, 90",
    ],
  });
  expect(find(student, "ann").attendance).toEqual({
    weekly: true,
    parts: [
      { from: "2024-05-20", to: "2024-05-23", possible: 3, attended: 2, late: 1 },
      { from: "2024-05-27", to: "2024-05-29", possible: 1, attended: 1, late: 0 },
    ],
  });
  expect(find(student, "bob").attendance).toEqual({
    weekly: false,
    parts: [{ from: "2023-09-04", to: "2023-12-20", possible: 100, attended: 90, late: null }],
  });
  expect(find(student, "cat").attendance.parts).toEqual([]);
  expect(find(student, "cat").missing).toContain("No attendance of this year.");
});

test("actions and panel decisions are as they stood at asOf, open ones first, those due first before the others", async () => {
  const ann = await detailsOf(
    {
      actions: [
        "ann, 2024-05-01, Checked later, 2024-05-10, 2024-06-03, done",
        "ann, 2024-05-02, Due later, 2024-06-10",
        "ann, 2024-04-01, Done, 2024-04-08, 2024-04-08, done, Art",
        "ann, 2024-04-15, Not, 2024-04-22, 2024-04-22, not_done",
        "ann, 2023-05-01, Last year's, 2023-05-08",
        `ann, ${plusDays(asOf, 1)}, After, 2024-06-08`,
      ],
      panel: [
        "ann, 2024-05-10, Extra class, Head of Maths, 2024-05-20, One grade up, open",
        "ann, 2024-04-10, Call home, Tutor, , , done, Called",
        `ann, ${plusDays(asOf, 1)}, After, Tutor`,
      ],
    },
    "ann",
  );
  expect(ann.actions.map(({ action, status }) => [action, status])).toEqual([
    ["Checked later", "overdue"],
    ["Due later", "open"],
    ["Not", "not done"],
    ["Done", "done"],
  ]);
  expect(ann.panel).toEqual([
    {
      agreedOn: "2024-05-10",
      action: "Extra class",
      subject: null,
      owner: "Head of Maths",
      dueOn: "2024-05-20",
      status: "overdue",
      successMeasure: "One grade up",
      outcome: null,
    },
    {
      agreedOn: "2024-04-10",
      action: "Call home",
      subject: null,
      owner: "Tutor",
      dueOn: null,
      status: "done",
      successMeasure: null,
      outcome: "Called",
    },
  ]);
});

test("notes of meetings and of behaviour are not handed to the page, nor anything after asOf", async () => {
  const programme: TinyProgramme = {
    reviews: ["ann, Maths, 2024-01-08, effort, 3"],
    agreements: ["ann, m, 2024-01-15"],
    feedback: [
      "ann, 2024-05-10, concern, Came without a pen, Maths",
      `ann, ${plusDays(asOf, 1)}, praise, Later`,
      "ann, 2023-05-10, praise, Last year",
    ],
    meetings: [],
    behaviour: [],
  };
  const files = tinyFiles(programme);
  files.set("meetings.csv", [
    "student_id,planned_on,status,held_on,note",
    "ann,2024-02-01,held,2024-02-02,Secret one",
    "ann,2024-02-08,missed_by_student,,Secret two",
    `ann,${plusDays(asOf, 7)},cancelled,,`,
  ]);
  files.set("behaviour.csv", [
    "student_id,date,kind,points,note",
    "ann,2024-03-01,incident,3,Secret three",
    `ann,${plusDays(asOf, 1)},suspension,,Secret four`,
  ]);
  const { student } = await evaluateTiny(programme, files);
  const ann = find(student, "ann");
  expect(JSON.stringify(student)).not.toContain("Secret");
  expect(ann.meetings).toEqual([
    { day: "2024-02-02", status: "held" },
    { day: "2024-02-08", status: "missed_by_student" },
  ]);
  expect(ann.behaviour).toEqual([{ date: "2024-03-01", kind: "incident", points: 3 }]);
  expect(ann.feedback).toEqual([
    { date: "2024-05-10", subject: "Maths", teacher: null, tone: "concern", comment: "Came without a pen" },
  ]);
});

test("holidays and closures are those that touch the time shown", async () => {
  const { student } = await evaluateTiny({
    reviews: ["ann, Maths, 2024-01-08, effort, 3"],
    calendar: [
      "2023-09-04, 2023-12-20, term",
      "2023-07-20, 2023-08-31, holiday",
      "2023-10-23, 2023-10-27, holiday",
      "2024-01-18, 2024-01-18, closure",
      "2024-07-22, 2024-08-31, holiday",
    ],
  });
  expect(student.page.closed.map(({ from, kind }) => [from, kind])).toEqual([
    ["2023-10-23", "holiday"],
    ["2024-01-18", "closure"],
  ]);
  expect([student.page.from, student.page.to]).toEqual(["2023-09-01", asOf]);
});

test("what the folder does not tell of anybody is not said to be missing of one student", async () => {
  const ann = await detailsOf({ reviews: [`ann, Maths, ${plusDays(asOf, -7)}, effort, 3`] }, "ann");
  expect(ann.missing).toEqual([]);
  expect(ann.sentence).toBe(
    "Year 11. Not mentored. Reviewed on one date in one subject, the latest on 24 May 2024, seven days before the date of the data.",
  );
});
