import { detectableChange, detectableDifference, studentsNeeded } from "../../statistics/detectable.ts";
import type { Verdict } from "../record.ts";
import { tooFarApart } from "../too-far-apart.ts";
import { type Evidence, obstacles } from "../verdict.ts";
import { fewestToJudge, fewestToSupport } from "../verdict-rule.ts";
import { list, numberWord, sentenceCase, withinSentence } from "../words.ts";

/** Half a standard deviation: a change that teachers would notice. */
const worthFinding = 0.5;

/**
 * What would settle an open question: the change that n students can show, how many more cohorts of this size would
 * show half a standard deviation, and what comparison is missing. Null below two students.
 */
export function settledBy(evidence: Evidence, given: Verdict): string | null {
  const { n } = evidence.change;
  if (n < 2) return null;
  const now = `With ${n} students only a change of ${detectableChange(n).toFixed(2)} standard deviations or more would be found four times out of five.`;
  const needed = studentsNeeded(worthFinding)!;
  const missing =
    given === "supported"
      ? "By this rule nothing is missing; only places given by lot among those referred could say more."
      : missingComparison(evidence);
  if (n >= needed) return `${now} That is fine enough for a change of half a standard deviation. ${missing}`;
  const more = Math.ceil((needed - n) / n);
  const total = n * (more + 1);
  return `${now} ${more === 1 ? "One more cohort" : `${sentenceCase(numberWord(more))} more cohorts`} of this size (about ${total} students in all) would find a change of half a standard deviation. ${missing}`;
}

function missingComparison(evidence: Evidence): string {
  const { comparison, change } = evidence;
  if (comparison.n === null)
    return `What is missing is a comparison with similar students who were not mentored, which would say whether the change would have come anyway. ${asMany(change.n)}`;
  const apart = tooFarApart(comparison);
  if (apart?.some(({ covariate }) => covariate === "baseline"))
    return `What is missing is a comparison with students whose grades before were like those of the mentored: a waiting list, or places given by lot among those referred. ${asMany(change.n)}`;
  if (apart && apart.length > 0)
    return `What is missing is a comparison with students who are like the mentored in ${list(apart.map(({ label }) => withinSentence(label)))} too.`;
  if (obstacles(evidence).includes("few compared"))
    return "What is missing are students like the mentored who could not be compared.";
  if (change.n >= fewestToJudge && obstacles(evidence).length === 0)
    return `What is missing is an outcome that neither the mentor nor the teachers who review produce, such as attendance or an exam result, for which the same holds in at least ${fewestToSupport} students.`;
  return "The comparison with students who were not mentored is close enough; more students would make it finer.";
}

/** What a comparison of two groups of that size would find: it takes a larger difference than a change in one group. */
function asMany(n: number): string {
  return `With as many of them as were mentored, a difference of ${detectableDifference(n).toFixed(2)} standard deviations between the groups would be found four times out of five.`;
}
