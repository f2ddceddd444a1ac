import { ContainerError } from "../container-error.ts";
import type { Archive } from "./archive.ts";
import {
  type CellRange,
  columnLetters,
  nameOfPlace,
  nameOfRange,
  type Place,
  readRange,
  readReference,
} from "./cell-reference.ts";
import { type CellContext, CellFault, cellText, isStruckOut, type RawCell } from "./cell-value.ts";
import type { WorkbookLimits } from "./limits.ts";
import { CellTally, ColumnTallies, counted, type SheetNotice } from "./notices.ts";
import { type Attributes, type ElementVisitor, parsePart } from "./parse-part.ts";
import { RichText } from "./rich-text.ts";
import { type SpreadMerges, spreadMerges } from "./spread-merges.ts";
import { isTrue, worksheetPart } from "./vocabulary.ts";

/** A row of a sheet that holds something. */
export interface SheetRow {
  /** As Excel shows it, 1-based. */
  number: number;
  hidden: boolean;
  /** Text of each cell from column A on, to the sheet's width; "" for an empty one. */
  cells: string[];
}

export interface SheetContents {
  rows: SheetRow[];
  lastRow: number;
  notices: SheetNotice[];
}

const repair = "Open the workbook in Excel and save it again; if Excel cannot open it, export it again.";

/**
 * Reads the cells of one sheet as text.
 * @param position of the sheet among the tabs, for messages
 * @param recalculate whether the workbook leaves its formulas to be computed when it is opened
 * @throws ContainerError for a sheet that contradicts itself or goes beyond the limits; it names the cell.
 */
export async function readSheet(
  archive: Archive,
  sheet: { part: string; position: number },
  context: CellContext & { recalculate: boolean },
  limits: WorkbookLimits,
): Promise<SheetContents> {
  const reader = new SheetReader(`sheet ${sheet.position}`, context, limits);
  await parsePart(archive, sheet.part, worksheetPart, reader, limits);
  return reader.contents();
}

class SheetReader implements ElementVisitor {
  private readonly rows: SheetRow[] = [];
  private readonly merges: CellRange[] = [];
  private readonly hiddenColumns: { min: number; max: number }[] = [];
  private readonly columnInUse: Uint8Array;
  private width = 0;
  private cellElements = 0;

  /** The row being read; its number is null until its element or its first cell tells it. */
  private number: number | null = null;
  private previousNumber = 0;
  private hidden = false;
  private cells: string[] = [];
  private holds = false;
  private column = 0;
  /** For each column, which row element it was last given in, so that no cell is given twice. */
  private readonly givenIn: Uint32Array;
  private rowElements = 0;

  private cell: RawCell = {
    type: "n",
    style: 0,
    value: null,
    inline: null,
    formula: false,
    struckOut: false,
  };
  private inValue = false;
  private readonly rich = new RichText();

  private readonly noResult = new ColumnTallies();
  private readonly noDate = new ColumnTallies();
  private readonly unshown = new ColumnTallies();
  private readonly shownOtherwise = new ColumnTallies();
  private readonly struckOut = new ColumnTallies();
  private readonly struckCells = new ColumnTallies();
  private readonly results = new CellTally();

  constructor(
    private readonly sheet: string,
    private readonly context: CellContext & { recalculate: boolean },
    private readonly limits: WorkbookLimits,
  ) {
    this.columnInUse = new Uint8Array(limits.columns + 1);
    this.givenIn = new Uint32Array(limits.columns + 1);
  }

  open(name: string, attributes: Attributes, parent: string): void {
    if (name === "c" && parent === "row") this.openCell(attributes);
    else if (name === "v" && parent === "c") {
      this.inValue = true;
      this.cell.value = "";
    } else if (name === "f" && parent === "c") this.cell.formula = true;
    else if (name === "is" && parent === "c") {
      this.cell.inline = "";
      this.rich.take();
    } else if (name === "row" && parent === "sheetData") this.openRow(attributes);
    else if (name === "mergeCell") this.addMerge(attributes.get("ref") ?? "");
    else if (name === "col" && parent === "cols") this.addColumns(attributes);
    this.rich.open(name, parent, attributes);
  }

  text(text: string): void {
    if (this.inValue) this.cell.value += text;
    else this.rich.text(text);
  }

  close(name: string, parent: string): void {
    this.inValue = false;
    this.rich.close(name);
    if (name === "c" && parent === "row") this.closeCell();
    else if (name === "is" && parent === "c") {
      const { text, struckOut } = this.rich.take();
      this.cell.inline = text;
      this.cell.struckOut = struckOut;
    } else if (name === "row" && parent === "sheetData") this.closeRow();
  }

  private openRow(attributes: Attributes): void {
    const given = attributes.get("r");
    if (given !== undefined && !/^[1-9]\d{0,9}$/.test(given)) {
      this.refuse("A row", "has a number that cannot be read.");
    }
    this.number = given === undefined ? null : Number(given);
    this.hidden = isTrue(attributes.get("hidden")) || Number(attributes.get("ht") ?? 1) === 0;
    this.cells = [];
    this.holds = false;
    this.column = 0;
    this.rowElements++;
  }

