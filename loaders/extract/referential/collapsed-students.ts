import type { Fact } from "../fact.ts";
import type { SourceFile } from "../source-file.ts";

/** What became of a file's rows, and another file that lists the same students. */
interface Count {
  all: number;
  repeated: number;
  elsewhere: SourceFile | null;
}

/**
 * Warns on a file of students of which more than half of the rows repeat a student word for word: it may list something
 * else, such as a result a row, or be a second copy of the list.
 * @param read All rows, of every file.
 * @param kept Those that were kept.
 */
export function warnCollapsedStudents(read: readonly Fact[], kept: readonly Fact[]): void {
  if (kept.length === read.length) return;
  const isKept = new Set(kept);
  const keptIn = new Map(kept.map(({ row, record }) => [row.student_id, record.file]));
  const counts = new Map<SourceFile, Count>();
  for (const fact of read) {
    const { file } = fact.record;
    const count = counts.get(file) ?? { all: 0, repeated: 0, elsewhere: null };
    counts.set(file, count);
    count.all++;
    const listedIn = keptIn.get(fact.row.student_id);
    if (isKept.has(fact) || !listedIn) continue;
    count.repeated++;
    if (listedIn !== file) count.elsewhere ??= listedIn;
  }
  for (const [file, { all, repeated, elsewhere }] of counts) {
    if (repeated * 2 <= all) continue;
    file.warn(null, {
      column: null,
      code: "primary-key",
      message: elsewhere
        ? `${repeated} of the ${all} rows of this file stand in ${elsewhere.place} too. Keep the newer of the two lists.`
        : `${repeated} of the ${all} rows of this file repeat a student who is listed above, so they add nothing. A list of students has one row a student. If the file holds something else, such as grades, say so under "sources" in programme.json.`,
    });
  }
}
