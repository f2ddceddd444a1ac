import type { FactColumns } from "./bulk/fact-columns.ts";
import type { Fact } from "./fact.ts";
import type { SourceFile } from "./source-file.ts";
import { readDate } from "./values.ts";

/** Two numbers and a year, whichever of the two is the day. */
const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?: .*)?$/;

/**
 * What the columns of a file show of the order of day and month. One date that can only be month first ("9/21/2026") says
 * how the whole column was written, so those of it that were read day first ("9/7/2026") may be of another day.
 */
export class MonthFirst {
  private readonly proofs = new Map<string, number>();
  private readonly eitherWay = new Map<string, Set<string>>();

  /** Notes a cell that was read as a date, day first. @param column Canonical. */
  read(column: string, text: string): void {
    const found = numeric.exec(text);
    if (!found || +found[1]! > 12 || +found[3]! > 12 || +found[1]! === +found[3]!) return;
    const dates = this.eitherWay.get(column) ?? new Set();
    this.eitherWay.set(column, dates.add(readDate(text, "d/m/yy")!));
  }

  /** Notes a cell that could not be read as a date. */
  refused(column: string, text: string, line: number): void {
    const found = numeric.exec(text);
    if (!found || +found[1]! > 12 || +found[1]! < 1 || +found[3]! <= 12 || +found[3]! > 31) return;
    this.proofs.set(column, Math.min(line, this.proofs.get(column) ?? line));
  }

  /** The columns that are proved month first, with the dates of them that could be read either way. */
  doubts(): { column: string; line: number; dates: ReadonlySet<string> }[] {
    return [...this.proofs].flatMap(([column, line]) => {
      const dates = this.eitherWay.get(column);
      return dates ? [{ column, line, dates }] : [];
    });
  }
}

/** Refuses the facts whose date could be read either way, in a column that is proved month first. */
export function withoutMonthFirst(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ row, record }) => {
    const { file, first } = record;
    const doubt = file.monthFirst.doubts().find(({ column, dates }) => dates.has(row[column] as string));
    if (doubt) refuseLine(file, first, doubt);
    return doubt === undefined;
  });
}

/** As withoutMonthFirst, for a large table. */
export function dropMonthFirst(facts: FactColumns): void {
  const dropped = new Uint8Array(facts.size);
  for (const { file, first, end } of facts.filesWithRows()) {
    for (const doubt of file.monthFirst.doubts()) {
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

/** A line is refused once, however many facts stand on it. */
function refuseLine(
  file: SourceFile,
  first: number,
  { column, line }: { column: string; line: number },
): void {
  if (file.fateOf(first) === "quarantined") return;
  const header = file.headers.get(column) ?? column;
  file.quarantine(
    { first, last: file.lastLineOf(first) },
    {
      column: header,
      code: "type-error",
      message: `This date could be read day first or month first, and line ${line} of this file proves that "${header}" is written month first. Set the computer or the column to British dates, or to YYYY-MM-DD, and export again.`,
    },
  );
}