  private openCell(attributes: Attributes): void {
    if (++this.cellElements > this.limits.cells) this.refuseSize();
    const reference = attributes.get("r");
    const place = reference === undefined ? null : readReference(reference);
    if (reference !== undefined && !place) {
      this.refuse(`A cell of row ${this.number ?? "?"}`, "has a place that cannot be read.");
    }
    this.number ??= place?.row ?? this.previousNumber + 1;
    if (place && place.row !== this.number) {
      this.refuse(`Cell ${nameOfPlace(place)}`, `is listed in row ${this.number}.`);
    }
    if (this.number > this.limits.rows) {
      this.refuse(`A row`, `has the number ${this.number}, but a sheet ends at row ${this.limits.rows}.`);
    }
    this.column = place?.column ?? this.column + 1;
    if (this.column > this.limits.columns) {
      this.refuse(
        `A cell of row ${this.number}`,
        `stands right of column ${columnLetters(this.limits.columns)}, where a sheet ends.`,
      );
    }
    if (this.givenIn[this.column] === this.rowElements) this.refuseCell("is given twice.");
    this.givenIn[this.column] = this.rowElements;
    const style = attributes.get("s");
    this.cell = {
      type: attributes.get("t") ?? "n",
      style: style === undefined ? 0 : Number(style),
      value: null,
      inline: null,
      formula: false,
      struckOut: false,
    };
  }

  private closeCell(): void {
    const { text, amiss } = this.cellText();
    if (text.length > this.limits.cellText) {
      this.refuseCell(`holds more than ${this.limits.cellText} characters, which no cell can.`);
    }
    if (amiss === "no-result") this.noResult.add(this.place());
    else if (this.cell.formula && amiss !== "no-date") this.results.add(this.place());
    if (amiss === "no-date") this.noDate.add(this.place());
    else if (amiss === "unshown") this.unshown.add(this.place());
    else if (amiss === "shown-otherwise") this.shownOtherwise.add(this.place());
    if (isStruckOut(this.cell, this.context)) this.struckOut.add(this.place());
    if (text === "" && amiss === null) return;
    if (this.context.struckStyles.has(this.cell.style)) {
      this.struckCells.add(this.place());
      return;
    }
    while (this.cells.length < this.column) this.cells.push("");
    this.cells[this.column - 1] = text;
    this.columnInUse[this.column] = 1;
    this.holds = true;
  }

  private cellText(): ReturnType<typeof cellText> {
    try {
      return cellText(this.cell, this.context);
    } catch (error) {
      if (error instanceof CellFault) return this.refuseCell(error.message);
      throw error;
    }
  }

  private closeRow(): void {
    this.number ??= this.previousNumber + 1;
    this.previousNumber = this.number;
    if (!this.holds) return;
    this.rows.push({ number: this.number, hidden: this.hidden, cells: this.cells });
    this.width = Math.max(this.width, this.cells.length);
    if (this.rows.length * this.width > this.limits.cells) this.refuseSize();
  }

  private addMerge(reference: string): void {
    const range = readRange(reference);
    if (!range) {
      this.refuse("A merged range", "has a place that cannot be read.");
    }
    this.merges.push(range);
  }

  private addColumns(attributes: Attributes): void {
    if (!isTrue(attributes.get("hidden")) && Number(attributes.get("width") ?? 1) !== 0) return;
    const [min, max] = [Number(attributes.get("min")), Number(attributes.get("max"))];
    if (!(min >= 1 && max >= min)) this.refuse("A column", "has a place that cannot be read.");
    this.hiddenColumns.push({ min, max });
    if (this.hiddenColumns.length > this.limits.columns) this.refuse("A column", "is described twice.");
  }

  /** The sheet once all of it was read. */
  contents(): SheetContents {
    const { rows, width } = this;
    rows.sort((a, b) => a.number - b.number);
    const twice = rows.find((row, i) => row.number === rows[i - 1]?.number);
    if (twice) this.refuse(`Row ${twice.number}`, "is given twice.");
    for (const { cells } of rows) while (cells.length < width) cells.push("");
    const merged = spreadMerges(rows, this.merges, this.sheet);
    return {
      rows,
      lastRow: rows.at(-1)?.number ?? 0,
      notices: [
        ...mergeNotices(merged),
        ...this.hiddenRowNotice(),
        ...this.hiddenColumnNotice(),
        ...this.formulaNotices(),
        ...this.formatNotices(),
      ],
    };
  }

  private hiddenRowNotice(): SheetNotice[] {
    const hidden = this.rows.filter((row) => row.hidden);
    if (hidden.length === 0) return [];
    const { number } = hidden[0]!;
    return [
      {
        row: number,
        column: null,
        code: "hidden-rows",
        message: `${counted(hidden.length, "row that is hidden, by hand or by a filter, is", "rows that are hidden, by hand or by a filter, are")} read like any other; the first is row ${number}. Delete what should not be read.`,
      },
    ];
  }

