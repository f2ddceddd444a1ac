import { headerKey, identityColumns, mapColumns } from "../columns.ts";
import type { Heading } from "./find-header.ts";
import { type FileContext, vocabularyOf, wordsOf } from "./vocabulary.ts";

/**
 * Tells a header among the records from data.
 * "repeat": a row of the file's own header again, as reports print it on each page. Of two header rows the lower one is
 * a repeat only right under the upper one, for the subjects above it may be others.
 * "other": the header of another table. Nothing below it can be read by the file's header, so the caller must refuse
 * those lines. Under a column of the student's identifier stands the name of such a column, in a row that is not the
 * file's own header; or it is a row of a header of two that is not the file's own.
 * @param cells The row, trimmed.
 * @param before The row before it that is not blank, trimmed; null at the start of the records.
 */
export type HeaderInBody = (
  cells: readonly string[],
  before: readonly string[] | null,
) => "repeat" | "other" | null;

/** The test for one file. */
export function headerInBody(heading: Heading, context: FileContext): HeaderInBody {
  const vocabulary = vocabularyOf(context);
  const { labels, cells: own } = heading;
  const columns = mapColumns(labels, vocabulary.columns, context.source).index;
  const identities = identityColumns.flatMap((column) => columns.get(column) ?? []);
  const lower = own.at(-1)!;
  const upper = heading.headerRows === 2 ? own[0]! : null;

  return (cells, before) => {
    if (upper && isSame(cells, upper)) return "repeat";
    if (isSame(cells, lower)) return !upper || (before && isSame(before, upper)) ? "repeat" : "other";
    // Where identifiers stand, a digit is one: no header of theirs has any, and this spares looking up every cell.
    if (identities.some((i) => /\d/.test(cells[i] ?? ""))) return null;
    if (!cells.some(vocabulary.knows)) return null;

    const named = mapColumns(cells, vocabulary.columns, context.source).index;
    if (!identityColumns.some((column) => named.has(column))) return null;
    const words = wordsOf(cells, vocabulary);
    const known = words.columns + words.aspects + words.sessions;
    if (words.values > 0 || known < Math.max(2, words.filled / 2)) return null;
    // The file's own header with a slip in one of its words is refused as a line, for no student is called like it.
    const isDamaged =
      !upper && cells.length === lower.length && cells.every((cell, i) => isNear(cell, lower[i]!));
    return isDamaged ? null : "other";
  };
}

/** Whether two headers are the same but for case and spaces, or for one letter more, less or other. */
function isNear(a: string, b: string): boolean {
  const [short, long] = [headerKey(a), headerKey(b)].sort((x, y) => x.length - y.length) as [string, string];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const rest = long.length === short.length ? start + 1 : start;
  return short.slice(rest) === long.slice(start + 1);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, i) => cell === b[i]);
}
