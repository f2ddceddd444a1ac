import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Extract, extract } from "../../../../loaders/extract/extract.ts";
import type { Value } from "../../../../loaders/extract/read-value.ts";
import type { Fate, SourceFile } from "../../../../loaders/extract/source-file.ts";
import { type StoredTable, tables } from "../../../../loaders/extract/tables.ts";
import { loadSettings } from "../../../../loaders/programme/load-settings.ts";
import type { Span } from "../../../support/mutate.ts";
import { minimalSettings, rowsOf } from "../../../support/programme-folder.ts";
import { compared, type Document, type Row } from "./document.ts";
import type { Reading } from "./judge.ts";

/**
 * Makes a folder with a document's companions, and hands over a function that reads any bytes as the document's file
 * there; the folder is removed at the end.
 */
export function withDocument<T>(document: Document, use: (read: (bytes: Uint8Array) => Reading) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "mutations-"));
  try {
    for (const [name, text] of Object.entries(document.companions)) writeFileSync(join(folder, name), text);
    writeFileSync(
      join(folder, "programme.json"),
      JSON.stringify({ ...minimalSettings, ...document.settings }),
    );
    const programme = loadSettings(folder);
    return use((bytes) => {
      writeFileSync(join(folder, document.name), bytes);
      return readingOf(document, extract(programme));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readingOf(document: Document, read: Extract): Reading {
  const file = read.files.find(({ name }) => name === document.name)!;
  const facts = (Object.keys(tables) as StoredTable[])
    .filter((table) => table !== "students" || !document.companions["students.csv"])
    .flatMap((table) => rowsOf(read, table).map((row) => rowAs(table, row)));
  return {
    facts,
    lines: linesAndFates(file),
    problems: file.problems.map(({ line, column, code, severity }) => ({ line, column, code, severity })),
    unmappedColumns: file.unmappedColumns,
    quarantined: Buffer.concat(Array.from(file.quarantinedPieces(), (piece) => Buffer.from(piece))),
  };
}

function rowAs(table: StoredTable, row: Record<string, Value>): Row {
  const names = compared[table] ?? Object.keys(row);
  const values = names.map((name) => [name, row[name] == null ? null : String(row[name])]);
  return { table, column: null, values: Object.fromEntries(values) };
}

/** Each line's place in the file, by the bytes that the account gives for it, and what became of it. */
function linesAndFates(file: SourceFile): (Span & { fate: Fate })[] {
  const lines: (Span & { fate: Fate })[] = [];
  let start = 0;
  for (let number = 1; number <= file.lines.total(); number++) {
    const end = [...file.lines.bytesOf(number, number)].reduce((sum, piece) => sum + piece.length, start);
    lines.push({ start, end, fate: file.fateOf(number)! });
    start = end;
  }
  return lines;
}
