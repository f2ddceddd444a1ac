import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../../../loaders/extract/workbook/read-workbook.ts";
import {
  type CellInput,
  sharedStringsXml,
  type WorkbookInput,
  workbookBytes,
  worksheetXml,
} from "../../../support/write-workbook.ts";

/** The only row of a sheet as read, and the notices. */
async function readRow(cells: readonly CellInput[], more: Partial<WorkbookInput> = {}) {
  const [sheet] = await readWorkbook(
    await workbookBytes({ sheets: [{ name: "Marks", rows: [cells] }], ...more }),
  );
  return { cells: sheet!.rows[0]?.cells ?? [], notices: sheet!.notices };
}

/** A sheet of hand-written cells: `<row r="1">` with them. */
async function readCells(cells: string, parts: Record<string, string> = {}) {
  const xml = worksheetXml(`<sheetData><row r="1">${cells}</row></sheetData>`);
  return readRow([], { parts: { "xl/worksheets/sheet1.xml": xml, ...parts } });
}

const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "not refused",
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe("text of a cell", () => {
  it("comes from the shared strings or from the cell itself, with its spaces", async () => {
    const { cells, notices } = await readRow([
      "Ann ",
      { value: " B1 <&> ", inline: true },
      "O’Brien, Jack",
      "Ann ",
    ]);
    expect(cells).toEqual(["Ann ", " B1 <&> ", "O’Brien, Jack", "Ann "]);
    expect(notices).toEqual([]);
  });

  it("joins the runs of a rich text and leaves phonetic guides out, shared or inline", async () => {
    const item =
      '<r><rPr><b/></rPr><t>Maths </t></r><r><t xml:space="preserve">Focus</t></r><rPh sb="0" eb="1"><t>guide</t></rPh><phoneticPr fontId="1"/>';
    const { cells } = await readCells(
      `<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>${item}</is></c><c r="C1" t="s"><v>1</v></c>`,
      { "xl/sharedStrings.xml": sharedStringsXml(`<si>${item}</si><si><t>after</t></si>`) },
    );
    expect(cells).toEqual(["Maths Focus", "Maths Focus", "after"]);
  });

  it("resolves _xHHHH_ escapes once, and leaves those for what no text holds as they are written", async () => {
    const { cells } = await readCells(
      '<c t="inlineStr"><is><t>a_x000D_\nb</t></is></c><c t="inlineStr"><is><t>_x005F_x000D_</t></is></c><c t="str"><v>_x0041_</v></c><c t="inlineStr"><is><t>_x0000__xD83D__x12_</t></is></c>',
    );
    expect(cells).toEqual(["a\r\nb", "_x000D_", "A", "_x0000__xD83D__x12_"]);
  });

  it("keeps line breaks within a cell, and text in CDATA sections", async () => {
    const { cells } = await readRow(["Maths\nFocus", "Maths\r\nFocus"]);
    expect(cells).toEqual(["Maths\nFocus", "Maths\r\nFocus"]);
    expect((await readCells('<c t="inlineStr"><is><t>a<![CDATA[<b>]]>&#x20AC;</t></is></c>')).cells).toEqual([
      "a<b>€",
    ]);
  });

  it("takes nothing from text that stands elsewhere in a cell", async () => {
    const { cells } = await readCells(
      '<c>stray<t>stray</t><v>1</v>stray</c><c t="inlineStr"><is><t>a</t>stray</is></c>',
    );
    expect(cells).toEqual(["1", "a"]);
  });

  it("is refused beyond 32,767 characters, and read up to that", async () => {
    const longest = "x".repeat(32_767);
    expect((await readRow([longest])).cells).toEqual([longest]);
    expect(await refusal(readRow([null, `${longest}x`]))).toMatch(
      /^ContainerError: Cell B1 of sheet 1 holds more than 32767 characters.*\.$/,
    );
  });
});

