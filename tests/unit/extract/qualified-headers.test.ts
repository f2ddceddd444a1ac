import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder } from "../../support/programme-folder.ts";

type Source = NonNullable<ProgrammeInput["sources"]>[number];

/** Reads a marksheet in bulk, and as UTF-16 record by record: both say the same. */
function read(text: string, change: Partial<Source> = {}, settings: Partial<ProgrammeInput> = {}) {
  const sources = [{ table: "marksheet", files: "marks*", reviewDate: "2010-10-08", ...change } as Source];
  const [bulk, slow] = [text, Buffer.from(`\ufeff${text}`, "utf16le")].map((bytes) => {
    const folder = readFolder({ "marks.csv": bytes }, { sources, ...settings });
    const rows = [...folder.rows("reviews"), ...folder.rows("predictions")];
    return {
      read: rows.map((row) => `${row.subject} ${row.criterion ?? row.kind} ${row.grade}`),
      told: folder.problems("marks.csv").map(({ column, message }) => ({ column, message })),
    };
  });
  expect(slow).toEqual(bulk);
  return bulk!;
}

describe("a word that says when, whose or of what else a grade is", () => {
  it.each(
    "Start,End,Entry,Exit,Pre,Post,Initial,Final,Self,My,Student,Pupil's,Parent,Mentor,Current,Meeting 1,Session 2,Visit 1,Day 1,Lesson 3,Homework,Classwork,Before,After,ATL,Behaviour,Mr Smith,Self-assessment,Start of mentoring,Peer rating".split(
      ",",
    ),
  )("is no subject alone, nor after one: %s", (word) => {
    const { read: rows, told } = read(
      `Adno,Art Focus,${word} Focus,Maths ${word} Effort,Maths (${word}) Focus\nA1,3,4,5,1\n`,
    );
    expect(rows).toEqual(["Art focus 3"]);
    expect(told.length).toBeGreaterThan(0);
    for (const { message } of told) expect(message).toMatch(/so (?:it is|they are) not read\./);
  });

  it.each(["ALPS", "L3VA", "CEM", "External", "Original", "Revised", "Expected", "Current", "Attainment"])(
    "is no part of the subject before a kind of prediction: %s",
    (word) => {
      const { read: rows, told } = read(`Adno,Art Target,Maths ${word} Target\nA1,B,C\n`);
      expect(rows).toEqual(["Art target B"]);
      expect(told).toMatchObject([
        { message: expect.stringContaining(`"aspects": {"${word} Target": "<criterion id>"}`) },
      ]);
    },
  );

  it("is no part of the subject before an aspect that is called a grade", () => {
    const { read: rows } = read("Adno,Art Grade,Maths ATL Grade,Maths Behaviour Grade\nA1,B,C,D\n", {
      aspects: { Grade: { predictions: "predicted" } },
    });
    expect(rows).toEqual(["Art predicted B"]);
  });

  it("may be a kind of prediction at the front", () => {
    const { read: rows, told } = read(
      "Adno,Art Focus,Predicted Maths Result,Target Maths Result,Targeted English Result\nA1,3,A,B,C\n",
    );
    expect(rows).toEqual(["Art focus 3", "Targeted English result C"]);
    expect(told.map(({ column }) => column)).toEqual(["Predicted Maths Result", "Target Maths Result"]);
    expect(told[0]!.message).toContain('names a known aspect ("Predicted")');
  });

  it.each(
    "Student Support,Personal Finance,Day Skipper,Final Major Project,Pre-U History,Post Production,Self Defence,Current Affairs,Homework Club,After School Club,Entry Level Maths,Initial Training,Animal Behaviour,Community Engagement,Old Testament,Class Civ,National 5 Maths,BTEC National Business,Professional Practice,MS Office".split(
      ",",
    ),
  )("may begin or end the name of a subject: %s", (subject) => {
    expect(read(`Adno,Art Focus,${subject} Focus\nA1,3,4\n`).read).toEqual([
      "Art focus 3",
      `${subject} focus 4`,
    ]);
  });

  it("makes a marksheet of a file all the same, and no list of students", () => {
    const folder = readFolder({
      "marks 2010-10-08.csv": "Adno,Surname,Forename,Year,Self Focus,Mentor Focus\nA1,Smith,Ann,12,3,4\n",
    });
    expect(folder.file("marks 2010-10-08.csv").table).toBe("marksheet");
    expect(folder.problems("marks 2010-10-08.csv")).toMatchObject([
      { severity: "error", column: "Self Focus" },
    ]);
  });
});

describe("a row above the aspects", () => {
  const under = (row: string) => `${row}\nAdno,Focus,Effort,Focus,Effort\nA1,1,2,3,4\n`;

  it.each([
    ",Self assessment,,Teacher assessment,",
    ",Start of mentoring,,End of mentoring,",
    ",Mr Smith,,Mrs Jones,",
    ",Before,,After,",
    ",Classwork,,Homework,",
  ])("that names no subject is asked about: %s", (row) => {
    const { read: rows, told } = read(under(row));
    expect(rows).toEqual([]);
    expect(told[0]!.message).toContain(
      "stands above aspects, where their subject is looked for, but is no subject",
    );
  });

  it("has subjects and other grades of them", () => {
    const { read: rows, told } = read(under(",Maths,,Maths Mock,"));
    expect(rows).toEqual(["Maths focus 1", "Maths effort 2"]);
    expect(told.map(({ column }) => column)).toEqual(["Maths Mock Focus", "Maths Mock Effort"]);
  });

  it("has an aspect of two rows where it is declared", () => {
    const change: Partial<Source> = { aspects: { "Mock Focus": "effort" } };
    expect(read(",Maths,Maths Mock\nAdno,Focus,Focus\nA1,1,2\n", change).read).toEqual([
      "Maths focus 1",
      "Maths effort 2",
    ]);
  });

  it("has subjects with such words where they are declared", () => {
    const subjects = { "Maths Mock": [], Autumn: [] };
    expect(read(under(",Autumn,,Maths Mock,"), {}, { subjects }).read).toHaveLength(4);
  });
});
