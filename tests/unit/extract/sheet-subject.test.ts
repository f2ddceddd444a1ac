import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder, readWorkbookFolder } from "../../support/programme-folder.ts";
import { workbookBytes } from "../../support/write-workbook.ts";

type Sources = NonNullable<ProgrammeInput["sources"]>;
const source = { table: "marksheet", files: "marks*", reviewDate: "2010-10-08" } as const;
const text = "Adno,Focus,Effort\nA1,3,4\nA2,2,\n";

describe("a marksheet whose headers name no subject", () => {
  it("is refused, with the setting that says it", () => {
    const folder = readFolder({ "marks.csv": text }, { sources: [source] });
    expect(folder.rows("reviews")).toEqual([]);
    expect(folder.problems("marks.csv")).toMatchObject([
      { code: "missing-label", message: expect.stringContaining('"subject": "<subject>"') },
    ]);
  });

  it("is read where its source says it, in bulk and record by record", () => {
    for (const bytes of [text, Buffer.from(`\ufeff${text}`, "utf16le")]) {
      const folder = readFolder({ "marks.csv": bytes }, { sources: [{ ...source, subject: "Maths" }] });
      expect(
        folder
          .rows("reviews")
          .map(({ student_id, subject, criterion, grade }) => [student_id, subject, criterion, grade]),
      ).toEqual([
        ["A1", "Maths", "focus", "3"],
        ["A1", "Maths", "effort", "4"],
        ["A2", "Maths", "focus", "2"],
      ]);
      expect(folder.problems("marks.csv")).toEqual([]);
    }
  });

  it("says the subject by a column or a header before the source does", () => {
    const sources: Sources = [{ ...source, subject: "Maths" }];
    for (const other of ["Adno,Subject,Focus\nA1,Art,3\n", "Adno,Art Focus\nA1,3\n"]) {
      const folder = readFolder({ "marks.csv": other }, { sources });
      expect(folder.rows("reviews")).toMatchObject([{ subject: "Art" }]);
    }
  });
});

describe("a marksheet that says its subject, and its source another", () => {
  const read = (content: string) =>
    readFolder(
      { "marks.csv": content },
      { sources: [{ ...source, subject: "Maths" }], subjects: { Maths: ["Sums"] } },
    );

  it.each([
    [
      "a row above the aspects",
      ",Blue,,Red,\nAdno,Focus,Effort,Focus,Effort\nA1,1,2,3,4\n",
      '"Blue" in column 2',
    ],
    ["a title", "Subject: Biology,,,\nAdno,Name,Focus,Effort\nA1,S,3,4\n", 'says "Biology"'],
    ["a title in two cells", "Subject:,,Biology,\nAdno,Name,Focus,Effort\nA1,S,3,4\n", 'says "Biology"'],
  ])("is asked about: %s", (_, content, words) => {
    const folder = read(content);
    expect(folder.rows("reviews")).toEqual([]);
    expect(folder.problems("marks.csv")).toMatchObject([
      { line: null, column: "subject", severity: "error", message: expect.stringContaining(words) },
    ]);
  });

  it("gets a source of its own that says what the other one does", () => {
    expect(
      read("Subject: Biology,,,\nAdno,Name,Focus,Effort\nA1,S,3,4\n").problems("marks.csv")[0]!.message,
    ).toContain(
      '{"table": "marksheet", "files": "marks.csv", "subject": "Biology", "reviewDate": "2010-10-08"}',
    );
  });

  it.each([
    "Subject: Sums,,,\nAdno,Name,Focus,Effort\nA1,S,3,4\n",
    ",,MATHS,\nAdno,Name,Focus,Effort\nA1,S,3,4\n",
    "Subject,,,\nAdno,Name,Focus,Effort\nA1,S,3,4\n",
  ])("is read where both are one: %j", (content) => {
    expect(read(content).rows("reviews")).toHaveLength(2);
  });
});

describe("a workbook with a sheet a subject", () => {
  const sheet = (name: string, grade: string) => ({
    name,
    rows: [
      ["Adno", "Focus"],
      ["A1", grade],
    ],
  });
  const read = async (sources: Sources) =>
    readWorkbookFolder(
      { "marks.xlsx": await workbookBytes({ sheets: [sheet("Maths", "3"), sheet("Art", "5")] }) },
      { sources },
    );

  it("is asked for a source a sheet, and read with them", async () => {
    const asked = await read([source]);
    for (const name of ["Maths", "Art"]) {
      expect(asked.problems(`marks.xlsx sheet ${name}`)).toMatchObject([
        { message: expect.stringContaining(`"sheet": "${name}", "subject": "<subject>"`) },
      ]);
    }
    const given = await read([
      { ...source, sheet: "Maths", subject: "Maths" },
      { ...source, sheet: "Art", subject: "Art" },
    ]);
    expect(given.rows("reviews").map(({ subject, grade }) => [subject, grade])).toEqual([
      ["Maths", "3"],
      ["Art", "5"],
    ]);
  });

  it("is not given one subject for all its sheets", async () => {
    const folder = await read([{ ...source, subject: "Maths" }]);
    expect(folder.rows("reviews")).toEqual([]);
    expect(folder.problems("marks.xlsx sheet Art")).toMatchObject([
      { code: "missing-label", message: expect.stringContaining("2 sheets of the workbook one subject") },
    ]);
  });
});
