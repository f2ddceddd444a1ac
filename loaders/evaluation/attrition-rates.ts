import { group } from "d3-array";
import { attritionClass } from "../statistics/attrition-boundary.ts";
import type { ComparisonMeansRow } from "./models.ts";
import type { Attrition, AttritionRates } from "./record.ts";

/**
 * How many of those with the outcome before are missing after, mentored and others, and whether so many, so unevenly,
 * leave the groups comparable. Null where either group has nobody with the outcome before.
 * @param outcomes The criteria whose means are averaged, or the one outcome.
 */
export function attritionRates(
  attrition: Attrition | null,
  rows: readonly ComparisonMeansRow[],
  outcomes: readonly string[],
): AttritionRates | null {
  const seen = rows.filter(
    ({ outcome, subjects_before }) => subjects_before > 0 && outcomes.includes(outcome),
  );
  const byStudent = [...group(seen, (row) => row.student_id).values()];
  const others = {
    lost: byStudent.filter((own) => own.every(({ subjects }) => subjects === 0)).length,
    of: byStudent.length,
  };
  const lost = attrition?.leavers.known ?? 0;
  const mentees = { lost, of: lost + (attrition?.stayers.n ?? 0) };
  if (mentees.of === 0 || others.of === 0) return null;
  const overall = (mentees.lost + others.lost) / (mentees.of + others.of);
  const differential = Math.abs(mentees.lost / mentees.of - others.lost / others.of);
  return {
    mentees,
    others,
    overall,
    differential,
    class: attritionClass(100 * overall, 100 * differential),
  };
}
