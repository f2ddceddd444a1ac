import { daysBetween } from "../../programme/days.ts";
import type { Programme } from "../../programme/load-settings.ts";
import type { Fact } from "../fact.ts";
import { byStudent, compare, dateOf, placeOf, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

const longestDays = 366;

/** Attendance totals whose periods or counts do not fit. More attended than possible is refused earlier. */
export function checkAttendancePeriods(facts: SmallFacts, warnings: Warnings, { settings }: Programme): void {
  for (const fact of facts.attendance_totals) checkPeriod(fact, settings.asOf, warnings);
  for (const totals of byStudent(facts.attendance_totals).values()) checkOverlaps(totals, warnings);
}

function checkPeriod(fact: Fact, asOf: string, warnings: Warnings): void {
  const { attended, late } = fact.row;
  const warn = (column: string, kind: string, message: string) =>
    warnings.warn(fact, kind, { column, code: "constraint-error", message });
  const end = dateOf(fact, "period_end")!;
  if (daysBetween(dateOf(fact, "period_start")!, end) >= longestDays)
    warn(
      "period_end",
      "period-over-a-year",
      "The period is longer than a year. Correct its dates, or export the attendance of this year alone.",
    );
  if (end > asOf)
    warn(
      "period_end",
      "period-after-as-of",
      `The period ends after ${asOf}, the day on which the programme is looked at, so it is not used. Export the totals up to that day, or move asOf in programme.json.`,
    );
  if (late !== null && ((late as number) > (attended as number) || (late as number) < 0))
    warn(
      "late",
      "late-over-attended",
      `Late in ${late} of ${attended} attended sessions cannot be. Correct it in the export.`,
    );
}

/** Of periods within one another the widest is used; periods that overlap in part would be added up twice. */
function checkOverlaps(totals: readonly Fact[], warnings: Warnings): void {
  const start = (fact: Fact) => dateOf(fact, "period_start")!;
  const end = (fact: Fact) => dateOf(fact, "period_end")!;
  const inOrder = [...totals].sort((a, b) => compare(start(a), start(b)) || compare(end(b), end(a)));
  let widest: Fact | null = null;
  for (const fact of inOrder) {
    if (widest !== null && end(fact) <= end(widest)) continue;
    if (widest !== null && start(fact) <= end(widest))
      warnings.warn(fact, "overlapping-periods", {
        column: "period_start",
        code: "constraint-error",
        message: `This period and that of ${placeOf(widest)} overlap, so days of this student are counted twice. Export periods that follow one another.`,
      });
    widest = fact;
  }
}
