import type { FactColumns } from "./bulk/fact-columns.ts";
import type { Fact } from "./fact.ts";
import type { SourceFile } from "./source-file.ts";
import { readDate } from "./values.ts";

/** Two numbers and a year, whichever of the two is the day. */
const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?: .*)?$/;

/** Days up to here may be months, and what a program takes for month and day it turns into a real date. */
const lastMonth = 12;

/**
 * The chance that a date's day is up to 12. By it is told how likely a column shows by chance what a program leaves behind
 * that reads dates month first: above `unlikely` nothing is refused.
 */
const upToTwelve = 12 / (365 / 12);
const unlikely = 0.1;

/** Dates of a column that may be of another day than they were read as, and why. */
interface Doubt {
  column: string;
  why: string;
  dates: ReadonlySet<string>;
}

/** What one column showed. */
class DateColumn {
  /** The first line with a date that can only be month first. */
  proof: number | null = null;
  /** Dates of two numbers that were read day first and could be read month first. */
  readonly eitherWay = new Set<string>();
  /** Dates that say which number is the month (ISO, a month's name, a number of days), as real dates of a workbook do. */
  readonly real = new Set<string>();
  /** Dates of two numbers of which one is above 12. */
  readonly left = new Set<string>();
  /** The earliest and the latest date that was read; null before the first. */
  range: { first: string; last: string } | null = null;
  /** Whether every real date has a day up to 12, and every date of two numbers has one above. */
  isParted = true;

  /** Whether it may have been opened by a program that read its dates month first where it could. */
  get mayBeSwapped(): boolean {
    return this.isParted && this.real.size > 0;
  }

  /** How likely true dates are parted like these. */
  get chance(): number {
    return upToTwelve ** this.real.size * (1 - upToTwelve) ** this.left.size;
  }

  /** The real dates that would be another day with day and month swapped. */
  swappable(): Set<string> {
    return new Set([...this.real].filter((date) => date.slice(5, 7) !== date.slice(8, 10)));
  }
}

/**
 * What the columns of a file show of the order of day and month. One date that can only be month first ("9/21/2026") says
 * how the whole column was written, so those of it that were read day first ("9/7/2026") may be of another day. And a
 * spreadsheet that reads dates month first turns those with a day up to 12 into real dates of another day, and leaves the
 * others as text: a column where the real dates and the texts part at 12 was probably opened by one.
 */
export class MonthFirst {
  private readonly columns = new Map<string, DateColumn>();

  /** @param isVouched Whether a setting says that dates of both kinds are right. */
  constructor(private readonly isVouched: boolean) {}

  /** Notes a cell that was read as a date, day first. @param column Canonical. */
  read(column: string, text: string): void {
    const seen = this.of(column);
    const found = numeric.exec(text);
    const date = readDate(text, "d/m/yy");
    if (date === null) return;
    const { first, last } = seen.range ?? { first: date, last: date };
    seen.range = { first: date < first ? date : first, last: date > last ? date : last };
    if (!found) {
      seen.real.add(date);
      seen.isParted &&= +date.slice(8, 10) <= lastMonth;
    } else if (+found[1]! > lastMonth) seen.left.add(date);
    else {
      seen.isParted = false;
      if (+found[1]! !== +found[3]!) seen.eitherWay.add(date);
    }
  }

  /** Notes a cell that could not be read as a date. */
  refused(column: string, text: string, line: number): void {
    const found = numeric.exec(text);
    if (!found || +found[1]! > lastMonth || +found[1]! < 1 || +found[3]! <= lastMonth || +found[3]! > 31)
      return;
    const seen = this.of(column);
    seen.proof = Math.min(line, seen.proof ?? line);
    seen.left.add(text);
  }

  /** The earliest and the latest date of a column; null where none was read. */
  range(column: string): { first: string; last: string } | null {
    return this.columns.get(column)?.range ?? null;
  }

  /** The dates that are not to be used. @param labelOf The header of a canonical column. */
  doubts(labelOf: (column: string) => string): Doubt[] {
    const shown = this.swappedColumn();
    return [...this.columns].flatMap(([column, seen]): Doubt[] => {
      const doubts: Doubt[] = [];
      if (seen.proof !== null && seen.eitherWay.size > 0)
        doubts.push({ column, why: provedMonthFirst(labelOf(column), seen.proof), dates: seen.eitherWay });
      if (shown !== null && seen.mayBeSwapped)
        doubts.push({ column, why: probablySwapped(labelOf(shown)), dates: seen.swappable() });
      return doubts;
    });
  }

