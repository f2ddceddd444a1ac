import type { SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/** Nobody mentors themselves: the student's identifier stands in the mentor's column. */
export function checkMentorIsNotStudent(facts: SmallFacts, warnings: Warnings): void {
  for (const table of ["agreements", "referrals"] as const) {
    for (const fact of facts[table]) {
      if (fact.row.mentor_id === null || fact.row.mentor_id !== fact.row.student_id) continue;
      warnings.warn(fact, `${table}-mentor-is-student`, {
        column: "mentor_id",
        code: "constraint-error",
        message: "The mentor has the student's own identifier. Put the mentor's there.",
      });
    }
  }
}
