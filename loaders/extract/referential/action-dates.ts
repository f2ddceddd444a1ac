import { dateOf, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/** An action that was due or checked before it was set. */
export function checkActionDates(facts: SmallFacts, warnings: Warnings): void {
  for (const fact of facts.actions) {
    for (const [column, word] of [
      ["due_on", "due"],
      ["checked_on", "checked"],
    ] as const) {
      const day = dateOf(fact, column);
      if (day === null || day >= dateOf(fact, "set_on")!) continue;
      warnings.warn(fact, `action-${column}-before-set`, {
        column,
        code: "constraint-error",
        message: `The action is ${word} before it was set. Correct one of the dates.`,
      });
    }
  }
}
