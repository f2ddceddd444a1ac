import type { Change, Cohort, Comparison } from "../record.ts";
import { fewestToJudge } from "../verdict-rule.ts";
import { alike, count, numberWord, sentenceCase, share, signed, withinSentence } from "../words.ts";

/**
 * The finding on the primary outcome in one sentence, in words that every design earns: "rose", "fell", "no clear
 * change", and what of a rise was to be expected anyway.
 */
export function primarySentence(
  cohort: Cohort,
  change: Change,
  outcome: string,
  label: string,
  comparison: Pick<Comparison, "expectedGain" | "n">,
): string {
  const what =
    outcome === "criteria-mean"
      ? "review grades"
      : outcome === "predictions"
        ? "predicted grades"
        : `grades for ${withinSentence(label)}`;
  const { n } = change;
  if (cohort.started === 0) return `No student has started, so nothing can be said of ${what}.`;
  if (n === 0) {
    return `${sentenceCase(count(cohort.started, "student"))} started, and none could be measured on ${what} before and after.`;
  }
  const { up, down } = change.signTest;
  const [higher, lower, all] = alike(up, down, n);
  const moved = (who: string) =>
    `${n >= 20 ? share(up, n) : `${higher} of ${all}`}${who} ${up === 1 ? "was" : "were"} graded higher and ${lower} lower`;
  if (n < fewestToJudge) return `Too few students to judge: ${moved(" mentored students")}.`;
  if (!change.ci95) return `${sentenceCase(what)} of mentored students all changed alike: ${moved("")}.`;
  const by = Math.abs(change.mean!);
  const size = `${by.toFixed(2)} ${by < 1 ? "of a grade" : "grades"} on average`;
  if (change.ci95[0] > 0) {
    return `${sentenceCase(what)} of mentored students rose: ${moved("")}, up ${size}; ${anyway(comparison, n)}.`;
  }
  if (change.ci95[1] < 0)
    return `${sentenceCase(what)} of mentored students fell: ${moved("")}, down ${size}.`;
  return `No clear change in ${what}: ${moved(" mentored students")}.`;
}

function anyway({ expectedGain, n }: Pick<Comparison, "expectedGain" | "n">, measured: number): string {
  if (expectedGain === null || n === null) return "whether they would have risen anyway cannot be told";
  const whose = n[0] < measured ? ` of the ${numberWord(n[0])} who could be compared` : "";
  return `${signed(expectedGain)} was to be expected anyway${whose}`;
}
