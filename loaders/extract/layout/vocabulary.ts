import type { Programme } from "../../programme/load-settings.ts";
import { type SourceSettings, tableNames } from "../../programme/schema.ts";
import { type AspectFinder, aspectFinder } from "../aspects.ts";
import { columnTest, headerKey, identityColumns, isSessionHeader, mapColumns } from "../columns.ts";
import { tableOfName } from "../recognise.ts";
import { columnsOf, studentColumns } from "../tables.ts";
import { readDate, readNumber } from "../values.ts";

/** What is known about a file before it is read. */
export interface FileContext {
  programme: Programme;
  source: SourceSettings | null;
  /** Path inside the programme folder, with forward slashes. */
  fileName: string;
  /** The sheet of a workbook; without it, the file is one table. */
  sheet?: string | null;
}

/** The words that headers of a file may be made of. */
export interface Vocabulary {
  /** Columns that the tables this file may be have. */
  columns: ReadonlySet<string>;
  source: SourceSettings | null;
  finder: AspectFinder;
  /** Whether a cell is a known header by itself: of a column, a session or an aspect. */
  knows(cell: string): boolean;
}

/** The words of the file's table where its source or its name says which, else of every table. */
export function vocabularyOf({ programme, source, fileName }: FileContext): Vocabulary {
  const table = source?.table ?? tableOfName(fileName);
  const stored = table === null ? [...tableNames] : [table];
  const columns = new Set<string>(stored.flatMap((name) => [...columnsOf(name)]));
  if (["reviews", "predictions"].includes(table ?? "")) {
    for (const column of columnsOf("marksheet")) columns.add(column);
  }
  if (columns.has("student_id") || table === "students")
    for (const column of studentColumns) columns.add(column);
  const finder = aspectFinder(programme, source);
  const isColumn = columnTest(columns, source);
  const knows = (cell: string) => isColumn(cell) || isSessionHeader(cell) || finder.whole(cell) !== null;
  return { columns, source, finder, knows };
}

/** What of a row's cells are words of headers. Counts of cells, but columns are counted once each. */
export interface RowWords {
  columns: number;
  identity: boolean;
  sessions: number;
  /** Headers of a subject and an aspect, doubtful ones too; and aspects alone where the row has a subject column. */
  aspects: number;
  /** Numbers, dates and UPNs, which no header is. */
  values: number;
  filled: number;
}

/** Looks at a row as if it were a header. */
export function wordsOf(cells: readonly string[], { columns, source, finder }: Vocabulary): RowWords {
  const { index, rest } = mapColumns(cells, columns, source);
  const others = rest.map((i) => cells[i]!.trim()).filter((cell) => cell !== "");
  const hasSubject = index.has("subject");
  const aspects =
    index.size === 0
      ? 0
      : finder.judgeAll(others).filter((found, i) => found ?? (hasSubject && finder.whole(others[i]!)))
          .length;
  return {
    columns: index.size,
    identity: identityColumns.some((column) => index.has(column)),
    sessions: others.filter(isSessionHeader).length,
    aspects,
    values: others.filter(isValue).length,
    filled: cells.filter((cell) => cell.trim() !== "").length,
  };
}

function isValue(cell: string): boolean {
  return readNumber(cell) !== null || readDate(cell, "d/m/yy") !== null || /^[A-Z]\d{11}[0-9A-Z]$/.test(cell);
}

/**
 * What a row says as a header, whatever words it uses: canonical columns, and the other headers with case and spaces
 * left out.
 */
export function meaningOf(cells: readonly string[], { columns, source }: Vocabulary): string {
  const { index } = mapColumns(cells, columns, source);
  const named = new Map([...index].map(([column, i]) => [i, column]));
  return cells.map((cell, i) => named.get(i) ?? headerKey(cell)).join("\u001f");
}
