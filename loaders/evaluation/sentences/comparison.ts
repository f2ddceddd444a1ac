import type { AdjustedDifference, Balance, Change, Comparison, EvaluationRecord } from "../record.ts";
import { tooFarApart } from "../too-far-apart.ts";
import { list, signed, withinSentence } from "../words.ts";
import { besideSentences } from "./beside.ts";

/** Standardised differences with two decimals and no sign: "0.25". */
const size = (value: number): string => Math.abs(value).toFixed(2);

/**
 * What the comparison with students who were not mentored says, in verbs that the design earns: "alongside" where the
 * groups stood too far apart before, "associated with" where that can be allowed for. Nothing causal.
 */
export function comparisonSentences({ primary, comparison }: EvaluationRecord): string[] {
  const anyway =
    "Students chosen for low grades tend to rise anyway, so this cannot tell whether mentoring made the difference.";
  if (comparison.n === null) return [`There is no comparison. ${comparison.why.n} ${anyway}`];
  const others = [...besideSentences(comparison), ...anywayToo(comparison, primary.change)];
  const baseline = comparison.balance?.find(({ covariate }) => covariate === "baseline");
  if (!comparison.ancova || !baseline?.class)
    return [...others, `An adjusted difference cannot be given: ${comparison.why.ancova ?? baseline?.why}`];
  return [...others, adjusted(comparison, comparison.ancova, baseline), ...disagreement(comparison)];
}

/** At equal grades before, in the verb of the design; what the groups stood too far apart in is named. */
function adjusted(comparison: Comparison, { b, ci95 }: AdjustedDifference, baseline: Balance): string {
  const difference = `${signed(b)} grades (plausibly ${signed(ci95[0])} to ${signed(ci95[1])})`;
  const whose = comparison.group === "matched" ? "the paired students" : "the mentored students";
  const stood =
    baseline.class === "satisfied"
      ? `Before the start ${whose} stood as the others did`
      : `Before the start ${whose} stood ${size(baseline.g!)} standard deviations ${baseline.g! < 0 ? "lower" : "higher"}`;
  const apart = tooFarApart(comparison) ?? [];
  if (apart.length === 0)
    return `${stood}${baseline.class === "satisfied" ? "" : ", which is allowed for"}: at equal grades before, being mentored was associated with a difference of ${difference} afterwards.`;
  const besides = apart
    .filter((row) => row !== baseline)
    .map(({ label, g }) => `${withinSentence(label)} (${size(g!)} standard deviations)`);
  const further = besides.length > 0 ? `; they were not alike in ${list(besides)}` : "";
  return `${stood}${further}, too far apart for a fair comparison: at equal grades before, grades moved by ${difference} more alongside mentoring, and no more can be said.`;
}

/** What of the gain was to be expected anyway. */
function anywayToo({ group, expectedGain, menteeGain }: Comparison, { ci95 }: Change): string[] {
  if (expectedGain === null) return [];
  const rose = ci95 !== null && ci95[0] > 0 && menteeGain! > 0;
  const who = group === "matched" ? "paired" : "mentored";
  const part =
    rose && expectedGain > 0 ? `, ${shareOf(expectedGain / menteeGain!)} the gain of the ${who}` : "";
  return [
    `Of students who stood where the ${who} stood, ${signed(expectedGain)} was to be expected anyway${part}.`,
  ];
}

/** How much of a gain a part of it is, in words. */
function shareOf(part: number): string {
  if (part >= 1) return "no less than";
  if (part >= 0.85) return "nearly all of";
  if (part >= 0.6) return "most of";
  if (part >= 0.4) return "about half of";
  if (part >= 0.2) return "about a third of";
  return "a small part of";
}

/** The unadjusted difference is a check: where it does not say the same, that is said. */
function disagreement({ ancova, gainDifference }: Comparison): string[] {
  if (!ancova || !gainDifference) return [];
  const side = ([low, high]: readonly [number, number]) => (low > 0 ? 1 : high < 0 ? -1 : 0);
  if (side(ancova.ci95) === side(gainDifference.ci95)) return [];
  return [
    `The plain difference of the gains, ${signed(gainDifference.estimate)} (${signed(gainDifference.ci95[0])} to ${signed(gainDifference.ci95[1])}), says otherwise, so the answer depends on how the start is allowed for.`,
  ];
}
