import { describe, expect, it } from "vitest";
import { readFolder } from "../../support/programme-folder.ts";

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

  it("the later by path is refused where one has a date and the other none", () => {
    const { problems } = readFolder({ "reviews 2010-10-08.csv": reviews, "reviews.csv": reviews });
    expect(problems("reviews.csv")).toMatchObject([{ severity: "error", code: "duplicate-file" }]);
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

  it("empty ones are no copies of each other", () => {
    const { problems } = readFolder({ "reviews 2010-10-08.csv": "", "reviews 2010-11-08.csv": "" });
    expect(problems("reviews 2010-11-08.csv")).not.toMatchObject([{ code: "duplicate-file" }]);
  });
});
