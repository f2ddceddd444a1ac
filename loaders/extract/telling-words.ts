import { headerKey } from "./columns.ts";
import { isOnlyQualified, qualifierIn } from "./qualifiers.ts";

/**
 * What a column that is not read may say of the rows of a marksheet. "review": which review they are of, by a column named
 * so. "time", "year": when they are of. "part": of which part of the exam. "assessor": who judged. "any": no header says it,
 * so only its cells can. Null: it describes the student or is a comment, whatever its cells are.
 */
export type Telling = "review" | "time" | "year" | "part" | "assessor" | "any";

const year = /^(?:academic|school)?year(?:s|name|code)?$/;
const time = new RegExp(
  `^(?:${[
    "term|half-?term|cycle|season|series|window|round|snapshot|week|month|checkpoint|milestone|trackingpoint|collection",
    "data(?:drop|point|collection|entry)",
    "(?:assessment|review|report|reporting|tracking)(?:point|window|cycle|period|round|week|date)",
    "dateof(?:the)?(?:review|assessment)",
    "(?:exam|results?)(?:series|season|session)",
  ].join("|")})(?:name|number|no|code|id)?$`,
);
const part = /^(?:component|paper|unit|module|exam(?:part|component|paper))(?:name|title|number|no|code)?$/;
const assessor =
  /^(?:assessor|rater|respondent|marker|(?:assessed|assessment|marked|entered|completed|graded|judged|rated)by)$/;
const quiet =
  /comment|note|remark|feedback|name|mentor|teacher|tutor|staff|head|house|class|group|set|form|course|cohort|intake|entry|joined|admi|leav|birth|dob|born|start|end|target|strength|action|reason|address|phone|mail/;

/** What a column may say by its header. */
export function tellingOfHeader(label: string): Telling | null {
  const key = headerKey(label);
  if (key === "") return null;
  if (year.test(key)) return "year";
  if (time.test(key)) return "time";
  if (part.test(key)) return "part";
  if (assessor.test(key)) return "assessor";
  return quiet.test(key) ? null : "any";
}

const academicYear = /^(?:(?:19|20)\d{2}(?:[/-](?:19|20)?\d{2})?|\d{2}\/\d{2})$/;
const role =
  /^(?:teacher|staff|tutor|student|pupil|learner|self|peer|parent|carer|mentor)s?(?:[ -]?(?:assess(?:ed|ment)|review|view|voice))?$/i;
const ownRole = /^(?:self|student|pupil|learner|peer)\b/i;
const otherGrade =
  /^(?:mock|trial|practice|prev(?:ious)?|prior|last|old|estimated|baseline|provisional|(?:test|paper|exam).*|re(?:sit|take)s?|coursework|controlled assessment|nea)$/i;

const longestName = 30;
const mostWords = 4;

/** Whether a text is as short as names of reviews are; comments are longer. */
export function isShort(text: string): boolean {
  return text.length <= longestName && text.split(/\s+/).length <= mostWords;
}

/** Whether a cell says by itself which review, exam or assessor a row is of: "Autumn Term", "2010/11", "Mock", "Self". */
export function isTelling(text: string): boolean {
  if (academicYear.test(text)) return true;
  if (!/\p{L}/u.test(text)) return false;
  if (role.test(text)) return ownRole.test(text);
  const found = isOnlyQualified(text) ? qualifierIn(text, true) : null;
  return found !== null && (found.about === "review" || otherGrade.test(found.word));
}

/** A value of a column with the number of its rows. */
interface Value {
  text: string;
  rows: number;
}

/**
 * The values of a column by which rows are told apart, those that say nothing left out; names of a review that differ in
 * the year group or class alone ("Y12 Review 1", "Y13 Review 1") are one.
 * @param values All that its cells hold but nothing.
 */
export function tellingValues(telling: Telling, values: readonly Value[]): Value[] {
  if (telling === "year") return values.filter(({ text }) => academicYear.test(text));
  if (telling === "assessor") return values.filter(({ text }) => role.test(text));
  const isComments = values.some(({ text }) => !isShort(text));
  const isNamed = !isComments && values.some(({ text }) => isTelling(text));
  if (telling === "any") return isNamed ? [...values] : [];
  if (telling !== "review") return values.filter(({ text }) => !isComments || isTelling(text));
  return values.filter(
    ({ text, rows }) =>
      isNamed || (!isComments && rows > 1) || /\d/.test(text) || qualifierIn(text, false)?.about === "review",
  );
}
