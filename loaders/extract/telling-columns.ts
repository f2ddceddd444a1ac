import type { Programme } from "../programme/load-settings.ts";
import { fold, mapColumns } from "./columns.ts";
import { lowerFirst, settingsHint } from "./layout/snippet.ts";
import type { Heading } from "./read-heading.ts";
import type { ReviewDate } from "./review-date.ts";
import type { SourceFile } from "./source-file.ts";
import { studentColumns } from "./tables.ts";
import { type Telling, tellingOfHeader, tellingValues } from "./telling-words.ts";
import { shownName } from "./values/shown-value.ts";

/** A column that may say which review, exam or assessor a row is of, with the texts it holds. */
class WatchedColumn {
  readonly texts: string[] = [];
  private readonly codes = new Map<string, number>();

  /** @param telling What it may say; null for the column whose label gives the date. */
  constructor(
    readonly index: number,
    readonly label: string,
    readonly telling: Telling | null,
  ) {}

  codeOf(text: string): number {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    this.codes.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  /** What of each text tells rows apart: "" where it says nothing of itself, null where it is a comment. */
  names(rows: readonly number[]): (string | null)[] {
    const named = this.texts.map(withoutGroup);
    const counts = new Map<string, number>();
    named.forEach((text, code) => {
      if (text !== "") counts.set(text, (counts.get(text) ?? 0) + (rows[code] ?? 0));
    });
    const values = [...counts].map(([text, count]) => ({ text, rows: count }));
    const telling = new Set(tellingValues(this.telling!, values).map(({ text }) => text));
    return named.map((text) => (text === "" || telling.has(text) ? text : null));
  }
}

/** A text for comparison, without a year group or class: "y12 review 1" and "12B Review 1" are one review. */
function withoutGroup(text: string): string {
  return text
    .replace(/\b(?:year|yr|y) ?\d{1,2}\b|^\d{1,2}[a-z]{1,2}\b/gi, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/**
 * The columns of a marksheet that say of which review, year, exam or assessor its rows are, though one date counts for all
 * of them, or for all under one label. Rows that have another value there than the first are taken back at the end, when
 * all that the column holds is known: a comment column tells nothing.
 */
export class TellingColumns {
  readonly watched: readonly WatchedColumn[];
  /** Of each row its line, and beside it the code of each watched column. */
  private readonly noted: number[] = [];

  constructor(
    private readonly file: SourceFile,
    private readonly columns: readonly WatchedColumn[],
    private readonly group: WatchedColumn | null,
    private readonly isName: (word: string) => boolean,
  ) {
    this.watched = group ? [...columns, group] : columns;
  }

  /** Notes a row. @param codes Of the watched columns. */
  note(line: number, codes: readonly number[]): void {
    this.noted.push(line, ...codes);
  }

  noteCells(line: number, cells: readonly string[]): void {
    this.note(
      line,
      this.watched.map((column) => column.codeOf(cells[column.index]!)),
    );
  }

  /** Takes back the rows of another review than the first ones; to be called when the file was read. */
  settle(): void {
    this.columns.forEach((column, place) => {
      this.settleColumn(column, place + 1);
    });
  }

  private settleColumn(column: WatchedColumn, place: number): void {
    const { noted, file, group, watched } = this;
    const stride = watched.length + 1;
    const rows = column.texts.map(() => 0);
    const kept: number[] = [];
    for (let at = 0; at < noted.length; at += stride) {
      if (file.fateOf(noted[at]!) === "quarantined") continue;
      kept.push(at);
      rows[noted[at + place]!]!++;
    }
    const names = column.names(rows);
    const first = new Map<number, string>();
    const other = new Set<number>();
    for (const at of kept) {
      const under = group ? noted[at + stride - 1]! : 0;
      const code = noted[at + place]!;
      const name = names[code]!;
      if (name === null) continue;
      // A blank below another review is of that one.
      if (name !== "") {
        if (!first.has(under)) first.set(under, name);
        if (first.get(under) === name) other.delete(under);
        else other.add(under);
      }
      if (other.has(under)) this.takeBack(noted[at]!, column, column.texts[code]!);
    }
  }

  private takeBack(line: number, { label, telling }: WatchedColumn, text: string): void {
    const { file } = this;
    const shown = shownName(text, this.isName);
    file.takeBack(line, {
      column: label,
      code: "constraint-error",
      message: telling === "review" ? this.otherReview(shown) : this.otherValue(label, telling!, shown),
      value: shown,
    });
  }

  private otherReview(shown: string | null): string {
    const hint = this.hint({ reviewDates: { [shown ?? "<the review>"]: "<YYYY-MM-DD>" } });
    return `This line is of another review than the lines above it, and one date is known for the whole file. Say when each of them was: ${hint}`;
  }

  private otherValue(label: string, telling: Telling, shown: string | null): string {
    const unused = `If the column says nothing of the kind, add to "ignoreCriteria" in programme.json: ${JSON.stringify(label)}.`;
    if (telling === "part" || telling === "assessor")
      return `This line has another "${label}" than the lines above it, and nothing would tell their grades apart: they would all be read as of one exam and one assessor. Export those that are wanted alone. ${unused}`;
    const dates = { [shown ?? "<the review>"]: "<YYYY-MM-DD>" };
    const hasReviews = this.group !== null || this.columns.some((column) => column.telling === "review");
    const say = hasReviews
      ? ""
      : ` If these are reviews, you may also say when each of them was: ${this.hint({ columns: { [label]: "review" }, reviewDates: dates })}`;
    return `This line has another "${label}" than the lines above it, and one date is known for ${this.group ? "all of this review" : "the whole file"}, so it may be of another review or another exam. Put each into a file of its own.${say} ${unused}`;
  }

  private hint(settings: Record<string, unknown>): string {
    return lowerFirst(settingsHint(this.file, this.file.table!, settings));
  }
}

/**
 * The columns of a marksheet to be watched; null where there is none. Where each record has its own date, no column can say
 * that it is of another time, and only those of assessors are watched.
 * @param index The cells of the columns that are read.
 * @param grades The cells of the columns of grades.
 */
export function tellingColumns(
  { settings }: Programme,
  file: SourceFile,
  { labels }: Heading,
  index: ReadonlyMap<string, number>,
  grades: readonly number[],
  from: ReviewDate,
  isName: (word: string) => boolean,
): TellingColumns | null {
  const students = mapColumns(labels, new Set(studentColumns), file.source).index;
  const years = students.get("year_group");
  const described = new Set([...students.values(), ...index.values(), ...grades]);
  const ignored = new Set(settings.ignoreCriteria.map(fold));
  const columns = labels.flatMap((label, i) => {
    if (ignored.has(fold(label))) return [];
    if ("fixed" in from && i === index.get("review")) return [new WatchedColumn(i, label, "review")];
    const telling = tellingOfHeader(label);
    if ("column" in from && telling !== "assessor") return [];
    // What is taken for the year group may be the academic year.
    const isRead = described.has(i) && !(i === years && telling === "year");
    return telling === null || isRead ? [] : [new WatchedColumn(i, label, telling)];
  });
  if (columns.length === 0) return null;
  const group = "label" in from ? new WatchedColumn(from.label, labels[from.label]!, null) : null;
  return new TellingColumns(file, columns, group, isName);
}
