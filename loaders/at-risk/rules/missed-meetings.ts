import { longDate } from "../../evaluation/words.ts";
import { daysBetween } from "../../programme/days.ts";
import type { Rule } from "../rule.ts";

export const missedMeetings: Rule = {
  rule: "missed_meetings",
  explanation: ({ missedMeetings: least }) =>
    `A mentee whose agreement is running missed ${least} or more meetings since the last one held. Nobody else is judged.`,
  missing: ({ meetings }) => (meetings ? null : "Meetings are not judged: add a meetings file."),
  judge: ({ day, meetings: row }, { missedMeetings: least }) => {
    if (!row) return { unjudged: true };
    if (row.missed < least) return null;
    return {
      flag: {
        rule: "missed_meetings",
        label: `Missed ${row.missed} ${row.missed === 1 ? "meeting" : "meetings in a row"}`,
        detail: row.last_held
          ? `the last one held was on ${longDate(row.last_held)}`
          : "no meeting has been held yet",
        date: row.latest!,
        ageDays: daysBetween(row.latest!, day),
        severity: "amber",
        subjects: [],
      },
    };
  },
};
