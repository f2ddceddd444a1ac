import { type ColumnType, type StoredTable, tables } from "../extract/tables.ts";
import { wordsOf } from "../extract/values/coded.ts";

const notes: Partial<Record<StoredTable, string>> = {
  attendance_marks: "One row a session. In `sources` its table is `attendance`.",
  attendance_totals: "One row a student and period. In `sources` its table is `attendance`.",
};

const kinds: Partial<Record<Extract<ColumnType, string>, string>> = {
  date: "date",
  number: "number",
  whole: "whole number",
  yes_no: "yes or no",
  year_group: "year group",
  sex: "sex",
  sen: "SEN provision",
};

/** docs/tables.md: every table with its columns, generated from the definitions that files are read by. */
export function tablesPage(): string {
  const lines = [
    "# Tables and columns",
    "",
    "Every table that can be read, with its canonical columns. Generated from `loaders/extract/tables.ts`. Headers of MIS are",
    "known by [docs/reading.md](reading.md); name any other under `columns` of a source. A marksheet gives reviews and predictions.",
    "",
    "Where a table has `student_id`, a `upn` or `uln` may stand in its place. Names never identify a student. The words that a",
    "column allows may be written with capitals, spaces or hyphens; what a file writes for them instead is declared under",
    '`values` of its source: `"values": {"status": {"missed": "missed_by_student"}}`.',
    ...(Object.keys(tables) as StoredTable[]).flatMap(section),
  ];
  return `${lines.join("\n")}\n`;
}

function section(name: StoredTable): string[] {
  const note = notes[name];
  return [
    "",
    `## ${name}`,
    "",
    ...(note ? [note, ""] : []),
    "| column | needed | holds |",
    "|---|---|---|",
    ...Object.entries(tables[name].columns).map(
      ([column, { type, required }]) => `| \`${column}\` | ${required ? "yes" : ""} | ${holds(type)} |`,
    ),
  ];
}

function holds(type: ColumnType): string {
  const words = wordsOf(type);
  const kind = typeof type === "string" ? (kinds[type] ?? "text") : "one of";
  if (words === null || type === "yes_no") return kind;
  const listed = words.map((word) => (word.includes(" ") ? word : `\`${word}\``)).join(", ");
  return typeof type === "string" ? `${kind}: ${listed}` : `${kind} ${listed}`;
}
