import { readReference } from "../programme/reference/read-reference.ts";
import type { SourceSettings } from "../programme/schema.ts";

/** Canonical columns of each known header. A header may be another column in another table: Start Date. */
const aliases = new Map<string, string[]>();
for (const { header, canonical } of readReference("header_aliases.csv")) {
  const key = headerKey(header!);
  aliases.set(key, [...(aliases.get(key) ?? []), canonical!]);
}

/** Columns that identify a student in any table, besides student_id. */
export const identityColumns = ["student_id", "upn", "uln"] as const;

/** A header or name for comparison: lower case, runs of spaces and _ as one space. */
export function fold(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
}

/**
 * A header for comparison with known ones. Besides case, spaces and underscores do not count at all, nor do the _x0020_
 * of XML names and a colon or asterisk at the end: "StudentId", "Student ID:" and "student_id" are the same.
 */
export function headerKey(text: string): string {
  const folded = fold(text.replace(/_x0020_/gi, " "));
  let end = folded.length;
  while (end > 0 && ":* ".includes(folded[end - 1]!)) end--;
  return folded.slice(0, end).replaceAll(" ", "");
}

/** Whether a header is a session of a weekly register: MonAM, Mon PM, Monday_AM. */
export function isSessionHeader(label: string): boolean {
  return /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s:_-]*(am|pm)$/i.test(label.trim());
}

/** The header's own text for each canonical column of a map. */
export function headersOf(
  labels: readonly string[],
  index: ReadonlyMap<string, number>,
): Map<string, string> {
  return new Map([...index].map(([column, i]) => [column, labels[i]!]));
}

export interface ColumnMap {
  /** Canonical column -> index of the cell. */
  index: Map<string, number>;
  /** Indices of headers that map to no canonical column. */
  rest: number[];
  /** Headers, by their place, that would map to a canonical column which another header already holds. */
  repeated: { column: string; at: number }[];
}

/** Finds the canonical column of a header's key in three passes: the school's own choice, canonical names, aliases. */
function columnFinders(
  known: ReadonlySet<string>,
  source: Pick<SourceSettings, "columns"> | null,
): ((key: string) => string | undefined)[] {
  const own = new Map(
    Object.entries(source?.columns ?? {}).map(([header, column]) => [headerKey(header), column]),
  );
  const canonical = new Map([...known].map((column) => [headerKey(column), column]));
  return [
    (key) => own.get(key),
    (key) => (own.has(key) ? undefined : canonical.get(key)),
    (key) =>
      own.has(key) || canonical.has(key) ? undefined : aliases.get(key)?.find((column) => known.has(column)),
  ];
}

/** Whether a cell is a header of one of these columns; see mapColumns. */
export function columnTest(
  known: ReadonlySet<string>,
  source: Pick<SourceSettings, "columns"> | null,
): (cell: string) => boolean {
  const finders = columnFinders(known, source);
  return (cell) => {
    const key = headerKey(cell);
    return key !== "" && finders.some((find) => known.has(find(key) ?? ""));
  };
}

/**
 * Finds the canonical column of each header: the school's own `columns` first, then canonical names, then aliases.
 * @param headers The header cells.
 * @param known The canonical columns this table may have; a header that maps to another one is left in the rest.
 */
export function mapColumns(
  headers: readonly string[],
  known: ReadonlySet<string>,
  source: Pick<SourceSettings, "columns"> | null,
): ColumnMap {
  const keys = headers.map(headerKey);
  const index = new Map<string, number>();
  const taken = new Set<number>();
  const repeated: ColumnMap["repeated"] = [];
  for (const find of columnFinders(known, source)) {
    keys.forEach((key, i) => {
      const column = key === "" ? undefined : find(key);
      if (column === undefined || !known.has(column)) return;
      taken.add(i);
      if (index.has(column)) repeated.push({ column, at: i });
      else index.set(column, i);
    });
  }
  return { index, rest: headers.map((_, i) => i).filter((i) => !taken.has(i)), repeated };
}
