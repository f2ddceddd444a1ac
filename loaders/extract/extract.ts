import type { Programme } from "../programme/load-settings.ts";
import { ProgrammeError } from "../programme/programme-error.ts";
import type { SourceSettings } from "../programme/schema.ts";
import { warnAlikeKeys } from "./bulk/alike-keys.ts";
import { warnSameContent } from "./bulk/same-content.ts";
import { warnTickedRegisters } from "./bulk/ticked-registers.ts";
import { identityColumns } from "./columns.ts";
import { withoutTotals } from "./cost-totals.ts";
import { exportFiles, unreadNotices } from "./export-files.ts";
import type { Fact } from "./fact.ts";
import { FactStore } from "./fact-store.ts";
import { suggestClasses } from "./layout/class-codes.ts";
import { type SubjectFinder, subjectFinder, suggestSubjects } from "./layout/subjects.ts";
import type { FileContext } from "./layout/vocabulary.ts";
import { mergeTransferFiles } from "./merge-transfer-files.ts";
import { warnOfSwappedDates } from "./month-first.ts";
import { FileNames } from "./names/file-names.ts";
import { nameColumns } from "./names/name-columns.ts";
import { refuseOtherNames } from "./names/refuse-other-names.ts";
import type { OpenedExport } from "./open-export.ts";
import { readAttendanceWeek, sessionColumns } from "./read-attendance-week.ts";
import { readBody } from "./read-body.ts";
import { type Heading, readHeading } from "./read-heading.ts";
import { readLong } from "./read-long.ts";
import { readMarksheet } from "./read-marksheet.ts";
import { hasAspects, recogniseTable } from "./recognise.ts";
import type { Destination, RecordReader } from "./record-reader.ts";
import { checkReferences } from "./referential/check-references.ts";
import { warnAfterAsOf } from "./referential/facts-after-as-of.ts";
import { refuseSameFiles, warnSameFiles } from "./referential/same-file-twice.ts";
import { unknownStudents } from "./referential/unknown-students.ts";
import { warnUnlikelyDates } from "./referential/unlikely-dates.ts";
import { warnUnusedEnds } from "./referential/unused-ends.ts";
import { FactResolver } from "./resolve-facts.ts";
import type { SourceFile } from "./source-file.ts";
import { StudentIndex } from "./student-index.ts";
import { type StoredTable, tables } from "./tables.ts";
import { unpackWorkbooks, type Workbooks } from "./unpack-workbooks.ts";
import { MissingTokens } from "./values/missing-tokens.ts";

/** Everything the exports of a programme folder hold, row by row, and what became of every line. */
export interface Extract extends Pick<FactStore, "rows" | "columns" | "counts"> {
  files: SourceFile[];
  /** What of the folder was not read at all, and what may be one subject under two names, as sentences; warnings. */
  notices: string[];
  /** The name under which a subject is kept. */
  subject: SubjectFinder;
}

/** An export whose heading was found. */
interface Headed extends OpenedExport {
  heading: Heading;
}

/**
 * Reads every export of a programme folder. What cannot be used is noted on its file.
 * @throws ProgrammeError where a file was changed meanwhile.
 */
export async function extractFolder(programme: Programme): Promise<Extract> {
  return extract(programme, await unpackWorkbooks(programme.folder, programme.settings.ignoreFiles));
}

/** As extractFolder, where the workbooks were unpacked already. */
export function extract(programme: Programme, workbooks: Workbooks = new Map()): Extract {
  const { sources, ignoreFiles } = programme.settings;
  const opened = exportFiles(programme.folder, sources, workbooks, ignoreFiles);
  const files = opened.map(({ file }) => file);
  noteSiblings(files);
  const copies = refuseSameFiles(files);
  const headed = opened.flatMap((file) => (copies.has(file.file) ? [] : head(programme, file)));
  const store = new FactStore();
  const students = headed.filter(({ file }) => file.table === "students");
  const missing = new MissingTokens(programme.settings);
  for (const file of students) readFile(programme, file, { store, resolver: null, missing });
  store.refuseDoubtful("students");
  store.rows.students = mergeTransferFiles(store.rows.students);
  const listed = store.rows.students;
  store.deduplicate("students");
  const refused = identifiersLost(listed, store.rows.students);

  const subject = subjectFinder(programme.settings);
  const index = new StudentIndex(store.rows.students, refused);
  const resolver = new FactResolver(programme, index, missing, subject);
  for (const file of headed)
    if (!students.includes(file)) readFile(programme, file, { store, resolver, missing });
  store.rows.costs = withoutTotals(store.rows.costs);
  for (const name of Object.keys(tables) as StoredTable[]) {
    if (name === "students") continue;
    store.refuseDoubtful(name);
    store.deduplicate(name);
  }

  checkReferences(store.rows, programme);
  warnUnusedEnds(files);
  warnOfSwappedDates(files);
  warnAfterAsOf(store.rows, store.columns, programme);
  warnUnlikelyDates(store.rows, store.columns, programme);
  warnSameFiles(files, copies);
  warnSameContent(store.columns.reviews);
  warnAlikeKeys(store.columns.reviews);
  warnAlikeKeys(store.columns.predictions);
  warnTickedRegisters(store.columns.attendance_marks);
  const seen = subjectsSeen(store);
  const notices = [
    ...unreadNotices(programme.folder, sources, files, workbooks, ignoreFiles),
    ...unknownStudents(files),
    ...suggestSubjects(seen),
    ...suggestClasses(seen.keys()),
  ];
  const { rows, columns, counts } = store;
  return { files, rows, columns, counts, notices, subject };
}

