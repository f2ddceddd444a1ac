import { chooseSection, shownNumber, shownText } from "./apply-format.ts";
import { unescapeText } from "./escaped-text.ts";
import {
  clockText,
  isoText,
  type Moment,
  momentOfIso,
  momentOfSerial,
  shortDateText,
  timeText,
} from "./moment.ts";
import type { NumberFormat, Shown } from "./number-format.ts";
import { numberText, readDecimal } from "./number-text.ts";

/** A cell as the sheet's XML has it; null for what it does not have. */
export interface RawCell {
  type: string;
  style: number;
  /** Text of the value element. */
  value: string | null;
  /** Text of an inline string. */
  inline: string | null;
  /** Whether runs of the inline string are struck out. */
  struckOut: boolean;
  formula: boolean;
}

/** What the workbook holds beside the sheets that a cell's text depends on. */
export interface CellContext {
  strings: readonly string[];
  /** The texts of which runs that are struck out were left out. */
  struckOut: ReadonlySet<number>;
  formats: readonly NumberFormat[];
  /** Styles that strike the whole cell out. */
  struckStyles: ReadonlySet<number>;
  date1904: boolean;
}

/**
 * The text of a cell; or what is amiss: `no-result`, a formula whose result was not saved; `no-date`, a number in a date
 * format that is no date, given as the number; `unshown`, a value that the format does not show, given as empty;
 * `shown-otherwise`, a value whose format cannot be applied, given as it is.
 */
export interface CellText {
  text: string;
  amiss: "no-result" | "no-date" | "unshown" | "shown-otherwise" | null;
}

/** What a cell must not be; the reason is the end of a sentence that begins with the cell's place. */
export class CellFault extends Error {}

/**
 * The text of a cell as a data manager would recognise it.
 * @throws CellFault for a cell that contradicts itself or the rest of the workbook.
 */
export function cellText(cell: RawCell, context: CellContext): CellText {
  const { type, value, inline } = cell;
  if ((type === "inlineStr") !== (inline !== null) && (inline !== null || value)) {
    throw new CellFault("holds a value of another type than it declares.");
  }
  if (inline !== null) return textCell(unescapeText(inline), cell.style, context);
  if (value === null || (value.trim() === "" && type !== "str")) {
    return { text: "", amiss: cell.formula ? "no-result" : null };
  }
  if (type === "str") return textCell(unescapeText(value), cell.style, context);
  return ofType(type, value.trim(), cell.style, context);
}

/** Whether part of a cell's text is struck out, and so left out of it. */
export function isStruckOut({ type, value, struckOut }: RawCell, context: CellContext): boolean {
  return struckOut || (type === "s" && context.struckOut.has(Number(value)));
}

const plain = (text: string): CellText => ({ text, amiss: null });

function ofType(type: string, value: string, style: number, context: CellContext): CellText {
  switch (type) {
    case "s":
      return textCell(sharedString(value, context.strings), style, context);
    case "b":
      return plain(truth(value));
    case "e":
      return plain(value);
    case "n":
      return numberCell(value, formatOf(style, context), context.date1904);
    case "d":
      return plain(dateCell(value, formatOf(style, context)));
    default:
      throw new CellFault("is of a type that workbooks do not have.");
  }
}

function sharedString(value: string, strings: readonly string[]): string {
  const text = /^\d{1,9}$/.test(value) ? strings[Number(value)] : undefined;
  if (text === undefined) throw new CellFault("names a text that the workbook does not hold.");
  return text;
}

function truth(value: string): string {
  if (value === "1" || value === "true") return "TRUE";
  if (value === "0" || value === "false") return "FALSE";
  throw new CellFault("should be true or false, and is neither.");
}

function formatOf(style: number, { formats }: CellContext): NumberFormat {
  const format = formats[style];
  if (!format) throw new CellFault("names a style that the workbook does not hold.");
  return format;
}

function textCell(text: string, style: number, { formats }: CellContext): CellText {
  const format = formats[style];
  return format && text !== "" ? asShown(text, shownText(format, text)) : plain(text);
}

function numberCell(value: string, format: NumberFormat, date1904: boolean): CellText {
  const number = readDecimal(value);
  if (number === null) throw new CellFault("should hold a number, and does not.");
  const asNumber = numberText(number);
  const choice = chooseSection(format, number);
  if (!choice) return asShown(asNumber, null);
  const { shows } = choice.section;
  switch (shows.kind) {
    case "number":
    case "unsure":
      return asShown(asNumber, shownNumber(choice, number));
    case "time": {
      const text = timeText(number, shows);
      return text === null ? { text: asNumber, amiss: "no-date" } : plain(text);
    }
    default: {
      const moment = momentOfSerial(number, date1904);
      return moment ? plain(dateText(moment, shows)) : { text: asNumber, amiss: "no-date" };
    }
  }
}

/** A value as its format shows it; or as it is, where that is not known. */
function asShown(value: string, shown: string | null): CellText {
  if (shown === null) return { text: value, amiss: "shown-otherwise" };
  return { text: shown, amiss: shown === "" ? "unshown" : null };
}

/** A date that is written as such, which is above zero; strict workbooks hold dates in this way. */
function dateCell(value: string, { numbers }: NumberFormat): string {
  const clock = /^T?(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?$/.exec(value);
  if (clock) return clock[1]!;
  const moment = momentOfIso(value);
  if (!moment) throw new CellFault("should hold a date, and does not.");
  return dateText(moment, numbers[0]!.shows);
}

function dateText(moment: Moment, shows: Shown): string {
  if (shows.kind === "short-date") return shortDateText(moment, shows.pieces);
  if (shows.kind === "time") return clockText(moment.seconds, 0);
  return isoText(moment);
}
