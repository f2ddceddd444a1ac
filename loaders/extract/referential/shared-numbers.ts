import type { SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/** A UPN or ULN that two students have joins nothing. */
export function checkSharedNumbers(facts: SmallFacts, warnings: Warnings): void {
  for (const column of ["upn", "uln"]) {
    const numberOf = (row: (typeof facts.students)[number]["row"]) =>
      (row[column] as string | null)?.toUpperCase() ?? null;
    const counts = new Map<string | null, number>();
    for (const { row } of facts.students) counts.set(numberOf(row), (counts.get(numberOf(row)) ?? 0) + 1);
    for (const fact of facts.students) {
      const number = numberOf(fact.row);
      if (number === null || counts.get(number) === 1) continue;
      warnings.warn(fact, `shared-${column}`, {
        column,
        code: "primary-key",
        message: `Another student has the same ${column}, so lines that name a student by it cannot be used. Correct it in the export.`,
      });
    }
  }
}
