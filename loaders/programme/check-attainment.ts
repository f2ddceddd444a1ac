import { fold } from "../extract/columns.ts";
import { pointsQualifications } from "./points-tables.ts";
import { ProgrammeError } from "./programme-error.ts";
import type { ProgrammeSettings } from "./schema.ts";
import { suggest } from "./suggest.ts";

/**
 * Checks what attainment is counted by: qualifications that have points, a subject in one basket alone.
 * @throws ProgrammeError that names the setting.
 */
export function checkAttainment({ qualifications, attainment8 }: ProgrammeSettings): void {
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
