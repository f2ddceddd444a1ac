import { cellRefusal } from "./cell-refusals.ts";
import { dateInName, titledDates } from "./date-in-name.ts";
import { settingsHint } from "./layout/snippet.ts";
import { type Heading, preambleOf } from "./read-heading.ts";
import { warnOfSerialDays } from "./read-long.ts";
import { isUnreadable, readCell } from "./read-value.ts";
import { reviewDatesIn } from "./said-dates.ts";
import type { SourceFile, SourceRecord } from "./source-file.ts";
import { shownName, shownValue } from "./values/shown-value.ts";

/** Where the date of a record's review comes from. */
export type ReviewDate =
  | { column: number }
  | { label: number; dates: ReadonlyMap<string, string> }
  | { fixed: string };

/**
 * Where the review date comes from: a column, the settings, the label of the review, the sheet's or file's name, or a
 * title. Null where nothing says it, or a name and a title say two different dates.
 */
export function reviewDateFinder(
  file: SourceFile,
  header: Heading,
  index: ReadonlyMap<string, number>,
): ReviewDate | null {
  const column = index.get("review_date");
  if (column !== undefined) return { column };
  const { reviewDate, reviewDates = {} } = file.source ?? {};
  const dates = new Map(Object.entries(reviewDates));
  const label = index.get("review");
  if (label !== undefined && dates.size > 0) return { label, dates };
  const found = foundDates(file, preambleOf(header), dates);
  const date = reviewDate ?? (found.length === 1 ? found[0] : null);
  return date ? { fixed: date } : null;
}

/** The different dates that the names and titles give; the sheet of a workbook comes before the file. */
function foundDates(
  { name, sheet }: SourceFile,
  titles: readonly string[],
  dates: ReadonlyMap<string, string>,
): string[] {
  const own = sheet === null ? [] : titledDates([sheet], dates);
  if (own.length > 0) return own;
  const titled = titledDates([name, ...titles], dates);
  if (titled.length > 0) return titled;
  const named = (sheet === null ? null : dateInName(sheet)) ?? dateInName(name);
  return [...new Set([...(named ? [named] : []), ...titles.flatMap(reviewDatesIn)])];
}

/** The date of a record's review; a record without one is quarantined. */
export function dateOfRecord(
  from: ReviewDate,
  record: SourceRecord,
  header: Heading,
  isName: (word: string) => boolean,
): string | null {
  const { file } = record;
  if ("column" in from) return dateInColumn(from.column, record, header);
  if ("fixed" in from) return from.fixed;
  const text = record.cells[from.label]!;
  const date = from.dates.get(text);
  if (date !== undefined) return date;
  const shown = shownName(text, isName);
  const hint = settingsHint(file, file.table!, {
    reviewDates: { [shown ?? "<the review>"]: "<YYYY-MM-DD>" },
  });
  file.quarantine(record, {
    column: header.labels[from.label]!,
    code: "constraint-error",
    message: `This review has no date. ${hint}`,
    value: shown,
  });
  return null;
}

function dateInColumn(column: number, record: SourceRecord, header: Heading): string | null {
  const { file } = record;
  const text = record.cells[column]!;
  const date = readCell(file, text, "date");
  if (!isUnreadable(date)) {
    warnOfSerialDays(file, "review_date", text);
    return date as string;
  }
  file.monthFirst.refused("review_date", text, record.first);
  file.quarantine(record, {
    column: header.labels[column]!,
    code: "type-error",
    message: cellRefusal(file, date),
    value: shownValue("date", text),
  });
  return null;
}
