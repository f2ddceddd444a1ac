import { scaleWorth } from "../../programme/grade-worth.ts";
import { type Programme, scaleIds } from "../../programme/load-settings.ts";
import { type PassMeasure, usualSubjects } from "../../programme/schema.ts";
import type { Models } from "../models.ts";
import { pairedShares } from "../paired-shares.ts";
import type { PassesMeasure } from "./record.ts";

/** What the measures are called, before the grade that is a pass. */
export const passMeasureNames: Record<PassMeasure, string> = {
  "five-passes-with-english-and-maths": "Five passes with English and maths",
  "english-and-maths": "English and maths",
};

const measures: { id: string; measure: PassMeasure; points: number }[] = [
  { id: "five-passes", measure: "five-passes-with-english-and-maths", points: 4 },
  { id: "basics-standard", measure: "english-and-maths", points: 4 },
  { id: "basics-strong", measure: "english-and-maths", points: 5 },
];

/** The measures by passes of the counted year groups, whatever onTrack declares; a reason for each that is not there. */
export function passesMeasures(
  programme: Programme,
  models: Pick<Models, "onTrack">,
): { measures: PassesMeasure[]; why: Record<string, string> } {
  const { onTrack } = programme.settings;
  const { yearGroups } = onTrack ?? usualSubjects;
  const why: Record<string, string> = {};
  const counted = measures.flatMap(({ id, measure, points }): PassesMeasure[] => {
    const grades = passGrades(programme, yearGroups, points);
    const shares = pairedShares(models.onTrack.filter((row) => row.id === id));
    if (grades.length === 0) {
      why[id] =
        `No scale of year ${yearGroups.join(", ")} has a grade worth exactly ${points} points, so there is no such pass.`;
      return [];
    }
    if (shares.everyone.before.n === 0) {
      why[id] = `Nobody of year ${yearGroups.join(", ")} has a known status both before and after.`;
      return [];
    }
    return [
      {
        id,
        label: `${passMeasureNames[measure]} at ${grades.join(" or ")} or above`,
        yearGroups: [...yearGroups],
        declared: onTrack?.measure === measure && grades.includes(onTrack.pass ?? ""),
        ...shares,
      },
    ];
  });
  return { measures: counted, why };
}

/** Single grades worth exactly the points on the scales of these year groups: 4, C. */
function passGrades(programme: Programme, yearGroups: readonly string[], points: number): string[] {
  const ids = programme.settings.qualifications
    .filter(({ yearGroups: years }) => !years || years.some((year) => yearGroups.includes(year)))
    .flatMap(scaleIds);
  const grades = [...new Set(ids)].flatMap((id) => {
    const of = scaleWorth(programme, id);
    const place = of?.size === 1 ? of.worth.indexOf(points) : -1;
    return place < 0 ? [] : [programme.scales.get(id)!.bestFirst[place]!];
  });
  return [...new Set(grades)];
}
