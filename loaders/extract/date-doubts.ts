import { addDays } from "../programme/days.ts";
import { fold } from "./columns.ts";
import { dateInName, titledDates } from "./date-in-name.ts";
import { lowerFirst, settingsHint } from "./layout/snippet.ts";
import { qualifierIn } from "./qualifiers.ts";
import type { ReviewDate } from "./review-date.ts";
import { otherYear, reviewDatesIn, reviewWordsIn } from "./said-dates.ts";
import type { SourceFile } from "./source-file.ts";

/** Why the one date of a file may not be that of its grades, with what to do; null where there is no such doubt. */
export function dateDoubt(
  file: SourceFile,
  from: ReviewDate | null,
  titles: readonly string[],
): string | null {
  if (from === null || !("fixed" in from)) return null;
  return (
    sheetDoubt(file, from.fixed, titles) ??
    namesDoubt(file, from.fixed, titles) ??
    yearDoubt(file, from.fixed, titles)
  );
}

/** Names of sheets that are of different times, though no word of them is a review or term. */
const timeOfSheet =
  /^(?:current|previous|now|then|before|after|start|end|initial|final|first|last|baseline|this year|last year)$/i;

/** A sheet is one of several, is named for a review or term, and the date comes from elsewhere. */
function sheetDoubt(file: SourceFile, date: string, titles: readonly string[]): string | null {
  const { sheet, source, sheets } = file;
  if (sheet === null || sheets === 1 || source?.sheet) return null;
  if (qualifierIn(sheet, false)?.about !== "review" && !timeOfSheet.test(sheet)) return null;
  if (saysItself(file, sheet, date, titles)) return null;
  const hint = settingsHint(file, file.table!, { reviewDates: { [sheet]: "<YYYY-MM-DD>" } });
  return `${sheets} sheets of the workbook would have one date, and this one is named "${sheet}", so the date ${date} of the ${source?.reviewDate ? "source" : "file"} may be that of another review. Say when it was: ${lowerFirst(hint)}${withoutReviewDate(file)}`;
}

/** A file is one of several of a source that gives them one date, and their names say different reviews. */
function namesDoubt(file: SourceFile, date: string, titles: readonly string[]): string | null {
  const { name, source, siblings } = file;
  if (source?.reviewDate !== date || source.sheet) return null;
  const words = reviewWordsIn(name);
  const others = siblings.map(reviewWordsIn).filter((other) => other !== "" && other !== words);
  if (words === "" || others.length === 0 || saysItself(file, name, date, titles)) return null;
  const reviewDates = Object.fromEntries([words, others[0]!].map((word) => [word, "<YYYY-MM-DD>"]));
  const hint = settingsHint(file, file.table!, { reviewDates });
  return `The source of this file gives one date, ${date}, to several files whose names say different reviews: this one says "${words}", another "${others[0]}". Give each file a source of its own with its "reviewDate", or say when each review was: ${lowerFirst(hint)}${withoutReviewDate(file)}`;
}

function withoutReviewDate({ source }: SourceFile): string {
  return source?.reviewDate ? ' Take "reviewDate" out of that source, for it would count before these.' : "";
}

/** Whether a name or title, or what `reviewDates` says of it, is of this date. */
function saysItself({ source }: SourceFile, name: string, date: string, titles: readonly string[]): boolean {
  const dates = new Map(Object.entries(source?.reviewDates ?? {}));
  const own = [...titledDates([name, ...titles], dates), dateInName(name), ...titles.flatMap(reviewDatesIn)];
  return own.includes(date);
}

/** A date that no setting says is in another academic year than a name or title. */
function yearDoubt(file: SourceFile, date: string, titles: readonly string[]): string | null {
  if (isDeclared(file, date)) return null;
  const said = contradiction(file, titles, [date]);
  if (said === null) return null;
  const hint = settingsHint(file, file.table!, { reviewDate: "<YYYY-MM-DD>" });
  return `The date of this file's review would be ${date}, but ${said}, so it is not certain when the review was. Correct whichever is wrong, or say it: ${lowerFirst(hint)}`;
}

/** Whether the settings of a file say this date. */
export function isDeclared({ source }: SourceFile, date: string): boolean {
  return source?.reviewDate === date || Object.values(source?.reviewDates ?? {}).includes(date);
}

/**
 * What the name of the sheet or file or a title says against all of these dates, as a clause; null for nothing. A sheet that
 * says anything counts before the name of its workbook.
 * @param days Whether another day counts, or only another academic year.
 */
export function contradiction(
  file: SourceFile,
  titles: readonly string[],
  dates: readonly string[],
  days = false,
): string | null {
  const { sheet, name } = file;
  for (const [what, text] of [
    ["sheet", sheet],
    ["file", nameOf(name)],
  ] as const) {
    if (text === null) continue;
    const day = days ? dateInName(text) : null;
    if (day !== null && !dates.includes(day)) return `the name of the ${what} says ${day}`;
    const year = otherYear(text, dates);
    if (year !== null) return `the name of the ${what} says the academic year ${year}`;
    if (dateInName(text) !== null) break;
  }
  for (const title of titles) {
    const said = days ? reviewDatesIn(title) : [];
    if (said.length > 0 && !said.some((day) => dates.includes(day)))
      return `a title above the header says ${said[0]}`;
    const year = otherYear(title, dates);
    if (year !== null) return `a title above the header says the academic year ${year}`;
  }
  return null;
}

function nameOf(path: string): string {
  return path.split("/").at(-1)!;
}

/** Days by which the dates of grades may lie apart from the day that a title says the review was. */
const longestReview = 28;

/** Asks about a column of dates that are all far from the day, or outside of the year, that a title says. */
export function doubtColumn(file: SourceFile, titles: readonly string[]): void {
  const range = file.monthFirst.range("review_date");
  if (range === null) return;
  const { first, last } = range;
  const said = titles
    .flatMap(reviewDatesIn)
    .find((day) => day < addDays(first, -longestReview) || day > addDays(last, longestReview));
  const other = said ?? titles.map((title) => otherYear(title, [first, last])).find((year) => year !== null);
  if (other == null) return;
  const label = file.headers.get("review_date")!;
  const dates = first === last ? `are all ${first}` : `are from ${first} to ${last}`;
  const message = `The dates in "${label}" ${dates}, but a title above the header says ${said ?? `the academic year ${other}`}, so it is not certain when the review was.`;
  const columns = file.source?.columns ?? {};
  const declares = Object.entries(columns).some(
    ([header, column]) => column === "review_date" && fold(header) === fold(label),
  );
  if (declares)
    file.warn(null, {
      column: label,
      code: "impossible-date",
      message: `${message} The column counts, as programme.json names it. Correct whichever is wrong.`,
    });
  else
    file.takeBackAll({
      column: label,
      code: "impossible-date",
      message: `${message} Correct whichever is wrong. If the column is right: ${lowerFirst(settingsHint(file, file.table!, { columns: { [label]: "review_date" } }))}`,
    });
}
