import type { Programme } from "../../programme/load-settings.ts";
import type { Fact } from "../fact.ts";
import { dateOf, type SmallFacts } from "./small-tables.ts";
import type { Warning, Warnings } from "./warnings.ts";

/** The day of the year from which on an agreement may be one of the academic year that begins in September. */
const firstStart = "08-01";

/** Dates and reasons of one agreement that contradict each other. An end before the start is refused earlier. */
export function checkAgreementDates(facts: SmallFacts, warnings: Warnings, { settings }: Programme): void {
  const lastStart = lastStarts(facts.agreements);
  const withoutReasons = new Set<Fact["record"]["file"]>();
  for (const fact of facts.agreements) {
    const starts = dateOf(fact, "starts_on")!;
    const agreed = dateOf(fact, "agreed_on");
    const extended = dateOf(fact, "extended_to");
    const ended = dateOf(fact, "ended_on");
    const reason = fact.row.end_reason;
    const warn = (column: Warning["column"], message: string) =>
      warnings.warn(fact, message, { column, code: "constraint-error", message });

    if (starts < `${settings.academicYear.slice(0, 4)}-${firstStart}` && ended === null)
      warn(
        "starts_on",
        `The agreement starts before the academic year ${settings.academicYear} and has no end, so it counts as running since then. Give its ended_on, or correct its starts_on.`,
      );
    if (agreed !== null && agreed > starts)
      warn("agreed_on", "The agreement was made after it starts. Correct one of the dates.");
    if (extended !== null && extended < starts)
      warn("extended_to", "The agreement is extended to a day before it starts. Correct one of the dates.");
    if (ended !== null && ended <= settings.asOf && reason === null) {
      const { file } = fact.record;
      if (file.headers.has("end_reason"))
        warn(
          "end_reason",
          "The agreement ended and no reason is given, so it does not count as completed. Give its end_reason.",
        );
      else withoutReasons.add(file);
    }
    if (ended === null && reason !== null && reason !== "extended")
      warn(
        "ended_on",
        "A reason for the end is given but no date, so the agreement counts as active. Give its ended_on, or empty the end_reason.",
      );
    if (reason === "extended" && extended === null && starts === lastStart.get(fact.row.student_id as string))
      warn(
        "extended_to",
        "The agreement was extended, and neither a date nor a further agreement says to when. Give its extended_to, or add the next agreement.",
      );
  }
  for (const file of withoutReasons) {
    file.warn(null, {
      column: "end_reason",
      code: "missing-label",
      message:
        'The file has no column for end_reason, so no agreement that ended counts as completed. Add the column, or name it under "columns" in programme.json.',
    });
  }
}

/** The day on which each student's last agreement starts. */
function lastStarts(agreements: readonly Fact[]): Map<string, string> {
  const last = new Map<string, string>();
  for (const fact of agreements) {
    const student = fact.row.student_id as string;
    const starts = dateOf(fact, "starts_on")!;
    if (starts > (last.get(student) ?? "")) last.set(student, starts);
  }
  return last;
}
