import { describe, expect, it } from "vitest";
import { readFolder, readWorkbookFolder } from "../../support/programme-folder.ts";
import { type CellInput, type SheetInput, workbookBytes, zipBytes } from "../../support/write-workbook.ts";

const reviewRows = [
  ["Example College"],
  ["Marksheet: Review 1"],
  [],
  ["", "", "Biology", "", "Maths", ""],
  ["Adno", "Name", "Focus", "Effort", "Focus", "Effort"],
  ["A1", "Smith, Ann", 3, 4, 2, 5],
  ["A2", "Jones, Bob", 1, "-", 7, 3],
  ["", "Mean", 2, 4, 4.5, 4],
];
const sheet = (change: Partial<SheetInput> = {}): SheetInput => ({
  name: "Autumn",
  rows: reviewRows,
  merges: ["C4:D4", "E4:F4"],
  ...change,
});
const source = { table: "marksheet" as const, files: "*.xlsx", reviewDate: "2010-10-08" };

describe("a workbook in a folder", () => {
  it("is read as its CSV would be, with merged subjects above the aspects", async () => {
    const read = await readWorkbookFolder(
      { "reviews.xlsx": await workbookBytes({ sheets: [sheet()] }) },
      { sources: [source] },
    );
    const csv = readFolder(
      {
        "reviews.csv": reviewRows
          .map((row) => row.map((cell) => (/,/.test(`${cell}`) ? `"${cell}"` : cell)).join(","))
          .join("\n"),
      },
      { sources: [{ ...source, files: "reviews.csv" }] },
    );
    expect(read.rows("reviews")).toEqual(csv.rows("reviews"));
    expect(read.rows("reviews")).toHaveLength(6);
    const { total, preamble, header, accepted, footer } = read.file("reviews.xlsx sheet Autumn").lineCounts();
    expect({ total, preamble, header, accepted, footer }).toEqual({
      total: 8,
      preamble: 3,
      header: 2,
      accepted: 2,
      footer: 1,
    });
    expect(read.problems("reviews.xlsx sheet Autumn")).toMatchObject([
      { code: "merged-cells", severity: "warning" },
      { line: 7, column: "Maths Focus", value: "7", severity: "error" },
    ]);
  });

  it("has a file for each visible sheet, and says what of it is hidden", async () => {
    const read = await readWorkbookFolder(
      {
        "reviews.xlsx": await workbookBytes({
          sheets: [
            sheet({ hiddenRows: [7] }),
            sheet({ name: "Lists", hidden: true }),
            sheet({
              name: "Spring",
              rows: [
                ["Adno", "Maths Focus"],
                ["A3", 4],
              ],
              merges: [],
            }),
          ],
        }),
      },
      { sources: [{ ...source, sheet: "spring", reviewDate: "2011-02-04" }, source] },
    );
    expect(read.files.map(({ place }) => place)).toEqual([
      "reviews.xlsx sheet Autumn",
      "reviews.xlsx sheet Spring",
      "students.csv",
    ]);
    expect(read.problems("reviews.xlsx sheet Autumn").map(({ code }) => code)).toEqual(
      expect.arrayContaining(["hidden-rows", "hidden-sheets"]),
    );
    expect(read.rows("reviews").filter((row) => row.student_id === "A3")).toMatchObject([
      { review_date: "2011-02-04", grade: "4" },
    ]);
  });

  it("reads a hidden sheet where a source names it", async () => {
    const read = await readWorkbookFolder(
      {
        "reviews.xlsx": await workbookBytes({
          sheets: [sheet({ name: "Front", rows: [], merges: [] }), sheet({ name: "Data", hidden: true })],
        }),
      },
      { sources: [{ ...source, sheet: "Data" }] },
    );
    expect(read.counts.reviews.rows).toBe(6);
  });

  it("keeps dates, leading zeros and identifiers as the sheet shows them", async () => {
    const read = await readWorkbookFolder({
      "students.csv": null,
      "students.xlsx": await workbookBytes({
        sheets: [
          {
            name: "List",
            rows: [
              ["Adno", "Surname", "Forename", "Year", "DOB", "UPN"],
              [
                { value: 4321, format: "000000" },
                "Smith",
                "Ann",
                "Year  12",
                { value: 40459, format: 14 },
                "L823432120001",
              ],
            ],
          },
        ],
      }),
    });
    expect(read.rows("students")).toMatchObject([
      { student_id: "004321", year_group: "12", date_of_birth: "2010-10-08", upn: "L823432120001" },
    ]);
  });

  it("does not take student A0012 for student 12, nor 6+ for 6, where only the number format tells them apart", async () => {
    const read = await readWorkbookFolder(
      {
        "students.csv": "Adno,Surname,Forename,Year\n12,Smith,Ann,12\nA0012,Jones,Bob,12\n",
        "reviews.xlsx": await workbookBytes({
          sheets: [
            {
              name: "Autumn",
              rows: [
                ["Adno", "Maths Fine"],
                [12, { value: 6, format: '0"-"' }],
                [
                  { value: 12, format: '"A"0000' },
                  { value: 6, format: "0\\+" },
                ],
              ],
            },
          ],
        }),
      },
      {
        sources: [source],
        criteria: [{ id: "fine", label: "Fine", scale: "gcse91_fine_pme" }],
      },
    );
    expect(read.problems("reviews.xlsx sheet Autumn")).toEqual([]);
    expect(read.rows("reviews")).toMatchObject([
      { student_id: "12", grade: "6-" },
      { student_id: "A0012", grade: "6+" },
    ]);
  });

  it("refuses plain numbers for dates in a workbook that counts days from 1904: they may be of either count", async () => {
    const rows = (date: CellInput) => [
      ["Adno", "Subject", "Review Date", "Criterion", "Grade"],
      ["A1", "Maths", { value: 38997, format: 14 }, "focus", 3],
      ["A2", "Maths", date, "focus", 3],
    ];
    const wide = [
      ["Adno", "Review Date", "Maths Focus"],
      ["A3", { value: 38997, format: 14 }, 3],
      ["A1", 38998, 3],
    ];
    for (const [counts, expected] of [
      [true, ["A1 2010-10-08", "A3 2010-10-08"]],
      [false, ["A1 2006-10-07", "A2 2010-10-09", "A3 2006-10-07", "A1 2006-10-08"]],
    ] as const) {
      const read = await readWorkbookFolder({
        "reviews.xlsx": await workbookBytes({
          date1904: counts,
          sheets: [{ name: "Long", rows: rows(counts ? 38998 : 40460) }],
        }),
        "marksheet.xlsx": await workbookBytes({ date1904: counts, sheets: [{ name: "Wide", rows: wide }] }),
      });
      const kept = read.rows("reviews").map((row) => `${row.student_id} ${row.review_date}`);
      expect(kept.sort()).toEqual([...expected].sort());
      if (!counts) continue;
      for (const name of ["reviews.xlsx sheet Long", "marksheet.xlsx sheet Wide"]) {
        expect(read.problems(name)).toMatchObject([{ line: 3, column: "Review Date", code: "type-error" }]);
        expect(read.problems(name)[0]!.message).toMatch(
          /counts days from 1904.*Format the column as a date in the workbook/s,
        );
      }
    }
  });

  it("quarantines a row as CSV, for a zip file holds no lines", async () => {
    const read = await readWorkbookFolder({
      "reviews.xlsx": await workbookBytes({
        sheets: [
          {
            name: "R",
            rows: [
              ["student_id", "subject", "review_date", "criterion", "grade"],
              ["A1", 'Art, "Design"', "2010-10-08", "focus", "9"],
            ],
          },
        ],
      }),
    });
    expect(Buffer.concat(read.quarantined("reviews.xlsx sheet R")).toString()).toBe(
      'A1,"Art, ""Design""",2010-10-08,focus,9\n',
    );
  });

  it.each([
    ["a zip file that is no workbook", () => zipBytes([["a.txt", "x"]]), /\.$/],
    [
      "an old Excel file",
      async () => Buffer.from("d0cf11e0a1b11ae1".padEnd(1024, "0"), "hex"),
      /old Excel format/,
    ],
    [
      "a workbook cut short",
      async () => (await workbookBytes({ sheets: [sheet()] })).subarray(0, 200),
      /\.$/,
    ],
  ])("%s is refused with one error, whatever its name", async (_, bytes, words) => {
    for (const name of ["reviews.xlsx", "reviews.csv"]) {
      const read = await readWorkbookFolder({ [name]: await bytes() });
      expect(read.problems(name)).toMatchObject([
        { line: null, code: "file-error", severity: "error", message: expect.stringMatching(words) },
      ]);
      expect(read.counts.students.rows).toBe(3);
    }
  });
});
