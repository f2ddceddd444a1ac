import type { SourceRecord } from "./source-file.ts";
import type { MissingTokens } from "./values/missing-tokens.ts";
import { textProblem } from "./values/text-problem.ts";

/** A text as it is kept: null for none, or the sentence that says why it cannot stand there. */
export type ReadText = { text: string | null } | { problem: string };

/**
 * Reads a cell of an identifier, name or other text: composed (NFC), with nothing taken out.
 * @param column Canonical column name.
 * @param isMissing Whether the cell is a missing token of its column, where the column takes such.
 */
export function readText(column: string, cell: string, isMissing: (cell: string) => boolean): ReadText {
  if (cell === "") return { text: null };
  if ((column === "upn" || column === "uln") && isMissing(cell)) return { text: null };
  const problem = textProblem(column, cell);
  return problem === null ? { text: cell.normalize("NFC") } : { problem };
}

/**
 * Reads the texts of a record; one that cannot stand in its column quarantines the record.
 * @param index The cell of each canonical column.
 * @returns null where the record was quarantined.
 */
export function readTexts(
  record: SourceRecord,
  index: ReadonlyMap<string, number>,
  columns: readonly string[],
  missing: MissingTokens,
): Record<string, string | null> | null {
  const { file } = record;
  const row: Record<string, string | null> = {};
  for (const column of columns) {
    const i = index.get(column);
    if (i === undefined) continue;
    const read = readText(column, record.cells[i]!, (cell) => missing.has(cell, file.source, column));
    if ("problem" in read) {
      quarantineText(record, column, read.problem);
      return null;
    }
    row[column] = read.text;
  }
  return row;
}

export function quarantineText(record: SourceRecord, column: string, message: string): void {
  record.file.quarantine(record, {
    column: record.file.headers.get(column) ?? column,
    code: "constraint-error",
    message,
  });
}
