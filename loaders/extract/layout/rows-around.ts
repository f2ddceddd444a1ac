import { headerKey, mapColumns } from "../columns.ts";
import { studentColumns } from "../tables.ts";
import { isPrintFooter } from "./footer.ts";
import type { Candidate } from "./header-candidates.ts";
import { say } from "./header-remedy.ts";
import { isBlankRow, type Row } from "./rows.ts";
import { lowerFirst } from "./snippet.ts";
import type { FileContext, Vocabulary } from "./vocabulary.ts";

/** A row of terms, units, classes or teachers above the subjects of two header rows, as a sentence; null without. */
export function rowAbove(best: Candidate, rows: readonly Row[], context: FileContext): string | null {
  const over = rows[best.first - 1] && unmerged(rows[best.first - 1]!, best);
  const firstAspect = best.above?.findIndex((subject) => subject !== "") ?? -1;
  if (!over?.[firstAspect] || students(best, context).some((i) => over[i])) return null;
  const two = `rows ${best.first + 1} and ${best.first + 2}`;
  return `Row ${best.first} stands above the subjects and aspects of ${two} as if it belonged to the header, and only two rows can be read. Remove it from the export. If ${two} are the header, ${lowerFirst(say(context, best))}`;
}

/** A row of units or classes under the aspects, which names no student; null without. */
export function rowUnder(best: Candidate, rows: readonly Row[], context: FileContext): string | null {
  const isWide = best.words.aspects > 0 || best.words.sessions > 0;
  const isReport = mapColumns(plain(best), new Set(["criterion"]), context.source).index.size > 0;
  const named = students(best, context);
  const under = rows.findIndex((row, i) => i >= best.first + best.rows && !isBlankRow(row));
  if (!isWide || isReport || under < 0 || named.length < 2) return null;
  if (named.some((i) => (rows[under]![i]?.trim() ?? "") !== "")) return null;
  return `The line under the header (row ${under + 1}) names no student. If it belongs to the header, remove it from the export. If the header is right as it is, ${lowerFirst(say(context, best))}`;
}

/**
 * A row of terms or dates above groups of headers that name subject and aspect, each group of another time; null
 * without. It says nothing of the student's columns, but may have a label in the first cell ("Term") where each of its
 * texts stands above several columns; texts side by side below a first one are a title.
 */
export function rowOfGroups(
  best: Candidate,
  rows: readonly Row[],
  { finder }: Vocabulary,
  context: FileContext,
): string | null {
  const at = rows.findLastIndex((row, i) => i < best.first && !isBlankRow(row));
  if (at < 0 || best.rows === 2) return null;
  const over = unmerged(rows[at]!, best);
  if (isPrintFooter(over)) return null;
  const hasSubject = mapColumns(best.labels, new Set(["subject"]), context.source).index.has("subject");
  const splits = finder.splitAll(best.labels);
  const grades = best.labels.flatMap((label, i) =>
    splits[i] || (hasSubject && finder.whole(label) !== null) ? [i] : [],
  );
  const texts = grades.filter((i) => over[i]);
  const [first] = texts;
  if (first === undefined || texts.every((i) => over[i] === over[first])) return null;
  const isWide = texts.every((i) => grades.includes(i + 1) && (!over[i + 1] || over[i + 1] === over[i]));
  if (students(best, context).some((i) => over[i] && (i > 0 || !isWide))) return null;
  return `Row ${at + 1} stands above groups of the grades in row ${best.first + 1} (from column ${first + 1} on), and is not read: they may be of different times. Put the grades of each time into a file of its own. If the row says nothing of them, ${lowerFirst(say(context, best))}`;
}

/** The labels that stand by themselves, without those under a subject. */
function plain({ labels, above }: Candidate): string[] {
  return labels.map((label, i) => (above?.[i] ? "" : label));
}

function students(best: Candidate, { source }: FileContext): number[] {
  return [...mapColumns(plain(best), new Set(studentColumns), source).index.values()];
}

/** A row above the header without what a cell merged over all its rows repeats of the header itself. */
function unmerged(row: Row, { labels }: Candidate): string[] {
  return row.map((cell, i) => (headerKey(cell) === headerKey(labels[i] ?? "") ? "" : cell.trim()));
}
