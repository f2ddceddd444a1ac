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
