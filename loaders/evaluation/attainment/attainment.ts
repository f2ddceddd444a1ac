import type { Programme } from "../../programme/load-settings.ts";
import type { Models } from "../models.ts";
import { accuracy } from "./accuracy.ts";
import type { AttainmentModels } from "./models.ts";
import { passesMeasures } from "./passes-measures.ts";
import type { People } from "./people.ts";
import { pointsMeasures } from "./points-measures.ts";
import type { Attainment } from "./record.ts";
import { startingPoints } from "./starting-points.ts";
import { targets } from "./targets.ts";
import type { YearGrades } from "./year-grades.ts";

/** Every measure of attainment of the record. */
export function attainment(
  programme: Programme,
  models: Models,
  { gaps, differences }: AttainmentModels,
  people: People,
  grades: YearGrades,
): Attainment {
  const passes = passesMeasures(programme, models);
  const points = pointsMeasures(programme, people, grades);
  const { why: noTargets, ...against } = targets(programme, people, gaps);
  const starting = startingPoints(programme, people, grades);
  const met = accuracy(programme, differences);
  return {
    passes: passes.measures,
    points: points.measures,
    ...against,
    progress: starting.progress,
    accuracy: met.accuracy,
    why: { ...passes.why, ...points.why, ...noTargets, ...starting.why, ...met.why },
  };
}
