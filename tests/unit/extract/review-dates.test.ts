import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder, readWorkbookFolder } from "../../support/programme-folder.ts";
import { workbookBytes } from "../../support/write-workbook.ts";

const source = (more: object = {}): Partial<ProgrammeInput> => ({
  sources: [{ table: "marksheet", files: "marks*", ...more }],
});
const header = "Adno,Maths Focus\nA1,3\n";
const datesOf = (rows: readonly Record<string, unknown>[]) =>
  rows.map(({ student_id, review_date }) => `${student_id} ${review_date}`);

describe("one date for a whole file", () => {
  it.each([
    ["read in bulk", (text: string) => Buffer.from(text)],
    ["read record by record", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ])("is of one review: lines of another are refused, %s", (_, encode) => {
    const text = "Adno,Review,Maths Focus\nA1,Autumn,3\nA3,,5\nA2,Spring,4\nA3,,1\n";
    const read = readFolder({ "marks.csv": encode(text) }, source({ reviewDate: "2010-10-08" }));
    expect(datesOf(read.rows("reviews"))).toEqual(["A1 2010-10-08", "A3 2010-10-08"]);
    expect(read.problems("marks.csv")).toMatchObject([
      {
        line: 4,
        column: "Review",
        message: expect.stringContaining('"reviewDates": {"Spring": "<YYYY-MM-DD>"}'),
      },
      // A blank below another review is of that one.
      { line: 5, column: "Review" },
    ]);
  });

  it("is not in doubt where the column holds comments", () => {
    const text = "Adno,Maths Focus,Review\nA1,3,Doing well\nA2,4,Needs support\n";
    const read = readFolder({ "marks.csv": text }, source({ reviewDate: "2010-10-08" }));
    expect(read.rows("reviews")).toHaveLength(2);
    expect(read.problems("marks.csv")).toEqual([]);
  });

  it("is of one review whose name differs in the year group or class alone", () => {
    const text = "Adno,Review,Maths Focus\nA1,Y12 Review 1,3\nA2,Year 13 Review 1,4\nA3,12B Review 1,4\n";
    const read = readFolder({ "marks 2010-10-08.csv": text }, source());
    expect(read.rows("reviews")).toHaveLength(3);
    expect(read.problems("marks 2010-10-08.csv")).toEqual([]);
  });
});

describe("a date in the name and another in a title", () => {
  it("is asked about where the title says when the review was, not when it was printed", () => {
    const name = "marks 2010-10-08.csv";
    const asked = readFolder({ [name]: `Review date: 03/12/2010\n${header}` }, source());
    expect(asked.rows("reviews")).toEqual([]);
    expect(asked.problems(name)[0]!.message).toContain("say different days");
    const printed = readFolder({ [name]: `Review 1\nPrinted: 03/12/2010\n${header}` }, source());
    expect(datesOf(printed.rows("reviews"))).toEqual(["A1 2010-10-08"]);
  });

  it("is warned of where programme.json declares a third", () => {
    const read = readFolder({ "marks 2010-12-03.csv": header }, source({ reviewDate: "2010-10-08" }));
    expect(datesOf(read.rows("reviews"))).toEqual(["A1 2010-10-08"]);
    expect(read.problems("marks 2010-12-03.csv")).toMatchObject([
      { severity: "warning", code: "impossible-date", message: expect.stringContaining("says 2010-12-03") },
    ]);
  });
});

describe("sheets of a workbook, a review each", () => {
  const rows = (grade: number) => [
    ["Adno", "Maths Focus"],
    ["A1", grade],
  ];
  const read = async (names: readonly string[], more: object) =>
    readWorkbookFolder(
      {
        "marks Autumn.xlsx": await workbookBytes({
          sheets: names.map((name, i) => ({ name, rows: rows(i + 3) })),
        }),
      },
      source(more),
    );

  it("are dated by the name of the sheet where it is a review that programme.json dates", async () => {
    const { rows } = await read(["Autumn", "Spring"], {
      reviewDates: { Autumn: "2010-10-08", Spring: "2011-03-11" },
    });
    expect(datesOf(rows("reviews"))).toEqual(["A1 2010-10-08", "A1 2011-03-11"]);
  });

  it("are dated by a date in the name of the sheet", async () => {
    const { rows } = await read(["08-10-2010", "03-12-2010"], {});
    expect(datesOf(rows("reviews"))).toEqual(["A1 2010-10-08", "A1 2010-12-03"]);
  });

  it("are asked about where their names say a review or term and the date comes from elsewhere", async () => {
    for (const more of [{ reviewDate: "2010-10-08" }, { reviewDates: { Winter: "2010-12-03" } }]) {
      const asked = await read(["Autumn", "Spring"], more);
      expect(asked.rows("reviews")).toEqual([]);
      for (const sheet of ["Autumn", "Spring"])
        expect(asked.problems(`marks Autumn.xlsx sheet ${sheet}`)).toMatchObject([
          { severity: "error", line: null, code: "missing-label" },
        ]);
    }
  });
});

describe("a name or title that says another time than the date", () => {
  const problemsOf = (name: string, text: string, more: object = {}) => {
    const read = readFolder({ [name]: text }, source(more));
    return { rows: read.rows("reviews"), problems: read.problems(name) };
  };
  const declared = { reviewDate: "2010-10-08" };

  it.each([
    [
      "a day in the name",
      "marks Review 1 2009-10-09.csv",
      header,
      { reviewDates: { "Review 1": "2010-10-08" } },
    ],
    [
      "a year in the name",
      "marks 2009-10 Review 1.csv",
      header,
      { reviewDates: { "Review 1": "2010-10-08" } },
    ],
    ["a year in the name", "marks-2009-2010.csv", header, declared],
    ["a year in a title", "marks.csv", `Academic Year 2009/10\n${header}`, declared],
    ["a short year in a title", "marks.csv", `Academic Year: 09/10\n${header}`, declared],
    ["a day in a title", "marks.csv", `Review date: 03/12/2010\n${header}`, declared],
    [
      "a year in the name, against every label",
      "marks 2009-10.csv",
      "Adno,Review,Maths Focus\nA1,Review 1,3\n",
      { reviewDates: { "Review 1": "2010-10-08" } },
    ],
  ])("is warned of where programme.json declares the date: %s", (_, name, text, more) => {
    const { rows, problems } = problemsOf(name, text, more);
    expect(datesOf(rows)).toEqual(["A1 2010-10-08"]);
    expect(problems).toMatchObject([
      { severity: "warning", code: "impossible-date", message: expect.stringMatching(/ says .* counts?\./) },
    ]);
  });

  it.each([
    ["the year of the date", "marks 2010-11 Review 1.csv", `Review 1 2010/11\n${header}`],
    ["the month of the date", "marks 2010-10.csv", header],
    ["the year of students", "marks.csv", `Intake 2009/10\n${header}`],
    ["when it was printed", "marks.csv", `Printed 2009/10\n${header}`],
    ["the day of the date", "marks.csv", `Review date: 08/10/2010\n${header}`],
  ])("is none where it says %s", (_, name, text) => {
    expect(problemsOf(name, text, declared)).toMatchObject({
      rows: [{ review_date: "2010-10-08" }],
      problems: [],
    });
  });

  it("is asked about where the name alone says the date", () => {
    const { rows, problems } = problemsOf("marks 2010-10-08.csv", `Academic Year 2009/10\n${header}`);
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([
      {
        severity: "error",
        message: expect.stringContaining(
          "would be 2010-10-08, but a title above the header says the academic year 2009-10",
        ),
      },
    ]);
  });

  it("is no date where it is that of the export", () => {
    for (const name of [
      "marks exported 2010-12-10.csv",
      "marks 10-12-2010 printed.csv",
      "marks as at 2010-12-10.csv",
    ]) {
      const { rows, problems } = problemsOf(name, header);
      expect(rows).toEqual([]);
      expect(problems[0]!.message).toContain("does not say when the review was");
    }
  });
});

describe.each([
  ["read in bulk", (text: string) => Buffer.from(text)],
  ["read record by record", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
])("a column of dates below a title that says another time, %s", (_, encode) => {
  const read = (title: string, more: object = {}, ...dates: string[]) =>
    readFolder(
      {
        "marks.csv": encode(
          `${title}\nAdno,Date,Maths Focus\n${dates.map((date, i) => `A${i + 1},${date},3\n`).join("")}`,
        ),
      },
      source(more),
    );

  it.each(["Review date: 08/10/2010", "Academic Year 2009/10"])("is asked about: %s", (title) => {
    const { rows, problems, file } = read(title, {}, "12/12/2010", "13/12/2010");
    expect(rows("reviews")).toEqual([]);
    expect(file("marks.csv").lineCounts()).toMatchObject({ accepted: 0, quarantined: 4 });
    expect(problems("marks.csv")).toMatchObject([
      {
        severity: "error",
        line: null,
        column: "Date",
        message: expect.stringMatching(
          /^The dates in "Date" are from 2010-12-12 to 2010-12-13, but a title .*"columns": \{"Date": "review_date"\}\.$/,
        ),
      },
    ]);
  });

  it("is read with a warning where programme.json names it", () => {
    const { rows, problems } = read(
      "Review date: 08/10/2010",
      { columns: { Date: "review_date" } },
      "12/12/2010",
    );
    expect(datesOf(rows("reviews"))).toEqual(["A1 2010-12-12"]);
    expect(problems("marks.csv")).toMatchObject([{ severity: "warning", column: "Date" }]);
  });

  it("is in no doubt where they are of the same weeks", () => {
    const { rows, problems } = read("Review date: 08/10/2010", {}, "27/09/2010", "01/10/2010");
    expect(rows("reviews")).toHaveLength(2);
    expect(problems("marks.csv")).toEqual([]);
  });
});

describe("several files of one source with one date", () => {
  const read = (names: readonly string[], more: object = { reviewDate: "2010-10-08" }) =>
    readFolder(
      Object.fromEntries(names.map((name, i) => [name, `Adno,Subject ${i} Focus\nA1,3\n`])),
      source(more),
    );

  it.each([
    ["marks-review-1.csv", "marks-review-2.csv"],
    ["marks Oct 2010.csv", "marks Dec 2010.csv"],
    ["marks Autumn.csv", "marks Spring.csv"],
    ["marks Autumn.csv", "marks 2010-12-03.csv"],
  ])("are asked about where they are called %s and %s", (...names) => {
    const { rows, problems } = read(names);
    expect(rows("reviews")).toEqual([]);
    for (const name of names)
      expect(problems(name)).toMatchObject([
        {
          severity: "error",
          line: null,
          message: expect.stringContaining("whose names say different reviews"),
        },
      ]);
  });

  it("are dated by their names as the message says", () => {
    const reviewDates = { "review 1": "2010-10-08", "review 2": "2010-12-03" };
    const { rows } = read(["marks-review-1.csv", "marks-review-2.csv"], { reviewDates });
    expect(datesOf(rows("reviews"))).toEqual(["A1 2010-10-08", "A1 2010-12-03"]);
  });

  it("are read where they are classes of one review", () => {
    const { rows, problems } = read(["marks 10A Review 1.csv", "marks 10B Review 1.csv"]);
    expect(rows("reviews")).toHaveLength(2);
    expect(problems("marks 10A Review 1.csv")).toEqual([]);
  });
});
