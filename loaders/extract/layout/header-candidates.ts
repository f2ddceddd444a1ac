import { isBlankRow, type Row, trimmed } from "./rows.ts";
import { type PairedRows, pairRows } from "./two-rows.ts";
import { meaningOf, type RowWords, type Vocabulary, wordsOf } from "./vocabulary.ts";

/** A row, or a row and the one below it, taken as a header. */
export interface Candidate {
  /** Index of the first of its rows. */
  first: number;
  rows: 1 | 2;
  labels: string[];
  above: string[] | null;
  /** Its rows, trimmed. */
  cells: string[][];
  /** What two rows are put together to; null of one row. */
  pair: PairedRows | null;
  words: RowWords;
  /** Known headers, less two for each cell that no header is. */
  score: number;
}

/** Rows looked through for a header, and cells: of a file with thousands of columns fewer rows. */
export const headerSample = 200;
const sampleCells = 100_000;

/**
 * Every row, and every two rows, with two known headers or more, or with an identifier's name alone; the best first.
 * @param headerRows The number of rows a header has, where it is declared.
 */
export function candidatesOf(
  rows: readonly Row[],
  vocabulary: Vocabulary,
  headerRows: 1 | 2 | undefined,
): Candidate[] {
  const candidates: Candidate[] = [];
  let cells = 0;
  for (let i = 0; i < rows.length && i < headerSample && cells < sampleCells; i++) {
    const row = rows[i]!;
    cells += row.length;
    if (headerRows !== 2 && row.some(vocabulary.knows)) candidates.push(singleRow(rows, i, vocabulary));
    const next = rows[i + 1];
    const hasAspect = next?.some((cell) => vocabulary.finder.whole(cell) !== null);
    if (headerRows === 1 || !hasAspect || isBlankRow(row)) continue;
    const pair = twoRows(rows, i, vocabulary);
    if (pair && isPaired(pair)) candidates.push(pair);
  }
  return candidates.filter(isHeaderLike).sort((a, b) => b.score - a.score || a.first - b.first);
}

/** Whether two rows are a header for what one of them alone is not: subjects, each above an aspect. */
export function isPaired({ pair }: Candidate): boolean {
  return pair !== null && pair.aspects > 0 && pair.doubt !== "orphan";
}

/** One row taken as a header. */
export function singleRow(rows: readonly Row[], first: number, vocabulary: Vocabulary): Candidate {
  const row = rows[first]!;
  const words = wordsOf(row, vocabulary);
  const labels = trimmed(row);
  return {
    first,
    rows: 1,
    labels,
    above: null,
    cells: [labels],
    pair: null,
    words,
    score: scoreOf(words),
  };
}

/** A row and the one below it taken as a header; null where they cannot be one. */
export function twoRows(rows: readonly Row[], first: number, vocabulary: Vocabulary): Candidate | null {
  const [upper, lower] = [rows[first]!, rows[first + 1]!];
  const pair = pairRows(upper, lower, vocabulary);
  if (!pair) return null;
  const { labels, above, aspects } = pair;
  const plain = labels.map((label, i) => (above[i] === "" ? label : ""));
  const alone = wordsOf(plain, vocabulary);
  const words = { ...alone, aspects: alone.aspects + aspects, filled: alone.filled + aspects };
  const cells = [trimmed(upper), trimmed(lower)];
  return { first, rows: 2, labels, above, cells, pair, words, score: scoreOf(words) };
}

function scoreOf({ columns, aspects, sessions, values }: RowWords): number {
  return columns + aspects + sessions - 2 * values;
}

/** Two known headers or more; or one where it is all there is, a file of one column whose identifier is named. */
function isHeaderLike({ words, score }: Candidate): boolean {
  return (words.columns >= 1 && score >= 2) || (words.identity && words.filled === 1);
}

/** Whether two candidates share no row and say different things. */
export function rivals(a: Candidate, b: Candidate, vocabulary: Vocabulary): boolean {
  const overlap = a.first < b.first + b.rows && b.first < a.first + a.rows;
  const differ =
    meaningOf(a.labels, vocabulary) !== meaningOf(b.labels, vocabulary) ||
    (a.above ?? []).join("\u001f") !== (b.above ?? []).join("\u001f");
  return !overlap && differ;
}
