import { views } from "../editions/views.ts";
import type { Extract } from "../extract/extract.ts";
import type { TableCounts } from "../extract/fact-store.ts";
import type { SourceFile } from "../extract/source-file.ts";
import type { ProgrammeSettings } from "../programme/schema.ts";
import { countKinds, few, groupProblems, type KindCount, type ProblemGroup } from "./group-problems.ts";
import { tableCounts } from "./table-counts.ts";
import { excerpt, visible } from "./visible.ts";

/** Physical lines by what became of them; they sum to the total. */
export interface LineCounts {
  total: number;
  accepted: number;
  quarantined: number;
  preamble: number;
  header: number;
  blank: number;
  footer: number;
}

/** The fates in the order in which sums are printed. */
export const fates = ["accepted", "quarantined", "preamble", "header", "blank", "footer"] as const;

/** What became of one export, in words and numbers. */
export interface FileAccount {
  path: string;
  /** The sheet of a workbook, else null. */
  sheet: string | null;
  /** What the file holds: "marksheet", "students", "not recognised". */
  table: string;
  /** Null for what has none: a workbook, a file that could not be opened. */
  encoding: string | null;
  /** Null where the file could not be read that far, or has no such thing. */
  layout: "long" | "wide" | null;
  delimiter: string | null;
  lines: LineCounts;
  /** Nothing of the file was used. */
  refused: boolean;
  /** Cells left out of lines that were accepted. */
  lostCells: number;
  errors: number;
  warnings: number;
  kinds: KindCount[];
  /** The first of its problems, grouped, and how many entries there are. */
  problems: { first: ProblemGroup[]; total: number };
}

/** What a load read, kept and refused: the account that `check` prints and the page Data quality shows. Plain data. */
export interface LoadAccount {
  files: FileAccount[];
  totals: {
    files: number;
    refusedFiles: number;
    lines: LineCounts;
    lostCells: number;
    errors: number;
    warnings: number;
    unmapped: number;
  };
  /** Facts kept by table, with what was collapsed, missing or not mapped. */
  tables: (TableCounts & { table: string })[];
  /** Columns that are not used, a sentence for the files that have the same ones. */
  unusedColumns: string[];
  /** Views that are off, and the sentence that says what would switch each on. */
  viewsOff: { view: string; needs: string; sentence: string }[];
  /** What of the folder was not read at all, as sentences. */
  notices: string[];
}

/** Every file shows its first problem; so many of a file are shown, and fewer where many files have some. */
const problemsShown = { ofAFile: 10, inAll: 200 };
const columnsShown = 12;
const sentencesShown = 50;
const longestPath = 200;

const digits = (n: number): string => n.toLocaleString("en-GB");

/** The account of a load, for people. Texts of the exports are made visible and cut to a length that can be read. */
export function loadAccount(extract: Extract, settings: ProgrammeSettings): LoadAccount {
  const files = fileAccounts(extract.files);
  const tables = Object.entries(tableCounts(extract)).map(([table, counts]) => ({ table, ...counts }));
  const sum = (count: (file: FileAccount) => number) => files.reduce((total, file) => total + count(file), 0);
  return {
    files,
    totals: {
      files: files.length,
      refusedFiles: sum((file) => Number(file.refused)),
      lines: sumLines(files),
      lostCells: sum((file) => file.lostCells),
      errors: sum((file) => file.errors),
      warnings: sum((file) => file.warnings),
      unmapped: tables.reduce((total, { unmapped }) => total + unmapped, 0),
    },
    tables,
    unusedColumns: unusedColumns(extract.files),
    viewsOff: views(extract, settings)
      .filter((view) => !view.available)
      .map(({ view, needs, sentence }) => ({ view, needs, sentence })),
    notices: firstOf(extract.notices.map(visible)),
  };
}

