import { fold, identityColumns, mapColumns } from "../columns.ts";
import { dateInName } from "../date-in-name.ts";
import { qualifierIn } from "../qualifiers.ts";
import { studentColumns } from "../tables.ts";
import { readDate } from "../values.ts";
import { type FileContext, vocabularyOf } from "./vocabulary.ts";

/**
 * Tells a heading among the records: a text alone in its row, in the first cell or another of the student's (a merged one
 * shows it in every cell); or a word and a date ("Review date:" and "03/12/2010").
 * "review": it names a review, a term or a date. "own": what the file's name, its titles or its settings say already.
 * Null: it is none, for the name of a group (Boys, Class 12A) changes nothing of what the records mean; and without an
 * identifier column nothing tells a heading from an item.
 */
export type HeadingInBody = (cells: readonly string[]) => { kind: "own" | "review"; text: string } | null;

const months = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const review = new RegExp(
  [
    String.raw`(?<!\p{L})(?:reviews?|(?:half )?term|assessment|report|mocks?|exams?|finals|mid-?year|half of (?:the )?year|data (?:drop|collection|point)|(?:progress check|tracking point) \d+)(?!\p{L})`,
    String.raw`^(?:autumn|spring|summer)(?:\s.*|\d*)$`,
    String.raw`\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}`,
    String.raw`(?<!\p{L})(?:\d{1,2}(?:st|nd|rd|th)?\s)?${months}\s\d{4}(?!\d)`,
  ].join("|"),
  "iu",
);
/** Less than this is what a line end in the wrong place cuts off the row before. */
const shortest = /[\p{L}\p{N}](?:[^\p{L}\p{N}]*[\p{L}\p{N}]){2}/u;

/** The test for one file. @param preamble Texts of the lines above the header. */
export function headingInBody(
  labels: readonly string[],
  preamble: readonly string[],
  context: FileContext,
): HeadingInBody {
  const { source, fileName } = context;
  const { index } = mapColumns(labels, new Set(studentColumns), source);
  const identities = identityColumns.flatMap((column) => index.get(column) ?? []).sort((a, b) => a - b);
  const columns = [...mapColumns(labels, vocabularyOf(context).columns, source).index.values()];
  const isFact = columns.includes(0) && ![...index.values()].includes(0);
  if (identities.length === 0 || labels.length < 2 || isFact) return () => null;
  const isName = index.get("surname") === 0 || index.get("name_combined") === 0;
  const said = [fileName, ...preamble].map(spaced);
  const dates = [source?.reviewDate, dateInName(fileName)];
  const places = new Set([0, ...index.values()]);

  return (cells) => {
    const at = cells.findIndex((cell) => cell !== "");
    if (!places.has(at)) return null;
    const text = textOf(cells, at);
    if (text === null || !shortest.test(text)) return null;
    if (!namesReview(text) || (isName && text.includes(","))) return null;
    const date = readDate(cells.findLast((cell) => cell !== "")!, "d/m/yy");
    if (said.some((title) => title.includes(spaced(text))) || (date !== null && dates.includes(date)))
      return { kind: "own", text };
    return { kind: "review", text };
  };
}

/** Whether a text says of which review, term or date something is; the name of a house may have a season in it. */
function namesReview(text: string): boolean {
  if (/(?<!\p{L})house(?!\p{L})/iu.test(text)) return false;
  return review.test(text) || qualifierIn(text, false)?.about === "review";
}

/** The one text of a row, or a word and the date right of it; null where it has more. */
function textOf(cells: readonly string[], at: number): string | null {
  const text = cells[at]!;
  let other = -1;
  for (let i = at + 1; i < cells.length; i++) {
    if (cells[i] === "" || cells[i] === text) continue;
    if (other >= 0) return null;
    other = i;
  }
  if (other < 0) return text;
  const isDated =
    other === at + 1 && /^[\p{L}\s]+:?$/u.test(text) && readDate(cells[other]!, "d/m/yy") !== null;
  return isDated ? `${text} ${cells[other]}` : null;
}

/** The words of a text with a space around each, so that "Review 1" is not found in "Review 10". */
function spaced(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
