import { type StoredTable, tables } from "../extract/tables.ts";
import { templateRows } from "./template-rows.ts";

/**
 * The export files of data/templates: file name -> its header line and two example rows, one file a table of the contract;
 * attendance has one for each of its two kinds.
 * @param settings Of the programme.json beside them, which the examples are to agree with.
 */
export function templateFiles(settings: { asOf: string; academicYear: string }): Map<string, string> {
  const rows = templateRows(settings.asOf, settings.academicYear);
  return new Map(
    (Object.keys(tables) as StoredTable[]).map((name) => {
      const columns = Object.keys(tables[name].columns);
      const lines = rows[name].map((row) => columns.map((column) => quoted(row[column] ?? "")).join(","));
      return [`${name.replace("_", "-")}.csv`, `${[columns.join(","), ...lines].join("\n")}\n`];
    }),
  );
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