/** "exports/a.csv and exports/b.csv: column not used: House." */
function unusedColumns(files: readonly SourceFile[]): string[] {
  const filesBy = new Map<string, string[]>();
  for (const file of files) {
    const labels = unusedLabels(file);
    if (labels.length === 0) continue;
    const shown = labels.slice(0, columnsShown).map((label) => excerpt(label, 60));
    const more = labels.length - shown.length;
    const noun = labels.length === 1 ? "column" : "columns";
    const text = `${noun} not used: ${shown.join(", ")}${more > 0 ? ` and ${digits(more)} more` : ""}.`;
    const name = fileName(excerpt(file.name, longestPath), file.sheet);
    filesBy.set(text, [...(filesBy.get(text) ?? []), name]);
  }
  return firstOf([...filesBy].map(([text, names]) => `${few(names)}: ${text}`));
}

/** The first of many sentences, and one that says how many more there are. */
function firstOf(sentences: readonly string[]): string[] {
  const more = sentences.length - sentencesShown;
  if (more <= 0) return [...sentences];
  return [...sentences.slice(0, sentencesShown), `Not shown here: ${digits(more)} more. See check --json.`];
}

/** The headers of columns that are not used; none of a refused file, whose first line may be a student's and no header. */
export function unusedLabels(file: SourceFile): readonly string[] {
  return isRefused(file) ? [] : file.unmappedColumns;
}

function isRefused({ problems }: SourceFile): boolean {
  return problems.some(({ line, severity }) => line === null && severity === "error");
}

/** A file, or a sheet of a workbook, as it is named to people. */
export function fileName(path: string, sheet: string | null): string {
  return sheet === null ? path : `${path}, sheet ${sheet}`;
}

/** The lines of several files by fate. */
export function sumLines(files: readonly Pick<FileAccount, "lines">[]): LineCounts {
  const sum: LineCounts = {
    total: 0,
    accepted: 0,
    quarantined: 0,
    preamble: 0,
    header: 0,
    blank: 0,
    footer: 0,
  };
  for (const { lines } of files) for (const key of ["total", ...fates] as const) sum[key] += lines[key];
  return sum;
}

/** The account of each file; a workbook's sheets are a file each. */
export function fileAccounts(files: readonly SourceFile[]): FileAccount[] {
  const withProblems = files.filter(({ problems }) => problems.length > 0).length;
  const share = Math.floor(problemsShown.inAll / Math.max(1, withProblems));
  const shown = Math.max(1, Math.min(problemsShown.ofAFile, share));
  return files.map((file) => fileAccount(file, shown));
}

function fileAccount(file: SourceFile, shown: number): FileAccount {
  const { problems } = file;
  const errors = problems.filter(({ severity }) => severity === "error");
  const groups = groupProblems(problems);
  const { total, accepted, quarantined, preamble, header, blank, footer } = file.lineCounts();
  const sheet = file.sheet;
  return {
    path: excerpt(file.name, longestPath),
    sheet: sheet === null ? null : excerpt(sheet, longestPath),
    table: file.table ?? "not recognised",
    encoding: file.encoding && (encodings[file.encoding] ?? file.encoding),
    layout: file.table === null ? null : file.layout,
    delimiter:
      file.table === null || file.delimiter === null
        ? null
        : (delimiters[file.delimiter] ?? visible(file.delimiter)),
    lines: { total, accepted, quarantined, preamble, header, blank, footer },
    refused: isRefused(file),
    lostCells:
      errors.filter(({ line }) => line !== null && file.fateOf(line) !== "quarantined").length +
      file.unlistedCells,
    errors: errors.length + file.unlistedErrors,
    warnings: problems.length - errors.length + file.unlistedWarnings,
    kinds: countKinds(problems),
    problems: { first: groups.slice(0, shown), total: groups.length },
  };
}

const encodings: Record<string, string> = {
  "utf-8": "UTF-8",
  "windows-1252": "Windows-1252",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16, high byte first",
};

const delimiters: Record<string, string> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "vertical bar",
};
