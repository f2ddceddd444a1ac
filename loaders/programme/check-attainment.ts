import { fold } from "../extract/columns.ts";
import { pointsQualifications } from "./points-tables.ts";
import { ProgrammeError } from "./programme-error.ts";
import type { ProgrammeSettings } from "./schema.ts";
import { slotModel } from "./slot-model.ts";
import { suggest } from "./suggest.ts";

/**
 * Checks what attainment is counted by: a measure that the year and year groups have, qualifications that have points, a
 * subject in one basket alone.
 * @throws ProgrammeError that names the setting.
 */
export function checkAttainment(settings: ProgrammeSettings): void {
  const { qualifications, attainment8, onTrack } = settings;
  if (onTrack?.measure === "attainment-8" && slotModel(settings) === null)
    throw new ProgrammeError(
      'programme.json: "onTrack.measure" is "attainment-8", which there was not before the results of 2016. Give its slots under "attainment8.baskets", or use another measure.',
    );
  const tooYoung = onTrack?.yearGroups.find((year) => Number(year) < 12);
  if (onTrack?.measure === "a-level-average-points" && tooYoung !== undefined)
    throw new ProgrammeError(
      `programme.json: "onTrack.yearGroups" has year ${tooYoung}, which takes no A levels. Give the year groups that do, for example ["12", "13"].`,
    );
  qualifications.forEach(({ points }, i) => {
    if (points === undefined || pointsQualifications.some((name) => fold(name) === fold(points))) return;
    const meant = suggest(points, pointsQualifications);
    throw new ProgrammeError(
      `programme.json: qualifications[${i}].points is "${points}", which is no qualification with points. ${meant ? `Did you mean "${meant}"?` : "Use one of docs/points.md."}`,
    );
  });
  const basketOf = new Map<string, string>();
  for (const { label, subjects } of attainment8.baskets ?? [])
    for (const subject of subjects) {
      const other = basketOf.get(fold(subject));
      if (other !== undefined)
        throw new ProgrammeError(
          `programme.json: "attainment8.baskets" has "${subject}" in "${other}" and in "${label}". Keep it in one of them.`,
        );
      basketOf.set(fold(subject), label);
    }
}
