import type { Change, Comparison, IndependentOutcome, Obstacle, Robustness, Verdict } from "./record.ts";
import { tooFarApart } from "./too-far-apart.ts";
import { fewestToJudge } from "./verdict-rule.ts";

/** What the verdict looks at: the primary outcome, and what it is held against. */
export interface Evidence {
  change: Change;
  robustness: Robustness;
  comparison: Comparison;
}

/**
 * The verdict on "did mentoring work?": a pure function of the record.
 * @param independent The outcomes that neither the mentor nor the teachers who review produced.
 */
export function verdict(
  evidence: Evidence,
  independent: readonly Pick<IndependentOutcome, "supports">[],
): Verdict {
  const { change } = evidence;
  if (change.n < fewestToJudge) return "not enough data";
  if (change.ci95 && change.ci95[1] < 0) return "fell";
  if (obstacles(evidence).length > 0) return "inconclusive";
  return independent.some(({ supports }) => supports) ? "supported" : "promising";
}

/**
 * What keeps a verdict from being promising; nothing where it is.
 *
 * @param evidence Of at least six measured students whose change did not fall.
 */
export function obstacles({ change, robustness, comparison }: Evidence): Obstacle[] {
  const rose = change.ci95 !== null && change.ci95[0] > 0 && change.signTest.up > change.signTest.down;
  const has: [Obstacle, boolean][] = [
    ["no clear rise", !rose],
    ["depends on the scoring", rose && robustness.dependsOnScoring !== false],
    ["leavers", !(comparison.attrition && comparison.attrition.bounds[0] > 0)],
    ["no comparison", comparison.n === null],
    ["few compared", comparison.n !== null && !speaksForAll(comparison.n[0], change.n)],
    ["baseline fails", comparison.n !== null && tooFarApart(comparison)?.length !== 0],
    ["no clear difference", comparison.n !== null && !(comparison.ancova && comparison.ancova.ci95[0] > 0)],
  ];
  return has.flatMap(([obstacle, is]) => (is ? [obstacle] : []));
}

/** Whether those mentees who could be compared are enough to be judged, and most of those who were measured, or half. */
function speaksForAll(compared: number, measured: number): boolean {
  return compared >= fewestToJudge && 2 * compared >= measured;
}
