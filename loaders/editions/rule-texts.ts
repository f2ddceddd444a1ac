import type { ProgrammeSettings } from "../programme/schema.ts";
import type { Flag } from "./page-data.ts";

/** Grades below the target from which on a subject counts as far below it. */
export const farBelow = 2;

/** The rules of concern, in the order shown, with their thresholds in words. */
export function ruleTexts(
  rules: ProgrammeSettings["atRisk"],
): { rule: Flag["rule"]; label: string; explanation: string }[] {
  return [
    {
      rule: "off_target",
      label: "Below target",
      explanation: `Predicted grade below the target grade, on the same scale, in ${rules.offTargetSubjects} or more subjects. Red where a subject is ${farBelow} or more grades below. Subjects without a target are not counted.`,
    },
    {
      rule: "criterion_decline",
      label: "Review grades down",
      explanation: `At least one review criterion lower than at the review before, in ${rules.declineSubjects} or more subjects.`,
    },
    {
      rule: "attendance",
      label: "Attendance",
      explanation: `${Math.round(100 * rules.persistentAbsence)}% or more of possible sessions missed this year. Unknown with fewer than ${rules.minimumSessions} possible sessions.`,
    },
  ];
}
