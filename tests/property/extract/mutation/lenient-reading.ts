import { parse } from "csv-parse/sync";
import { linesOf } from "../../../support/mutate.ts";
import type { Document } from "./document.ts";
import type { Reading } from "./judge.ts";

/**
 * How a general CSV reader in its forgiving mode reads a document: stray quotation marks are text, short rows are filled
 * up, long ones cut, bad bytes replaced. It accepts every line and reads the cells as the naive reading does.
 */
export function lenientReading({ parts, labels, ...document }: Document, bytes: Buffer): Reading {
  const above = parts.findIndex(({ fate }) => fate === "header");
  const below = parts.filter(({ fate }) => fate === "footer").length;
  const text = bytes.toString(document.encoding === "utf-8" ? "utf8" : "latin1");
  const rows: string[][] = parse(text, {
    bom: true,
    delimiter: document.delimiter,
    from_line: above + 1,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const body = rows.slice(1, rows.length - below).filter((row) => row.join() !== labels.join());
  const facts = body.flatMap((row) => {
    const read = document.read(labels.map((_, i) => (row[i] ?? "").replace(/\r\n?/g, "\n")));
    return read === "refused" ? [] : read.facts;
  });
  const fates = parts.flatMap((part) => part.text.split("\n").map(() => part.fate));
  const lines = linesOf(bytes).map((line, i) => ({ ...line, fate: fates[i] ?? "accepted" }));
  return { facts, lines, problems: [], unmappedColumns: [], quarantined: new Uint8Array() };
}
