import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder, readWorkbookFolder } from "../../support/programme-folder.ts";
import { type CellInput, workbookBytes } from "../../support/write-workbook.ts";

const header = "student_id,subject,review_date,criterion,grade";
const encodings: [string, (text: string) => Uint8Array][] = [
  ["read in bulk", (text) => Buffer.from(text)],
  ["read record by record", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
];

function reviews(
  dates: readonly string[],
  encode = encodings[0]![1],
  settings: Partial<ProgrammeInput> = {},
) {
  const lines = dates.map((date, i) => `A${(i % 3) + 1},Subject ${i},${date},focus,3`);
  const read = readFolder({ "reviews.csv": encode([header, ...lines, ""].join("\n")) }, settings);
  return {
    problems: read.problems("reviews.csv"),
    refused: read
      .problems("reviews.csv")
      .filter(({ severity }) => severity === "error")
      .map(({ line }) => line)
      .sort(),
    kept: read.rows("reviews").map(({ review_date }) => review_date),
    counts: read.file("reviews.csv").lineCounts(),
  };
}

describe.each(encodings)("dates that part at 12 into real ones and text, %s", (_, encode) => {
  it("lose the real ones, which are probably of another day", () => {
    const { refused, kept, problems, counts } = reviews(["2010-08-10", "25/10/2010", "2010-12-11"], encode);
    expect(refused).toEqual([2, 4]);
    expect(kept).toEqual(["2010-10-25"]);
    expect(counts).toMatchObject({ accepted: 1, quarantined: 2 });
    expect(problems[0]).toMatchObject({
      column: "review_date",
      code: "type-error",
      message:
        'Day and month of this date are probably swapped: in this file the dates of "review_date" with a day up to 12 are real dates, and those with a day above 12 are text. That is what a spreadsheet set to American dates leaves of British ones. Export the file again and do not open it before it is read. If its dates are right: declare "dateFormat": "d/m/y" for this file in its source of programme.json.',
    });
  });

  it("keep a day that is the same either way", () => {
    expect(reviews(["2010-10-10", "25/10/2010", "2010-12-11", "10-Sep-2010"], encode)).toMatchObject({
      refused: [4, 5],
      kept: ["2010-10-10", "2010-10-25"],
    });
  });

  it("are known by the texts that are month first, too", () => {
    expect(reviews(["2010-08-10", "10/25/2010", "2010-12-11"], encode)).toMatchObject({
      refused: [2, 3, 4],
      kept: [],
    });
  });

  it.each([
    ["a real date has a day above 12", ["2010-08-10", "25/10/2010", "2010-12-13"]],
    ["a text has a day up to 12", ["2010-08-10", "25/10/2010", "2010-12-11", "05/11/2010"]],
    ["there is no text", ["2010-08-10", "2010-12-11", "2010-09-12"]],
    ["there is no real date", ["25/10/2010", "26/10/2010", "27/10/2010"]],
    ["one of each is all there is", ["2010-08-10", "25/10/2010"]],
  ])("are read where %s", (_, dates) => {
    expect(reviews(dates, encode)).toMatchObject({ problems: [], counts: { quarantined: 0 } });
  });

  it("are warned of where they are too few to tell", () => {
    const { kept, problems } = reviews(["2010-08-10", "25/10/2010", "26/10/2010"], encode);
    expect(kept).toHaveLength(3);
    expect(problems).toMatchObject([
      {
        severity: "warning",
        column: "review_date",
        message: expect.stringContaining('Day and month may be swapped in "review_date"'),
      },
    ]);
  });

  it("are read where programme.json says how they are written", () => {
    const source = { table: "reviews", files: "reviews.csv", dateFormat: "d/m/y" } as const;
    const read = reviews(["2010-08-10", "25/10/2010", "2010-12-11"], encode, { sources: [source] });
    expect(read).toMatchObject({ problems: [], counts: { accepted: 3 } });
  });
});

describe("a workbook that was opened with American dates", () => {
  const day = (serial: number): CellInput => ({ value: serial, format: 14 });
  const read = async (rows: CellInput[][]) =>
    readWorkbookFolder({
      "agreements.xlsx": await workbookBytes({
        sheets: [
          { name: "Agreements", rows: [["student_id", "mentor_id", "starts_on", "extended_to"], ...rows] },
        ],
      }),
    });
  const place = "agreements.xlsx sheet Agreements";

  it("loses its real dates, in other columns of the file too", async () => {
    // 40400 is 2010-08-10, 40523 is 2010-12-11, 40370 is 2010-07-11.
    const { rows, problems } = await read([
      ["A1", "M1", day(40400), "25/11/2010"],
      ["A2", "M1", "25/10/2010", day(40370)],
      ["A3", "M1", day(40523), "26/11/2010"],
      ["A1", "M2", "27/10/2010", "28/11/2010"],
    ]);
    expect(rows("agreements").map(({ mentor_id }) => mentor_id)).toEqual(["M2"]);
    expect(
      problems(place)
        .map(({ line, column }) => `${line} ${column}`)
        .sort(),
    ).toEqual(["2 starts_on", "3 extended_to", "4 starts_on"]);
  });

  it("is warned of from one date of each kind on", async () => {
    const { rows, problems } = await read([
      ["A1", "M1", day(40400), null],
      ["A2", "M1", "25/10/2010", null],
    ]);
    expect(rows("agreements")).toHaveLength(2);
    expect(problems(place)).toMatchObject([{ severity: "warning", column: "starts_on" }]);
  });
});
