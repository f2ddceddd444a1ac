import { tableNames } from "../../programme/schema.ts";
import { fold, mapColumns } from "../columns.ts";
import { tableOfName, tablesOfHeader } from "../recognise.ts";
import { studentColumns } from "../tables.ts";
import { sourceSnippet } from "./snippet.ts";
import { type PairedRows, pairRows } from "./two-rows.ts";
import {
  type FileContext,
  meaningOf,
  type RowWords,
  type Vocabulary,
  vocabularyOf,
  wordsOf,
} from "./vocabulary.ts";

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

/** A row, or a row and the one above it, taken as a header. */
interface Candidate {
  /** Index of the first of its rows. */
  first: number;
  rows: 1 | 2;
  labels: string[];
  above: string[] | null;
  cells: string[][];
  doubt?: PairedRows["doubt"];
  words: RowWords;
  score: number;
}

/** Rows looked through for a header, and cells: of a file with thousands of columns fewer rows. */
export const headerSample = 200;
const sampleCells = 100_000;

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
  records: readonly (readonly string[] | null)[],
  context: FileContext,
): Heading | { question: string } {
  const found = search(
    records.map((row) => row ?? []),
    context,
  );
  if (!("question" in found)) return found;
  const broken = records.indexOf(null);
  if (broken < 0) return found;
  return {
    question: `Row ${broken + 1} cannot be read: it holds a damaged byte or quotation mark. If it belongs to the header, correct it and export again. Otherwise: ${found.question}`,
  };
}

function search(rows: readonly (readonly string[])[], context: FileContext): Heading | { question: string } {
  const vocabulary = vocabularyOf(context);
  const { skipRows, headerRows } = declared(context);
  if (skipRows !== undefined) return headerAt(rows, skipRows, headerRows, vocabulary);

  const candidates = candidatesOf(rows, vocabulary, headerRows);
  const best = candidates[0];
  if (!best) return firstRow(rows, vocabulary, context, headerRows);
  const rival = candidates.find(
    (other) => other.score === best.score && !overlaps(best, other) && differs(best, other, vocabulary),
  );
  if (rival) {
    return {
      question: `Rows ${best.first + 1} and ${rival.first + 1} could both be the header. ${say(context, best)}`,
    };
  }
  const doubt = doubtOf(best, rows, vocabulary, context);
  return doubt === null ? heading(best) : { question: doubt };
}

/** How many known headers the best candidate has, 0 without one: by this one reading of a file's rows beats another. */
export function headerStrength(rows: readonly (readonly string[])[], context: FileContext): number {
  const [best] = candidatesOf(rows, vocabularyOf(context), declared(context).headerRows);
  return best?.score ?? 0;
}

function declared({ source }: FileContext): { skipRows: number | undefined; headerRows: 1 | 2 | undefined } {
  const settings: { skipRows?: number | undefined; headerRows?: 1 | 2 | undefined } | null = source;
  return { skipRows: settings?.skipRows, headerRows: settings?.headerRows };
}

function candidatesOf(
  rows: readonly (readonly string[])[],
  vocabulary: Vocabulary,
  headerRows: 1 | 2 | undefined,
): Candidate[] {
  const candidates: Candidate[] = [];
  let cells = 0;
  for (let i = 0; i < rows.length && i < headerSample && cells < sampleCells; i++) {
    const row = rows[i]!;
    cells += row.length;
    const isKnown = row.some(vocabulary.knows);
    if (headerRows !== 2 && isKnown) {
      const words = wordsOf(row, vocabulary);
      if (isHeaderLike(words))
        candidates.push({
          first: i,
          rows: 1,
          labels: trimmed(row),
          above: null,
          cells: [trimmed(row)],
          words,
          score: scoreOf(words),
        });
    }
    const next = rows[i + 1];
    const hasAspect = next?.some((cell) => vocabulary.finder.whole(cell) !== null);
    if (headerRows === 1 || !next || !hasAspect || isBlankRow(row)) continue;
    const pair = pairRows(row, next, vocabulary);
    if (pair && pair.aspects > 0 && pair.doubt !== "orphan") {
      const words = pairWords(pair, vocabulary);
      if (isHeaderLike(words))
        candidates.push({
          first: i,
          rows: 2,
          ...pair,
          cells: [trimmed(row), trimmed(next)],
          words,
          score: scoreOf(words),
        });
    }
  }
  return candidates.sort((a, b) => b.score - a.score || a.first - b.first);
}

function pairWords({ labels, above, aspects }: PairedRows, vocabulary: Vocabulary): RowWords {
  const words = wordsOf(
    labels.map((label, i) => (above[i] === "" ? label : "")),
    vocabulary,
  );
  return { ...words, aspects: words.aspects + aspects, filled: words.filled + aspects };
}

