import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isBulkTable } from "../../loaders/extract/bulk/fact-columns.ts";
import { type Extract, extract, extractFolder } from "../../loaders/extract/extract.ts";
import type { Fact } from "../../loaders/extract/fact.ts";
import type { Problem } from "../../loaders/extract/problem.ts";
import type { SourceFile } from "../../loaders/extract/source-file.ts";
import type { StoredTable } from "../../loaders/extract/tables.ts";
import { loadSettings } from "../../loaders/programme/load-settings.ts";
import type { ProgrammeInput } from "../../loaders/programme/schema.ts";

export const minimalSettings: ProgrammeInput = {
  name: "Assertive mentoring",
  institution: "Example College",
  phase: "post-16",
  academicYear: "2010-11",
  asOf: "2011-06-24",
  scales: [{ id: "review5", label: "Review grade", bestFirst: ["5", "4", "3", "2", "1"] }],
  criteria: [
    { id: "focus", label: "Focus", scale: "review5" },
    { id: "effort", label: "Effort", scale: "review5" },
  ],
  qualifications: [{ match: "*", scale: "alevel" }],
};

/** Files every folder has unless a test gives its own; null leaves one out. */
const minimalFiles: Files = {
  "students.csv":
    "student_id,surname,forename,year_group,upn\nA1,Smith,Ann,12,L823432120001\nA2,Jones,Bob,12,A823432120002\nA3,Patel,Cyd,12,\n",
};

type Files = Record<string, string | Uint8Array | null>;

interface ReadFolder extends Omit<Extract, "rows"> {
  /** The one file of that name. */
  file(name: string): SourceFile;
  /** Its problems. */
  problems(name: string): readonly Problem[];
  /** Its quarantined bytes, in pieces. */
  quarantined(name: string): readonly Uint8Array[];
  /** The rows that were kept, without what cannot be compared. */
  rows(table: StoredTable): Fact["row"][];
}

/** Writes a programme folder into a new temporary folder, for the time of a test. */
export function inProgrammeFolder<T>(
  files: Files,
  settings: Partial<ProgrammeInput>,
  use: (folder: string) => T,
): T {
  const folder = writeProgrammeFolder(files, settings);
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeProgrammeFolder(files: Files, settings: Partial<ProgrammeInput>): string {
  const folder = mkdtempSync(join(tmpdir(), "programme-"));
  const json = JSON.stringify({ ...minimalSettings, ...settings });
  for (const [name, content] of Object.entries({ ...minimalFiles, "programme.json": json, ...files })) {
    if (content === null) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/**
 * Reads the exports of a folder with these files, and makes sure that every line of every file was accounted for.
 * @param prepare Does to the folder what writing files cannot: links, permissions.
 */
export function readFolder(
  files: Files,
  settings: Partial<ProgrammeInput> = {},
  prepare: (folder: string) => void = () => {},
): ReadFolder {
  return inProgrammeFolder(files, settings, (folder) => {
    prepare(folder);
    return withHelpers(extract(loadSettings(folder)));
  });
}

/** As readFolder, where some of the files are workbooks. */
export async function readWorkbookFolder(
  files: Files,
  settings: Partial<ProgrammeInput> = {},
): Promise<ReadFolder> {
  const folder = writeProgrammeFolder(files, settings);
  try {
    return withHelpers(await extractFolder(loadSettings(folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param read Of a folder that is still there. */
function withHelpers(read: Extract): ReadFolder {
  read.files.forEach(assertAccounted);
  const file = (name: string): SourceFile => {
    const found = read.files.find((candidate) => candidate.place === name);
    if (!found)
      throw new Error(`${name} was not read; there are ${read.files.map((f) => f.place).join(", ")}.`);
    return found;
  };
  const quarantined = new Map(
    read.files.map((kept) => [kept, Array.from(kept.quarantinedPieces(), (piece) => Buffer.from(piece))]),
  );
  return {
    ...read,
    file,
    quarantined: (name) => quarantined.get(file(name))!,
    problems: (name) => file(name).problems,
    rows: (table) => rowsOf(read, table),
  };
}

/** The rows of a table that were kept, whichever way it is kept. */
export function rowsOf(
  { rows, columns }: Pick<Extract, "rows" | "columns">,
  table: StoredTable,
): Fact["row"][] {
  if (!isBulkTable(table)) return rows[table].map(({ row }) => row);
  return Array.from({ length: columns[table].size }, (_, i) => columns[table].rowOf(i));
}

/** Every line has one fate, and the lines tile the file byte for byte. */
export function assertAccounted(file: SourceFile): void {
  const { total, ...fates } = file.lineCounts();
  const sum = Object.values(fates).reduce((a, b) => a + b, 0);
  if (sum !== total) throw new Error(`${file.name}: the fates sum to ${sum}, not ${total}.`);
  const bytes = [...file.lines.bytesOf(1, total)].reduce((sum, piece) => sum + piece.length, 0);
  if (file.sheet === null && bytes !== file.size)
    throw new Error(`${file.name}: the lines hold ${bytes} of ${file.size} bytes.`);
}
