import { identityColumns, mapColumns } from "../columns.ts";
import { settingsHint } from "../layout/snippet.ts";
import type { Heading } from "../read-heading.ts";
import type { RecordStream } from "../record-stream.ts";
import type { SourceFile } from "../source-file.ts";
import type { StudentIndex } from "../student-index.ts";
import type { FileNames } from "./file-names.ts";
import type { NameVerdict } from "./listed-names.ts";

/** Rows by which it is judged whether the identifiers of a file are those of its names. */
const sampled = 2_000;

/** Students whose names must be wrong before a file is refused for them; fewer where they are other students' names. */
const fewestNobody = 5;
const fewestAnothers = 3;

/** Of surnames alone that are another student's, the share from which on they are taken for wrong identifiers. */
const moved = 0.1;

/**
 * Refuses a file where most students of its first rows have other names than in the student list: its identifiers are
 * another system's, or one of its columns was sorted by itself.
 * @returns whether it was refused.
 */
export function refuseOtherNames(
  file: SourceFile,
  stream: RecordStream,
  { labels, last }: Heading,
  names: FileNames,
  students: StudentIndex,
): boolean {
  const { index } = mapColumns(labels, new Set(identityColumns), file.source);
  const verdicts = new Map<string, NameVerdict>();
  for (const { cells } of stream.sample(sampled, last + 1)) {
    if (cells?.length !== labels.length) continue;
    const row = cells.map((cell) => cell.trim());
    const given = identityColumns.find((name) => index.has(name) && row[index.get(name)!] !== "");
    const student = given ? students.byIdentity(given, row[index.get(given)!]!.normalize("NFC")) : null;
    if (!student || names.columns.read(row).all.size === 0) continue;
    const verdict = names.judge(student.studentId, row);
    if (verdict !== "agrees" || !verdicts.has(student.studentId)) verdicts.set(student.studentId, verdict);
  }
  const of = (...wanted: NameVerdict[]) =>
    [...verdicts.values()].filter((verdict) => wanted.includes(verdict)).length;
  const wrong = verdicts.size - of("agrees");
  const anothers = of("another", "surname of another");
  const surnames = of("surname of another");
  names.surnamesCount = surnames >= fewestAnothers && surnames > verdicts.size * moved;
  if (wrong * 2 <= verdicts.size || (wrong < fewestNobody && anothers < fewestAnothers)) return false;
  const { label } = names.columns;
  const hint = settingsHint(file, file.table!, { columns: { [label]: "<what it holds>" } });
  file.refuse({
    column: label,
    code: "constraint-error",
    message: `Of ${verdicts.size} students whom the first lines of this file name, ${wrong} have another name here than the student list has for their identifier. The identifiers may be those of another system, or one column was sorted or moved by itself, so nothing of the file is read. Export it again, with the identifiers of the student list. If "${label}" does not hold the names of the students, leave the column out, or say what it holds. ${hint}`,
  });
  return true;
}
