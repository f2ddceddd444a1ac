import type { Programme } from "../programme/load-settings.ts";
import type { TableName } from "../programme/schema.ts";
import { longPlan } from "./bulk/long-plan.ts";
import { headersOf, identityColumns, mapColumns } from "./columns.ts";
import type { Heading } from "./read-heading.ts";
import { isUnreadable, readValue, type Value } from "./read-value.ts";
import { type Destination, deliver, type RecordReader } from "./record-reader.ts";
import type { SourceFile, SourceRecord } from "./source-file.ts";
import { type ColumnType, storedTable, tables } from "./tables.ts";
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
  warnRepeated(file, repeated);
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
      message: `The ${tables[stored].label} file has no column for ${absent.join(", ")}. Name it in programme.json: {"table": "${table}", "files": "${file.name}", "columns": {"<header in the file>": "${absent[0]}"}}.`,
    });
    return null;
  }
  return {
    read(record) {
      const row = readRow(programme, record, index, columns, heading.labels);
      if (row) deliver(to, { table: stored, row, record, column: null });
    },
    plan: longPlan(stored, file, heading.labels.length, index, to),
  };
}

export function warnRepeated(file: SourceFile, repeated: readonly string[]): void {
  for (const label of repeated) {
    file.warn(null, {
      column: label,
      code: "duplicate-label",
      message: `Another column already gives what "${label}" would; this one is not read. Choose one under "columns" in programme.json.`,
    });
  }
}

/** Required columns whose cell may still hold no value: the fact is then counted as missing, and is no error. */
export const mayBeMissing: ReadonlySet<string> = new Set(["grade", "mark", "answer"]);
function knownColumns(table: TableName): ReadonlySet<string> {
  const shapes = table === "attendance" ? (["attendance_marks", "attendance_totals"] as const) : [table];
  const names = shapes.flatMap((shape) => Object.keys(tables[shape].columns));
  const joins = names.includes("student_id") ? ["upn", "uln"] : [];
  return new Set([...names, ...joins, ...(table === "students" ? ["name_combined"] : [])]);
}

function readRow(
  programme: Programme,
  record: SourceRecord,
  index: ReadonlyMap<string, number>,
  columns: (typeof tables)["students"]["columns"],
  labels: readonly string[],
): Record<string, Value> | null {
  const row: Record<string, Value> = {};
  for (const name of ["upn", "uln"]) {
    const i = index.get(name);
    if (i !== undefined) row[name] = record.cells[i]!.normalize("NFC") || null;
  }
  const combined = index.get("name_combined");
  if (combined !== undefined && record.cells[combined])
    Object.assign(row, readCombinedName(record.cells[combined]!));
  for (const [name, { type }] of Object.entries(columns)) {
    const i = index.get(name);
    if (i === undefined) {
      row[name] ??= null;
      continue;
    }
    const text = record.cells[i]!;
    let value = text === "" ? null : readValue(text, type, record.file.source?.dateFormat);
    if (isUnreadable(value) && programme.settings.missing.includes(text)) value = null;
    if (isUnreadable(value)) {
      record.file.quarantine(record, {
        column: labels[i]!,
        code: typeof type === "string" ? "type-error" : "constraint-error",
        message: `This cell is not ${value.expected}. Correct it in the export.`,
        value: mayBeShown(name, type) ? text : null,
      });
      return null;
    }
    row[name] = value ?? row[name] ?? null;
  }
  if (columns === tables.students.columns) row.student_id ??= row.upn ?? row.uln ?? null;
  return requireCells(record, row, columns) ? row : null;
}

function requireCells(
  record: SourceRecord,
  row: Record<string, Value>,
  columns: (typeof tables)["students"]["columns"],
): boolean {
  for (const [name, column] of Object.entries(columns)) {
    if (!column.required || row[name] !== null || mayBeMissing.has(name)) continue;
    if (name === "student_id" && (row.upn || row.uln)) continue;
    record.file.quarantine(record, {
      column: labelOf(record.file, name),
      code: "constraint-error",
      message: `The ${name} is empty, and this table needs it. Complete it in the export.`,
    });
    return false;
  }
  return true;
}

/** The header of a column that a line lacks; for a student's identifier, the one that the file has. */
function labelOf({ headers }: SourceFile, name: string): string {
  const names = name === "student_id" ? identityColumns : [name];
  return names.map((column) => headers.get(column)).find((label) => label !== undefined) ?? name;
}

/** Whether a cell of this column may stand in a message: not what could name a person. */
function mayBeShown(name: string, type: ColumnType): boolean {
  return type !== "text" && name !== "date_of_birth";
}
