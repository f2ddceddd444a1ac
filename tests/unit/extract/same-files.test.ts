import { describe, expect, it } from "vitest";
import { readFolder, readWorkbookFolder } from "../../support/programme-folder.ts";
import { workbookBytes } from "../../support/write-workbook.ts";

const marks = "Student ID,Maths Focus\nA1,3\nA2,4\n";
const reviews = "student_id,subject,review_date,criterion,grade\nA1,Maths,2010-10-08,focus,3\n";

describe("two files of the same bytes", () => {
  it("are both warned of, each with the other's name, where they are of one date", () => {
    const { problems, rows } = readFolder({ "reviews.csv": reviews, "reviews - Copy.csv": reviews });
    expect(problems("reviews.csv")).toMatchObject([
      {
        line: null,
        severity: "warning",
        code: "duplicate-file",
        message: "This file and reviews - Copy.csv are the same, byte for byte. Remove one of them.",
      },
    ]);
    expect(problems("reviews - Copy.csv")).toMatchObject([
      { message: expect.stringContaining("and reviews.csv are") },
    ]);
    expect(rows("reviews")).toHaveLength(1);
  });

  it.each([
    ["two ISO dates", "Marks 2010-10-08.csv", "Marks 2010-11-12.csv"],
    ["day first, later by date and earlier by path", "Marks 08-11-2010.csv", "Marks 07-12-2010.csv"],
  ])("the later is refused: %s", (_, earlier, later) => {
    const { problems, rows, file } = readFolder({ [earlier]: marks, [later]: marks });
    expect(problems(later)).toMatchObject([{ line: null, severity: "error", code: "duplicate-file" }]);
    expect(problems(earlier)).toEqual([]);
    expect(file(later).lineCounts()).toMatchObject({ quarantined: 3 });
    expect(rows("reviews")).toHaveLength(2);
  });

  it.each([
    ["reviews 2010-10-08.csv", "reviews.csv"],
    ["reviews z 2010-10-08.csv", "reviews - Copy.csv"],
  ])("of %s and %s the one without a date is refused, and the other is read", (dated, undated) => {
    const { problems, rows } = readFolder({ [dated]: reviews, [undated]: reviews });
    expect(problems(undated)).toMatchObject([{ severity: "error", code: "duplicate-file" }]);
    expect(problems(dated)).toEqual([]);
    expect(rows("reviews")).toHaveLength(1);
  });

  it("the one that programme.json dates later is refused", () => {
    const source = (files: string, reviewDate: string) => ({
      table: "marksheet" as const,
      files,
      reviewDate,
    });
    const { problems, rows } = readFolder(
      { "Review 1.csv": marks, "Review 2.csv": marks },
      { sources: [source("Review 1.csv", "2010-11-12"), source("Review 2.csv", "2010-10-08")] },
    );
    expect(problems("Review 1.csv")).toMatchObject([{ severity: "error", code: "duplicate-file" }]);
    expect(rows("reviews").map((row) => row.review_date)).toEqual(["2010-10-08", "2010-10-08"]);
  });

  it("are told apart by a label of reviewDates in the name", () => {
    const { problems } = readFolder(
      { "Autumn.csv": marks, "Spring.csv": marks },
      {
        sources: [
          {
            table: "marksheet",
            files: "*ing.csv",
            reviewDates: { Autumn: "2010-10-08", Spring: "2011-01-14" },
          },
          { table: "marksheet", files: "Autumn.csv", reviewDates: { Autumn: "2010-10-08" } },
        ],
      },
    );
    expect(problems("Spring.csv")).toMatchObject([{ severity: "error", code: "duplicate-file" }]);
  });

  it("are told apart sheet by sheet where they are workbooks", async () => {
    const rows = marks.split("\n").map((line) => line.split(","));
    const bytes = await workbookBytes({ sheets: ["Autumn", "Spring"].map((name) => ({ name, rows })) });
    const source = (sheet: string, reviewDate: string) => ({
      table: "marksheet" as const,
      files: "*.xlsx",
      sheet,
      reviewDate,
    });
    const { problems, rows: rowsOf } = await readWorkbookFolder(
      { "tracker.xlsx": bytes, "tracker - Copy.xlsx": bytes },
      { sources: [source("Autumn", "2010-10-08"), source("Spring", "2011-01-14")] },
    );
    for (const sheet of ["Autumn", "Spring"])
      expect(problems(`tracker.xlsx sheet ${sheet}`)).toMatchObject([{ severity: "warning" }]);
    expect(rowsOf("reviews")).toHaveLength(4);
  });

  it("empty ones are no copies of each other", () => {
    const { problems } = readFolder({ "reviews 2010-10-08.csv": "", "reviews 2010-11-08.csv": "" });
    expect(problems("reviews 2010-11-08.csv")).not.toMatchObject([{ code: "duplicate-file" }]);
  });
});
