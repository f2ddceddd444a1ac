import { identityColumns } from "./columns.ts";
import type { Value } from "./read-value.ts";
import type { SourceRecord } from "./source-file.ts";
import type { StoredTable } from "./tables.ts";

/** One row of a stored table, with the record it was read from. */
export interface Fact {
  table: StoredTable;
  row: Record<string, Value>;
  record: SourceRecord;
  /** The column the fact stands in, in a wide file; there a bad fact is lost and its line stays. */
  column: string | null;
}

/**
 * Notes what is wrong with a fact: a long record is quarantined, a wide one loses only this fact.
 * @param problem With the canonical column it is about, for the message's place.
 */
export function refuseFact(
  fact: Fact,
  problem: {
    column?: string | null;
    code: "constraint-error" | "foreign-key" | "primary-key";
    message: string;
    value?: string | null;
    remedy?: string;
  },
): void {
  const { file } = fact.record;
  if (fact.column !== null) file.lose(fact.record, { ...problem, column: fact.column });
  else {
    const column = problem.column ?? null;
    file.quarantine(fact.record, { ...problem, column: column && (file.headers.get(column) ?? column) });
  }
}

/** Notes that a record has the name of another student than its identifier, so that nothing of it can be used. */
export function refuseName({ record }: Fact, column: string): void {
  if (refused.has(record)) return;
  refused.add(record);
  record.file.quarantine(record, {
    column,
    code: "constraint-error",
    message:
      "The name on this line is that of another student of the student list than the identifier, so nobody can tell whose line it is. A column may have been sorted or moved by itself: look at the lines around it, correct the identifier or the name, and export again.",
  });
}

/** Notes that a record's student is not known: nothing of it can be used, so it is quarantined, wide or long, once. */
export function refuseStudent({ row, record }: Fact, message: string): void {
  const { file, first, last } = record;
  const present = identityColumns.filter((column) => file.headers.has(column));
  const known = present.find((column) => row[column] != null) ?? present[0] ?? "student_id";
  const column = file.headers.get(known) ?? known;
  if (refused.has(record)) return;
  refused.add(record);
  if (row[known] != null) file.unknownStudents.add(`${known} ${row[known]}`);
  file.quarantine({ first, last }, { column, code: "foreign-key", message });
}

/** Records whose student is not known or not certain: a wide one would be refused for each of its facts, and records may share a line. */
const refused = new WeakSet<SourceRecord>();
