import { academicYearStart } from "../../programme/academic-year.ts";
import { dayNumber, monthsFrom, yearsLater } from "../../programme/days.ts";
import type { Programme } from "../../programme/load-settings.ts";
import { type BulkTable, bulkTables, type FactColumns } from "../bulk/fact-columns.ts";
import type { Fact } from "../fact.ts";
import type { SourceFile } from "../source-file.ts";
import { type StoredTable, tables } from "../tables.ts";
import type { SmallFacts, SmallTable } from "./small-tables.ts";

/** Tables whose dates are years apart by their nature, or are looked at by checks of their own. */
const leftOut: ReadonlySet<StoredTable> = new Set(["students", "staff", "calendar"]);

const farYears = 2;
const youngestYears = 5;
/** Months around an academic year that are no other year's: referrals of July, actions that are due in autumn. */
const edgeMonths = 2;
/** Dates of one academic year by which a few others of the same column are strange, and the share that is few. */
const fewestUsual = 4;
const few = 0.1;

/** How the date of a fact is not likely. */
type Doubt = "birth" | "early" | "late" | "young" | "other";

/** The dates that were read for one column of one file. */
interface Dates {
  total: number;
  doubts: Map<Doubt, { count: number; line: number }>;
  /** The dates about which there is no doubt yet: how many facts have each, and the first line. */
  usual: Map<string, { count: number; line: number }>;
}

/** Dates between which facts of a programme may lie, and the days of birth of its students. */
interface Bounds {
  earliest: string;
  latest: string;
  /** By identifier. */
  born: ReadonlyMap<string, string>;
}

/**
 * Warns once for every date column of a file in which dates are not likely: years before the programme or after it, before
 * a student went to school, the student's date of birth, or of another academic year than nearly all others of the column.
 * All of them are used as they are.
 */
export function warnUnlikelyDates(
  rows: SmallFacts,
  columns: Record<BulkTable, FactColumns>,
  { settings: { academicYear } }: Programme,
): void {
  const begins = `${academicYear.slice(0, 4)}-09-01`;
  const bounds: Bounds = {
    earliest: yearsLater(begins, -farYears),
    latest: yearsLater(begins, farYears + 1),
    born: new Map(
      rows.students.flatMap(({ row }) =>
        row.date_of_birth === null ? [] : [[row.student_id as string, row.date_of_birth as string]],
      ),
    ),
  };
  for (const table of Object.keys(tables) as StoredTable[]) {
    if (leftOut.has(table)) continue;
    const bulk = bulkTables.find((name) => name === table);
    for (const [column, { type }] of Object.entries(tables[table].columns)) {
      if (type !== "date") continue;
      const found = bulk
        ? datesOfLarge(columns[bulk], column, bounds)
        : datesOfSmall(rows[table as SmallTable], column, bounds);
      for (const [file, dates] of found) warnOf(file, column, academicYear, dates);
    }
  }
}

function doubtOf(date: string, born: string | undefined, { earliest, latest }: Bounds): Doubt | null {
  if (date === born) return "birth";
  if (date < earliest) return "early";
  if (date >= latest) return "late";
  return born !== undefined && date < yearsLater(born, youngestYears) ? "young" : null;
}

function datesOfSmall(facts: readonly Fact[], column: string, bounds: Bounds): Map<SourceFile, Dates> {
  const found = new Map<SourceFile, Dates>();
  for (const { row, record } of facts) {
    const date = row[column] as string | null;
    if (date === null) continue;
    const dates = found.get(record.file) ?? noDates();
    found.set(record.file, dates);
    const doubt = doubtOf(date, bounds.born.get(row.student_id as string), bounds);
    add(dates, date, doubt, record.first, 1);
  }
  return found;
}

