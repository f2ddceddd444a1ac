import { max, median, min } from "simple-statistics";
import type { Models } from "./models.ts";
import type { Cohort, Meetings } from "./record.ts";

/** Who started, who was measured, who left quickly, for how long and with how many meetings. */
export function cohort(models: Models, hasMeetings: boolean): Cohort {
  const { mentees, measuredIds, students } = models;
  const measured = mentees.filter((mentee) => measuredIds.has(mentee.student_id));
  const quickLeavers = mentees.filter((mentee) => mentee.quick_leaver).length;
  const weeks = measured.map((mentee) => mentee.weeks);
  const sexes = measured.map((mentee) => students.get(mentee.student_id)?.sex ?? "unknown");
  const bySex = Object.fromEntries(
    [...new Set(sexes)].sort().map((sex) => [sex, sexes.filter((other) => other === sex).length]),
  );
  return {
    started: mentees.length,
    measured: measured.length,
    unmeasured: mentees.length - measured.length - quickLeavers,
    quickLeavers,
    active: mentees.filter((mentee) => mentee.active).length,
    bySex,
    weeks: weeks.length
      ? { min: min(weeks), median: median(weeks), max: max(weeks) }
      : { min: null, median: null, max: null, why: "No student was measured." },
    meetings: hasMeetings ? meetings(models) : noMeetings,
  };
}

function meetings({ meetings }: Models): Meetings {
  return {
    planned: meetings.planned,
    held: meetings.held,
    missedByStudent: meetings.missed_by_student,
    missedByMentor: meetings.missed_by_mentor,
    cancelled: meetings.cancelled,
  };
}

const noMeetings: Meetings = {
  planned: null,
  held: null,
  missedByStudent: null,
  missedByMentor: null,
  cancelled: null,
  why: "There is no meetings file.",
};
