import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../../../loaders/extract/workbook/read-workbook.ts";
import {
  main,
  relationships,
  type SheetInput,
  type WorkbookInput,
  workbookBytes,
  workbookParts,
  worksheetXml,
} from "../../../support/write-workbook.ts";

async function readSheet(sheet: Omit<SheetInput, "name">, more: Partial<WorkbookInput> = {}) {
  const [read] = await readWorkbook(await workbookBytes({ sheets: [{ name: "Marks", ...sheet }], ...more }));
  return read!;
}

/** A sheet from the XML within its root. */
const readXml = (children: string) =>
  readSheet({ rows: [] }, { parts: { "xl/worksheets/sheet1.xml": worksheetXml(children) } });

const cellsOf = (sheet: { rows: { cells: string[] }[] }) => sheet.rows.map(({ cells }) => cells);

const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "not refused",
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe("rows and cells", () => {
  it("have Excel's row numbers and the width of the sheet; rows that hold nothing are left out", async () => {
    const sheet = await readSheet({ rows: [["Marks"], [], ["Adno", null, "Grade"], [null], ["", " "], []] });
    expect(sheet.rows).toEqual([
      { number: 1, hidden: false, cells: ["Marks", "", ""] },
      { number: 3, hidden: false, cells: ["Adno", "", "Grade"] },
      { number: 5, hidden: false, cells: ["", " ", ""] },
    ]);
    expect(sheet.lastRow).toBe(5);
  });

  it("are none in an empty sheet", async () => {
    expect(await readSheet({ rows: [] })).toEqual({
      name: "Marks",
      hidden: false,
      rows: [],
      countsFrom1904: false,
      lastRow: 0,
      notices: [],
    });
  });

  it("do not grow by cells that are only formatted", async () => {
    const sheet = await readXml(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576" s="0"/></row></sheetData>',
    );
    expect(cellsOf(sheet)).toEqual([["1"]]);
    expect(sheet.lastRow).toBe(1);
  });

  it("follow one another where they do not say where they stand", async () => {
    const sheet = await readXml(
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r="C3"><v>3</v></c><c><v>4</v></c></row><row><c r="B7"><v>5</v></c></row><row><c><v>6</v></c></row></sheetData>',
    );
    expect(sheet.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, "1", "2", "", ""],
      [3, "", "", "3", "4"],
      [7, "", "5", "", ""],
      [8, "6", "", "", ""],
    ]);
  });

  it("are put in order where the file has them out of order", async () => {
    const sheet = await readXml(
      '<sheetData><row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
    );
    expect(sheet.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, "1", ""],
      [2, "3", "4"],
    ]);
  });

  it.each([
    [
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="A1"><v>2</v></c></row>',
      "Cell A1 of sheet 1 is given twice.",
    ],
    ['<row r="1"><c r="B1"/><c r="A1"/><c><v>2</v></c></row>', "Cell B1 of sheet 1 is given twice."],
    [
      '<row r="1"><c><v>1</v></c></row><row r="1"><c r="B1"><v>1</v></c></row>',
      "Row 1 of sheet 1 is given twice.",
    ],
    ['<row r="1"><c r="A2"><v>1</v></c></row>', "Cell A2 of sheet 1 is listed in row 1."],
    [
      '<row r="1"><c r="a1"><v>1</v></c></row>',
      "A cell of row 1 of sheet 1 has a place that cannot be read.",
    ],
    [
      '<row r="1"><c r="$A$1"><v>1</v></c></row>',
      "A cell of row 1 of sheet 1 has a place that cannot be read.",
    ],
    ['<row r="0"><c><v>1</v></c></row>', "A row of sheet 1 has a number that cannot be read."],
    ['<row r="1"><c r="XFE1"><v>1</v></c></row>', "A cell of row 1 of sheet 1 stands right of column XFD"],
    ['<row r="1048577"><c><v>1</v></c></row>', "A row of sheet 1 has the number 1048577"],
  ])("are refused where they contradict one another: %s", async (rows, message) => {
    const refused = await refusal(readXml(`<sheetData>${rows}</sheetData>`));
    expect(refused).toContain(`ContainerError: ${message}`);
    expect(refused).toMatch(/\.$/);
  });
});