describe("booleans, errors and formulas", () => {
  it("gives booleans as TRUE and FALSE, and errors as Excel shows them", async () => {
    const { cells } = await readCells(
      '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="e"><f>x</f><v>#NAME?</v></c>',
    );
    expect(cells).toEqual(["TRUE", "FALSE", "#N/A", "#NAME?"]);
  });

  it("gives the result that was saved with a formula: text, number, boolean, date, empty text", async () => {
    const { cells, notices } = await readRow([
      { formula: 'A2&"x"', value: "B1" },
      { formula: "1+1", value: 2 },
      { formula: "TRUE()", value: true },
      { formula: "TODAY()", value: 40452, format: 14 },
      { formula: 'IF(1,"")', value: "" },
      "end",
    ]);
    expect(cells).toEqual(["B1", "2", "TRUE", "2010-10-01", "", "end"]);
    expect(notices).toEqual([]);
  });

  it("reads a formula without a saved result as empty and says where and what to do, column by column", async () => {
    const bytes = await workbookBytes({
      sheets: [
        {
          name: "Marks",
          rows: [
            ["Adno", "Mean", "Grade"],
            ["1", { formula: "1+1" }, { xml: '<c r="C2"><f>A1</f><v></v></c>' }],
            ["2", { formula: "1+2" }, { xml: '<c r="C3" t="str"><f>A1</f></c>' }],
            [null, { formula: "SUM(B2:B3)" }],
          ],
        },
      ],
    });
    const [sheet] = await readWorkbook(bytes);
    expect(sheet!.rows.map(({ cells }) => cells)).toEqual([
      ["Adno", "Mean", "Grade"],
      ["1", "", ""],
      ["2", "", ""],
      ["", "", ""],
    ]);
    expect(sheet!.lastRow).toBe(4);
    expect(sheet!.notices).toEqual([
      {
        row: 2,
        column: "B",
        code: "formula-without-result",
        message:
          "3 cells of this column hold a formula whose result was not saved; the first is in row 2. They are read as empty. Open the workbook in Excel and save it, or save the sheet as CSV.",
      },
      expect.objectContaining({ row: 2, column: "C", code: "formula-without-result" }),
    ]);
  });

  it("says that results may be out of date where the workbook leaves formulas to be computed on opening", async () => {
    const cells = ["x", { formula: "1+1", value: 0 }];
    const { notices } = await readRow(cells, { recalculate: true });
    expect(notices).toEqual([
      expect.objectContaining({ row: 1, column: "B", code: "formula-results-unsure" }),
    ]);
    expect((await readRow(cells)).notices).toEqual([]);
    expect((await readRow(["x"], { recalculate: true })).notices).toEqual([]);
  });

  it.each([
    ['<c r="B1" t="b"><v>2</v></c>', "should be true or false"],
    ['<c r="B1" t="q"><v>2</v></c>', "is of a type that workbooks do not have"],
    ['<c r="B1"><v>twelve</v></c>', "should hold a number"],
    ['<c r="B1"><v>Infinity</v></c>', "should hold a number"],
    ['<c r="B1"><v>1e999</v></c>', "should hold a number"],
    ['<c r="B1"><v>0x10</v></c>', "should hold a number"],
    ['<c r="B1" t="d"><v>2010-02-30</v></c>', "should hold a date"],
    ['<c r="B1" t="s"><v>7</v></c>', "names a text that the workbook does not hold"],
    ['<c r="B1" t="s"><v>-1</v></c>', "names a text that the workbook does not hold"],
    ['<c r="B1" s="9"><v>7</v></c>', "names a style that the workbook does not hold"],
    ['<c r="B1" t="inlineStr"><v>7</v></c>', "holds a value of another type than it declares"],
    ['<c r="B1"><is><t>7</t></is></c>', "holds a value of another type than it declares"],
  ])("refuses the workbook and names the cell for %s", async (cell, fault) => {
    expect(await refusal(readCells(cell))).toContain(`ContainerError: Cell B1 of sheet 1 ${fault}`);
  });
});

describe("numbers", () => {
  it.each([
    ["88.400000000000006", "88.4"],
    ["0.30000000000000004", "0.3"],
    ["12345678901", "12345678901"],
    ["1.2345678901E10", "12345678901"],
    ["123456789012345", "123456789012345"],
    ["1234567890123456", "1234567890123460"],
    ["5.0", "5"],
    ["-0", "0"],
    ["-3.50", "-3.5"],
    ["+7", "7"],
    ["1E-3", "0.001"],
    ["-1.25E-8", "-0.0000000125"],
    ["1e+21", "1E+21"],
    ["1.5e-20", "1.5E-20"],
    ["0.1234567890123456", "0.123456789012346"],
  ])("reads %s as %s", async (written, read) => {
    expect((await readCells(`<c><v>${written}</v></c>`)).cells).toEqual([read]);
  });

  it("shows the leading zeros that a format of only zeros shows", async () => {
    const { cells } = await readRow([
      { value: 4321, format: "000000" },
      { value: 1234567, format: "000000" },
      { value: 88.4, format: "000" },
      { value: -5, format: "000" },
      { value: 7, format: 1 },
      { value: 7, format: "0.00" },
    ]);
    expect(cells).toEqual(["004321", "1234567", "88.4", "-5", "7", "7"]);
  });

  it("gives percentages as such with all their digits, and not what merely ends in a quoted sign", async () => {
    const { cells } = await readRow([
      { value: 0.884, format: "0.0%" },
      { value: 0.884, format: 9 },
      { value: 0.07, format: 10 },
      { value: 0.285, format: "0.0%;[Red]-0.0%" },
      { value: 88, format: '0"%"' },
      { value: 88, format: "0\\%" },
    ]);
    expect(cells).toEqual(["88.4%", "88.4%", "7%", "28.5%", "88", "88"]);
  });

  it("does not take letters in quotes, brackets or after a backslash, nor an exponent, for a date", async () => {
    const plain = ["General", '0" days"', "[Red]0.0", "\\d0", "0.00E+00", '"m"0', "[$-809]0", "0_d", "# ?/?"];
    const { cells } = await readRow(plain.map((format) => ({ value: 45, format })));
    expect(cells).toEqual(plain.map(() => "45"));
  });
});

