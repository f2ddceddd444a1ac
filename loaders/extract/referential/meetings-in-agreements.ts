import { byStudent, dateOf, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/**
 * A meeting before a student's first agreement or after the last one. A gap between two agreements is inside; an
 * agreement without an end goes on; a meeting cancelled because the agreement had ended is no contradiction.
 */
export function checkMeetingsInAgreements(facts: SmallFacts, warnings: Warnings): void {
  const agreements = byStudent(facts.agreements);
  for (const fact of facts.meetings) {
    const own = agreements.get(fact.row.student_id as string);
    if (!own || fact.row.status === "cancelled") continue;
    const column = dateOf(fact, "held_on") === null ? "planned_on" : "held_on";
    const day = dateOf(fact, column)!;
    const before = own.every((agreement) => day < dateOf(agreement, "starts_on")!);
    const after = own.every((agreement) => {
      const end = dateOf(agreement, "ended_on");
      return end !== null && day > end;
    });
    if (!before && !after) continue;
    warnings.warn(fact, before ? "meeting-before-agreement" : "meeting-after-agreement", {
      column,
      code: "constraint-error",
      message: before
        ? `This meeting of ${day} was before the student's first agreement starts. Correct the date, or the agreement's starts_on.`
        : `This meeting of ${day} was after the student's last agreement ended. Correct the date, or the agreement's ended_on, or add the agreement that is missing.`,
    });
  }
}
