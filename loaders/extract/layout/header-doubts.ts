import { aspectRemedy } from "../aspects.ts";
import { fold, identityColumns, mapColumns } from "../columns.ts";
import { tablesOfHeader } from "../recognise.ts";
import { readDate } from "../values.ts";
import type { Candidate } from "./header-candidates.ts";
import { add, say } from "./header-remedy.ts";
import { filled, isSepRow, type Row } from "./rows.ts";
import { rowAbove, rowOfGroups, rowUnder } from "./rows-around.ts";
import { lowerFirst } from "./snippet.ts";
import type { PairedRows } from "./two-rows.ts";
import type { FileContext, Vocabulary } from "./vocabulary.ts";

/**
 * Why the best candidate is not the header for certain, as a sentence with what to do; null where it is.
 * @param broken Rows that cannot be read, by index.
 */
export function doubtOf(
  best: Candidate,
  rows: readonly Row[],
  broken: ReadonlySet<number>,
  vocabulary: Vocabulary,
  context: FileContext,
): string | null {
  // A third row may also be why an aspect stands twice under a subject, once in each term, or under no subject.
  const isOfThree = best.pair?.doubt === "repeated" || best.pair?.doubt === "stray";
  const third = isOfThree ? rowAbove(best, rows, context) : null;
  const unpaired = third ?? pairDoubt(best, context);
  if (unpaired !== null) return unpaired;
  const above = rows.slice(0, best.first).filter((row) => filled(row) >= 2 && !isSepRow(row));
  const full = above.filter((row) => filled(row) > best.labels.length / 2);
  const header = { labels: best.labels, above: best.above };
  const complete =
    best.words.identity &&
    (tablesOfHeader(context.programme, context.source, header).length > 0 || best.words.aspects > 0);
  if (!complete && [...broken].some((i) => i < best.first))
    return `Row ${best.first + 1} may be the header. ${say(context, best)}`;
  // One line of titles may be as long as the header; data have an identifier where the header says so.
  const { index: known } = mapColumns(best.labels, new Set(identityColumns), context.source);
  const data = above.filter((row) => [...known.values()].some((i) => hasIdentifier(row, i)));
  if (full.length > (complete ? 1 : 0) || data.length > 0) {
    const suspected = new Set([...full, ...data]).size;
    return `Row ${best.first + 1} looks like the header, but ${suspected === 1 ? "a line" : `${suspected} lines`} above it may hold data. If they belong to another table, put each table into a file of its own. If nothing above it is to be read: ${lowerFirst(say(context, best))}`;
  }
  if (best.rows === 1 && !best.words.aspects && lonelyAspects(best, vocabulary)) {
    const both = { ...best, first: best.first - 1, rows: 2 as const };
    const remedy =
      best.first > 0
        ? `If the subjects stand in the row above, ${lowerFirst(say(context, both))} Otherwise write`
        : "Write";
    return `Row ${best.first + 1} looks like the header, but names aspects without a subject. ${remedy} the subject before each aspect, or in a row above the first of its aspects, and export again.`;
  }
  return (
    rowAbove(best, rows, context) ??
    rowUnder(best, rows, context) ??
    rowOfGroups(best, rows, vocabulary, context)
  );
}

/** Whether a line has an identifier in this cell. "Class,10A" is a title: all it holds is a word and what it is. */
function hasIdentifier(row: Row, i: number): boolean {
  const isTitle = filled(row) === 2 && /^\p{L}[\p{L}\d\s]*:?$/u.test(row[i - 1]?.trim() ?? "");
  return !isTitle && isIdentifierLike(row[i]?.trim() ?? "");
}

function isIdentifierLike(cell: string): boolean {
  return /^(?=.*\d)[\w/.-]{1,20}$/.test(cell) && readDate(cell, "d/m/yy") === null;
}

/** Why it is not certain which subject an aspect of two header rows is under, or null. */
export function pairDoubt(best: Candidate, context: FileContext): string | null {
  const { above, labels, first, pair } = best;
  if (!pair) return null;
  const { doubt, orphan, stray, parted } = pair;
  if (doubt === "nested") return nestedDoubt(first, pair.nested!, context);
  const mend = `Write each subject above the first of its aspects in row ${first + 1}, with as many cells as the row below, and export again.`;
  if (doubt === "orphan")
    return `"${orphan!.label}" (row ${first + 2}, column ${orphan!.column + 1}) is an aspect without a subject above it in row ${first + 1}. ${mend}`;
  if (doubt === "uneven") {
    return `Rows ${first + 1} and ${first + 2} are the header, but they differ in the number of their cells, so the subjects may not stand above their own aspects. ${mend}`;
  }
  if (doubt === "stray") {
    const { column, text, isTitle } = stray!;
    const what = isTitle
      ? "stands above the student's columns too, as a title does"
      : "is no subject: it names a time, a number, an aspect, a person, or what else is graded";
    return `"${text}" (row ${first + 1}, column ${column + 1}) stands above aspects, where their subject is looked for, but ${what}. ${mend} If the aspects below it are of different times, put each into a file of its own.`;
  }
  if (doubt === "parted") {
    const { column, label } = parted!;
    const declared = add(context, first, { headerRows: 2 }, null);
    return `"${label}" (row ${first + 2}, column ${column + 1}) has no subject: a column that is blank in rows ${first + 1} and ${first + 2} parts it from the subject before. ${mend} If nothing behind a blank column is to be read without a subject of its own: ${lowerFirst(declared)}`;
  }
  if (doubt !== "repeated") return null;
  const keys = labels.map((label, i) => `${fold(above![i]!)}\u001f${fold(label)}`);
  const twice = keys.findIndex((key, i) => above![i] !== "" && keys.indexOf(key) < i);
  return `The aspect "${labels[twice]}" stands twice under one subject, in columns ${keys.indexOf(keys[twice]!) + 1} and ${twice + 1}, so the name of another subject may be missing. ${mend}`;
}

/** The header under a subject is an aspect that is not known yet, or the row above is a title and no header. */
function nestedDoubt(
  first: number,
  { column, subject, label }: NonNullable<PairedRows["nested"]>,
  context: FileContext,
): string {
  const { programme, source, fileName, sheet } = context;
  const file = { name: fileName, sheet: sheet ?? null, source, table: source?.table ?? null };
  const title = add(context, first + 1, { headerRows: 1 }, null);
  return `"${label}" (row ${first + 2}, column ${column + 1}) stands under "${subject}", but names a subject itself. If it is an aspect of "${subject}": ${lowerFirst(aspectRemedy(programme, file, label))} If row ${first + 1} is a title above the header: ${lowerFirst(title)}`;
}

/** Whether the same aspect alone is the header of two columns or more. */
function lonelyAspects({ labels }: Candidate, { finder }: Vocabulary): boolean {
  const alone = labels.filter((label) => finder.whole(label) !== null).map(fold);
  return new Set(alone).size < alone.length;
}
