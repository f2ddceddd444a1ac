import type { Programme } from "../../programme/load-settings.ts";
import { exampleSurname, isExampleStudent } from "../../programme/template-rows.ts";
import type { SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/** The invented students of the templates, left among the real ones: they would be counted with them. */
export function checkExampleRows(facts: SmallFacts, warnings: Warnings, { settings }: Programme): void {
  if (settings.synthetic) return;
  for (const fact of facts.students) {
    if (fact.row.surname !== exampleSurname || !isExampleStudent(fact.row.student_id as string)) continue;
    warnings.warn(fact, "example-rows", {
      column: "student_id",
      code: "constraint-error",
      message:
        "This is an example row of the templates, and it is counted like a student's. Remove the example rows from every file.",
    });
  }
}
