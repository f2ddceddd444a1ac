import { academicYearOf } from "../programme/academic-year.ts";
import type { Programme } from "../programme/load-settings.ts";
import { type AspectFinder, aspectRemedy } from "./aspects.ts";
import { fold } from "./columns.ts";
import { contradiction, isDeclared } from "./date-doubts.ts";
import type { Heading } from "./read-heading.ts";
import type { GradeColumn } from "./read-marksheet.ts";
import type { ReviewDate } from "./review-date.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * Warns of review dates that programme.json declares and that lie where no review of the programme can be of use, or that
 * a name or title contradicts.
 */
export function warnOfReviewDates(
  { settings }: Programme,
  file: SourceFile,
  from: ReviewDate,
  titles: readonly string[],
): void {
  const { reviewDate, reviewDates = {} } = file.source ?? {};
  const used = "fixed" in from ? [from.fixed] : "label" in from ? [...from.dates.values()] : [];
  const { academicYear, asOf } = settings;
  for (const date of new Set(used)) {
    const setting = date === reviewDate ? "reviewDate" : "reviewDates";
    if (date !== reviewDate && !Object.values(reviewDates).includes(date)) continue;
    const said = `The review date ${date} that programme.json declares for this file ("${setting}")`;
    const message =
      date > asOf
        ? `${said} is after ${asOf} ("asOf"), so its grades are not used. Correct one of the two.`
        : academicYearOf(date) !== academicYear
          ? `${said} is not in the academic year ${academicYear}. Correct it if it is a slip; a review of another year may stay.`
          : null;
    if (message !== null) file.warn(null, { column: null, code: "impossible-date", message });
  }
  const isFixed = "fixed" in from;
  if (used.length === 0 || (isFixed && !isDeclared(file, from.fixed))) return;
  const said = contradiction(file, titles, used, isFixed);
  if (said === null) return;
  const declares = isFixed
    ? `programme.json declares ${from.fixed} for it ("${from.fixed === reviewDate ? "reviewDate" : "reviewDates"}"), which counts`
    : 'all dates that programme.json declares for it ("reviewDates") are of another, and count';
  file.warn(null, {
    column: null,
    code: "impossible-date",
    message: `${said.charAt(0).toUpperCase()}${said.slice(1)}, and ${declares}. Correct it if it is a slip. If its files are of several reviews, give each a source of its own, or leave the date to the names.`,
  });
}

/**
 * Warns of columns that begin with a subject of the file and end in no known aspect: their grades are not read, and the
 * end may only be mistyped. Columns with the same end are one warning.
 * @param index The cells of the columns that are read otherwise.
 */
export function warnOfUnknownAspects(
  programme: Programme,
  file: SourceFile,
  { labels, above }: Heading,
  index: ReadonlyMap<string, number>,
  grades: readonly GradeColumn[],
  finder: AspectFinder,
): void {
  const subjects = [...new Set(grades.flatMap(({ subject }) => subject ?? []))].sort(
    (a, b) => b.length - a.length,
  );
  const read = new Set([...index.values(), ...grades.map((column) => column.index)]);
  const found = finder.judgeAll(labels);
  const ends = new Map<string, { end: string; columns: string[]; subject: string }>();
  labels.forEach((written, i) => {
    const label = written.normalize("NFC").replace(/[\s_]+/g, " ");
    if (label === "" || read.has(i) || finder.whole(label) !== null) return;
    // Under a subject above, whatever the whole of it may end in: "Maths" over "Target Effort".
    const over = above?.[i]?.normalize("NFC").replace(/[\s_]+/g, " ");
    if (!over && found[i]) return;
    const subject = over ? over : subjects.find((name) => beginsWith(label, name));
    if (subject === undefined) return;
    const end = label
      .slice(subject.length)
      .replace(/^[\s:|/–—(*#~^!-]+/, "")
      .replace(/\)$/, "");
    const group = ends.get(fold(end)) ?? { end, columns: [], subject };
    ends.set(fold(end), group);
    group.columns.push(label);
  });
  for (const { end, columns, subject } of ends.values()) {
    const [first, ...others] = columns;
    const more = others.length === 0 ? "" : ` and ${others.length} more like it`;
    file.warn(null, {
      column: first!,
      code: "unmapped-value",
      message: `"${first}"${more}: ${others.length === 0 ? "this column stands" : "these columns stand"} with the grades of a subject (${subject}), but "${end}" is no known aspect, so ${others.length === 0 ? "it is" : "they are"} not read. ${aspectRemedy(programme, file, end)}`,
    });
  }
}

/** Whether a header is a subject and something after it: "English Foccus", not "Englishness". */
function beginsWith(label: string, subject: string): boolean {
  return fold(label).startsWith(fold(subject)) && /^[\s:|/–—(*#~^!-]/.test(label.slice(subject.length));
}