function scoreOf({ columns, aspects, sessions, values }: RowWords): number {
  return columns + aspects + sessions - 2 * values;
}

/** Two known headers or more; or one where it is all there is, a file of one column whose identifier is named. */
function isHeaderLike(words: RowWords): boolean {
  return (words.columns >= 1 && scoreOf(words) >= 2) || (words.identity && words.filled === 1);
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
  rows: readonly (readonly string[])[],
  skipRows: number,
  headerRows: 1 | 2 | undefined,
  vocabulary: Vocabulary,
): Heading | { question: string } {
  const first = rows.findIndex((row, i) => i >= skipRows && !isBlankRow(row) && !isSepRow(row));
  const row = rows[first];
  const next = rows[first + 1];
  if (!row || (headerRows === 2 && !next)) {
    return {
      question: `There is no header below the ${skipRows} rows that skipRows declares. Correct skipRows and headerRows of its source in programme.json.`,
    };
  }
  const pair = headerRows === 1 || !next ? null : pairRows(row, next, vocabulary);
  if (headerRows === 2 && !pair) {
    return {
      question: `Rows ${first + 1} and ${first + 2} are declared to be the header, but they give one column two different names. Correct skipRows and headerRows of its source in programme.json.`,
    };
  }
  const single: Candidate = {
    first,
    rows: 1,
    labels: trimmed(row),
    above: null,
    cells: [trimmed(row)],
    words: wordsOf(row, vocabulary),
    score: 0,
  };
  const double: Candidate | null = pair && {
    first,
    rows: 2,
    ...pair,
    cells: [trimmed(row), trimmed(next!)],
    words: pairWords(pair, vocabulary),
    score: 0,
  };
  if (!double) return heading(single);
  const better = double.doubt !== "orphan" && scoreOf(double.words) > scoreOf(single.words);
  if (headerRows !== 2 && !better) return heading(single);
  const doubt = pairDoubt(double);
  return doubt === null ? heading(double) : { question: doubt };
}

/**
 * Without a row of two known headers: the first row that is not blank, where it has one and no value; the reader then
 * says which columns it lacks. Otherwise nobody can tell.
 */
function firstRow(
  rows: readonly (readonly string[])[],
  vocabulary: Vocabulary,
  context: FileContext,
  headerRows: 1 | 2 | undefined,
): Heading | { question: string } {
  const first = rows.findIndex((row) => !isBlankRow(row) && !isSepRow(row));
  const row = rows[first];
  if (!row) return { question: "The file has no header line: it holds no text. Export it again." };
  const words = wordsOf(row, vocabulary);
  if (headerRows !== 2 && words.columns === 1 && words.values === 0 && row.length === usualWidth(rows))
    return heading({
      first,
      rows: 1,
      labels: trimmed(row),
      above: null,
      cells: [trimmed(row)],
      words,
      score: 1,
    });
  const width = usualWidth(rows);
  const likely = Math.max(
    0,
    rows.findIndex((cells) => cells.length === width && !isBlankRow(cells)),
  );
  return {
    question: `No row looks like a header: none has two known column names. Say where it is, and which column is which. ${add(context, likely, { columns: { "<header in the file>": "student_id" } }, null)}`,
  };
}

function doubtOf(
  best: Candidate,
  rows: readonly (readonly string[])[],
  vocabulary: Vocabulary,
  context: FileContext,
): string | null {
  const unpaired = pairDoubt(best);
  if (unpaired !== null) return unpaired;
  const full = rows
    .slice(0, best.first)
    .filter((row) => filled(row) >= 2 && filled(row) > best.labels.length / 2 && !isSepRow(row));
  const header = { labels: best.labels, above: best.above };
  const complete =
    best.words.identity &&
    (tablesOfHeader(context.programme, context.source, header).length > 0 || best.words.aspects > 0);
  if (full.length > (complete ? 1 : 0)) {
    return `Row ${best.first + 1} looks like the header, but ${full.length === 1 ? "a line" : `${full.length} lines`} above it may hold data. ${say(context, best)}`;
  }
  if (best.rows === 1 && !best.words.aspects && lonelyAspects(best, vocabulary)) {
    const above = { ...best, first: best.first - 1, rows: 2 as const };
    const remedy =
      best.first > 0
        ? `If the subjects stand in the row above, ${lower(say(context, above))} Otherwise write`
        : "Write";
    return `Row ${best.first + 1} looks like the header, but names aspects without a subject. ${remedy} the subject before each aspect, or in a row above the first of its aspects, and export again.`;
  }
  return thirdRow(best, rows, context);
}

