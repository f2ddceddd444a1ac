import { type StoredTable, tables } from "../extract/tables.ts";

/** Blank export files of data/templates: file name -> its header line, one file a table of the contract. */
export function templateFiles(): Map<string, string> {
  const shapes = (Object.keys(tables) as StoredTable[]).filter((name) => name !== "attendance_marks");
  return new Map(
    shapes.map((name) => [`${tables[name].label}.csv`, `${Object.keys(tables[name].columns).join(",")}\n`]),
  );
}
