import { describe, expect, it } from "vitest";
import type { StoredTable } from "../../../loaders/extract/tables.ts";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder, readWorkbookFolder } from "../../support/programme-folder.ts";
import { workbookBytes } from "../../support/write-workbook.ts";

type Source = NonNullable<ProgrammeInput["sources"]>[number];
const marksheet: Source = { table: "marksheet", files: "marks*", reviewDate: "2010-10-08" };

/** Reads a file in bulk, and as UTF-16 record by record: both say the same. */
function read(name: string, text: string, table: StoredTable, settings: Partial<ProgrammeInput> = {}) {
  const [bulk, slow] = [text, Buffer.from(`\ufeff${text}`, "utf16le")].map((bytes) => {
    const folder = readFolder({ [name]: bytes }, { sources: [marksheet], ...settings });
    return {
      rows: folder.rows(table),
      told: folder.problems(name).map(({ line, column, message }) => ({ line, column, message })),
      lines: folder.file(name).lineCounts(),
    };
  });
  expect(slow).toEqual(bulk);
  return bulk!;
}

const cell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const files: [string, string, (subject: string) => string][] = [
  ["marks.csv", "Adno,Name,Subject,Focus,Effort\n", (subject) => `A1,Smith,${subject},3,4\n`],
  ["marks long.csv", "Adno,Subject,Aspect,Result\n", (subject) => `A1,${subject},Focus,3\n`],
  [
    "reviews.csv",
    "student_id,subject,review_date,criterion,grade\n",
    (subject) => `A1,${subject},2010-10-08,focus,3\n`,
  ],
  [
    "predictions.csv",
    "student_id,subject,review_date,kind,grade\n",
    (subject) => `A1,${subject},2010-10-08,target,B\n`,
  ],
];

describe.each(files)("a subject's cell in %s", (name, header, row) => {
  const table = name === "predictions.csv" ? "predictions" : "reviews";
  const subjects = (...names: string[]) =>
    read(name, header + [...names, "Art"].map((subject) => row(cell(subject))).join(""), table);

  it.each([
    ["Overall", "a summary"],
    ["Average", "a summary"],
    ["Mean", "a summary"],
    ["Total", "a summary"],
    ["All Subjects", "a summary"],
    ["Maths Mock", "another grade"],
    ["Maths (previous)", "another grade"],
    ["Mock", "another grade"],
    ["Mr Smith", "other people"],
    ["Autumn", "which review"],
    ["Maths Autumn", "which review"],
    ["Focus", "a known aspect"],
    ["Predicted Maths", "a known aspect"],
    ["ditto", "Write the value in every row"],
    ['"', "Write the value in every row"],
    ["''", "Write the value in every row"],
    ["do.", "Write the value in every row"],
    ["as above", "Write the value in every row"],
    ["N/A", "there is no value"],
    ["-", "there is no value"],
    ["TBC", "there is no value"],
    ["#N/A", "Excel left the error #N/A"],
    ["#REF!", "Excel left the error #REF!"],
    ["####", "too narrow"],
    ["=B2", "a formula"],
    ["0", "only a number"],
    ["12", "only a number"],
    ["?", "no letter"],
    ["05-Apr", "a date"],
    ["08/10/2010", "a date"],
  ])("that says %j costs its line", (text, words) => {
    const { rows, told, lines } = subjects(text);
    expect(new Set(rows.map(({ subject }) => subject))).toEqual(new Set(["Art"]));
    expect(told).toMatchObject([
      { line: 2, column: expect.stringMatching(/^subject$/i), message: expect.stringContaining(words) },
    ]);
    expect(lines).toMatchObject({ accepted: 1, quarantined: 1 });
  });

  it("is a subject whatever it says where it is declared", () => {
    const declared = { subjects: { "Maths Mock": [], Overall: [], Unknown: [] } };
    const text = header + ["MATHS MOCK", "Overall", "Unknown"].map(row).join("");
    const { rows, told } = read(name, text, table, declared);
    expect(new Set(rows.map(({ subject }) => subject))).toEqual(
      new Set(["Maths Mock", "Overall", "Unknown"]),
    );
    expect(told).toEqual([]);
  });

  it("does not decide the spelling of a subject where its line is refused", () => {
    expect(subjects("ART MOCK", "Art").rows[0]).toMatchObject({ subject: "Art" });
  });
});

describe("what is said of a subject's cell", () => {
  const told = (subject: string, settings: Partial<ProgrammeInput> = {}) =>
    read("marks.csv", `Adno,Subject,Focus\nA1,${subject},3\n`, "reviews", settings).told[0]!.message;

  it("says what to do, with the line for the settings", () => {
    expect(told("Maths Mock")).toBe(
      'The subject of this line, "Maths Mock", is that of a summary, of another grade, or of other people, so it is not read. Leave such lines out of the export. If it is the name of a subject, add to programme.json: "subjects": {"Maths Mock": []}.',
    );
    expect(told("Maths Autumn", { subjects: { Art: [] } })).toMatch(
      /Export one review a file, or .* add to "subjects" in programme\.json: "Maths Autumn": \[\]\.$/,
    );
    expect(told("TBC")).toContain('"missing": {"subject": []}');
    expect(told("-")).not.toContain('"missing"');
  });

  it("quotes nothing that may be a name", () => {
    for (const text of ["Mrs Jones", "Ann Smith Mock", "Zebedee Quux previous"])
      expect(told(text)).not.toMatch(/Jones|Smith|Quux/);
  });

  it("takes a text for a name where the source says what is missing", () => {
    const sources = [{ ...marksheet, missing: { Subject: ["-"], subject: [] } }];
    expect(
      read("marks.csv", "Adno,Subject,Focus\nA1,TBC,3\nA1,Abs,3\n", "reviews", { sources }).told,
    ).toEqual([]);
  });
});

