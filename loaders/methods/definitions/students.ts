import type { DefinitionGroup } from "../definition.ts";

/** Who is counted. */
export const students: DefinitionGroup = {
  title: "Who is counted",
  definitions: [
    {
      term: "Started",
      meaning:
        "Students with a mentoring agreement that began on or before the date of the data. Each is measured, not measured, or a quick leaver, and nobody else drops out of the count.",
      fields: ["cohort.started"],
    },
    {
      term: "Measured",
      meaning:
        "Students who started, other than quick leavers, with a grade before and a grade after in at least one subject.",
      fields: ["cohort.measured"],
    },
    {
      term: "Not measured",
      meaning: "The other students who started: neither measured nor quick leavers.",
      fields: ["cohort.unmeasured"],
    },
    {
      term: "Quick leavers",
      meaning:
        "Students whose agreement ended, other than by being completed, in fewer school weeks than the settings give. They stay in the count of those who started and are never measured.",
      fields: ["cohort.quickLeavers"],
    },
    {
      term: "Active",
      meaning:
        "Students still on the programme on the date of the data; they are among the others counted here.",
      fields: ["cohort.active"],
    },
    {
      term: "Sex",
      meaning: "Of the measured students, as the school records it.",
      fields: ["cohort.bySex.*"],
    },
    {
      term: "Weeks on the programme",
      meaning:
        "School weeks from the first start of a student's agreements to the last end, of the measured: the fewest, the median and the most. Weeks of holiday in the calendar file do not count.",
      fields: ["cohort.weeks.min", "cohort.weeks.median", "cohort.weeks.max", "cohort.weeks.why"],
    },
    {
      term: "Meetings",
      meaning:
        "Of everyone who started: planned, held, missed by the student, missed by the mentor, and cancelled.",
      fields: [
        "cohort.meetings.planned",
        "cohort.meetings.held",
        "cohort.meetings.missedByStudent",
        "cohort.meetings.missedByMentor",
        "cohort.meetings.cancelled",
        "cohort.meetings.why",
      ],
    },
  ],
};