describe("merged cells", () => {
  it("repeat the value of a range over its columns and down its rows, with one notice a sheet", async () => {
    const sheet = await readSheet({
      rows: [
        ["Adno", "Maths", null, "Art", null],
        [null, "Focus", "Pred", "Focus", "Pred"],
        ["1", "5", "A", "4", "B"],
      ],
      merges: ["D1:E1", "B1:C1", "A1:A2"],
    });
    expect(cellsOf(sheet)).toEqual([
      ["Adno", "Maths", "Maths", "Art", "Art"],
      ["Adno", "Focus", "Pred", "Focus", "Pred"],
      ["1", "5", "A", "4", "B"],
    ]);
    expect(sheet.notices).toEqual([
      {
        row: 1,
        column: "A",
        code: "merged-cells",
        message:
          "3 merged ranges were spread, so that each of its cells has the value that Excel shows; the first is A1:A2.",
      },
    ]);
  });

  it("add no rows or columns to the table, however far a range reaches", async () => {
    const sheet = await readSheet({
      rows: [["Title"], ["Adno", "Grade"], [], ["1", "A"]],
      merges: ["A1:XFD1", "A4:A1048576"],
    });
    expect(sheet.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, "Title", "Title"],
      [2, "Adno", "Grade"],
      [4, "1", "A"],
    ]);
  });

  it("show the value of the first cell alone; values beneath it are counted in a notice", async () => {
    const sheet = await readSheet({
      rows: [
        ["Maths", "Art", null],
        ["1", "2", "3"],
      ],
      merges: ["A1:C1"],
    });
    expect(cellsOf(sheet)[0]).toEqual(["Maths", "Maths", "Maths"]);
    expect(sheet.notices.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["merged-cells", 1, "A"],
      ["merged-cells-cover-values", 1, "B"],
    ]);
  });

  it("show nothing where their first cell is empty, also in a row that holds nothing", async () => {
    const sheet = await readSheet({
      rows: [["Adno", null, null], [], ["1", "2", "3"]],
      merges: ["B1:C1", "A2:A3"],
    });
    expect(sheet.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, "Adno", "", ""],
      [3, "", "2", "3"],
    ]);
    expect(sheet.notices.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["merged-cells-cover-values", 3, "A"],
    ]);
  });

  it("give no notice where nothing was spread", async () => {
    const sheet = await readSheet({
      rows: [
        ["a", null],
        ["b", "c"],
      ],
      merges: ["A1:A1", "B1:B1", "D8:E9"],
    });
    expect(sheet.notices).toEqual([]);
    expect(cellsOf(sheet)).toEqual([
      ["a", ""],
      ["b", "c"],
    ]);
  });

  it("are refused where ranges overlap or cannot be read", async () => {
    const rows = [
      ["a", "b"],
      ["c", "d"],
    ];
    expect(await refusal(readSheet({ rows, merges: ["A1:B1", "B1:B2"] }))).toContain(
      "ContainerError: The merged range B1:B2 of sheet 1 overlaps another",
    );
    expect(await refusal(readSheet({ rows, merges: ["A:B"] }))).toContain(
      "ContainerError: A merged range of sheet 1 has a place that cannot be read.",
    );
  });
});

