import type { Fact } from "../fact.ts";
import { dateOf, placeOf, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/**
 * Two meetings of one student that were held on one day, though planned for two: they may be one. Those that were planned
 * for one day are one, and were joined or refused earlier.
 */
export function checkMeetingsOnOneDay(facts: SmallFacts, warnings: Warnings): void {
  const seen = new Map<string, Fact>();
  for (const fact of facts.meetings) {
    if (fact.row.status !== "held") continue;
    const column = dateOf(fact, "held_on") === null ? "planned_on" : "held_on";
    const day = dateOf(fact, column)!;
    const key = JSON.stringify([fact.row.student_id, day]);
    const other = seen.get(key);
    if (!other) {
      seen.set(key, fact);
      continue;
    }
    if (other.row.planned_on === fact.row.planned_on) continue;
    warnings.warn(fact, "meetings-on-one-day", {
      column,
      code: "primary-key",
      message: `Another meeting of this student was held on ${day} too (${placeOf(other)}), planned for another day, and both are counted. If they are one meeting, keep one of the lines.`,
    });
  }
}
