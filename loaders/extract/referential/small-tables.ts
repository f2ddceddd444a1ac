import type { BulkTable } from "../bulk/fact-columns.ts";
import type { Fact } from "../fact.ts";
import type { StoredTable } from "../tables.ts";

/** The tables that stay arrays of facts: everything but grades and session marks. */
export type SmallTable = Exclude<StoredTable, BulkTable>;

/** The rows of the small tables, read, joined to students and without duplicates. */
export type SmallFacts = Readonly<Record<SmallTable, readonly Fact[]>>;

/** A date of a row, written YYYY-MM-DD, or null. */
export function dateOf({ row }: Fact, column: string): string | null {
  return row[column] as string | null;
}

/** Where a fact stands, for the message of another one. */
export function placeOf({ record }: Fact): string {
  return `${record.file.place} line ${record.first}`;
}

/** The rows of each student, in the order of the table. */
export function byStudent(facts: readonly Fact[]): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const id = fact.row.student_id as string;
    const group = groups.get(id);
    if (group) group.push(fact);
    else groups.set(id, [fact]);
  }
  return groups;
}

/** The order of two dates, for sorting. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