describe("dates", () => {
  it.each([
    14,
    15,
    22,
    27,
    31,
    36,
    50,
    58,
    "dd/mm/yyyy",
    "yyyy\\-mm\\-dd;@",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
    "d mmm yyyy",
    "ddd d mmm",
    "mmmm",
    "DD.MM.YY",
    "dd/mm",
    "mmm yyyy",
    "d-mmm h:mm",
  ])("gives a number in the date format %s as an ISO date", async (format) => {
    expect((await readRow([{ value: 40459, format }])).cells).toEqual(["2010-10-08"]);
  });

  it("gives the time only where it is not midnight, to the second", async () => {
    const { cells } = await readRow(
      [40459.5, 40459.395833333336, 40459.999999, 40459.00001157407].map((value) => ({ value, format: 14 })),
    );
    expect(cells).toEqual([
      "2010-10-08T12:00:00",
      "2010-10-08T09:30:00",
      "2010-10-09",
      "2010-10-08T00:00:01",
    ]);
  });

  it.each([
    [20, 0.395833333333333, "09:30:00"],
    [21, 0.395844907407407, "09:30:01"],
    [18, 0.75, "18:00:00"],
    [32, 0.5, "12:00:00"],
    [45, 0.0125, "00:18:00"],
    ["h:mm AM/PM", 40459.75, "18:00:00"],
    ["[h]:mm", 1.5, "36:00:00"],
    ["[mm]:ss", 0.0625, "01:30:00"],
    ["mm:ss.0", 0.000966435, "00:01:23.5"],
    ["h:mm", 0.9999999, "00:00:00"],
  ])("gives a pure time in the format %s as HH:MM:SS", async (format, value, text) => {
    expect((await readRow([{ value, format }])).cells).toEqual([text]);
  });

  it("shows what Excel made of 5-4 and of Apr-05 as Excel shows it, so that the damage is recognised", async () => {
    const april5 = 38447;
    const formats = [16, "dd-mmm", "d-mmm", "d\\ mmm", 17, "mmm-yy", "[$-809]dd\\-mmm;@"];
    const { cells } = await readRow(formats.map((format) => ({ value: april5, format })));
    expect(cells).toEqual(["05-Apr", "05-Apr", "5-Apr", "5 Apr", "Apr-05", "Apr-05", "05-Apr"]);
  });

  it("counts from 1904 where the workbook says so", async () => {
    const cells = [
      { value: 38997, format: 14 },
      { value: 0, format: 14 },
    ];
    expect((await readRow(cells, { date1904: true })).cells).toEqual(["2010-10-08", "1904-01-01"]);
  });

  it("gives numbers that are no date for certain as numbers, with a notice: before 1 March 1900, below 0, after 9999", async () => {
    const { cells, notices } = await readRow(
      [60, 7, 0, -1, 61, 2958465, 2958466].map((value) => ({ value, format: 14 })),
    );
    expect(cells).toEqual(["60", "7", "0", "-1", "1900-03-01", "9999-12-31", "2958466"]);
    expect(notices.map(({ row, column, code }) => [row, column, code])).toEqual(
      ["A", "B", "C", "D", "G"].map((column) => [1, column, "impossible-date"]),
    );
    expect(notices[0]!.message).toMatch(/^One cell of this column has a date format, .*Correct .*\.$/);
    const negative = await readRow([{ value: -0.5, format: 20 }]);
    expect(negative.cells).toEqual(["-0.5"]);
    expect(negative.notices).toHaveLength(1);
  });

  it("reads dates that are written as such, in the format of the cell", async () => {
    const { cells } = await readRow([
      { xml: '<c r="A1" t="d"><v>2010-10-08</v></c>' },
      { xml: '<c r="B1" t="d"><v>2010-10-08T00:00:00.000Z</v></c>' },
      { xml: '<c r="C1" t="d"><v>2010-10-08T09:30:00</v></c>' },
      { value: 40459, format: 16 },
      { xml: '<c r="E1" t="d" s="1"><v>2005-04-05T00:00:00</v></c>' },
      { xml: '<c r="F1" t="d"><v>T09:30:00</v></c>' },
    ]);
    expect(cells).toEqual([
      "2010-10-08",
      "2010-10-08",
      "2010-10-08T09:30:00",
      "08-Oct",
      "05-Apr",
      "09:30:00",
    ]);
  });

  it("prefers a format that the workbook itself gives under a built-in number", async () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="14" formatCode="0.0"/></numFmts><cellXfs><xf numFmtId="14"/><xf/><xf numFmtId="999"/></cellXfs></styleSheet>';
    const { cells } = await readCells('<c s="0"><v>45</v></c><c s="1"><v>46</v></c><c s="2"><v>47</v></c>', {
      "xl/styles.xml": styles,
    });
    expect(cells).toEqual(["45", "46", "47"]);
  });
});
