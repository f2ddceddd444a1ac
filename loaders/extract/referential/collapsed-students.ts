import type { Fact } from "../fact.ts";
import type { SourceFile } from "../source-file.ts";

/**
 * Warns on a file of students of which more than half of the rows repeat a student: it may list something else, such as
 * a result a row.
 * @param read All rows, of every file. @param kept Those that were kept.
 */
export function warnCollapsedStudents(read: readonly Fact[], kept: readonly Fact[]): void {
  const rows = new Map<SourceFile, { all: number; repeated: number }>();
  const isKept = new Set(kept);
  for (const fact of read) {
    const { file, first } = fact.record;
    const count = rows.get(file) ?? { all: 0, repeated: 0 };
    rows.set(file, count);
    count.all++;
    if (!isKept.has(fact) && file.fateOf(first) !== "quarantined") count.repeated++;
  }
  for (const [file, { all, repeated }] of rows) {
    if (repeated * 2 <= all) continue;
    file.warn(null, {
      column: null,
      code: "primary-key",
      message: `${repeated} of the ${all} rows of this file repeat a student who is listed already, so they add nothing. A list of students has one row a student. If the file holds something else, such as grades, say so under "sources" in programme.json; if it is an older copy of the list, remove it.`,
    });
  }
}
