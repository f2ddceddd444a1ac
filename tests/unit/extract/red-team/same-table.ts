import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractFolder } from "../../../../loaders/extract/extract.ts";
import { type StoredTable, tables } from "../../../../loaders/extract/tables.ts";
import { loadSettings } from "../../../../loaders/programme/load-settings.ts";
import type { ProgrammeInput } from "../../../../loaders/programme/schema.ts";
import { inProgrammeFolder, rowsOf } from "../../../support/programme-folder.ts";
import { workbookBytes } from "../../../support/write-workbook.ts";

type Cells = readonly (readonly string[])[];

/** A table as delimited text. */
export function delimited(cells: Cells, delimiter = ",", lineEnd = "\n", quoteAll = false): string {
  const cell = (text: string) =>
    quoteAll || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return cells.map((row) => row.map(cell).join(delimiter) + lineEnd).join("");
}

export function utf16(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, "utf16le");
}

/** One table as different programs export it: each name of a file's ending, with its bytes. */
export async function exportsOf(
  cells: Cells,
): Promise<Record<string, { ending: string; bytes: string | Uint8Array }>> {
  const bigEndian = utf16(delimited(cells));
  bigEndian.swap16();
  return {
    "every cell quoted": { ending: "csv", bytes: delimited(cells, ",", "\n", true) },
    semicolons: { ending: "csv", bytes: delimited(cells, ";") },
    "semicolons, quoted, CRLF": { ending: "csv", bytes: delimited(cells, ";", "\r\n", true) },
    tabs: { ending: "tsv", bytes: delimited(cells, "\t") },
    "vertical bars": { ending: "txt", bytes: delimited(cells, "|") },
    CRLF: { ending: "csv", bytes: delimited(cells, ",", "\r\n") },
    CR: { ending: "csv", bytes: delimited(cells, ",", "\r") },
    "no last line end": { ending: "csv", bytes: delimited(cells).replace(/\n$/, "") },
    "UTF-8 with a byte order mark": { ending: "csv", bytes: `\ufeff${delimited(cells)}` },
    "UTF-16, little end first": { ending: "csv", bytes: utf16(delimited(cells)) },
    "UTF-16, big end first": { ending: "csv", bytes: bigEndian },
    "UTF-16 without a mark": { ending: "csv", bytes: Buffer.from(delimited(cells), "utf16le") },
    "UTF-16 with tabs, as Excel's Unicode text": {
      ending: "txt",
      bytes: utf16(delimited(cells, "\t", "\r\n")),
    },
    workbook: { ending: "xlsx", bytes: await workbookBytes({ sheets: [{ name: "Export", rows: cells }] }) },
  };
}

/** What was read of a folder, in a form in which two files of the same table can be compared. */
export async function factsOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  settings: Partial<ProgrammeInput> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "red-team-"));
  try {
    inProgrammeFolder({ ...files }, settings, (made) => cpSync(made, folder, { recursive: true }));
    const read = await extractFolder(loadSettings(folder));
    const names = Object.keys(tables) as StoredTable[];
    return {
      rows: Object.fromEntries(names.map((name) => [name, rowsOf(read, name)])),
      counts: read.counts,
      problems: read.files.flatMap(({ problems }) =>
        problems.map(({ line, column, code, value, severity }) => ({ line, column, code, value, severity })),
      ),
      lines: read.files.map((file) => file.lineCounts()),
      messages: read.files.flatMap(({ problems }) => problems.map(({ message }) => message)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
