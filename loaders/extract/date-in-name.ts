import { fold } from "./columns.ts";
import { readDate } from "./values.ts";

/** The number of a year group or class, which is no day; and one digit after the word for a review, which may be its number. */
const noDay =
  "(?<!(?<![a-z])(?:year|yr|y|set|class|form|group)[ _-]?)(?<!(?<![a-z])(?:review|rev|r|ap|dc|dd|ht|pr|t|term|assessment point|data drop|collection)[ _-]?(?=\\d[-_]))";
const numericDate = new RegExp(
  `(?<!\\d)(?:(\\d{4})([-_])(\\d{2})\\2(\\d{2})|${noDay}(\\d{1,2})([-_./])(\\d{1,2})\\6(\\d{4}))(?!\\d)`,
  "gi",
);

const namedMonth = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?([-_ ])([a-z]{3,9})\2(\d{4})(?!\d)/gi;

/** Words that make a date beside them the day on which something was printed or exported, which is no day of its grades. */
export const printing =
  /(?<![a-z])(?:print|run(?![a-z])|generat|export|creat|produc|extracted|downloaded|saved(?![a-z])|as[ _-]at(?![a-z]))/i;

/**
 * The different dates of a file's own name, its folders left out, as ISO text in the order of the name: YYYY-MM-DD, and
 * day, month and four-digit year with -, _ or . between. Never month first. Not the number of a year group or class
 * ("Year 11-09-2026") or of a review ("AP1-10-2026"), and no named month, for "Review 1 Sep 2026" may be the first review of September.
 * A name that says when it was exported or printed has none.
 */
export function datesInName(name: string): string[] {
  const stem = stemOf(name);
  return printing.test(stem) ? [] : different(numericDates(stem));
}

/** The different dates of a text that is known to hold one, those with a named month ("7 September 2026") too. */
export function datesInText(text: string): string[] {
  const named = [...text.matchAll(namedMonth)].map(([, day, , month, year]) =>
    readDate(`${day} ${month} ${year}`),
  );
  return different([...numericDates(text), ...named]);
}

/** A file's name without folders and extension. */
export function stemOf(name: string): string {
  return name
    .split("/")
    .at(-1)!
    .replace(/\.[^.]*$/, "");
}

function numericDates(text: string): (string | null)[] {
  return [...text.matchAll(numericDate)].map((match) =>
    match[1]
      ? readDate(`${match[1]}-${match[3]}-${match[4]}`)
      : readDate(`${match[5]}/${match[7]}/${match[8]}`),
  );
}

function different(dates: readonly (string | null)[]): string[] {
  return [...new Set(dates.filter((date) => date !== null))];
}

/** The date in a file's name; null without one, and where there are several. */
export function dateInName(name: string): string | null {
  const dates = datesInName(name);
  return dates.length === 1 ? dates[0]! : null;
}

/** The dates of the review labels that stand as whole words in the titles, without those within a longer one. */
export function titledDates(titles: readonly string[], dates: ReadonlyMap<string, string>): string[] {
  const words = (text: string) => ` ${fold(text.replace(/[^\p{L}\p{N}]+/gu, " "))} `;
  const found = [...dates.keys()].filter((name) =>
    titles.some((title) => words(title).includes(words(name))),
  );
  const longest = found.filter(
    (name) => !found.some((other) => words(other) !== words(name) && words(other).includes(words(name))),
  );
  return [...new Set(longest.map((name) => dates.get(name)!))];
}