/** Tells each file which others have the same source, for their names may say that they are not of one review. */
function noteSiblings(files: readonly SourceFile[]): void {
  const names = new Map<SourceSettings, Set<string>>();
  for (const { name, source } of files)
    if (source !== null) names.set(source, (names.get(source) ?? new Set()).add(name));
  for (const file of files)
    if (file.source !== null)
      file.siblings = [...names.get(file.source)!].filter((name) => name !== file.name);
}

function contextOf(programme: Programme, { name, sheet, source }: SourceFile): FileContext {
  return { programme, source, fileName: name, sheet };
}

/** Identifiers of students whose lines were refused, for all their rows differ. */
function identifiersLost(listed: readonly Fact[], kept: readonly Fact[]): Set<string> {
  if (kept.length === listed.length) return new Set();
  const known = new Set(kept.flatMap(identifiersOf));
  return new Set(listed.flatMap(identifiersOf).filter((id) => !known.has(id)));
}

function identifiersOf({ row }: Fact): string[] {
  return identityColumns.flatMap((name) => (typeof row[name] === "string" ? [row[name]] : []));
}

/** Finds a file's heading and the table it holds; nothing where it is refused. */
function head(programme: Programme, opened: OpenedExport): Headed[] {
  const { file, stream } = opened;
  if (!stream) return [];
  const heading = opened.heading ?? readHeading(file, stream, contextOf(programme, file));
  if (!heading) return [];
  const recognised = recogniseTable(programme, file.source, file.name, heading);
  if ("question" in recognised) {
    file.refuse({ column: null, code: "unknown-table", message: recognised.question });
    return [];
  }
  file.table = recognised.table;
  return [{ ...opened, heading }];
}

/** Reads a file's records, and makes sure that it stayed as it was meanwhile. */
function readFile(programme: Programme, headed: Headed, to: Destination): void {
  const { file, stream, heading, proven } = headed;
  const students = to.resolver?.students;
  const columns = students ? nameColumns(heading.labels, file.source) : null;
  if (students && columns) {
    file.names = new FileNames(file, columns, students);
    if (refuseOtherNames(file, stream!, heading, file.names, students)) return;
  }
  const reader = readerOf(programme, file, heading, to);
  if (!reader) return;
  const context = contextOf(programme, file);
  readToItsEnd(file.name, () => readBody(file, stream!, heading, reader, context, proven));
  file.names?.close();
  file.yesNo.warn(file);
  file.lines.total();
  if (!headed.isUnchanged()) {
    throw new ProgrammeError(`${file.name} was changed while it was read. Run the command again.`);
  }
}

/** A file that is moved or deleted while it is read is no reason for anything but a sentence. */
function readToItsEnd(name: string, read: () => void): void {
  try {
    read();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (typeof code !== "string" || !("syscall" in (error as object))) throw error;
    throw new ProgrammeError(`${name} could not be read to its end (${code}). Run the command again.`);
  }
}

function readerOf(
  programme: Programme,
  file: SourceFile,
  heading: Heading,
  to: Destination,
): RecordReader | null {
  const table = file.table!;
  if (table === "attendance" && sessionColumns(heading.labels).length > 0)
    return readAttendanceWeek(file, heading, to);
  const wide =
    (table === "reviews" || table === "predictions") && hasAspects(programme, file.source, heading);
  if (table === "marksheet" || wide) return readMarksheet(programme, file, heading, to);
  return readLong(programme, file, heading, table, to);
}

/** Subjects of reviews and predictions, with the number of facts of each. */
function subjectsSeen({ columns }: FactStore): Map<string, number> {
  const seen = new Map<string, number>();
  for (const facts of [columns.reviews, columns.predictions])
    for (const [subject, count] of facts.countsOf("subject"))
      seen.set(subject, (seen.get(subject) ?? 0) + count);
  return seen;
}
