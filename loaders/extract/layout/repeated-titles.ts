/**
 * Tells the title lines that a report prints above its header again from data, by the lines above the file's first header.
 * "same": one of these lines. "other": a text of at least three letters or digits alone in its row, or the short name of
 * a review (R2); a label with its value of which the file has another value at its top ("Class,10A" and "Class,10B"); or
 * where records take their date from outside, two or three texts, no identifier first, that name a review, a week, a term
 * or a date. Null: neither, so it is data.
 * @param titles The lines above the file's first header, as cells.
 * @param isDated Whether each record says its own date.
 */
export function titleTest(
  titles: readonly (readonly string[])[],
  isDated: boolean,
): (cells: readonly string[]) => "same" | "other" | null {
  const own = titles.map(filledOf).filter((filled) => filled.length > 0);
  const known = new Set(own.map(textOf));
  return (cells) => {
    const filled = filledOf(cells);
    if (filled.length === 0 || (filled.length > mostCells && own.length === 0)) return null;
    const text = textOf(filled);
    if (known.has(text)) return "same";
    const [first] = filled as [string];
    const isOther =
      filled.length === 1
        ? shortestTitle.test(text) || shortName.test(text)
        : own.some((title) => title.length === filled.length && words(title[0]!) === words(first)) ||
          (!isDated && filled.length <= mostCells && !identifier.test(first) && ofAnotherTime.test(text));
    return isOther ? "other" : null;
  };
}

/** Cells that a title of several fills at the most, where it is not one of the file's own. */
const mostCells = 3;

/** Less than this is what a line end in the wrong place cuts off the row before. */
const shortestTitle = /[\p{L}\p{N}](?:[^\p{L}\p{N}]*[\p{L}\p{N}]){2}/u;

/** A review, data collection, assessment point or half term by its usual abbreviation. */
const shortName = /^(?:r|dc|dd|ap|pr|ht|t|w)\d$/i;

const identifier = /^(?=.*\d)[\w/.-]{1,20}$/;

/** What says of which time an export is. */
const ofAnotherTime =
  /\b(?:review|data (?:drop|collection)|assessment point|(?:half )?term|autumn|spring|summer|week|w\/[bc]|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})\b/i;

function filledOf(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
}

function textOf(filled: readonly string[]): string {
  return words(filled.join(" "));
}

function words(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