describe("other cells that rows are joined by", () => {
  const agreements = (mentor: string) =>
    read("agreements.csv", `student_id,mentor_id,starts_on\nA1,${cell(mentor)},2010-10-08\n`, "agreements");

  it.each(["ditto", '"', "N/A", "#N/A", "=B2", "05-Apr", "08/10/2010", "?", "-", "TBC", "0"])(
    "are no mentor's identifier: %s",
    (text) => {
      const { rows, told } = agreements(text);
      expect(rows).toEqual([]);
      expect(told).toMatchObject([{ line: 2, column: "mentor_id" }]);
    },
  );

  it.each(["M1", "12", "40459", "JAN", "do", "Overall"])("may be a mentor's identifier: %s", (text) => {
    expect(agreements(text).rows).toMatchObject([{ mentor_id: text }]);
  });

  const predictions = (qualification: string) =>
    read(
      "predictions.csv",
      `student_id,subject,review_date,kind,grade,qualification\nA1,Art,2010-10-08,target,B,${cell(qualification)}\n`,
      "predictions",
      {
        qualifications: [
          { match: "*", scale: "alevel" },
          { match: "3", scale: "alevel" },
        ],
      },
    );

  it.each(["ditto", '"', "#REF!", "####", "=B2", "05-Apr", "0", "12", "?", "TBC", "unknown"])(
    "are no qualification: %s",
    (text) => {
      const { rows, told } = predictions(text);
      expect(rows).toEqual([]);
      expect(told).toMatchObject([{ line: 2, column: "qualification" }]);
    },
  );

  it.each(["-", "N/A"])("name no qualification where the settings say so: %s", (text) => {
    expect(predictions(text)).toMatchObject({ rows: [{ qualification: null }], told: [] });
  });

  it.each(["A Level", "601/4684/8", "3"])("may be a qualification: %s", (text) => {
    expect(predictions(text).rows).toMatchObject([{ qualification: text }]);
  });

  it("say so where a criterion or a kind is a ditto mark or an error", () => {
    const reviews = (criterion: string) =>
      read(
        "reviews.csv",
        `student_id,subject,review_date,criterion,grade\nA1,Art,2010-10-08,${cell(criterion)},3\n`,
        "reviews",
      ).told[0]!.message;
    expect(reviews("ditto")).toContain("Write the value in every row");
    expect(reviews('"')).toContain("Write the value in every row");
    expect(reviews("#N/A")).toContain("Excel left the error #N/A");
    const kinds = read(
      "predictions.csv",
      "student_id,subject,review_date,kind,grade\nA1,Art,2010-10-08,as above,B\n",
      "predictions",
    );
    expect(kinds.told[0]!.message).toContain("Write the value in every row");
  });

  it("stay what was written in names and notes, and in the subject of an action only where it is one", () => {
    const actions = (cells: string) =>
      read(
        "actions.csv",
        `student_id,set_on,due_on,action,subject,owner\nA1,2010-10-08,2010-10-15,${cells}\n`,
        "actions",
      );
    expect(actions("ditto,Overall,N/A").rows).toMatchObject([
      { action: "ditto", subject: "Overall", owner: "N/A" },
    ]);
    expect(actions("x,N/A,x").rows).toMatchObject([{ subject: null }]);
    expect(actions("x,ditto,x").told).toMatchObject([{ line: 2, column: "subject" }]);
  });

  it("are refused in a workbook too", async () => {
    const rows = [
      ["Adno", "Subject", "Focus"],
      ["A1", "Art", "3"],
      ["A2", '"', "3"],
    ];
    const folder = await readWorkbookFolder(
      { "marks.xlsx": await workbookBytes({ sheets: [{ name: "Export", rows }] }) },
      { sources: [marksheet] },
    );
    expect(folder.rows("reviews")).toMatchObject([{ student_id: "A1", subject: "Art" }]);
    expect(folder.problems("marks.xlsx sheet Export")).toMatchObject([{ line: 3, column: "Subject" }]);
  });
});

describe("a line of a file with one row a result whose subject is blank", () => {
  const long = (text: string, settings: Partial<ProgrammeInput> = {}) =>
    read("marks.csv", text, "reviews", settings);

  it("is refused for that, whatever aspect it has", () => {
    expect(long("Adno,Subject,Aspect,Result\nA1,,Focus,4\nA1,Art,Focus,4\n")).toMatchObject({
      rows: [{ subject: "Art" }],
      told: [
        {
          line: 2,
          column: "Subject",
          message: expect.stringMatching(/^This line does not say which subject/),
        },
      ],
    });
  });

  it("may name it before the aspect, and says nothing of one that is not used", () => {
    const text = "Adno,Subject,Aspect,Result\nA1,,Maths Focus,4\nA1,,Conduct,4\n";
    expect(long(text, { ignoreCriteria: ["Conduct"] })).toMatchObject({
      rows: [{ subject: "Maths" }],
      told: [],
      lines: { accepted: 2 },
    });
  });

  it("is told of the column that the file lacks", () => {
    expect(long("Adno,Aspect,Result\nA1,Focus,4\n").told).toMatchObject([
      { line: 2, column: "Aspect", message: expect.stringContaining("no column of subjects") },
    ]);
  });
});
