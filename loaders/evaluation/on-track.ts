import type { Programme } from "../programme/load-settings.ts";
import { pointMeasures } from "../programme/schema.ts";
import type { People } from "./attainment/people.ts";
import { onTrackByPoints } from "./attainment/points-measures.ts";
import type { YearGrades } from "./attainment/year-grades.ts";
import type { Models } from "./models.ts";
import { pairedShares } from "./paired-shares.ts";
import type { OnTrack } from "./record.ts";

/** On track before and after, for the mentees and for everyone of the same year groups; null where it is off. */
export function onTrack(
  programme: Programme,
  models: Models,
  people: People,
  grades: YearGrades,
): OnTrack | null {
  const { onTrack: declared } = programme.settings;
  if (!declared) return null;
  const { measure, pass, points, yearGroups } = declared;
  const inPoints = pointMeasures.find((one) => one === measure);
  const rows = inPoints
    ? onTrackByPoints(inPoints, points!, programme, people, grades)
    : models.onTrack.filter(({ id }) => id === "declared");
  return {
    measure,
    ...(pass === undefined ? {} : { pass }),
    ...(points === undefined ? {} : { points }),
    yearGroups,
    ...pairedShares(rows),
  };
}
