import { describe, expect, it } from "vitest";
import { extract } from "../../../loaders/extract/extract.ts";
import { loadSettings } from "../../../loaders/programme/load-settings.ts";
import { inProgrammeFolder, readFolder, readWorkbookFolder } from "../../support/programme-folder.ts";
import { workbookBytes } from "../../support/write-workbook.ts";

const reviews = "student_id,subject,review_date,criterion,grade\nA1,Maths,2010-10-08,focus,3\n";
const marks = [
  ["Student ID", "Maths Focus"],
  ["A1", "3"],
];

describe("files that are passed over", () => {
  it("a lock file of Excel needs no word", () => {
    const { files, notices } = readFolder({ "~$tracker.xlsx": "x", "~$notes.ods": "x", "~$data.csv": "x" });
    expect(files.map(({ name }) => name)).toEqual(["students.csv"]);
    expect(notices).toEqual([]);
  });

  it("a file that ignoreFiles names is neither read nor listed, whatever its format", () => {
    const files = {
      "reviews.csv": reviews,
      "old/reviews 2009.csv": "??",
      "old/scan.ods": "x",
      "old/a.xlsx": "x",
    };
    inProgrammeFolder(files, {}, (folder) => {
      const programme = loadSettings(folder);
      const settings = { ...programme.settings, ignoreFiles: ["old/*"] };
      const read = extract({ ...programme, settings });
      expect(read.files.map(({ name }) => name)).toEqual(["reviews.csv", "students.csv"]);
      expect(read.notices).toEqual([]);
    });
  });
});

describe("a source that no file uses", () => {
  const table = "marksheet" as const;
  const notices = async (
    sources: { table: typeof table; files: string; sheet?: string }[],
    sheets = ["Review 1"],
  ) => {
    const bytes = await workbookBytes({
      sheets: [...sheets.map((name) => ({ name, rows: marks })), { name: "Empty", rows: [] }],
    });
    const read = await readWorkbookFolder(
      { "tracker 2010-10-08.xlsx": bytes, "marks 2010-10-08.csv": "Student ID,Maths Focus\nA2,3\n" },
      { sources },
    );
    return read.notices;
  };

  it("is said to match nothing where nothing matches", async () => {
    expect(await notices([{ table, files: "exports/*.csv" }])).toEqual([
      'No file matches the source "exports/*.csv" of programme.json. Correct its path, or remove it.',
    ]);
  });

  it("is told which sheets its workbook has", async () => {
    expect(await notices([{ table, files: "*.xlsx", sheet: "Review1" }], ["Review 1", "Review 2"])).toEqual([
      'The workbook tracker 2010-10-08.xlsx has no sheet "Review1", which a source of programme.json names; it has "Review 1", "Review 2", "Empty". Correct "sheet".',
    ]);
  });

  it("is told that its sheet is empty, and that a CSV has none", async () => {
    expect(await notices([{ table, files: "*.xlsx", sheet: "empty" }])).toEqual([
      expect.stringMatching(/^The sheet "Empty" of tracker 2010-10-08\.xlsx.* holds nothing\./),
    ]);
    expect(await notices([{ table, files: "marks*.csv", sheet: "Review 1" }])).toEqual([
      expect.stringMatching(/^marks 2010-10-08\.csv is no workbook/),
    ]);
  });

  it("is told which earlier source takes its files", async () => {
    expect(
      await notices([
        { table, files: "*.csv" },
        { table, files: "marks*.csv" },
      ]),
    ).toEqual([
      'The source "marks*.csv" of programme.json is not used: "*.csv" stands before it and takes every file that it matches. Put the narrower of the two first, or remove one.',
    ]);
  });
});
