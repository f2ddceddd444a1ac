import { daysBetween } from "../../programme/days.ts";
import { dateOf, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

const earliestDays = 7;
const longestMinutes = 240;

/** What one meeting says of itself that cannot all be true. */
export function checkMeetingFacts(facts: SmallFacts, warnings: Warnings): void {
  for (const fact of facts.meetings) {
    const { status, minutes } = fact.row;
    const planned = dateOf(fact, "planned_on")!;
    const held = dateOf(fact, "held_on");
    if (held !== null && daysBetween(held, planned) > earliestDays)
      warnings.warn(fact, "meeting-held-early", {
        column: "held_on",
        code: "constraint-error",
        message: `The meeting was held more than a week before the day it was planned for (${planned}). Correct one of the dates.`,
      });
    if (held !== null && status !== "held")
      warnings.warn(fact, "meeting-not-held", {
        column: "status",
        code: "constraint-error",
        message: `The meeting has a date on which it was held, and the status ${status}, which is the one that counts. Empty held_on, or change the status to held.`,
      });
    if (minutes !== null && ((minutes as number) < 0 || (minutes as number) > longestMinutes))
      warnings.warn(fact, "meeting-minutes", {
        column: "minutes",
        code: "constraint-error",
        message: `A meeting of ${minutes} minutes is not likely. Correct the minutes, or leave them empty.`,
      });
  }
}
