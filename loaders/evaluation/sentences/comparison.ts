import type { Change, Comparison, EvaluationRecord } from "../record.ts";
import { count, sentenceCase, signed } from "../words.ts";

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
  const others = beside(comparison, primary.change);
  const baseline = comparison.balance?.find(({ covariate }) => covariate === "baseline");
  if (!comparison.ancova || !baseline?.class)
    return [...others, `An adjusted difference cannot be given: ${comparison.why.ancova ?? baseline?.why}`];
  const { b, ci95 } = comparison.ancova;
  const difference = `${signed(b)} grades (plausibly ${signed(ci95[0])} to ${signed(ci95[1])})`;
  const stood =
    baseline.class === "satisfied"
      ? "Before the start the mentored students stood as the others did"
      : `Before the start the mentored students stood ${size(baseline.g!)} standard deviations ${baseline.g! < 0 ? "lower" : "higher"}`;
  const said =
    baseline.class === "fails"
      ? `${stood}, too far apart for a fair comparison: at equal grades before, grades moved by ${difference} more alongside mentoring, and no more can be said.`
      : `${stood}${baseline.class === "satisfied" ? "" : ", which is allowed for"}: at equal grades before, being mentored was associated with a difference of ${difference} afterwards.`;
  return [...others, said, ...disagreement(comparison)];
}

function beside({ n, comparisonGain, expectedGain }: Comparison, { mean, ci95 }: Change): string[] {
  const who = `${sentenceCase(count(n![1], "other student"))} of the same year groups`;
  const moved = `${who} ${n![1] === 1 ? "is" : "are"} set beside them; their grades changed by ${signed(comparisonGain!)} on average in the same weeks.`;
  if (expectedGain === null) return [moved];
  const rose = ci95 !== null && ci95[0] > 0;
  const part = rose && expectedGain > 0 ? `, ${shareOf(expectedGain / mean!)} the gain of the mentored` : "";
  return [
    moved,
    `Of students who stood where the mentored stood, ${signed(expectedGain)} was to be expected anyway${part}.`,
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
