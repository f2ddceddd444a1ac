import type { Change, Comparison, Obstacle, Robustness, Verdict } from "./record.ts";
import { tooFarApart } from "./too-far-apart.ts";

/** Fewer measured students than this are described, not judged. */
export const fewestToJudge = 6;

/** The rule in words, as pages print it. */
export const verdictRule =
  "Fewer than six students measured: not enough data. The interval of the mean change lies below zero: fell. Promising needs all of these: the interval of the mean change lies above zero; more students rose than fell; the change is there with other distances between the grades too; it would be above zero had everybody who was not measured ended at the worst grade; there is a comparison group, of at least six of the mentored students and no fewer than half of them, whose grades before were no more than a quarter of a standard deviation away (of matched students, nor what they could not be matched on); and the interval of the adjusted difference lies above zero. Supported needs the same of an outcome that neither the mentor nor the teachers who review produced, in at least 30 students. Everything else: inconclusive.";

/** What the verdict looks at: the primary outcome, and what it is held against. */
export interface Evidence {
  change: Change;
  robustness: Robustness;
  comparison: Comparison;
}

/**
 * The verdict on "did mentoring work?": a pure function of the record. "Supported" is not given yet, for no outcome is
 * evaluated that neither the mentor nor the teachers who review produced.
 */
export function verdict(evidence: Evidence): Verdict {
  const { change } = evidence;
  if (change.n < fewestToJudge) return "not enough data";
  if (change.ci95 && change.ci95[1] < 0) return "fell";
  return obstacles(evidence).length === 0 ? "promising" : "inconclusive";
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