describe("what is hidden", () => {
  it("is read, rows with a notice that counts them and names the first", async () => {
    const sheet = await readSheet({ rows: [["Adno"], ["1"], ["2"], ["3"], []], hiddenRows: [2, 4, 5] });
    expect(sheet.rows.map(({ hidden, cells }) => [hidden, ...cells])).toEqual([
      [false, "Adno"],
      [true, "1"],
      [false, "2"],
      [true, "3"],
    ]);
    expect(sheet.notices).toEqual([
      {
        row: 2,
        column: null,
        code: "hidden-rows",
        message:
          "2 rows that are hidden, by hand or by a filter, are read like any other; the first is row 2. Delete what should not be read.",
      },
    ]);
  });

  it("is also a row of no height or a column of no width", async () => {
    const sheet = await readXml(
      '<cols><col min="2" max="3" width="0" customWidth="1"/></cols><sheetData><row r="1"><c><v>1</v></c><c><v>2</v></c></row><row r="2" ht="0" customHeight="1"><c><v>3</v></c></row></sheetData>',
    );
    expect(sheet.notices.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["hidden-rows", 2, null],
      ["hidden-columns", null, "B"],
    ]);
    expect(sheet.notices[0]!.message).toMatch(/^One row that is hidden/);
  });

  it("is read, columns with a notice; empty hidden columns beside the table are nobody's concern", async () => {
    const rows = [
      ["Adno", "UPN", "Grade"],
      ["1", "2", "3"],
    ];
    const sheet = await readSheet({ rows, hiddenColumns: [2, 3, 9] });
    expect(cellsOf(sheet)).toEqual(rows);
    expect(sheet.notices).toEqual([
      {
        row: null,
        column: "B",
        code: "hidden-columns",
        message:
          "2 columns that are hidden are read like any other; the first is column B. Delete what should not be read.",
      },
    ]);
    expect((await readSheet({ rows, hiddenColumns: [4, 16384] })).notices).toEqual([]);
    expect((await readSheet({ rows: [["Adno", null, "Grade"]], hiddenColumns: [2] })).notices).toEqual([]);
  });

  it("is said of hidden and very hidden sheets, which are read all the same", async () => {
    const sheets = await readWorkbook(
      await workbookBytes({
        sheets: [
          { name: "Lookup", rows: [["x"]], hidden: true },
          { name: "Marks", rows: [["y"]] },
          { name: "Secret", rows: [["z"]], hidden: "very" },
        ],
        parts: { "xl/vbaProject.bin": "a program" },
      }),
    );
    expect(sheets.map(({ name, hidden, rows }) => [name, hidden, rows[0]!.cells[0]])).toEqual([
      ["Lookup", true, "x"],
      ["Marks", false, "y"],
      ["Secret", true, "z"],
    ]);
    expect(sheets.map(({ notices }) => notices.length)).toEqual([0, 1, 0]);
  });
});

