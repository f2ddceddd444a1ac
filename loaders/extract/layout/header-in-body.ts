import { gradeOnScale } from "../../programme/scales.ts";
import { headerKey, identityColumns, mapColumns } from "../columns.ts";
import type { Heading } from "./find-header.ts";
import { subjectRow } from "./subject-row.ts";
import { type FileContext, type Vocabulary, vocabularyOf, wordsOf } from "./vocabulary.ts";

/**
 * Tells a header among the records from data.
 * "repeat": a row of the file's own header again, as reports print it on each page. Of two header rows the lower one is
 * a repeat only right under the upper one, for the subjects above it may be others.
 * "other": the header of another table. Nothing below it can be read by the file's header, so the caller must refuse
 * those lines. In a row that is not the file's own header stands the name of an identifier's column; or headers of
 * subjects and aspects stand where grades do, whatever is called a student there; or it is a row of a header of two that
 * is not the file's own.
 * @param cells The row, trimmed.
 * @param before The row before it that is not blank, trimmed; null at the start of the records.
 * @param hasRecords Whether a record stands above. Right under the header a row of texts is no other block's subjects.
 */
export type HeaderInBody = (
  cells: readonly string[],
  before: readonly string[] | null,
  hasRecords: boolean,
) => "repeat" | "other" | null;

/** What may stand for an identifier in a header: a class or a year. */
const className = /^(?:y|yr|year)?\s*\d{1,2}\s*[a-z/.-]{1,4}\d?$|^(?:y|yr|year)\s*\d{1,2}$/i;
/** MTG. */
const shortestAspect = 3;

/** The test for one file. */
export function headerInBody(heading: Heading, context: FileContext): HeaderInBody {
  const vocabulary = vocabularyOf(context);
  const { labels, cells: own } = heading;
  const columns = mapColumns(labels, vocabulary.columns, context.source).index;
  const identities = identityColumns.flatMap((column) => columns.get(column) ?? []);
  const lower = own.at(-1)!;
  const upper = heading.headerRows === 2 ? own[0]! : null;
  const grades = gradeCells(heading, vocabulary, context);
  const programme = context.programme;
  const isGrade = (text: string) =>
    programme.settings.missing.includes(text) ||
    [...programme.scales.values()].some((scale) => gradeOnScale(scale, text) !== null);
  const isSubjectRow = upper && subjectRow(heading.above!, isGrade);
  const areHeaders = (texts: readonly string[]) => {
    if (!texts.some((text) => text.length >= shortestAspect)) return false;
    const filled = texts.filter((text) => text !== "");
    const splits = vocabulary.finder.splitAll(filled);
    const isAspect = (text: string, i: number) =>
      splits[i] !== null || vocabulary.finder.whole(text) !== null;
    const headers = filled.filter((text, i) => isAspect(text, i) && !isGrade(text));
    return headers.length > filled.length / 2;
  };

  return (cells, before, hasRecords) => {
    if (upper && isSame(cells, upper)) return "repeat";
    if (isSame(cells, lower)) return !upper || (before && isSame(before, upper)) ? "repeat" : "other";
    // Where identifiers stand, a digit is one: no header of theirs has any, and this spares looking up every cell.
    const hasCode = identities.some((i) => /\d/.test(cells[i] ?? ""));
    if (hasCode && !identities.every((i) => isClassOrWord(cells[i] ?? ""))) return null;
    // The file's own header with a slip in one of its words is refused as a line, for no student is called like it.
    const isDamaged =
      (!upper || (before && isSame(before, upper))) &&
      cells.length === lower.length &&
      cells.every((cell, i) => isNear(cell, lower[i]!, (text) => isHeader(text, vocabulary)));
    if (isDamaged) return null;
    if (hasRecords && isSubjectRow?.(cells)) return "other";
    if (areHeaders(grades.map((i) => cells[i] ?? ""))) return "other";
    if (hasCode || !cells.some(vocabulary.knows)) return null;

    const named = mapColumns(cells, vocabulary.columns, context.source).index;
    if (!identityColumns.some((column) => named.has(column))) return null;
    const words = wordsOf(cells, vocabulary);
    const known = words.columns + words.aspects + words.sessions;
    // A number may stand in a header besides ("2010" over the points of a year), but not for most of it.
    return words.values < known && known >= Math.max(2, words.filled / 2) ? "other" : null;
  };
}

/** The columns of grades: of a subject and an aspect, or where a column or a row above says the subject, of an aspect. */
function gradeCells({ labels, above }: Heading, { finder }: Vocabulary, { source }: FileContext): number[] {
  const { index } = mapColumns(labels, new Set(["subject", "criterion"]), source);
  if (index.has("criterion")) return [];
  const splits = finder.splitAll(labels);
  return labels.flatMap((label, i) => {
    const isGrade = above?.[i] || index.has("subject") ? finder.whole(label) : splits[i];
    return isGrade ? [i] : [];
  });
}

function isClassOrWord(cell: string): boolean {
  return !/\d/.test(cell) || className.test(cell);
}

/** Whether a text is a header by itself. */
function isHeader(text: string, { knows, finder }: Vocabulary): boolean {
  return knows(text) || finder.split(text) !== null;
}

/**
 * Whether a header is the same as the file's own but for case and spaces, or for a slip: one letter more, less or other.
 * It is no slip where it is a header by itself: RE Focus for PE Focus.
 */
function isNear(cell: string, own: string, isKnown: (text: string) => boolean): boolean {
  const [short, long] = [headerKey(cell), headerKey(own)].sort((x, y) => x.length - y.length) as [
    string,
    string,
  ];
  if (short === long) return true;
  if (long.length - short.length > 1 || isKnown(cell)) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const rest = long.length === short.length ? start + 1 : start;
  return short.slice(rest) === long.slice(start + 1);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, i) => cell === b[i]);
}
