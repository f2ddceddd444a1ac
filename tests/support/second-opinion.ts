import { parse } from "csv-parse/sync";
import { readLines, readTokens } from "./text.ts";

/**
 * The cells of a delimited text in UTF-8 as the reader splits them, record by record, empty lines left out.
 * @returns null where a record is faulty or has not as many cells as the first.
 */
export function cellsOf(bytes: Uint8Array, delimiter: string): string[][] | null {
  if (readLines(bytes, "utf-8").encoding !== "utf-8") return null;
  const width = readTokens(bytes, delimiter)[0]?.cells?.length ?? 0;
  const rows: string[][] = [];
  for (const { cells } of readTokens(bytes, delimiter, width)) {
    if (!cells) return null;
    if (cells.length === 1 && cells[0] === "") continue;
    if (cells.length !== width) return null;
    rows.push(cells);
  }
  return rows;
}

/** The same as csv-parse splits them, an independent reading; null where it finds a fault. */
export function otherCellsOf(bytes: Uint8Array, delimiter: string): string[][] | null {
  try {
    const rows: string[][] = parse(Buffer.from(bytes), {
      bom: true,
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      skip_empty_lines: true,
    });
    const whole = rows.filter((row) => row.length > 1 || row[0] !== "");
    return whole.map((row) => row.map((cell) => cell.replace(/\r\n?/g, "\n")));
  } catch {
    return null;
  }
}
