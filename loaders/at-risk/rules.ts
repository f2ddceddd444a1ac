import { riskRules } from "../programme/schema.ts";
import type { NamedRule } from "./rule.ts";
import { attendance, attendanceFall, attendanceWatch, punctuality } from "./rules/attendance.ts";
import { behaviour } from "./rules/behaviour.ts";
import { belowTarget } from "./rules/below-target.ts";
import { criterionDecline } from "./rules/criterion-decline.ts";
import { deadlines } from "./rules/deadlines.ts";
import { missedMeetings } from "./rules/missed-meetings.ts";
import { notOnTrack } from "./rules/not-on-track.ts";
import { priorAttainment } from "./rules/prior-attainment.ts";

const all = [
  attendance,
  attendanceFall,
  attendanceWatch,
  behaviour,
  belowTarget,
  criterionDecline,
  deadlines,
  missedMeetings,
  notOnTrack,
  priorAttainment,
  punctuality,
];

/** Every rule of concern, in the order of programme.json's weights. */
export const rules: readonly NamedRule[] = riskRules.map(({ rule, label }) => ({
  ...all.find((one) => one.rule === rule)!,
  label,
}));
