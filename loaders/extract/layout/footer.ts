import { type ColumnMap, identityColumns } from "../columns.ts";
import { datesInText } from "../date-in-name.ts";
import { readNumber } from "../values.ts";

const statistics =
  "mean|average|avg|median|mode|minimum|maximum|min|max|range|sum|totals?|count|std\\.? ?dev(?:iation)?\\.?|st\\.? ?dev\\.?|standard deviation|(?:lower|upper) quartile|number(?: of (?:students|pupils|learners|records|rows))?|(?:students|pupils|learners|records)";
const statisticsLabel = new RegExp(
  `^(?:(?:grand|sub|group|class|overall)[ -]?)?(?:${statistics})(?:\\s*[:=]|(?:\\s*[:=]\\s*|\\s+)-?\\d[\\d.,]*%?)?$`,
  "i",
);

/** Labels that are names besides: of these the row must show by something else that it holds statistics. */
const nameLike = /^(?:max|min|mean|mode|sum|count|range)$/i;

const nameColumns = ["name_combined", "surname", "forename", "preferred_name"];

/**
 * Whether a row holds statistics (Mean, Total, Std Dev, "Number of students: 24") rather than a student. Its label stands
 * in the first cell, in a student's name or in an identifier. An identifier beside the label makes it a student, whoever
 * is called Max or Mean; so does anything but numbers in the other columns that describe one (12A). A file without
 * identifiers (costs) must hold nothing but numbers in such a row, and has it at its foot only; so must a row whose label
 * stands where the identifier would.
 * @param cells The row, trimmed; it may have fewer cells than the header.
 * @param map The columns that describe a student, of mapColumns(labels, studentColumns).
 * @param place "foot": after the last record. "middle": under a group of a report; every other cell is then a number, and
 * where the label may be a student's name (Max), one has decimals or is a percentage. "below": the same, right under
 * another statistics row.
 */
export function isStatisticsRow(
  cells: readonly string[],
  labels: readonly string[],
  map: Pick<ColumnMap, "index">,
  place: Place,
): boolean {
  return statisticsTest(labels, map)(cells, place);
}

type Place = "foot" | "middle" | "below";

/** The test of isStatisticsRow for the rows of one file. */
export function statisticsTest(
  labels: readonly string[],
  map: Pick<ColumnMap, "index">,
): (cells: readonly string[], place: Place) => boolean {
  const identities = identityColumns.flatMap((column) => map.index.get(column) ?? []);
  const named = nameColumns.flatMap((column) => map.index.get(column) ?? []);
  const candidates = [0, ...named, ...identities];
  const describing = [...map.index.values()];
  return (cells, place) => {
    const label = candidates.find((i) => textAt(cells, i) !== "");
    if (label === undefined || !statisticsLabel.test(textAt(cells, label))) return false;
    if (identities.some((i) => i !== label && textAt(cells, i) !== "")) return false;
    const isAlone =
      cells.every((cell, i) => i === label || cell.trim() === "") && !/\d/.test(textAt(cells, label));
    // A student's row that a line break tore apart can leave a name alone.
    if (isAlone && (place !== "foot" || cells.length !== labels.length)) return false;
    if (identities.length === 0 && place !== "foot") return false;
    const isName = named.includes(label) && nameLike.test(textAt(cells, label));
    if (isName && place === "middle" && !cells.some((cell) => /\d[.,]\d|%/.test(cell))) return false;
    const numeric =
      place !== "foot" || identities.length === 0 || identities.includes(label)
        ? Array.from({ length: Math.max(cells.length, labels.length) }, (_, i) => i)
        : describing;
    return numeric.every((i) => i === label || textAt(cells, i) === "" || isNumber(textAt(cells, i)));
  };
}

function textAt(cells: readonly string[], i: number): string {
  return cells[i]?.trim() ?? "";
}

const when =
  "(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}:\\d{2}|\\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \\d{4})";
const printDate = new RegExp(
  `^(?:date |time )?(?:report )?(?:printed|run|generated|exported|produced|created)\\b.*${when}.*$`,
  "i",
);
const ofAPeriod =
  /\b(?:week|w\/?[bc]|term|review|period|covering|snapshot|cycle|round|interim|assessment|collection|autumn|spring|summer)\b/i;
const pageOrEnd =
  /^(?:page:?\s*\d+(?:\s*(?:of|\/)\s*\d+)?|[*\s-]*end of (?:report|file|list|data)[*\s.-]*)$/i;

/** Cells that what a report prints about itself fills at the most. */
const mostPrinted = 3;

/**
 * Whether a row is what a report prints about itself: "Page 1 of 2", "Printed: 12/11/2026 08:14", "End of report". All its
 * text is that; a student's row has a name or identifier besides.
 * @param cells The row, whatever the number of its cells.
 */
export function isPrintFooter(cells: readonly string[]): boolean {
  const filled: string[] = [];
  for (const cell of cells) {
    const text = cell.trim();
    if (text !== "" && filled.push(text) > mostPrinted) return false;
  }
  if (filled.length === 0) return false;
  // "Report generated for the week beginning 11/10/2010" says what the lines below it are of.
  if (filled.some((cell) => ofAPeriod.test(cell))) return false;
  return (
    filled.every((cell) => pageOrEnd.test(cell) || printDate.test(cell)) ||
    (/^[a-z ]+:?$/i.test(filled[0]!) && filled.slice(1).every(isWhen) && printDate.test(filled.join(" ")))
  );
}

/** The days on which a row says that its page was printed, as ISO text; none for any other row. */
export function printedOn(cells: readonly string[]): string[] {
  return isPrintFooter(cells) ? cells.flatMap(datesInText) : [];
}

function isWhen(cell: string): boolean {
  return new RegExp(`^${when}(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?$`, "i").test(cell);
}

/** A number as a statistics row shows it: 2.3, 45%, 1,204. */
function isNumber(cell: string): boolean {
  return readNumber(cell.replace(/\s*%$/, "").replace(/(?<=\d),(?=\d{3}\b)/g, "")) !== null;
}