/** As datesOfSmall, in one pass over the codes: nearly all facts are settled by comparing two numbers. */
function datesOfLarge(facts: FactColumns, column: string, bounds: Bounds): Map<SourceFile, Dates> {
  const { cells, stride } = facts;
  const { values } = facts.dictionary(column);
  const days = Int32Array.from(values, (date) => (date === null ? 0 : dayNumber(date)));
  const students = facts.dictionary("student_id").values;
  /** The first day on which a fact of each student is likely. */
  const begins = Int32Array.from(students, (id) => {
    const born = id === null ? undefined : bounds.born.get(id);
    const young = born === undefined ? bounds.earliest : yearsLater(born, youngestYears);
    return dayNumber(young > bounds.earliest ? young : bounds.earliest);
  });
  const end = dayNumber(bounds.latest);
  const dateAt = facts.placeOf(column);
  const studentAt = facts.placeOf("student_id");
  const found = new Map<SourceFile, Dates>();
  for (const { file, first, end: last } of facts.filesWithRows()) {
    const dates = found.get(file) ?? noDates();
    found.set(file, dates);
    const counts = new Int32Array(values.length);
    const firstRows = new Int32Array(values.length);
    for (let row = first; row < last; row++) {
      const code = cells[row * stride + dateAt]!;
      const student = cells[row * stride + studentAt]!;
      const day = days[code]!;
      if (day >= begins[student]! && day < end) {
        if (counts[code]!++ === 0) firstRows[code] = row;
        continue;
      }
      const date = values[code]!;
      add(
        dates,
        date,
        doubtOf(date, bounds.born.get(students[student]!), bounds),
        facts.originOf(row).line,
        1,
      );
    }
    counts.forEach((count, code) => {
      if (count > 0) add(dates, values[code]!, null, facts.originOf(firstRows[code]!).line, count);
    });
  }
  return found;
}

function noDates(): Dates {
  return { total: 0, doubts: new Map(), usual: new Map() };
}

function add(dates: Dates, date: string, doubt: Doubt | null, line: number, count: number): void {
  dates.total += count;
  if (doubt !== null) tally(dates.doubts, doubt, line, count);
  else tally(dates.usual, date, line, count);
}

function tally<K>(
  counts: Map<K, { count: number; line: number }>,
  key: K,
  line: number,
  count: number,
): void {
  const known = counts.get(key);
  if (!known) counts.set(key, { count, line });
  else {
    known.count += count;
    known.line = Math.min(known.line, line);
  }
}

/** Counts as doubtful the few dates that are of another academic year than nearly all. */
function addOtherYears({ total, doubts, usual }: Dates): void {
  const years = new Map<number, number>();
  for (const [date, { count }] of usual) {
    const year = academicYearStart(date);
    years.set(year, (years.get(year) ?? 0) + count);
  }
  const [most] = [...years].sort(([a, x], [b, y]) => y - x || b - a);
  if (!most || most[1] < fewestUsual) return;
  const from = monthsFrom(`${most[0]}-09-01`, -edgeMonths);
  const to = monthsFrom(`${most[0] + 1}-09-01`, edgeMonths);
  const others = [...usual].filter(([date]) => date < from || date >= to);
  const count = others.reduce((sum, [, other]) => sum + other.count, 0);
  if (count > Math.max(1, total * few)) return;
  for (const [, other] of others) tally(doubts, "other", other.line, other.count);
}

const words: Record<Doubt, (count: number, academicYear: string) => string> = {
  birth: (n) => `${n} ${n === 1 ? "is" : "are"} the student's date of birth`,
  early: (n, year) =>
    `${n} ${n === 1 ? "lies" : "lie"} more than ${farYears} years before the academic year ${year}`,
  late: (n, year) =>
    `${n} ${n === 1 ? "lies" : "lie"} more than ${farYears} years after the academic year ${year}`,
  young: (n) => `${n} ${n === 1 ? "lies" : "lie"} before the student was ${youngestYears}`,
  other: (n) => `${n} ${n === 1 ? "is" : "are"} of another academic year than nearly all others`,
};

function warnOf(file: SourceFile, column: string, academicYear: string, dates: Dates): void {
  addOtherYears(dates);
  if (dates.doubts.size === 0) return;
  const reasons = (Object.keys(words) as Doubt[]).flatMap((doubt) => {
    const known = dates.doubts.get(doubt);
    return known ? [words[doubt](known.count, academicYear)] : [];
  });
  const header = file.headers.get(column) ?? column;
  file.warn(Math.min(...[...dates.doubts.values()].map(({ line }) => line)), {
    column: header,
    code: "constraint-error",
    message: `Of the dates that this file gives for "${header}", ${dates.total} in all, ${reasons.join(", ")}; the first is that of this line. They are used as they are. Correct those that are wrong.`,
  });
}
