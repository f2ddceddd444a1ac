import type { Change, Cohort } from "../record.ts";
import { fewestToJudge } from "../verdict.ts";
import { count, numberWord, sentenceCase, share, signed } from "../words.ts";

/**
 * The finding on the primary outcome in one sentence, in words that a design without a comparison group earns:
 * "rose", "fell", "no clear change".
 */
export function primarySentence(cohort: Cohort, change: Change, label: string): string {
  const what =
    label === "Mean of the criteria"
      ? "review grades"
      : label === "Predicted grade"
        ? "predicted grades"
        : `grades for ${label.toLowerCase()}`;
  const { n } = change;
  if (n === 0) {
    return `${sentenceCase(count(cohort.started, "student"))} started, and none could be measured on ${what} before and after.`;
  }
  const { up, down } = change.signTest;
  const moved = `${numberWord(up)} of ${count(n, "mentored student")} ${up === 1 ? "was" : "were"} graded higher and ${numberWord(down)} lower`;
  if (n < fewestToJudge) return `Too few students to judge: ${moved}.`;
  if (!change.ci95) return `${sentenceCase(what)} of mentored students all changed alike: ${moved}.`;
  const range = `${signed(change.mean!)} grades a student on average, plausibly ${signed(change.ci95[0])} to ${signed(change.ci95[1])}`;
  if (change.ci95[0] > 0) {
    return `${sentenceCase(what)} of mentored students rose; whether they would have risen anyway cannot be told: ${n >= 20 ? share(up, n) : moved}${n >= 20 ? " were graded higher" : ""} (${range}).`;
  }
  if (change.ci95[1] < 0) return `${sentenceCase(what)} of mentored students fell: ${moved} (${range}).`;
  return `No clear change in ${what}: ${moved} (${range}).`;
}
