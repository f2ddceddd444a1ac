import { alike, count, list, longDate, sentenceCase } from "../evaluation/words.ts";
import { daysBetween } from "../programme/days.ts";
import type { StudentRow, StudentRows } from "./student-rows.ts";

/** What the folder's files do not tell of anybody: said once on the page, not of each student. */
interface Known {
  reviews: boolean;
  predictions: boolean;
  targets: boolean;
  attendance: boolean;
  meetings: boolean;
}

/** Who the student is, when mentored, how often reviewed, and what changed between the baseline and the follow-up. */
export function studentSentence(row: StudentRow, facts: StudentRows, known: Known, asOf: string): string {
  return [
    who(row),
    mentoring(row, facts, known),
    known.reviews ? reviews(facts, asOf) : null,
    row.starts_on && known.reviews ? changes(row, facts) : null,
  ]
    .filter((part) => part !== null)
    .join(" ");
}

const isReview = ({ outcome }: { outcome: string }): boolean =>
  outcome !== "predictions" && outcome !== "test results";

function who(row: StudentRow): string {
  const year = /^\d+$/.test(row.year_group) ? `Year ${row.year_group}` : row.year_group;
  const group = row.tutor_group ? `, tutor group ${row.tutor_group}` : "";
  if (row.on_roll) return `${year}${group}.`;
  return `${year}${group}, ${row.left_on ? `left on ${longDate(row.left_on)}` : "not on roll"}.`;
}

function mentoring(row: StudentRow, { agreements, dose }: StudentRows, known: Known): string {
  if (!row.starts_on) return "Not mentored.";
  const mentors = list([...new Set(agreements.map(({ mentor }) => mentor))]);
  const when = row.active
    ? `since ${longDate(row.starts_on)}`
    : `from ${longDate(row.starts_on)} to ${longDate(row.ends_on!)}`;
  const meetings = known.meetings && dose ? `, ${dose.held} of ${dose.planned} meetings held` : "";
  return `Mentored ${when} by ${mentors}: ${count(row.weeks!, "week")} on the programme${meetings}.`;
}

function reviews({ grades }: StudentRows, asOf: string): string {
  const own = grades.filter(isReview);
  const days = [...new Set(own.map(({ review_date }) => review_date))].sort();
  const newest = days.at(-1);
  if (!newest) return "No review grade this year.";
  const subjects = new Set(own.map(({ subject }) => subject)).size;
  const age = daysBetween(newest, asOf);
  return `Reviewed on ${count(days.length, "date")} in ${count(subjects, "subject")}, the latest on ${longDate(newest)}${age === 0 ? "" : `, ${count(age, "day")} before the date of the data`}.`;
}

function changes(row: StudentRow, { pairs }: StudentRows): string {
  if (row.quick_leaver) return "A quick leaver: grades before and after are not compared.";
  if (!pairs || pairs.measured === 0)
    return "No review grade can be compared between baseline and follow-up.";
  const [all, up, down, same] = alike(pairs.measured, pairs.higher, pairs.lower, pairs.same);
  return `Of ${all} review ${pairs.measured === 1 ? "grade" : "grades"} compared between baseline and follow-up, ${up} ${pairs.higher === 1 ? "is" : "are"} higher, ${down} lower and ${same} the same.`;
}

/** What is not known of one student though the folder's files tell it of others. */
export function studentGaps(
  row: StudentRow,
  facts: StudentRows,
  known: Known,
  { asOf, staleDays }: { asOf: string; staleDays: number },
): string[] {
  const own = facts.grades.filter(isReview);
  const subjects = [...new Set(own.map(({ subject }) => subject))];
  const predicted = new Set(
    facts.grades.filter(({ outcome }) => outcome === "predictions").map(({ subject }) => subject),
  );
  const target = new Set(facts.targets.map(({ subject }) => subject));
  const every = [...new Set([...subjects, ...predicted, ...target])].sort();
  const stale = subjects.filter((subject) =>
    own.every((grade) => grade.subject !== subject || daysBetween(grade.review_date, asOf) > staleDays),
  );
  const said: (string | false)[] = [
    known.reviews && own.length === 0 && "No review grade of this year.",
    stale.length > 0 && `No review in the last ${staleDays} days in ${list(stale)}: ask the teacher.`,
    known.predictions && without("predicted grade", every, predicted),
    known.targets && without("target", every, target),
    known.attendance && facts.attendance.length === 0 && "No attendance of this year.",
    known.meetings &&
      row.starts_on !== null &&
      facts.meetings.length === 0 &&
      "No meeting is recorded, though there is an agreement.",
  ];
  const { pairs } = facts;
  if (pairs && !row.quick_leaver) {
    if (pairs.without_baseline > 0)
      said.push(
        `${sentenceCase(count(pairs.without_baseline, "review grade"))} without a baseline: no review early enough before the start.`,
      );
    if (pairs.without_follow_up > 0)
      said.push(
        `${sentenceCase(count(pairs.without_follow_up, "review grade"))} without a follow-up: no review late enough after the start.`,
      );
  }
  return said.filter((sentence) => sentence !== false);
}

function without(what: string, subjects: readonly string[], known: ReadonlySet<string>): string | false {
  const missing = subjects.filter((subject) => !known.has(subject));
  if (missing.length === 0) return subjects.length === 0 && `No ${what} in any subject.`;
  return missing.length === subjects.length && missing.length > 1
    ? `No ${what} in any subject.`
    : `No ${what} in ${list(missing)}.`;
}