/** Why it is not certain which subject an aspect of two header rows is under, or null. */
function pairDoubt({ above, labels, first, doubt }: Candidate): string | null {
  const mend = `Write each subject above the first of its aspects in row ${first + 1}, with as many cells as the row below, and export again.`;
  if (doubt === "uneven") {
    return `Rows ${first + 1} and ${first + 2} are the header, but they differ in the number of their cells, so the subjects may not stand above their own aspects. ${mend}`;
  }
  if (doubt !== "repeated") return null;
  const keys = labels.map((label, i) => `${fold(above![i]!)}\u001f${fold(label)}`);
  const twice = keys.findIndex((key, i) => above![i] !== "" && keys.indexOf(key) < i);
  return `The aspect "${labels[twice]}" stands twice under one subject, in columns ${keys.indexOf(keys[twice]!) + 1} and ${twice + 1}, so the name of another subject may be missing. ${mend}`;
}

/** Whether the same aspect alone is the header of two columns or more. */
function lonelyAspects({ labels }: Candidate, { finder }: Vocabulary): boolean {
  const alone = labels.filter((label) => finder.whole(label) !== null).map(fold);
  return new Set(alone).size < alone.length;
}

/** A row of units, classes or teachers above the subjects or under the aspects: neither subject nor data. */
function thirdRow(
  best: Candidate,
  rows: readonly (readonly string[])[],
  context: FileContext,
): string | null {
  const plain = best.labels.map((label, i) => (best.above?.[i] ? "" : label));
  const { index } = mapColumns(plain, new Set(studentColumns), context.source);
  const names = (row: readonly string[]) => [...index.values()].some((i) => (row[i]?.trim() ?? "") !== "");

  const over = rows[best.first - 1];
  const firstAspect = best.above?.findIndex((subject) => subject !== "") ?? -1;
  if (over && firstAspect >= 0 && (over[firstAspect]?.trim() ?? "") !== "" && !names(over)) {
    const two = `rows ${best.first + 1} and ${best.first + 2}`;
    return `Row ${best.first} stands above the subjects and aspects of ${two} as if it belonged to the header, and only two rows can be read. Remove it from the export. If ${two} are the header, ${lower(say(context, best))}`;
  }
  const isWide = best.words.aspects > 0 || best.words.sessions > 0;
  const isReport = mapColumns(plain, new Set(["criterion"]), context.source).index.size > 0;
  const under = rows.slice(best.first + best.rows).find((row) => !isBlankRow(row));
  if (isWide && !isReport && under && index.size >= 2 && !names(under))
    return `The line under the header (row ${best.first + best.rows + 1}) names no student. If it belongs to the header, remove it from the export. If the header is right as it is, ${lower(say(context, best))}`;
  return null;
}

/** What to add to programme.json so that this candidate is the header. */
function say(context: FileContext, best: Candidate): string {
  const table = tablesOfHeader(context.programme, context.source, best)[0] ?? null;
  return add(context, best.first, best.rows === 2 ? { headerRows: 2 } : {}, table);
}

function add(
  { source, fileName }: FileContext,
  skipRows: number,
  settings: Record<string, unknown>,
  table: string | null,
): string {
  const likely =
    source?.table ?? tableOfName(fileName) ?? table ?? `<${[...tableNames, "marksheet"].join(" | ")}>`;
  const snippet = sourceSnippet(likely, fileName, { skipRows: Math.max(0, skipRows), ...settings });
  return source
    ? `Complete its source in programme.json: ${snippet}.`
    : `Add to "sources" in programme.json: ${snippet}.`;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function overlaps(a: Candidate, b: Candidate): boolean {
  return a.first < b.first + b.rows && b.first < a.first + a.rows;
}

function differs(a: Candidate, b: Candidate, vocabulary: Vocabulary): boolean {
  return (
    meaningOf(a.labels, vocabulary) !== meaningOf(b.labels, vocabulary) ||
    (a.above ?? []).join("\u001f") !== (b.above ?? []).join("\u001f")
  );
}

function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) if (!isBlankRow(row)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || b - a)[0]?.[0] ?? 0;
}

function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === "");
}

/** The line with which Excel is told the delimiter; it splits in two where the delimiter is a mark of the file's. */
function isSepRow(row: readonly string[]): boolean {
  return /^sep=.?$/i.test(row[0]?.trim() ?? "") && row.slice(1).every((cell) => cell.trim() === "");
}

function filled(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== "").length;
}

function trimmed(row: readonly string[]): string[] {
  return row.map((cell) => cell.trim());
}
