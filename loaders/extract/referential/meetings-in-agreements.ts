import type { Fact } from "../fact.ts";
import { byStudent, compare, dateOf, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/**
 * A meeting before a student's first agreement or after the last one. A gap between two agreements is inside; an
 * agreement without an end goes on; a meeting cancelled because the agreement had ended is no contradiction.
 */
export function checkMeetingsInAgreements(facts: SmallFacts, warnings: Warnings): void {
  const spans = new Map([...byStudent(facts.agreements)].map(([id, agreements]) => [id, spanOf(agreements)]));
  for (const fact of facts.meetings) {
    const span = spans.get(fact.row.student_id as string);
    if (!span || fact.row.status === "cancelled") continue;
    const column = dateOf(fact, "held_on") === null ? "planned_on" : "held_on";
    const day = dateOf(fact, column)!;
    const before = day < span.start;
    const after = span.end !== null && day > span.end;
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

/** The first start and the last end; null where an agreement has none. */
function spanOf(agreements: readonly Fact[]): { start: string; end: string | null } {
  const starts = agreements.map((agreement) => dateOf(agreement, "starts_on")!).sort(compare);
  const ends = agreements.map((agreement) => dateOf(agreement, "ended_on"));
  const open = ends.some((end) => end === null);
  return { start: starts[0]!, end: open ? null : (ends as string[]).sort(compare).at(-1)! };
}
