import { isKeyColumn } from "./key-texts.ts";
import type { Destination } from "./record-reader.ts";
import type { SourceFile, SourceRecord } from "./source-file.ts";
import { textProblem } from "./values/text-problem.ts";

/** A text as it is kept: null for none, or the sentence that says why it cannot stand there. */
export type ReadText = { text: string | null } | { problem: string };

/**
 * Reads a cell of an identifier, name or other text: composed (NFC), with nothing taken out.
 * @param column Canonical column name.
 * @param to What the cell is checked against; of key columns nothing while the students themselves are read.
 */
export function readText(
  column: string,
  cell: string,
  file: SourceFile,
  { missing, resolver }: Pick<Destination, "missing" | "resolver">,
): ReadText {
  if (cell === "") return { text: null };
  if ((column === "upn" || column === "uln") && missing.has(cell, file.source, column)) return { text: null };
  const problem = textProblem(column, cell);
  if (problem !== null) return { problem };
  const text = cell.normalize("NFC");
  return resolver !== null && isKeyColumn(column) ? resolver.keys.read(file, column, text) : { text };
}

/**
 * Reads the texts of records; one that cannot stand in its column quarantines its record, which then is null.
 * @param index The cell of each canonical column.
 */
export function textsReader(
  index: ReadonlyMap<string, number>,
  columns: readonly string[],
  to: Pick<Destination, "missing" | "resolver">,
): (record: SourceRecord) => Record<string, string | null> | null {
  const read = columns.flatMap((column) => {
    const i = index.get(column);
    return i === undefined ? [] : [{ column, i }];
  });
  return (record) => {
    const { file, cells } = record;
    const row: Record<string, string | null> = {};
    for (const { column, i } of read) {
      const found = readText(column, cells[i]!, file, to);
      if ("problem" in found) {
        file.quarantine(record, {
          column: file.headers.get(column) ?? column,
          code: "constraint-error",
          message: found.problem,
        });
        return null;
      }
      row[column] = found.text;
    }
    return row;
  };
}
