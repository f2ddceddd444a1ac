import type { Comparison, Obstacle } from "../record.ts";
import { tooFarApart } from "../too-far-apart.ts";
import { list, numberWord, signed, withinSentence } from "../words.ts";

/** What stands between the finding and "promising", a sentence each. */
export function obstacleSentences(obstacles: readonly Obstacle[], comparison: Comparison): string[] {
  const bounds = comparison.attrition?.bounds;
  const apart = tooFarApart(comparison) ?? [];
  const said: Record<Obstacle, string> = {
    "no clear rise": "The change is not clearly above zero.",
    "depends on the scoring":
      "With other distances between the grades the change is not clear, so it depends on the scoring.",
    leavers: bounds
      ? `Had everybody who was not measured ended at the worst grade, the mean change would be ${signed(bounds[0])}.`
      : "What those who were not measured could make of it is not known.",
    "no comparison": "There is no comparison with students who were not mentored.",
    "few compared": `Only ${numberWord(comparison.n?.[0] ?? 0)} of the mentored students could be compared, too few to speak for all who were measured.`,
    "baseline fails": apart.some(({ covariate }) => covariate !== "baseline")
      ? `The comparison group stood too far from the mentored students before the start in ${list(apart.map(({ label }) => withinSentence(label)))}.`
      : "The comparison group stood too far from the mentored students before the start.",
    "no clear difference": "The adjusted difference from the comparison group is not clearly above zero.",
  };
  return obstacles.map((obstacle) => said[obstacle]);
}
