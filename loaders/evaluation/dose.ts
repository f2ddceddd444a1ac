import { subtract, toNumber } from "../statistics/fraction.ts";
import { correlationP, partialSpearman, spearman, spearmanExactP } from "../statistics/spearman.ts";
import type { Models } from "./models.ts";
import type { Correlation, Dose } from "./record.ts";
import type { StudentMeans } from "./student-means.ts";

/**
 * How the change of the primary outcome goes with the meetings held and with the weeks on the programme, over the
 * measured mentees: a description, for those who need more may get more.
 */
export function dose(models: Models, students: readonly StudentMeans[], hasMeetings: boolean): Dose {
  const held = new Map(models.menteeMeetings.map((row) => [row.student_id, row.held]));
  const weeks = new Map(models.mentees.map((mentee) => [mentee.student_id, mentee.weeks]));
  const ofWeeks = correlation(students, weeks);
  const noMeetings = { ...none, n: 0, why: "There is no meetings file." };
  return { ...(hasMeetings ? correlation(students, held) : noMeetings), weeks: ofWeeks };
}

const none = { spearman: null, p: null, partial: null };

function correlation(students: readonly StudentMeans[], doses: ReadonlyMap<string, number>): Correlation {
  const n = students.length;
  const given = students.map(({ studentId }) => doses.get(studentId)!);
  const gains = students.map(({ before, after }) => toNumber(subtract(after, before)));
  const rho = spearman(given, gains);
  if (rho === null)
    return { ...none, n, why: "Too few students were measured, or all had as much, or all changed alike." };
  const partial = partialSpearman(
    given,
    gains,
    students.map(({ before }) => toNumber(before)),
  );
  const exact = spearmanExactP(given, gains);
  const p = exact ?? (partial === null ? null : correlationP(partial, n - 3));
  return { n, spearman: rho, p, partial };
}