  /** Columns that look as if day and month were swapped, in too few cells to refuse them. @param least Dates they have. */
  suspicions(least: number): string[] {
    if (this.isVouched || this.swappedColumn() !== null) return [];
    return [...this.columns]
      .filter(
        ([, seen]) =>
          seen.mayBeSwapped &&
          seen.left.size > 0 &&
          seen.real.size + seen.left.size >= least &&
          seen.swappable().size > 0,
      )
      .map(([column]) => column);
  }

  /** A column that shows that such a program opened the file, and so may have swapped the dates of others too. */
  private swappedColumn(): string | null {
    if (this.isVouched) return null;
    const found = [...this.columns].find(
      ([, seen]) => seen.mayBeSwapped && seen.left.size > 0 && seen.chance <= unlikely,
    );
    return found?.[0] ?? null;
  }

  private of(column: string): DateColumn {
    const seen = this.columns.get(column) ?? new DateColumn();
    this.columns.set(column, seen);
    return seen;
  }
}

const provedMonthFirst = (label: string, line: number): string =>
  `This date could be read day first or month first, and line ${line} of this file proves that "${label}" is written month first. Set the computer or the column to British dates, or to YYYY-MM-DD, and export again.`;

const vouch = `declare "dateFormat": "d/m/y" for this file in its source of programme.json`;

const probablySwapped = (label: string): string =>
  `Day and month of this date are probably swapped: in this file the dates of "${label}" with a day up to 12 are real dates, and those with a day above 12 are text. That is what a spreadsheet set to American dates leaves of British ones. Export the file again and do not open it before it is read. If its dates are right: ${vouch}.`;

/** Dates of both kinds that a text file has at the least to be warned of: one of each says nothing there. */
const leastInText = 3;
const leastInWorkbook = 2;

/** Warns of columns that look as if day and month were swapped, in too few cells to refuse them. */
export function warnOfSwappedDates(files: readonly SourceFile[]): void {
  for (const file of files) {
    for (const column of file.monthFirst.suspicions(file.sheet === null ? leastInText : leastInWorkbook)) {
      const label = file.headers.get(column) ?? column;
      file.warn(null, {
        column: label,
        code: "impossible-date",
        message: `Day and month may be swapped in "${label}": its few dates with a day up to 12 are real dates, and those with a day above 12 are text, which is what a spreadsheet set to American dates leaves of British ones. They are read as they stand. Check them, and export again if they are wrong. If they are right: ${vouch}.`,
      });
    }
  }
}

/** Refuses the facts whose date may be of another day. */
export function withoutMonthFirst(facts: readonly Fact[]): Fact[] {
  const found = new Map<SourceFile, Doubt[]>();
  return facts.filter(({ row, record }) => {
    const { file, first } = record;
    const doubts = found.get(file) ?? doubtsOf(file);
    found.set(file, doubts);
    const doubt = doubts.find(({ column, dates }) => dates.has(row[column] as string));
    if (doubt) refuseLine(file, first, doubt);
    return doubt === undefined;
  });
}

/** As withoutMonthFirst, for a large table. */
export function dropMonthFirst(facts: FactColumns): void {
  const dropped = new Uint8Array(facts.size);
  for (const { file, first, end } of facts.filesWithRows()) {
    for (const doubt of doubtsOf(file)) {
      if (!facts.names.includes(doubt.column)) continue;
      const place = facts.placeOf(doubt.column);
      const isDoubted = facts
        .dictionary(doubt.column)
        .values.map((date) => date !== null && doubt.dates.has(date));
      for (let row = first; row < end; row++) {
        if (!isDoubted[facts.cells[row * facts.stride + place]!]) continue;
        dropped[row] = 1;
        refuseLine(file, facts.originOf(row).line, doubt);
      }
    }
  }
  if (dropped.includes(1)) facts.drop(dropped);
}

function doubtsOf(file: SourceFile): Doubt[] {
  return file.monthFirst.doubts((column) => file.headers.get(column) ?? column);
}

function refuseLine(file: SourceFile, first: number, { column, why }: Doubt): void {
  file.takeBack(first, { column: file.headers.get(column) ?? column, code: "type-error", message: why });
}
