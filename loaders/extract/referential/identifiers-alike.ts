import type { Fact } from "../fact.ts";
import { placeOf, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/** Two identifiers that differ by capital letters only are kept apart, but are more often one person than two. */
export function checkIdentifiersAlike(facts: SmallFacts, warnings: Warnings): void {
  alike(facts.students, "student_id", "student", warnings);
  alike(facts.staff, "staff_id", "member of staff", warnings);
}

function alike(facts: readonly Fact[], column: string, who: string, warnings: Warnings): void {
  const seen = new Map<string, Fact>();
  for (const fact of facts) {
    const folded = (fact.row[column] as string).toLowerCase();
    const other = seen.get(folded);
    if (!other) {
      seen.set(folded, fact);
      continue;
    }
    warnings.warn(fact, `${column}-alike`, {
      column,
      code: "primary-key",
      message: `This identifier differs from that of ${placeOf(other)} in capital letters only, and the two are read as two people. If it is the same ${who}, remove one line and write the identifier the same way everywhere.`,
    });
  }
}
