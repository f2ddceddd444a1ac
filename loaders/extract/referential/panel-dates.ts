import { dateOf, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/** An action of the panel that was due before the panel met. */
export function checkPanelDates(facts: SmallFacts, warnings: Warnings): void {
  for (const fact of facts.panel) {
    const due = dateOf(fact, "due_on");
    if (due === null || due >= dateOf(fact, "panel_date")!) continue;
    warnings.warn(fact, "panel-due-before-panel", {
      column: "due_on",
      code: "constraint-error",
      message: "The action is due before the panel that agreed it. Correct one of the dates.",
    });
  }
}
