import type { Programme } from "../programme/load-settings.ts";
import { tableNames } from "../programme/schema.ts";
import { deduplicate } from "./deduplicate.ts";
import { exportFiles, unreadNotices } from "./export-files.ts";
import type { Fact, FileFacts } from "./fact.ts";
import { readAttendanceWeek, sessionColumns } from "./read-attendance-week.ts";
import { readLong } from "./read-long.ts";
import { isMarksheet, isWideMarksheet, readMarksheet } from "./read-marksheet.ts";
import { type Header, readRecords } from "./read-records.ts";
import { tableOfHeader, tableOfName } from "./recognise.ts";
import { FactResolver } from "./resolve-facts.ts";
import type { FileTable, SourceFile } from "./source-file.ts";
import { StudentIndex } from "./student-index.ts";
import { type StoredTable, tables } from "./tables.ts";

export interface TableCounts {
  rows: number;
  collapsedDuplicates: number;
  missing: number;
  unmapped: number;
}

/** Everything the exports of a programme folder hold, row by row, and what became of every line. */
export interface Extract {
  files: SourceFile[];
  facts: Record<StoredTable, Fact[]>;
  counts: Record<StoredTable, TableCounts>;
  /** What of the folder was not read at all, as sentences; warnings. */
  notices: string[];
}

/** Reads every export of a programme folder. What cannot be used is noted on its file; nothing is thrown. */
export function extract(programme: Programme): Extract {
  const files = exportFiles(programme.folder, programme.settings.sources);
  const read = files.map((file) => readFile(programme, file));
  const stored = Object.keys(tables) as StoredTable[];
  const empty = (): TableCounts => ({ rows: 0, collapsedDuplicates: 0, missing: 0, unmapped: 0 });
  const counts = Object.fromEntries(stored.map((name) => [name, empty()])) as Extract["counts"];
  const facts = Object.fromEntries(stored.map((name) => [name, [] as Fact[]])) as Extract["facts"];
  for (const file of read) {
    for (const fact of file.facts) facts[fact.table].push(fact);
    for (const name of stored) counts[name].unmapped += file.unmapped[name] ?? 0;
  }
  keep(facts, counts, "students");
  const students = new StudentIndex(facts.students);
  warnSharedNumbers(facts, students);
  const resolver = new FactResolver(programme, students);
  for (const name of stored) {
    if (name === "students") continue;
    facts[name] = facts[name].filter((fact) => {
      const outcome = resolver.resolve(fact);
      if (outcome === "missing" || outcome === "unmapped") counts[name][outcome]++;
      return outcome === "kept";
    });
    keep(facts, counts, name);
  }
  warnUnknownMentors(facts);
  const notices = unreadNotices(programme.folder, programme.settings.sources, files);
  return { files, facts, counts, notices };
}

function keep(facts: Extract["facts"], counts: Extract["counts"], name: StoredTable): void {
  const { kept, collapsed } = deduplicate(facts[name]);
  facts[name] = kept;
  counts[name].rows = kept.length;
  counts[name].collapsedDuplicates = collapsed;
}

function readFile(programme: Programme, file: SourceFile): FileFacts {
  const nothing: FileFacts = { facts: [], unmapped: {} };
  const read = file.problems.length === 0 ? readRecords(file) : null;
  if (!read) return nothing;
  const { header, records } = read;
  const weekly = sessionColumns(header.labels).length > 0;
  file.table =
    file.source?.table ??
    tableOfName(file.name) ??
    (weekly ? "attendance" : tableOrMarksheet(programme, file, header));
  if (file.table === "attendance" && weekly) return readAttendanceWeek(file, header, records);
  if (file.table === null) {
    file.refuse({
      column: null,
      code: "unknown-table",
      message: `Neither its name nor its header says what this file holds. Add to "sources" in programme.json: {"table": "<${tableNames.join(" | ")} | marksheet>", "files": "${file.name}"}.`,
    });
    return nothing;
  }
  const wide = ["reviews", "predictions"].includes(file.table) && isWideMarksheet(programme, file, header);
  if (file.table === "marksheet" || wide) return readMarksheet(programme, file, header, records);
  return readLong(programme, file, header, records, file.table);
}

/** Marksheets often hold what a students file must, names and year groups; so they are looked for before it. */
function tableOrMarksheet(programme: Programme, file: SourceFile, header: Header): FileTable | null {
  const table = tableOfHeader(header.labels);
  if (table === "reviews" || table === "predictions") return table;
  return isMarksheet(programme, file, header) ? "marksheet" : table;
}

/** A UPN or ULN that two students have joins nothing, so the data manager is told. */
function warnSharedNumbers(facts: Extract["facts"], students: StudentIndex): void {
  for (const { row, record } of facts.students) {
    const number = students.sharedNumber(row);
    if (number === null) continue;
    record.file.warn(record.first, {
      column: record.file.headers.get(number) ?? number,
      code: "primary-key",
      message: `Another student has the same ${number}, so lines that name a student by it cannot be used. Correct it in the export.`,
    });
  }
}

/** A mentor who is not in the staff table is shown by identifier only, so the data manager is told. */
function warnUnknownMentors(facts: Extract["facts"]): void {
  if (facts.staff.length === 0) return;
  const staff = new Set(facts.staff.map(({ row }) => row.staff_id));
  for (const { row, record } of facts.agreements) {
    if (staff.has(row.mentor_id!)) continue;
    record.file.warn(record.first, {
      column: record.file.headers.get("mentor_id") ?? "mentor_id",
      code: "foreign-key",
      message: "This mentor is not in the staff table. Add the mentor there, so that pages can show a name.",
    });
  }
}
