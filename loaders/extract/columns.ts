import { readReference } from "../programme/reference/read-reference.ts";
import type { SourceSettings } from "../programme/schema.ts";

const aliases = new Map(
  readReference("header_aliases.csv").map((row) => [fold(row.header!), row.canonical!] as const),
);

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
  /** Headers that would map to a canonical column which another header already holds. */
  repeated: string[];
}

/**
 * Finds the canonical column of each header: the school's own `columns` first, then canonical names, then aliases.
 * @param headers The header cells.
 * @param known The canonical columns this table may have; a header that maps to another one is left in the rest.
 */
export function mapColumns(
  headers: readonly string[],
  known: ReadonlySet<string>,
  source: SourceSettings | null,
): ColumnMap {
  const own = new Map(
    Object.entries(source?.columns ?? {}).map(([header, column]) => [fold(header), column]),
  );
  const canonical = new Map([...known].map((column) => [fold(column), column]));
  const finders = [
    (header: string) => own.get(header),
    (header: string) => (own.has(header) ? undefined : canonical.get(header)),
    (header: string) => (own.has(header) || canonical.has(header) ? undefined : aliases.get(header)),
  ];
  const index = new Map<string, number>();
  const taken = new Set<number>();
  const repeated: string[] = [];
  for (const find of finders) {
    headers.forEach((header, i) => {
      const column = find(fold(header));
      if (column === undefined || !known.has(column)) return;
      taken.add(i);
      if (index.has(column)) repeated.push(header);
      else index.set(column, i);
    });
  }
  return { index, rest: headers.map((_, i) => i).filter((i) => !taken.has(i)), repeated };
}
