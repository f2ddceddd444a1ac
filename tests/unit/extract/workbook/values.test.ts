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

  it("leaves out runs that are struck out, shared or inline, and says so", async () => {
    const run = (text: string, properties = "") => `<r><rPr>${properties}</rPr><t>${text}</t></r>`;
    const corrected = `${run("D", "<strike/>")}${run("M")}`;
    const { cells, notices } = await readCells(
      `<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>${corrected}</is></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c><c r="E1" t="s"><v>3</v></c>`,
      {
        "xl/sharedStrings.xml": sharedStringsXml(
          `<si>${corrected}</si><si><r><t>B</t></r>${run("+", '<strike val="0"/>')}</si><si>${run("C")}${run(" ", "<strike/>")}</si><si><t>after</t></si>`,
        ),
      },
    );
    expect(cells).toEqual(["M", "M", "B+", "C", "after"]);
    expect(notices.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, "A", "struck-out"],
      [1, "B", "struck-out"],
    ]);
    expect(notices[0]!.message).toMatch(
      /^One cell of this column has text of which a part is struck out; .*\.$/,
    );
  });

  it("leaves out cells that are struck out as a whole, and says so; a font of conditional formats strikes none", async () => {
    const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>`;
    const { cells, notices } = await readCells(
      '<c r="A1"><v>1</v></c><c r="B1" s="1"><v>2</v></c><c r="C1" s="2"><v>3</v></c><c r="D1" s="1" t="inlineStr"><is><t>x</t></is></c><c r="E1" s="1"/><c r="F1"><v>6</v></c>',
      { "xl/styles.xml": styles },
    );
    expect(cells).toEqual(["1", "", "3", "", "", "6"]);
    expect(notices.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, "B", "struck-out"],
      [1, "D", "struck-out"],
    ]);
    expect(notices[0]!.message).toContain("One cell of this column is struck out as a whole, and not read");
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

  it("shows the leading zeros that a format shows", async () => {
    const { cells, notices } = await readRow([
      { value: 4321, format: "000000" },
      { value: 1234567, format: "000000" },
      { value: 88.4, format: "000" },
      { value: -5, format: "000" },
      { value: 7, format: 1 },
      { value: 7, format: "0.00" },
      { value: 4321, format: "000000;@" },
      { value: 4321, format: "000000;-000000" },
      { value: 4321, format: "[Blue]000000_)" },
      { value: 5, format: "0,000" },
    ]);
    expect(cells).toEqual([
      "004321",
      "1234567",
      "88.4",
      "-005",
      "7",
      "7",
      "004321",
      "004321",
      "004321",
      "0005",
    ]);
    expect(notices).toEqual([]);
  });

  it("gives percentages as such with all their digits, and what is shown with a quoted sign", async () => {
    const { cells } = await readRow([
      { value: 0.884, format: "0.0%" },
      { value: 0.884, format: 9 },
      { value: 0.07, format: 10 },
      { value: 0.285, format: "0.0%;[Red]-0.0%" },
      { value: -0.285, format: "0.0%;[Red]-0.0%" },
      { value: -0.285, format: "0%;(0%)" },
      { value: 0.45, format: "0 %" },
      { value: 88, format: '0"%"' },
      { value: 88, format: "0\\%" },
    ]);
    expect(cells).toEqual(["88.4%", "88.4%", "7%", "28.5%", "-28.5%", "-28.5%", "45%", "88%", "88%"]);
  });

  it("does not take letters in quotes, brackets or after a backslash, nor an exponent, for a date", async () => {
    const formats = [
      "General",
      '0" days"',
      "[Red]0.0",
      "\\d0",
      "0.00E+00",
      '"m"0',
      "[$-809]0",
      "0_d",
      "# ?/?",
    ];
    const { cells } = await readRow(formats.map((format) => ({ value: 45, format })));
    expect(cells).toEqual(["45", "45 days", "45", "d45", "45", "m45", "45", "45", "45"]);
  });
});

describe("number formats", () => {
  it.each([
    // Signs and letters behind and before.
    [6, '0"+"', "6+"],
    [6, "0\\+", "6+"],
    [6, "0+", "6+"],
    [6, "0-", "6-"],
    [6, '0"a"', "6a"],
    [7, "General\\a", "7a"],
    [7, '"Grade "General', "Grade 7"],
    [5, "+0;-0;0", "+5"],
    [2.5, '0.00" hours"', "2.5 hours"],
    [6, "(0)", "(6)"],
    // Identifiers.
    [12, '"A"0000', "A0012"],
    [4321, '"00"0', "004321"],
    [12, "[$AB-409]0000", "AB0012"],
    [12, "[$ABC]0000", "ABC0012"],
    [1234, "00-00", "12-34"],
    [5, "00\\/00", "00/05"],
    [1234567, "00-00", "12345-67"],
    [5551234, "(###) ###-####", "() 555-1234"],
    [12345, "000 000", "012345"],
    [1234, '00" - "00', "12 - 34"],
    // Sections by sign.
    [-5, "0", "-5"],
    [-12, '"A"0000', "-A0012"],
    [-5, "0;0", "5"],
    [-5, "0;-0", "-5"],
    [-5, "0;(0)", "-5"],
    [-5, "0;[Red]-0", "-5"],
    [-5, '0;"minus "0', "minus 5"],
    [-5, "General;-General", "-5"],
    [5, "-0;0", "-5"],
    [-5, "0;- 0", "-5"],
    [-5, "0;( 0 )", "-5"],
    [6, '0 "a"', "6 a"],
    [0, "0;-0", "0"],
    [0, '0;-0;"none"', "none"],
    [5, '"yes";"no";"none"', "yes"],
    [-5, '"yes";"no";"none"', "no"],
    [-5, '"low"', "-low"],
    // Conditions.
    [1, '[=1]"A";0', "A"],
    [2, '[=1]"A";0', "2"],
    [2, '[=1]"A";[=2]"B";0', "B"],
    [3, '[=1]"A";[=2]"B";0', "3"],
    [6, '[>=7]"high";[>=4]"pass";"low"', "pass"],
    [7, '[>=7]"high";[>=4]"pass";"low"', "high"],
    [3, '[<=3.5]"low";0', "low"],
    [3, '[<3]"low";0', "3"],
    [3, '[<>3]"other";0', "3"],
    [4, '[<>3]"other";0', "other"],
    [4, '[Red][> 3]"high";0', "high"],
    [40459, '[=0]"never";dd/mm/yyyy', "2010-10-08"],
    // A format for texts leaves numbers alone.
    [12, "@", "12"],
    [12, '"A"@', "12"],
    [12, 49, "12"],
  ])("shows %s in the format %s as Excel does", async (value, format, text) => {
    expect(await readRow([{ value, format }])).toEqual({ cells: [text], notices: [] });
  });

  const accounts = [
    "£#,##0.00",
    "$#,##0",
    '"£"#,##0.00',
    "[$£-809]#,##0.00",
    "[$EUR] #,##0.00",
    "#,##0.00\\ €",
    "£#,##0.00;[Red]-£#,##0.00",
    "#,##0.00_);(#,##0.00)",
    "#,##0.00;(£ #,##0.00)",
    "_-£* #,##0.00_-",
    '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-',
    '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-',
    '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
    "# ##0.00",
    "0.00;-0.00;;@",
    "0.0",
    "#,##0",
    39,
    44,
  ];

  it.each(accounts)(
    "reads amounts in the format %s as plain numbers with all their digits",
    async (format) => {
      const { cells, notices } = await readRow([
        { value: 1234.5678, format },
        { value: 2.345, format },
        { value: 5, format },
      ]);
      expect(cells).toEqual(["1234.5678", "2.345", "5"]);
      expect(notices).toEqual([]);
    },
  );

  it("reads amounts below zero and the dash that stands for none in accounts", async () => {
    const [pounds, plain, dollars] = [accounts[10]!, accounts[11]!, accounts[12]!];
    const { cells, notices } = await readRow([
      ...[pounds, plain, dollars].flatMap((format) => [-1234.5, 0].map((value) => ({ value, format }))),
      { value: -1234.5, format: "£#,##0.00" },
      { value: -1234.5, format: "#,##0.00_);[Red](#,##0.00)" },
      { value: 0, format: '0;-0;"-"' },
    ]);
    expect(cells).toEqual(["-1234.5", "0", "-1234.5", "0", "-1234.5", "0", "-1234.5", "-1234.5", "-"]);
    expect(notices).toEqual([]);
  });

  it.each([
    [6, ";;;"],
    [-6, "0;;"],
    [0, "0;-0;;@"],
    [0, "#"],
    [0, "#,###"],
    [5, '""'],
    [5, "_-"],
    ["B1", ";;;"],
    ["B1", "0;-0;0;"],
  ])("reads %s in the format %s as empty, for Excel shows nothing, and says so", async (value, format) => {
    const { cells, notices } = await readRow(["x", { value, format }]);
    expect(cells).toEqual(["x", ""]);
    expect(notices).toEqual([
      {
        row: 1,
        column: "B",
        code: "format-shows-nothing",
        message:
          "One cell of this column has a number format by which Excel shows nothing; the first is in row 1. It is read as empty. Set the format to General if the value is wanted.",
      },
    ]);
  });

  it.each([
    ["0012", '"A"@', "A0012"],
    ["0012", '0;-0;0;"A"@', "A0012"],
    ["0012", '0;"A"@', "A0012"],
    ["B", "@\\+", "B+"],
    ["B", '0;-0;0;"text"', "text"],
    ["B1", '"A"0', "B1"],
    ["B1", "@", "B1"],
    [" B1 ", "_-@_-", " B1 "],
    ["B1", "General;General;General;General", "B1"],
    ["B1", "dd/mm/yyyy;@", "B1"],
  ])(
    "shows the text %s in the format %s as Excel does, shared, inline or a result",
    async (value, format, text) => {
      const { cells, notices } = await readRow([
        { value, format },
        { value, format, inline: true },
        { value, format, formula: "A1" },
      ]);
      expect(cells).toEqual([text, text, text]);
      expect(notices).toEqual([]);
    },
  );

  it.each([
    [0.5, "# ?/?"],
    [0.5, 12],
    [0.5, "0/8"],
    [1200, "0.00E+00"],
    [1200, 11],
    [1200, 48],
    [1200, "0,"],
    [1200, '0,"k"'],
    [1200, "0.0,"],
    [5, "0##"],
    [5, '0"a".0'],
    [5, '0.0"a"0'],
    [5.5, "00-00"],
    [5, "0%%"],
    [5, '"%"%'],
    [5, "[DBNum1]0"],
    [5, "e"],
    [5, "0 AM/PM"],
    [5, "0.0.0"],
    [5, "0General"],
    [5, '[=1]"A"'],
    [5, "[=1]0;[=2]0"],
    [5, "0;[=5]0"],
    [5, "[=1]0;0;0"],
    [5, "[=1]0;[=2]0;[=3]0"],
    [5, "[>1][<9]0;0"],
    [5, "[>x]0;0"],
    [-5, "[<0]0;0"],
    [-5, "0;[Red]0"],
    [5, "0;0;0;@;0"],
    [5, "@;0"],
    [5, "0@"],
    [5, '[>1]"A"@'],
    [5, "[Red]"],
    ["B1", "0;0;0;0"],
    ["B1", "0;0;0;@;0"],
    ["B1", "[>1]@"],
    ["B1", "[DBNum1]@"],
  ])(
    "reads %s in the format %s as it is stored, and says that Excel shows it otherwise",
    async (value, format) => {
      const { cells, notices } = await readRow(["x", { value, format }]);
      expect(cells).toEqual(["x", String(value)]);
      expect(notices).toEqual([
        {
          row: 1,
          column: "B",
          code: "format-not-applied",
          message: expect.stringMatching(/^One cell of this column has .*; the first is in row 1\. .*\.$/),
        },
      ]);
    },
  );

  it("counts such cells by column and names the first row", async () => {
    const rows = [6, 7, 8].map((value) => [
      value,
      { value: value / 10, format: "# ?/?" },
      { value, format: ";;;" },
    ]);
    const [sheet] = await readWorkbook(
      await workbookBytes({ sheets: [{ name: "Marks", rows: [["a"], ...rows] }] }),
    );
    expect(sheet!.notices.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, "C", "format-shows-nothing"],
      [2, "B", "format-not-applied"],
    ]);
    expect(sheet!.notices[1]!.message).toMatch(
      /^3 cells of this column have .* shows them otherwise than they are/,
    );
  });

  it("leaves dates and times, truth and errors as they are", async () => {
    const { cells } = await readRow([
      { value: 40459, format: '"w/b "dd/mm/yyyy;@' },
      { value: 0.343055555555556, format: 'hh:mm" h"' },
      { value: 38447, format: "dd-mmm;@" },
      { value: true, format: ";;;" },
      { xml: '<c r="E1" t="e"><v>#N/A</v></c>' },
    ]);
    expect(cells).toEqual(["2010-10-08", "08:14:00", "05-Apr", "TRUE", "#N/A"]);
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
    "DD.MM.YY",
  ])("gives a number in the date format %s as an ISO date", async (format) => {
    expect((await readRow([{ value: 40459, format }])).cells).toEqual(["2010-10-08"]);
  });

  it.each([
    ["mmmm yyyy", "October 2010"],
    ["mmm yyyy", "Oct 2010"],
    ["mm/yyyy", "10/2010"],
    ["mmmm", "October"],
    ["mmmmm", "O"],
    ["m", "10"],
    ["dddd", "Friday"],
    ["ddd d mmm", "Fri 8 Oct"],
    ["dddd mmmm yyyy", "Friday October 2010"],
    ["yyyy", "2010"],
    ["yy", "10"],
    ["dd/mm", "08/10"],
    ['"Week "d', "Week 8"],
    ["d-mmm h:mm", "8-Oct 18:05"],
    ["d mmm h:mm AM/PM", "8 Oct 6:05 PM"],
  ])(
    "gives a date as Excel shows it where its format %s leaves out the day, month or year",
    async (format, text) => {
      expect((await readRow([{ value: 40459.753472222, format }])).cells).toEqual([text]);
    },
  );

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
