import type { Programme } from "../programme/load-settings.ts";
import type { SourceSettings, TableName } from "../programme/schema.ts";
import { longPlan } from "./bulk/long-plan.ts";
import { CellRefusals } from "./cell-refusals.ts";
import { type ColumnMap, headersOf, identityColumns, mapColumns } from "./columns.ts";
import { isGiven } from "./layout/snippet.ts";
import { missingColumns } from "./missing-columns.ts";
import type { Heading } from "./read-heading.ts";
import { textsReader } from "./read-text.ts";
import { isUnreadable, readCell, type Value } from "./read-value.ts";
import { type Destination, deliver, type RecordReader, studentTest } from "./record-reader.ts";
import { factsTwice, refuseSideBySide } from "./side-by-side.ts";
import type { SourceFile, SourceRecord } from "./source-file.ts";
import { type ColumnType, storedTable, tables } from "./tables.ts";
import { tellingColumns } from "./telling-columns.ts";
import { declaredReader } from "./values/coded.ts";
import type { MissingTokens } from "./values/missing-tokens.ts";
import { serialDay, serialDaysMessage } from "./values/serial-day.ts";
import { shownValue } from "./values/shown-value.ts";
import { readCombinedName } from "./values.ts";

/**
 * Reads a long file: one row a fact, one column a canonical column. A record with a required cell empty or an
 * unreadable cell is quarantined.
 * @returns null where the file lacks a column it needs; it is then refused.
 */
export function readLong(
  programme: Programme,
  file: SourceFile,
  heading: Heading,
  table: TableName,
  to: Destination,
): RecordReader | null {
  const known = knownColumns(table);
  const { index, rest, repeated } = mapColumns(heading.labels, known, file.source);
  file.unmappedColumns.push(...rest.map((i) => heading.labels[i]!).filter((label) => label !== ""));
  if (refuseSideBySide(file, heading.labels, { index, repeated }, factsTwice({ index, repeated })))
    return null;
  warnRepeated(file, heading.labels, repeated);
  file.headers = headersOf(heading.labels, index);
  const stored = storedTable(table, new Set(index.keys()));
  const { columns } = tables[stored];
  const absent = Object.entries(columns)
    .filter(([name, column]) => column.required && !index.has(name))
    .map(([name]) => name)
    .filter((name) => !(name === "student_id" && (index.has("upn") || index.has("uln"))))
    .filter((name) => !(["surname", "forename"].includes(name) && index.has("name_combined")));
  if (absent.length > 0) {
    file.refuse({
      column: absent[0]!,
      code: "missing-label",
      message: missingColumns(file, table, `The ${tables[stored].label} file`, absent, index.size),
    });
    return null;
  }
  const readRow = rowReader(index, columns, to, file.source);
  const date = index.get("review_date");
  const isName = to.resolver?.students.isName ?? (() => true);
  const telling =
    date === undefined ? null : tellingColumns(programme, file, heading, index, [], { column: date }, isName);
  return {
    isDated: Object.values(columns).some(({ type, required }) => required && type === "date"),
    isOfStudent: studentTest(index, to),
    settle: () => telling?.settle(),
    read(record) {
      telling?.noteCells(record.first, record.cells);
      const row = readRow(record);
      if (row) deliver(to, { table: stored, row, record, column: null });
    },
    // Cells with a meaning of their own are asked for it one by one.
    plan: isGiven(file.source?.values)
      ? null
      : longPlan(stored, file, heading.labels.length, index, telling, to),
  };
}

export function warnRepeated(
  file: SourceFile,
  labels: readonly string[],
  repeated: ColumnMap["repeated"],
): void {
  for (const { at } of repeated) {
    const label = labels[at]!;
    file.warn(null, {
      column: label,
      code: "duplicate-label",
      message: `Another column already gives what "${label}" would; this one is not read. Choose one under "columns" in programme.json.`,
    });
  }
}

type Columns = (typeof tables)["students"]["columns"];

/** A column of dates, numbers or codes, and what the source says that its cells mean. */
interface TypedColumn {
  name: string;
  i: number;
  type: ColumnType;
  meant: (text: string) => string;
}

/** Numbers that join a row to its student where it has no identifier of the school's. */
const joins = ["upn", "uln"];

/** Required columns whose cell may still hold no value: the fact is then counted as missing, and is no error. */
export const mayBeMissing: ReadonlySet<string> = new Set(["grade", "mark", "answer"]);
function knownColumns(table: TableName): ReadonlySet<string> {
  const shapes = table === "attendance" ? (["attendance_marks", "attendance_totals"] as const) : [table];
  const names = shapes.flatMap((shape) => Object.keys(tables[shape].columns));
  const joins = names.includes("student_id") ? ["upn", "uln"] : [];
  return new Set([...names, ...joins, ...(table === "students" ? ["name_combined"] : [])]);
}

