import { type Candidate, candidatesOf, isPaired, rivals, singleRow, twoRows } from "./header-candidates.ts";
import { doubtOf, pairDoubt } from "./header-doubts.ts";
import { add, say } from "./header-remedy.ts";
import { isBlankRow, isSepRow, type Row, usualWidth } from "./rows.ts";
import { lowerFirst } from "./snippet.ts";
import { type FileContext, type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** Where a file's header is and what it says. */
export interface Heading {
  /** Rows above the header. */
  preamble: number;
  headerRows: 1 | 2;
  /** One text a column: the header cell, or with two header rows the aspect. */
  labels: string[];
  /** With two header rows: the subject above each column, carried on over blanks; "" over the student's columns. */
  above: string[] | null;
  /** The one or two header rows as they stand in the file, trimmed. */
  cells: string[][];
  /** What led to it, to be shown: "row 5 holds the headers of 3 columns and 6 aspects". */
  why: string;
}

/**
 * Finds the header of a table among its first rows. `skipRows` and `headerRows` of the source settle it where they are
 * declared. Otherwise the header is the row, or the two rows, with the most known headers: columns by canonical name,
 * alias or the source's `columns`, aspects, sessions; numbers, dates and UPNs count against it, for no header is one.
 * A question comes back where no row has known headers, where two rows that say different things have as many, where
 * lines above it look like data, where aspects stand under no subject or twice under one, and where a third row
 * of headers stands above or below.
 * @param records The first records as cells, blank ones included, up to 200; null for one that cannot be read (a damaged
 * byte or quotation mark). `skipRows` counts these rows, so a title that runs over several lines must be given as one
 * row a line.
 */
export function findHeader(
  records: readonly (Row | null)[],
  context: FileContext,
): Heading | { question: string } {
  const broken = new Set(records.flatMap((row, i) => (row === null ? [i] : [])));
  const rows = records.map((row) => row ?? []);
  const found = search(rows, broken, context);
  const [first] = broken;
  if (!("question" in found) || first === undefined) return found;
  return {
    question: `Row ${first + 1} cannot be read: it holds a damaged byte or quotation mark. If it belongs to the header, correct it and export again. Otherwise: ${found.question}`,
  };
}

function search(
  rows: readonly Row[],
  broken: ReadonlySet<number>,
  context: FileContext,
): Heading | { question: string } {
  const vocabulary = vocabularyOf(context);
  const { skipRows, headerRows } = declared(context);
  if (skipRows !== undefined) return headerAt(rows, broken, skipRows, headerRows, vocabulary, context);

  const candidates = candidatesOf(rows, vocabulary, headerRows);
  const best = candidates[0];
  if (!best) return firstRow(rows, broken, vocabulary, context, headerRows);
  // A table above may be narrower, and its header score less; right above the header, it would have no records.
  const isHeader = (other: Candidate) =>
    other.score === best.score ||
    (other.first + other.rows < best.first && other.words.identity && other.score >= 2);
  const rival = candidates.find((other) => isHeader(other) && rivals(best, other, vocabulary));
  if (rival) {
    const [upper, lower] = [best, rival].sort((a, b) => a.first - b.first) as [Candidate, Candidate];
    return {
      question: `Rows ${upper.first + 1} and ${lower.first + 1} could both be the header. If each is the header of a table, put each table into a file of its own. If row ${best.first + 1} is the only header, ${lowerFirst(say(context, best))}`,
    };
  }
  const doubt = doubtOf(best, rows, broken, vocabulary, context);
  return doubt === null ? heading(best) : { question: doubt };
}

/** How many known headers the best candidate has, 0 without one: by this one reading of a file's rows beats another. */
export function headerStrength(rows: readonly Row[], context: FileContext): number {
  const [best] = candidatesOf(rows, vocabularyOf(context), declared(context).headerRows);
  return best?.score ?? 0;
}

function declared({ source }: FileContext): { skipRows: number | undefined; headerRows: 1 | 2 | undefined } {
  const settings: { skipRows?: number | undefined; headerRows?: 1 | 2 | undefined } | null = source;
  return { skipRows: settings?.skipRows, headerRows: settings?.headerRows };
}

function heading({ first, rows, labels, above, cells, words }: Candidate): Heading {
  const where = rows === 1 ? `row ${first + 1} holds` : `rows ${first + 1} and ${first + 2} hold`;
  const parts = [
    words.columns > 0 ? `${words.columns} known ${words.columns === 1 ? "column" : "columns"}` : "",
    words.aspects > 0 ? `${words.aspects} ${words.aspects === 1 ? "aspect" : "aspects"}` : "",
    words.sessions > 0 ? `${words.sessions} sessions` : "",
  ].filter((part) => part !== "");
  const last = parts.pop() ?? "the header that is declared";
  const why = `${where} ${parts.length > 0 ? `${parts.join(", ")} and ${last}` : last}`;
  return { preamble: first, headerRows: rows, labels, above, cells, why };
}

/** The header at the place the source declares: the first row from there that is not blank. */
function headerAt(
  rows: readonly Row[],
  broken: ReadonlySet<number>,
  skipRows: number,
  headerRows: 1 | 2 | undefined,
  vocabulary: Vocabulary,
  context: FileContext,
): Heading | { question: string } {
  const first = startOf(rows, broken, skipRows);
  const correct = "Correct skipRows and headerRows of its source in programme.json.";
  const isBroken = broken.has(first) || (headerRows === 2 && broken.has(first + 1));
  if (isBroken || first < 0 || (headerRows === 2 && first + 1 >= rows.length)) {
    return {
      question: `There is no header that can be read below the ${skipRows} rows that skipRows declares. ${correct}`,
    };
  }
  const single = singleRow(rows, first, vocabulary);
  const double = headerRows === 1 || !rows[first + 1] ? null : twoRows(rows, first, vocabulary);
  if (headerRows === 2 && !double) {
    return {
      question: `Rows ${first + 1} and ${first + 2} are declared to be the header, but they give one column two different names. ${correct}`,
    };
  }
  const isBetter = double !== null && isPaired(double) && double.score > single.score;
  if (!double || (headerRows !== 2 && !isBetter)) return heading(single);
  if (headerRows === 2 && double.pair?.doubt === "parted") return heading(double);
  const doubt = pairDoubt(double, context);
  return doubt === null ? heading(double) : { question: doubt };
}

/** The first row from there on that is neither blank nor the line with which Excel is told the delimiter; -1 without. */
function startOf(rows: readonly Row[], broken: ReadonlySet<number>, from: number): number {
  return rows.findIndex((row, i) => i >= from && (broken.has(i) || (!isBlankRow(row) && !isSepRow(row))));
}

/**
 * Without a row of two known headers: the first row that is not blank, where it has one and no value; the reader then
 * says which columns it lacks. Otherwise nobody can tell.
 */
function firstRow(
  rows: readonly Row[],
  broken: ReadonlySet<number>,
  vocabulary: Vocabulary,
  context: FileContext,
  headerRows: 1 | 2 | undefined,
): Heading | { question: string } {
  const first = startOf(rows, broken, 0);
  if (first < 0) return { question: "The file has no header line: it holds no text. Export it again." };
  const width = usualWidth(rows);
  const single = singleRow(rows, first, vocabulary);
  if (headerRows !== 2 && single.score === 1 && single.words.columns === 1 && single.labels.length === width)
    return heading(single);
  const likely = rows.findIndex((cells) => cells.length === width && !isBlankRow(cells));
  return {
    question: `No row looks like a header: none has two known column names. Say where it is, and which column is which. ${add(context, likely, { columns: { "<header in the file>": "student_id" } }, null)} ${leaveOut(context)}`,
  };
}

/** How to leave out what is no data: a file, or one sheet of a workbook. */
function leaveOut({ fileName, sheet }: FileContext): string {
  return sheet
    ? "If the sheet is no data, hide it in the workbook."
    : `If the file is no data, add to "ignoreFiles" in programme.json: ${JSON.stringify(fileName)}.`;
}
