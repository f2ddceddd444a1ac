import { aspectRemedy } from "../aspects.ts";
import { fold, identityColumns, mapColumns } from "../columns.ts";
import { tableOfName, tablesOfHeader } from "../recognise.ts";
import { studentColumns } from "../tables.ts";
import { readDate } from "../values.ts";
import type { Candidate } from "./header-candidates.ts";
import { filled, isBlankRow, isSepRow, type Row } from "./rows.ts";
import { anyTable, lowerFirst, settingsHint } from "./snippet.ts";
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
  const unpaired = pairDoubt(best, context);
  if (unpaired !== null) return unpaired;
  const full = rows
    .slice(0, best.first)
    .filter((row) => filled(row) >= 2 && filled(row) > best.labels.length / 2 && !isSepRow(row));
  const header = { labels: best.labels, above: best.above };
  const complete =
    best.words.identity &&
    (tablesOfHeader(context.programme, context.source, header).length > 0 || best.words.aspects > 0);
  if (!complete && [...broken].some((i) => i < best.first))
    return `Row ${best.first + 1} may be the header. ${say(context, best)}`;
  // One line of titles may be as long as the header; data have an identifier where the header says so.
  const { index: known } = mapColumns(best.labels, new Set(identityColumns), context.source);
  const data = full.filter((row) => [...known.values()].some((i) => isIdentifierLike(row[i]?.trim() ?? "")));
  if (full.length > (complete ? 1 : 0) || data.length > 0) {
    return `Row ${best.first + 1} looks like the header, but ${full.length === 1 ? "a line" : `${full.length} lines`} above it may hold data. ${say(context, best)}`;
  }
  if (best.rows === 1 && !best.words.aspects && lonelyAspects(best, vocabulary)) {
    const above = { ...best, first: best.first - 1, rows: 2 as const };
    const remedy =
      best.first > 0
        ? `If the subjects stand in the row above, ${lowerFirst(say(context, above))} Otherwise write`
        : "Write";
    return `Row ${best.first + 1} looks like the header, but names aspects without a subject. ${remedy} the subject before each aspect, or in a row above the first of its aspects, and export again.`;
  }
  return thirdRow(best, rows, context);
}

function isIdentifierLike(cell: string): boolean {
  return /^(?=.*\d)[\w/.-]{1,20}$/.test(cell) && readDate(cell, "d/m/yy") === null;
}

/** Why it is not certain which subject an aspect of two header rows is under, or null. */
export function pairDoubt(best: Candidate, context: FileContext): string | null {
  const { above, labels, first, doubt, nested } = best;
  if (doubt === "nested") return nestedDoubt(first, nested!, context);
  const mend = `Write each subject above the first of its aspects in row ${first + 1}, with as many cells as the row below, and export again.`;
  if (doubt === "uneven") {
    return `Rows ${first + 1} and ${first + 2} are the header, but they differ in the number of their cells, so the subjects may not stand above their own aspects. ${mend}`;
  }
  if (doubt !== "repeated") return null;
  const keys = labels.map((label, i) => `${fold(above![i]!)}\u001f${fold(label)}`);
  const twice = keys.findIndex((key, i) => above![i] !== "" && keys.indexOf(key) < i);
  return `The aspect "${labels[twice]}" stands twice under one subject, in columns ${keys.indexOf(keys[twice]!) + 1} and ${twice + 1}, so the name of another subject may be missing. ${mend}`;
}

/** The header under a subject is an aspect that is not known yet, or the row above is a title and no header. */
function nestedDoubt(
  first: number,
  { column, subject, label }: NonNullable<Candidate["nested"]>,
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

/** A row of units, classes or teachers above the subjects or under the aspects: neither subject nor data. */
function thirdRow(best: Candidate, rows: readonly Row[], context: FileContext): string | null {
  const plain = best.labels.map((label, i) => (best.above?.[i] ? "" : label));
  const { index } = mapColumns(plain, new Set(studentColumns), context.source);
  const names = (row: Row) => [...index.values()].some((i) => (row[i]?.trim() ?? "") !== "");

  const over = rows[best.first - 1];
  const firstAspect = best.above?.findIndex((subject) => subject !== "") ?? -1;
  if (over && firstAspect >= 0 && (over[firstAspect]?.trim() ?? "") !== "" && !names(over)) {
    const two = `rows ${best.first + 1} and ${best.first + 2}`;
    return `Row ${best.first} stands above the subjects and aspects of ${two} as if it belonged to the header, and only two rows can be read. Remove it from the export. If ${two} are the header, ${lowerFirst(say(context, best))}`;
  }
  const isWide = best.words.aspects > 0 || best.words.sessions > 0;
  const isReport = mapColumns(plain, new Set(["criterion"]), context.source).index.size > 0;
  const under = rows.findIndex((row, i) => i >= best.first + best.rows && !isBlankRow(row));
  if (isWide && !isReport && under >= 0 && index.size >= 2 && !names(rows[under]!))
    return `The line under the header (row ${under + 1}) names no student. If it belongs to the header, remove it from the export. If the header is right as it is, ${lowerFirst(say(context, best))}`;
  return null;
}

/** What to add to programme.json so that this candidate is the header. */
export function say(context: FileContext, best: Candidate): string {
  const table = tablesOfHeader(context.programme, context.source, best)[0] ?? null;
  return add(context, best.first, best.rows === 2 ? { headerRows: 2 } : {}, table);
}

/** The sentence with an entry for sources; `table` is used where neither source nor name says another. */
export function add(
  { source, fileName, sheet }: FileContext,
  skipRows: number,
  settings: Record<string, unknown>,
  table: string | null,
): string {
  const likely = source?.table ?? tableOfName(fileName) ?? table ?? anyTable;
  return settingsHint({ name: fileName, sheet: sheet ?? null, source }, likely, {
    skipRows: Math.max(0, skipRows),
    ...settings,
  });
}