/** Reads the records of one file into rows; a record that cannot be read is quarantined, and null. */
function rowReader(
  index: ReadonlyMap<string, number>,
  columns: Columns,
  to: Destination,
  source: SourceSettings | null,
): (record: SourceRecord) => Record<string, Value> | null {
  const { missing } = to;
  const names = Object.keys(columns);
  const empty = Object.fromEntries(names.map((name): [string, Value] => [name, null]));
  const texts = [...joins, "name_combined", ...names.filter((name) => columns[name]!.type === "text")];
  const typed = names.flatMap((name) => {
    const i = index.get(name);
    const { type } = columns[name]!;
    return type === "text" || i === undefined
      ? []
      : [{ name, i, type, meant: declaredReader(source?.values, name) }];
  });
  const required = names.filter((name) => columns[name]!.required && !mayBeMissing.has(name));
  const refusals = new CellRefusals(to);
  const isStudents = columns === tables.students.columns;
  const readTextsOf = textsReader(index, texts, to);
  return (record) => {
    const read = readTextsOf(record);
    if (!read) return null;
    const row: Record<string, Value> = Object.assign({ ...empty }, read);
    if (typeof row.name_combined === "string")
      Object.assign(row, { ...readCombinedName(row.name_combined), ...named(row) });
    delete row.name_combined;
    for (const column of typed) {
      const { name } = column;
      const value = readTyped(record, column, missing, refusals);
      if (value === undefined) return null;
      row[name] = value;
    }
    if (isStudents) row.student_id ??= row.upn ?? row.uln ?? null;
    return requireCells(record, row, required) ? row : null;
  };
}

/** Names that stand in columns of their own win over those of a combined one. */
function named({ surname, forename }: Record<string, Value>): Record<string, Value> {
  return { ...(surname ? { surname } : {}), ...(forename ? { forename } : {}) };
}

/** Reads a cell of a date, number, code; undefined where it cannot be read: the record is then quarantined. */
function readTyped(
  record: SourceRecord,
  { name, i, type, meant }: TypedColumn,
  missing: MissingTokens,
  refusals: CellRefusals,
): Value | undefined {
  const text = record.cells[i]!;
  const { file } = record;
  const note = (value: Value) => {
    if (type === "yes_no") file.yesNo.note(name, text, value, record.first);
    return value;
  };
  if (text === "") return note(null);
  const value = readCell(file, meant(text), type);
  if (!isUnreadable(value)) {
    if (type === "date") warnOfSerialDays(file, name, text);
    return note(value);
  }
  if (missing.has(text, file.source, name)) return note(null);
  if (type === "date") file.monthFirst.refused(name, text, record.first);
  file.quarantine(record, {
    column: file.headers.get(name) ?? name,
    code: typeof type === "string" ? "type-error" : "constraint-error",
    message: refusals.message(file, name, type, text, value),
    value: name === "date_of_birth" ? null : shownValue(type, text),
  });
  return undefined;
}

/**
 * Dates that Excel left as numbers of days are read, and a column of them is named once. Those that could be read month
 * first too are remembered.
 */
export function warnOfSerialDays(file: SourceFile, column: string, text: string): void {
  file.monthFirst.read(column, text);
  if (serialDay(text) === null) return;
  const header = file.headers.get(column) ?? column;
  file.warnOnce(`serial days in ${header}`, {
    column: header,
    code: "type-error",
    message: serialDaysMessage,
    value: column === "date_of_birth" ? null : text,
  });
}

function requireCells(
  record: SourceRecord,
  row: Record<string, Value>,
  required: readonly string[],
): boolean {
  for (const name of required) {
    if (row[name] !== null) continue;
    if (name === "year_group" && mayLackYear(record, row)) continue;
    if (name === "student_id" && (row.upn || row.uln)) continue;
    record.file.quarantine(record, {
      column: labelOf(record.file, name),
      code: "constraint-error",
      message: `The ${labelOf(record.file, name)} is empty, and this table needs it. Complete it in the export.`,
    });
    return false;
  }
  return true;
}

/**
 * MIS leave the year group of a leaver blank, and a Common Transfer File has none: a leaver stays a student, and the
 * transfer file's pupil is looked for in the school's own list.
 */
function mayLackYear({ file, first }: SourceRecord, { left_on }: Record<string, Value>): boolean {
  if (file.isTransferFile) return true;
  if (left_on === null) return false;
  file.warn(first, {
    column: file.headers.get("year_group") ?? "year_group",
    code: "missing-cell",
    message:
      "This leaver has no year group, so no comparison by year counts the student. Add the last year group to the export if it is known.",
  });
  return true;
}

/** The header of a column that a line lacks; for a student's identifier, the one that the file has. */
function labelOf({ headers }: SourceFile, name: string): string {
  const names = name === "student_id" ? identityColumns : [name];
  return names.map((column) => headers.get(column)).find((label) => label !== undefined) ?? name;
}
