import { academicYearOf } from "../programme/academic-year.ts";
import { datesInText, printing, stemOf } from "./date-in-name.ts";
import { qualifierIn } from "./qualifiers.ts";

/** Words beside which a year is that of students, not of a review. */
const ofStudents = /cohort|intake|leavers|entry|admission|class of/i;

const yearPair =
  /(?<!\d[/.-]|\d)((?:19|20)\d{2}) ?[-/_–] ?(?:19|20)?(\d{2})(?!\d|[-/._]\d)|(?:academic|school) ?year:? ?(\d{2}) ?[-/] ?(\d{2})(?!\d)/gi;

/** The dates of a title that says when the review was; one that says when it was printed has none. */
export function reviewDatesIn(title: string): string[] {
  return /\b(?:review|assessment|collection|data drop)\b/i.test(title) && !printing.test(title)
    ? datesInText(title)
    : [];
}

/** The academic years that a name or title names ("2009-10", "2009/2010", "Academic Year 09/10"), as "2009-10". */
export function academicYearsIn(text: string): string[] {
  if (printing.test(text) || ofStudents.test(text)) return [];
  return [...text.matchAll(yearPair)].flatMap(([, first, second, short, next]) => {
    const start = first ?? `20${short}`;
    const end = second ?? next!;
    return (Number(start) + 1) % 100 === Number(end) ? [`${start}-${end}`] : [];
  });
}

/**
 * The academic year that a name or title says and that none of the dates is in; null where there is none, or it may be the
 * month of one ("2007-08").
 */
export function otherYear(text: string, dates: readonly string[]): string | null {
  const years = academicYearsIn(text);
  const isOf = (year: string) =>
    dates.some((date) => academicYearOf(date) === year || date.startsWith(year.slice(0, 7)));
  return years.length === 0 || years.some(isOf) ? null : years[0]!;
}

const wholeDate = /(?<!\d)(?:\d{4}([-_])\d{2}\1\d{2}|\d{1,2}([-_.])\d{1,2}\2\d{4})(?!\d)/g;

/** The words of a file's name that say which review or term it is of, each with its number: "review 1", "oct 2010". */
export function reviewWordsIn(name: string): string {
  const words: string[] = [];
  let left = stemOf(name)
    .toLowerCase()
    .replace(wholeDate, (date) => {
      words.push(date);
      return " ";
    });
  for (let found = qualifierIn(left, false); found?.about === "review"; found = qualifierIn(left, false)) {
    const at = left.indexOf(found.word);
    const number = /^[\s._#-]*(\d{1,2})(?![\d\p{L}])/u.exec(left.slice(at + found.word.length));
    words.push(number ? `${found.word} ${number[1]}` : found.word);
    left = `${left.slice(0, at)} ${left.slice(at + found.word.length + (number?.[0].length ?? 0))}`;
  }
  return words.join(" ");
}