describe("a workbook", () => {
  it("that holds macros says that they are not run", async () => {
    const sheet = await readSheet({ rows: [["a"]] }, { parts: { "xl/vbaProject.bin": "a program" } });
    expect(sheet.notices).toEqual([
      { row: null, column: null, code: "macros", message: "This workbook holds macros, which are not run." },
    ]);
  });

  it("is read without its chart, dialog and macro sheets, which are counted", async () => {
    const input = { sheets: ["Chart", "Macro", "Marks"].map((name) => ({ name, rows: [["a"]] })) };
    const rels = relationships([
      ["chartsheet", "chartsheets/sheet1.xml"],
      ["xlMacrosheet", "macrosheets/sheet1.xml"],
      ["worksheet", "worksheets/sheet3.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ]).replace(
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/xlMacrosheet",
      "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet",
    );
    const sheets = await readWorkbook(
      await workbookBytes({ ...input, parts: { "xl/_rels/workbook.xml.rels": rels } }),
    );
    expect(sheets.map(({ name }) => name)).toEqual(["Marks"]);
    expect(sheets[0]!.notices).toEqual([
      {
        row: null,
        column: null,
        code: "sheets-without-cells",
        message: "2 sheets of this workbook are chart, dialog or macro sheets and were not read.",
      },
    ]);
  });

  it("of charts alone is refused", async () => {
    const parts = { "xl/_rels/workbook.xml.rels": relationships([["chartsheet", "chartsheets/sheet1.xml"]]) };
    expect(await refusal(readSheet({ rows: [] }, { parts }))).toContain(
      "This workbook has no sheet with cells.",
    );
  });

  it("may name its sheets with quotes and marks, and escape them", async () => {
    const names = ['Year 12\'s "best"', "A & B <2>", "Über"];
    const sheets = await readWorkbook(
      await workbookBytes({ sheets: names.map((name) => ({ name, rows: [] })) }),
    );
    expect(sheets.map(({ name }) => name)).toEqual(names);
  });

  it("with two sheets of the same name is refused", async () => {
    const sheets = ["Marks", "marks"].map((name) => ({ name, rows: [] }));
    expect(await refusal(workbookBytes({ sheets }).then((bytes) => readWorkbook(bytes)))).toContain(
      "Sheets 1 and 2 of this workbook have the same name.",
    );
  });

  it.each([
    ["absolute", "/xl/worksheets/sheet1.xml"],
    ["relative", "./worksheets/sheet1.xml"],
    ["climbing", "../xl/worksheets/sheet1.xml"],
    ["in other letters", "Worksheets/SHEET1.xml"],
    ["percent-encoded", "worksheets/sheet%31.xml"],
    ["with backslashes", "worksheets\\sheet1.xml"],
  ])("finds its sheets by %s targets", async (_, target) => {
    const rels = relationships([
      ["worksheet", target],
      ["sharedStrings", "/xl/sharedStrings.xml"],
    ]);
    const sheet = await readSheet({ rows: [["a"]] }, { parts: { "xl/_rels/workbook.xml.rels": rels } });
    expect(cellsOf(sheet)).toEqual([["a"]]);
  });

  it.each([
    ["of another file", "file:///xl/worksheets/sheet1.xml"],
    ["of another host", "//example.org/xl/worksheets/sheet1.xml"],
    ["of the network", "http://example.org/xl/worksheets/sheet1.xml"],
    ["that is not there", "worksheets/sheet9.xml"],
    ["above the file", "../../../etc/passwd"],
  ])("with a sheet %s is refused, and nothing is looked up", async (_, target) => {
    const parts = { "xl/_rels/workbook.xml.rels": relationships([["worksheet", target]]) };
    expect(await refusal(readSheet({ rows: [["a"]] }, { parts }))).toContain(
      "The cells of sheet 1 cannot be found in this workbook.",
    );
  });

  it("with a sheet outside of the file is refused, even where a part has that name", async () => {
    const rels = relationships([["worksheet", "worksheets/sheet1.xml"]]).replace(
      "<Relationship ",
      '<Relationship TargetMode="External" ',
    );
    expect(
      await refusal(readSheet({ rows: [["a"]] }, { parts: { "xl/_rels/workbook.xml.rels": rels } })),
    ).toContain("The cells of sheet 1 cannot be found in this workbook.");
  });

  it("without shared strings or styles is read", async () => {
    const rels = relationships([["worksheet", "worksheets/sheet1.xml"]]);
    const sheet = await readSheet(
      { rows: [[{ value: "a", inline: true }, 7]] },
      {
        parts: {
          "xl/_rels/workbook.xml.rels": rels,
          "xl/styles.xml": null,
          "xl/sharedStrings.xml": null,
        },
      },
    );
    expect(cellsOf(sheet)).toEqual([["a", "7"]]);
  });

  it("in the strict vocabulary is read", async () => {
    const parts = workbookParts({ sheets: [{ name: "Marks", rows: [["a", { value: 40459, format: 14 }]] }] });
    const strict = Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        name,
        xml
          .replaceAll(main, "http://purl.oclc.org/ooxml/spreadsheetml/main")
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          ),
      ]),
    );
    expect(strict["xl/workbook.xml"]).not.toContain("schemas.openxmlformats.org");
    expect(cellsOf(await readSheet({ rows: [] }, { parts: strict }))).toEqual([["a", "2010-10-08"]]);
  });

  it("with prefixed names is read, and elements of other vocabularies are passed over with what they hold", async () => {
    const xml = `<x:worksheet xmlns:x="${main}" xmlns:o="urn:other"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v><o:v>9</o:v></x:c><o:c r="B1"><x:v>2</x:v></o:c></x:row><o:row r="2"><x:c r="A2"><x:v>3</x:v></x:c></o:row></x:sheetData></x:worksheet>`;
    const sheet = await readSheet({ rows: [] }, { parts: { "xl/worksheets/sheet1.xml": xml } });
    expect(cellsOf(sheet)).toEqual([["1"]]);
  });
});
