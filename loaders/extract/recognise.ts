import picomatch from "picomatch";
import { type SourceSettings, type TableName, tableNames } from "../programme/schema.ts";
import { fold, mapColumns } from "./columns.ts";
import type { FileTable } from "./source-file.ts";
import { type StoredTable, tables } from "./tables.ts";

/** The source of programme.json whose `files` match this path, and `sheet` this sheet of a workbook; the first one wins. */
export function sourceOf(
  sources: readonly SourceSettings[],
  path: string,
  sheet: string | null = null,
): SourceSettings | null {
  return (
    sources.find(
      (source) =>
        picomatch.isMatch(path, source.files, { nocase: true, dot: false }) &&
        (source.sheet === undefined || (sheet !== null && fold(source.sheet) === fold(sheet))),
    ) ?? null
  );
}

/** The table a file's name gives away: students.csv, attendance-2012-09-03.csv, Meetings Autumn.csv. */
export function tableOfName(path: string): TableName | null {
  const stem = fold(
    path
      .split("/")
      .at(-1)!
      .replace(/\.[^.]*$/, ""),
  );
  return tableNames.find((name) => stem === name || new RegExp(`^${name}[ .-]`).test(stem)) ?? null;
}

/**
 * The table whose required columns a header holds, apart from the student's identity. Of several the one that requires
 * all the others' columns too; null where there is none.
 */
export function tableOfHeader(headers: readonly string[]): FileTable | null {
  const fits = (Object.keys(tables) as StoredTable[]).filter((name) => {
    const columns = Object.entries(tables[name].columns);
    const known = new Set([...columns.map(([column]) => column), "upn", "uln", "name_combined"]);
    const { index } = mapColumns(headers, known, null);
    return columns.every(([column, definition]) => {
      if (!definition.required || index.has(column)) return true;
      if (column === "student_id") return index.has("upn") || index.has("uln");
      return name === "students" && ["surname", "forename"].includes(column) && index.has("name_combined");
    });
  });
  const requires = (name: StoredTable, column: string) => tables[name].columns[column]?.required === true;
  const includes = (name: StoredTable, other: StoredTable) =>
    Object.keys(tables[other].columns).every((column) => !requires(other, column) || requires(name, column));
  const best = fits.find((name) => fits.every((other) => includes(name, other))) ?? null;
  return best === "attendance_marks" || best === "attendance_totals" ? "attendance" : best;
}
