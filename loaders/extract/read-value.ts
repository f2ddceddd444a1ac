import type { SourceFile } from "./source-file.ts";
import type { ColumnType } from "./tables.ts";
import { dateDoubt, twoDigitYear } from "./values/dates.ts";
import { excelLoss } from "./values/excel-damage.ts";
import { numberDoubt } from "./values/numbers.ts";
import { serialDay } from "./values/serial-day.ts";
import { yearGroupDoubt } from "./values/year-group.ts";
import type { DateFormat } from "./values.ts";
import { readDate, readNumber, readSen, readSex, readWhole, readYearGroup, readYesNo } from "./values.ts";

export type Value = string | number | boolean | null;

/** What a cell could not be read as, for a message: "This cell is not <expected>." It says why where that can be told. */
export interface Unreadable {
  expected: string;
  /** Settings of its source with which it can be read. */
  settings?: Readonly<Record<string, unknown>>;
  /** What else is to be done than to correct the cell, as a sentence. */
  remedy?: string;
}

export function isUnreadable(value: Value | Unreadable): value is Unreadable {
  return typeof value === "object" && value !== null;
}

/** Reads a cell of a file that is not empty as a column's type: as readValue, by what is known of the file. */
export function readCell(file: SourceFile, text: string, type: ColumnType): Value | Unreadable {
  if (type === "date" && file.countsFrom1904 && serialDay(text) !== null) return dayOfEitherCount;
  return readValue(text, type, file.source?.dateFormat);
}

const dayOfEitherCount: Unreadable = {
  expected:
    "a date: it is a plain number in a workbook that counts days from 1904, and may count them from 1900, which is four years and a day apart",
  remedy: "Format the column as a date in the workbook, look whether its days are right, and export again.",
};

/**
 * Reads a text that is not empty as a column's type.
 * @returns the value, or what was expected where the text is not one.
 */
export function readValue(text: string, type: ColumnType, dateFormat?: DateFormat): Value | Unreadable {
  if (typeof type !== "string") {
    const folded = text.toLowerCase().replace(/[\s-]+/g, "_");
    return type.includes(folded) ? folded : unreadable(`one of ${type.join(", ")}`, excelLoss(text));
  }
  switch (type) {
    case "text":
      return text.normalize("NFC");
    case "date":
      return readDate(text, dateFormat) ?? unreadableDate(text, dateFormat);
    case "number":
      return readNumber(text) ?? unreadable("a plain number", numberDoubt(text));
    case "whole":
      return readWhole(text) ?? unreadable("a whole number", numberDoubt(text));
    case "yes_no":
      return readYesNo(text) ?? unreadable("yes or no", excelLoss(text));
    case "year_group":
      return (
        readYearGroup(text) ??
        unreadable("a year group such as 11 or Year 11", yearGroupDoubt(text) ?? excelLoss(text))
      );
    case "sex":
      return readSex(text) ?? unreadable("M, F or another single letter", excelLoss(text));
    case "sen":
      return readSen(text) ?? unreadable("a code of SEN provision (N, K, E, A, P, S)", excelLoss(text));
  }
}

function unreadable(expected: string, doubt: string | null): Unreadable {
  return { expected: doubt ? `${expected}: ${doubt}` : expected };
}

function unreadableDate(text: string, format?: DateFormat): Unreadable {
  const doubt = dateDoubt(text, format);
  if (doubt === twoDigitYear)
    return { ...unreadable("a real date", doubt), settings: { dateFormat: "d/m/yy" } };
  return doubt ? unreadable("a real date", doubt) : unreadable(`a real date, ${dateWords(format)}`, null);
}

function dateWords(format?: DateFormat): string {
  if (format === "y-m-d") return "written YYYY-MM-DD";
  if (format === "d/m/yy") return "day first, or ISO";
  return "day first with a four-digit year, or ISO (two-digit years only where dateFormat says d/m/yy)";
}
