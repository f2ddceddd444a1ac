import type { ColumnType } from "./tables.ts";
import type { DateFormat } from "./values.ts";
import { readDate, readNumber, readSen, readSex, readWhole, readYearGroup, readYesNo } from "./values.ts";

export type Value = string | number | boolean | null;

/** What a cell could not be read as, for a message. */
interface Unreadable {
  expected: string;
}

export function isUnreadable(value: Value | Unreadable): value is Unreadable {
  return typeof value === "object" && value !== null;
}

/**
 * Reads a cell that is not empty as a column's type.
 * @returns the value, or what was expected where the text is not one.
 */
export function readValue(text: string, type: ColumnType, dateFormat?: DateFormat): Value | Unreadable {
  if (typeof type !== "string") {
    const folded = text.toLowerCase().replace(/[\s-]+/g, "_");
    return type.includes(folded) ? folded : { expected: `one of ${type.join(", ")}` };
  }
  switch (type) {
    case "text":
      return text.normalize("NFC");
    case "date":
      return readDate(text, dateFormat) ?? { expected: `a real date, ${dateWords(dateFormat)}` };
    case "number":
      return readNumber(text) ?? { expected: "a plain number" };
    case "whole":
      return readWhole(text) ?? { expected: "a whole number" };
    case "yes_no":
      return readYesNo(text) ?? { expected: "yes or no" };
    case "year_group":
      return readYearGroup(text) ?? { expected: "a year group such as 11 or Year 11" };
    case "sex":
      return readSex(text) ?? { expected: "M, F or another single letter" };
    case "sen":
      return readSen(text) ?? { expected: "a code of SEN provision (N, K, E, A, P, S)" };
  }
}

function dateWords(format?: DateFormat): string {
  if (format === "y-m-d") return "written YYYY-MM-DD";
  if (format === "d/m/yy") return "day first, or ISO";
  return "day first with a four-digit year, or ISO (two-digit years only where dateFormat says d/m/yy)";
}
