import { deduplicateColumns } from "./bulk/deduplicate-columns.ts";
import { dropTakenBack } from "./bulk/drop-taken-back.ts";
import { type BulkTable, bulkTables, Dictionaries, FactColumns, isBulkTable } from "./bulk/fact-columns.ts";
import { keepOneBasis } from "./bulk/one-basis.ts";
import { deduplicate } from "./deduplicate.ts";
import type { Fact } from "./fact.ts";
import { joinMeetings } from "./meetings-twice.ts";
import { dropMonthFirst, withoutMonthFirst } from "./month-first.ts";
import { warnCollapsedStudents } from "./referential/collapsed-students.ts";
import type { SmallTable } from "./referential/small-tables.ts";
import { type StoredTable, tables } from "./tables.ts";

export interface TableCounts {
  rows: number;
  collapsedDuplicates: number;
  missing: number;
  unmapped: number;
}

/** The facts of a folder as they are read: large tables column by column, the others row by row. */
export class FactStore {
  readonly dictionaries = new Dictionaries();
  readonly columns: Record<BulkTable, FactColumns>;
  readonly rows: Record<SmallTable, Fact[]>;
  readonly counts: Record<StoredTable, TableCounts>;

  constructor() {
    const names = Object.keys(tables) as StoredTable[];
    this.columns = Object.fromEntries(
      bulkTables.map((name) => [name, new FactColumns(name, this.dictionaries)]),
    ) as FactStore["columns"];
    this.rows = Object.fromEntries(
      names.filter((name) => !isBulkTable(name)).map((name) => [name, [] as Fact[]]),
    ) as FactStore["rows"];
    this.counts = Object.fromEntries(
      names.map((name) => [name, { rows: 0, collapsedDuplicates: 0, missing: 0, unmapped: 0 }]),
    ) as FactStore["counts"];
  }

  add(fact: Fact): void {
    if (isBulkTable(fact.table)) this.columns[fact.table].pushFact(fact);
    else this.rows[fact.table].push(fact);
  }

  /**
   * Drops the facts of a table whose records were taken back, and refuses those whose day and month cannot be told apart;
   * to be called before `deduplicate`.
   */
  refuseDoubtful(table: StoredTable): void {
    if (isBulkTable(table)) {
      dropTakenBack(this.columns[table]);
      dropMonthFirst(this.columns[table]);
    } else this.rows[table] = withoutMonthFirst(this.rows[table]);
  }

  /** Collapses duplicates of a table and refuses conflicts; its number of rows is final then. */
  deduplicate(table: StoredTable): void {
    const counts = this.counts[table];
    if (isBulkTable(table)) {
      counts.collapsedDuplicates = deduplicateColumns(this.columns[table]);
      if (table === "attendance_marks") counts.unmapped += keepOneBasis(this.columns[table]);
      counts.rows = this.columns[table].size;
      return;
    }
    const { kept, collapsed } = deduplicate(this.rows[table]);
    if (table === "students") warnCollapsedStudents(this.rows.students, kept);
    // Agreements are final then: their table stands before that of the meetings.
    const { kept: each, joined } =
      table === "meetings" ? joinMeetings(kept, this.rows.agreements) : { kept, joined: 0 };
    this.rows[table] = each;
    counts.collapsedDuplicates = collapsed + joined;
    counts.rows = each.length;
  }
}
