import type { Programme } from "../programme/load-settings.ts";
import { ProgrammeError } from "../programme/programme-error.ts";
import { tableNames } from "../programme/schema.ts";
import { exportFiles, unreadNotices } from "./export-files.ts";
import { FactStore } from "./fact-store.ts";
import type { OpenedExport } from "./open-export.ts";
import { readAttendanceWeek, sessionColumns } from "./read-attendance-week.ts";
import { readBody } from "./read-body.ts";
import { type Heading, readHeading } from "./read-heading.ts";
import { readLong } from "./read-long.ts";
import { isMarksheet, isWideMarksheet, readMarksheet } from "./read-marksheet.ts";
import { tableOfHeader, tableOfName } from "./recognise.ts";
import type { Destination, RecordReader } from "./record-reader.ts";
import { checkReferences } from "./referential/check-references.ts";
import { warnSameFiles } from "./referential/same-file-twice.ts";
import { FactResolver } from "./resolve-facts.ts";
import type { FileTable, SourceFile } from "./source-file.ts";
import { StudentIndex } from "./student-index.ts";
import { type StoredTable, tables } from "./tables.ts";
import { unpackWorkbooks, type Workbooks } from "./unpack-workbooks.ts";
import { MissingTokens } from "./values/missing-tokens.ts";

/** Everything the exports of a programme folder hold, row by row, and what became of every line. */
export interface Extract extends Pick<FactStore, "rows" | "columns" | "counts"> {
  files: SourceFile[];
  /** What of the folder was not read at all, as sentences; warnings. */
  notices: string[];
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
  return extract(programme, await unpackWorkbooks(programme.folder));
}

/** As extractFolder, where the workbooks were unpacked already. */
export function extract(programme: Programme, workbooks: Workbooks = new Map()): Extract {
  const opened = exportFiles(programme.folder, programme.settings.sources, workbooks);
  const headed = opened.flatMap((file) => head(programme, file));
  const store = new FactStore();
  const students = headed.filter(({ file }) => file.table === "students");
  const missing = new MissingTokens(programme.settings);
  for (const file of students) readFile(programme, file, { store, resolver: null, missing });
  store.deduplicate("students");

  const index = new StudentIndex(store.rows.students);
  const resolver = new FactResolver(programme, index, missing);
  for (const file of headed)
    if (!students.includes(file)) readFile(programme, file, { store, resolver, missing });
  for (const name of Object.keys(tables) as StoredTable[]) if (name !== "students") store.deduplicate(name);

  const files = opened.map(({ file }) => file);
  checkReferences(store.rows, programme);
  warnSameFiles(files);
  const notices = unreadNotices(programme.folder, programme.settings.sources, files);
  const { rows, columns, counts } = store;
  return { files, rows, columns, counts, notices };
}

/** Finds a file's heading and the table it holds; nothing where it is refused. */
function head(programme: Programme, opened: OpenedExport): Headed[] {
  const { file, stream } = opened;
  const heading = opened.heading ?? (stream && readHeading(file, stream));
  if (!heading) return [];
  const weekly = sessionColumns(heading.labels).length > 0;
  file.table =
    file.source?.table ??
    tableOfName(file.name) ??
    (weekly ? "attendance" : tableOrMarksheet(programme, file, heading));
  if (file.table === null) {
    file.refuse({
      column: null,
      code: "unknown-table",
      message: `Neither its name nor its header says what this file holds. Add to "sources" in programme.json: {"table": "<${tableNames.join(" | ")} | marksheet>", "files": "${file.name}"}.`,
    });
    return [];
  }
  return [{ ...opened, heading }];
}

/** Reads a file's records, and makes sure that it stayed as it was meanwhile. */
function readFile(programme: Programme, headed: Headed, to: Destination): void {
  const { file, stream, heading, proven } = headed;
  const reader = readerOf(programme, file, heading, to);
  if (!reader) return;
  readBody(file, stream!, heading, reader.plan, proven, reader.read);
  file.lines.total();
  if (!headed.isUnchanged()) {
    throw new ProgrammeError(`${file.name} was changed while it was read. Run the command again.`);
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
  const wide = (table === "reviews" || table === "predictions") && isWideMarksheet(programme, file, heading);
  if (table === "marksheet" || wide) return readMarksheet(programme, file, heading, to);
  return readLong(file, heading, table, to);
}

/** Marksheets often hold what a students file must, names and year groups; so they are looked for before it. */
function tableOrMarksheet(programme: Programme, file: SourceFile, heading: Heading): FileTable | null {
  const table = tableOfHeader(heading.labels);
  if (table === "reviews" || table === "predictions") return table;
  return isMarksheet(programme, file, heading) ? "marksheet" : table;
}
