import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extract } from "../../../../loaders/extract/extract.ts";
import type { StoredTable } from "../../../../loaders/extract/tables.ts";
import { loadSettings } from "../../../../loaders/programme/load-settings.ts";
import { minimalSettings } from "../../../support/programme-folder.ts";
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

function readingOf(document: Document, read: ReturnType<typeof extract>): Reading {
  const file = read.files.find(({ name }) => name === document.name)!;
  const tables = (Object.keys(read.facts) as StoredTable[]).filter(
    (table) => table !== "students" || !document.companions["students.csv"],
  );
  const facts = tables.flatMap((table) =>
    read.facts[table].map(({ row, column }): Row => {
      const names = compared[table] ?? Object.keys(row);
      const values = Object.fromEntries(
        names.map((name) => [name, row[name] == null ? null : String(row[name])]),
      );
      return { table, column, values };
    }),
  );
  return {
    facts,
    lines: file.lines.map(({ start, end, number }) => ({ start, end, fate: file.fateOf(number)! })),
    problems: file.problems.map(({ line, column, code, severity }) => ({ line, column, code, severity })),
    unmappedColumns: file.unmappedColumns,
    quarantined: file.quarantinedBytes(),
  };
}