  private hiddenColumnNotice(): SheetNotice[] {
    const isHidden = new Uint8Array(this.width + 1);
    for (const { min, max } of this.hiddenColumns) {
      isHidden.fill(1, Math.max(1, min), Math.min(max, this.width) + 1);
    }
    const columns = [...isHidden.keys()].filter((column) => isHidden[column] && this.columnInUse[column]);
    if (columns.length === 0) return [];
    const first = columnLetters(columns[0]!);
    return [
      {
        row: null,
        column: first,
        code: "hidden-columns",
        message: `${counted(columns.length, "column that is hidden is", "columns that are hidden are")} read like any other; the first is column ${first}. Delete what should not be read.`,
      },
    ];
  }

  private formulaNotices(): SheetNotice[] {
    const notices = this.noResult.notices(
      "formula-without-result",
      (count, row) =>
        `${counted(count, "cell of this column holds", "cells of this column hold")} a formula whose result was not saved; the first is in row ${row}. ${count === 1 ? "It is" : "They are"} read as empty. Open the workbook in Excel and save it, or save the sheet as CSV.`,
    );
    const { count, first } = this.results;
    if (!this.context.recalculate || !first) return notices;
    notices.push({
      row: first.row,
      column: columnLetters(first.column),
      code: "formula-results-unsure",
      message: `${counted(count, "cell holds", "cells hold")} a formula, and the program that wrote this workbook left it to Excel to compute the results, so the results that are read may be out of date; the first is ${nameOfPlace(first)}. Open the workbook in Excel and save it.`,
    });
    return notices;
  }

  private formatNotices(): SheetNotice[] {
    return [
      ...this.noDate.notices(
        "impossible-date",
        (count, row) =>
          `${counted(count, "cell of this column has", "cells of this column have")} a date format, but ${count === 1 ? "its number is" : "their numbers are"} not a date for certain; the first is in row ${row}. Days before 1 March 1900 differ between programs. The number is read as it is. Correct the format or the value in Excel.`,
      ),
      ...this.unshown.notices(
        "format-shows-nothing",
        (count, row) =>
          `${counted(count, "cell of this column has", "cells of this column have")} a number format by which Excel shows nothing; the first is in row ${row}. ${count === 1 ? "It is" : "They are"} read as empty. Set the format to General if the value is wanted.`,
      ),
      ...this.struckOut.notices(
        "struck-out",
        (count, row) =>
          `${counted(count, "cell of this column has", "cells of this column have")} text of which a part is struck out; the first is in row ${row}. That part is not read, and what is left is. Delete what is struck out in Excel, and check what stays.`,
      ),
      ...this.struckCells.notices(
        "struck-out",
        (count, row) =>
          `${counted(count, "cell of this column is", "cells of this column are")} struck out as a whole, and not read; the first is in row ${row}. Delete in Excel what does not count, and take the line away from what does.`,
      ),
      ...this.shownOtherwise.notices(
        "format-not-applied",
        (count, row) =>
          `${counted(count, "cell of this column has", "cells of this column have")} a number format that cannot be applied (a fraction, an exponent or a condition, say), so Excel shows ${count === 1 ? "it" : "them"} otherwise than ${count === 1 ? "it is" : "they are"} read; the first is in row ${row}. The value is read as it is stored. Set the format to General, and check that what Excel then shows is meant.`,
      ),
    ];
  }

  private place(): Place {
    return { row: this.number!, column: this.column };
  }

  private refuseCell(fault: string): never {
    return this.refuse(`Cell ${nameOfPlace(this.place())}`, fault);
  }

  private refuse(what: string, fault: string): never {
    throw new ContainerError(`${what} of ${this.sheet} ${fault} ${repair}`);
  }

  private refuseSize(): never {
    throw new ContainerError(
      `The table of ${this.sheet} is larger than the ${this.limits.cells} cells that are read, rows times columns. Delete what lies outside of the table, or split it into several files.`,
    );
  }
}

function mergeNotices({ spread, firstSpread, covered }: SpreadMerges): SheetNotice[] {
  const notices: SheetNotice[] = [];
  if (firstSpread) {
    notices.push({
      row: firstSpread.first.row,
      column: columnLetters(firstSpread.first.column),
      code: "merged-cells",
      message: `${counted(spread, "merged range was", "merged ranges were")} spread, so that each of its cells has the value that Excel shows; the first is ${nameOfRange(firstSpread)}.`,
    });
  }
  if (covered.first) {
    notices.push({
      row: covered.first.row,
      column: columnLetters(covered.first.column),
      code: "merged-cells-cover-values",
      message: `${counted(covered.count, "cell within a merged range has", "cells within merged ranges have")} a value of ${covered.count === 1 ? "its" : "their"} own that Excel does not show, and that was not read; the first is ${nameOfPlace(covered.first)}. Unmerge the range in Excel if the value is wanted.`,
    });
  }
  return notices;
}
