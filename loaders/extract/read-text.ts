import type { SourceSettings } from "../programme/schema.ts";
import type { SourceRecord } from "./source-file.ts";
import type { MissingTokens } from "./values/missing-tokens.ts";
import { textProblem } from "./values/text-problem.ts";

/** A text as it is kept: null for none, or the sentence that says why it cannot stand there. */
export type ReadText = { text: string | null } | { problem: string };

/**
 * Reads a cell of an identifier, name or other text: composed (NFC), with nothing taken out.
 * @param column Canonical column name.
 * @param missing Tells whether the cell is a missing token of its column, where the column takes such.
 */
export function readText(
  column: string,
  cell: string,
  missing: MissingTokens,
  source: SourceSettings | null,
): ReadText {
  if (cell === "") return { text: null };
  if ((column === "upn" || column === "uln") && missing.has(cell, source, column)) return { text: null };
  const problem = textProblem(column, cell);
  return problem === null ? { text: cell.normalize("NFC") } : { problem };
}

/**
 * Reads the texts of records; one that cannot stand in its column quarantines its record, which then is null.
 * @param index The cell of each canonical column.
 */
export function textsReader(
  index: ReadonlyMap<string, number>,
  columns: readonly string[],
  missing: MissingTokens,
): (record: SourceRecord) => Record<string, string | null> | null {
  const read = columns.flatMap((column) => {
    const i = index.get(column);
    return i === undefined ? [] : [{ column, i }];
  });
  return (record) => {
    const { file, cells } = record;
    const row: Record<string, string | null> = {};
    for (const { column, i } of read) {
      const found = readText(column, cells[i]!, missing, file.source);
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
