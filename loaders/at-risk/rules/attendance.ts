import { daysBetween } from "../../programme/days.ts";
import type { AttendanceRow } from "../facts.ts";
import type { Rule } from "../rule.ts";

/** At this share of sessions missed absence is severe (Department for Education). */
const severeAbsence = 0.5;
/** Fewer possible sessions than this in four weeks say nothing about a fall. */
const sessionsOfFourWeeks = 30;

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const whole = (share: number): string => `${Math.round(1000 * share) / 10}%`;
const missedOf = ({ possible, attended }: AttendanceRow): number => (possible - attended) / possible;

/** Persistent and severe absence. Source: Department for Education. */
export const attendance: Rule = {
  rule: "attendance",
  explanation: ({ persistentAbsence, minimumSessions }) =>
    `${whole(persistentAbsence)} or more of possible sessions missed this year; severe from ${whole(severeAbsence)}. Unknown with fewer than ${minimumSessions} possible sessions.`,
  missing: () => null,
  judge: ({ day, attendance: row }, { persistentAbsence, minimumSessions }) => {
    if (!row) return { unknown: "No attendance this year" };
    if (row.possible < minimumSessions) {
      return { unknown: `Only ${row.possible} possible sessions, fewer than ${minimumSessions}` };
    }
    if (missedOf(row) < persistentAbsence) return null;
    const severe = missedOf(row) >= severeAbsence ? ", severe absence" : "";
    return {
      flag: {
        rule: "attendance",
        label: `Attendance ${percent(row.attended / row.possible)}`,
        detail: `missed ${row.possible - row.attended} of ${row.possible} possible sessions${severe}`,
        date: row.latest,
        ageDays: daysBetween(row.latest, day),
        severity: "red",
        subjects: [],
      },
    };
  },
};

/** Absence that is not persistent yet. */
export const attendanceWatch: Rule = {
  rule: "attendance_watch",
  explanation: ({ attendanceWatch: from, persistentAbsence }) =>
    `More than ${whole(from)} and less than ${whole(persistentAbsence)} of possible sessions missed this year.`,
  missing: () => null,
  judge: ({ day, attendance: row }, { attendanceWatch: from, persistentAbsence, minimumSessions }) => {
    if (!row || row.possible < minimumSessions) return { unjudged: true };
    if (missedOf(row) <= from || missedOf(row) >= persistentAbsence) return null;
    return {
      flag: {
        rule: "attendance_watch",
        label: `Attendance ${percent(row.attended / row.possible)}`,
        detail: `missed ${row.possible - row.attended} of ${row.possible} possible sessions`,
        date: row.latest,
        ageDays: daysBetween(row.latest, day),
        severity: "amber",
        subjects: [],
      },
    };
  },
};

export const attendanceFall: Rule = {
  rule: "attendance_fall",
  explanation: ({ attendanceFall: by }) =>
    `Attendance of the last four weeks ${Math.round(1000 * by) / 10} or more percentage points below that of the four weeks before, with ${sessionsOfFourWeeks} or more possible sessions in each.`,
  missing: ({ sessionMarks }) =>
    sessionMarks ? null : "No attendance by session: add registers, or totals by week.",
  judge: ({ day, attendance: row }, { attendanceFall: by }) => {
    if (!row || Math.min(row.possible_lately, row.possible_before) < sessionsOfFourWeeks) {
      return { unjudged: true };
    }
    const { attended_lately, possible_lately, attended_before, possible_before } = row;
    // Compared as whole numbers, so that a fall of exactly the threshold counts.
    const fall = attended_before * possible_lately - attended_lately * possible_before;
    const least = by * possible_lately * possible_before;
    if (fall < least - 1e-9) return null;
    const points = 100 * (attended_before / possible_before - attended_lately / possible_lately);
    return {
      flag: {
        rule: "attendance_fall",
        label: `Attendance down ${points.toFixed(1)} points in four weeks`,
        detail: `${percent(attended_lately / possible_lately)} of ${possible_lately} sessions, after ${percent(attended_before / possible_before)} of ${possible_before} in the four weeks before`,
        date: row.latest,
        ageDays: daysBetween(row.latest, day),
        severity: "amber",
        subjects: [],
      },
    };
  },
};

export const punctuality: Rule = {
  rule: "punctuality",
  explanation: ({ lateSessions, minimumSessions }) =>
    `Late to ${whole(lateSessions)} or more of possible sessions this year, of ${minimumSessions} or more.`,
  missing: ({ lateness }) =>
    lateness ? null : "No file says who came late: add registers, or totals with a column for lateness.",
  judge: ({ day, attendance: row }, { lateSessions, minimumSessions }) => {
    if (!row || row.late === null || row.possible < minimumSessions) return { unjudged: true };
    if (row.late / row.possible < lateSessions) return null;
    return {
      flag: {
        rule: "punctuality",
        label: `Late ${row.late} times`,
        detail: `late to ${row.late} of ${row.possible} possible sessions (${percent(row.late / row.possible)})`,
        date: row.latest,
        ageDays: daysBetween(row.latest, day),
        severity: "amber",
        subjects: [],
      },
    };
  },
};
