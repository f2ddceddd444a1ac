import type { Programme } from "../programme/load-settings.ts";
import { attrition } from "./attrition.ts";
import { comparedStudents } from "./compared-students.ts";
import { comparisonGroup } from "./comparison-group.ts";
import { differences } from "./differences.ts";
import type { Models } from "./models.ts";
import type { Comparison } from "./record.ts";
import type { StudentMeans } from "./student-means.ts";

/** Mentored students beside the others on the primary outcome: how alike before, how different after, and who is missing. */
export function comparison(
  { settings, scales }: Programme,
  models: Models,
  mentees: readonly StudentMeans[],
  outcomes: readonly string[],
): Comparison {
  const { group, covariates } = settings.comparison;
  const started = models.mentees.map(({ student_id }) => student_id);
  const lost = attrition(started, mentees, models.pairs, outcomes, scales);
  const students = comparedStudents(
    mentees,
    models.comparisonMeans,
    outcomes,
    (id) => models.students.get(id)!,
  );
  const compared = comparisonGroup(group, covariates, students);
  const found = differences(compared);
  const why: Record<string, string> = { ...found.why };
  if (lost === null)
    why.attrition = "Nobody was measured, so it is not known how far grades could have moved.";
  return {
    group,
    ...found,
    notCompared: mentees.length - (found.n?.[0] ?? 0),
    ...(compared.matching ? { matching: compared.matching } : {}),
    attrition: lost,
    why,
  };
}
