import { byStudent, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

const tables = { meetings: "meeting", actions: "action", feedback: "feedback" } as const;

/**
 * A meeting, action or feedback of a student without any agreement is a record of no mentee, and is not counted. Without
 * an agreements table the folder cannot be used at all, and that is said instead.
 */
export function checkRecordsOfMentees(facts: SmallFacts, warnings: Warnings): void {
  if (facts.agreements.length === 0) return;
  const mentees = byStudent(facts.agreements);
  for (const [table, word] of Object.entries(tables) as [keyof typeof tables, string][]) {
    for (const fact of facts[table]) {
      if (mentees.has(fact.row.student_id as string)) continue;
      warnings.warn(fact, `${table}-of-nobody`, {
        column: "student_id",
        code: "foreign-key",
        message: `This ${word} is of a student who has no agreement, so it is not counted. Add the agreement, or correct the identifier.`,
      });
    }
  }
}
