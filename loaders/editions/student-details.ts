import type { AtRiskStudent } from "./page-data.ts";

/** What is known about one student, as the student page is given it. Dates are ISO texts. */

/**
 * One grade, kept short for there are a quarter of a million: place of its date among the student's dates, the grade,
 * its rank (the mean over teachers) and the place of its scale among the page's scales, both null where teachers used
 * different scales, whether it is up or down since the review before, and B where the evaluation took it as the
 * baseline, F as the follow-up.
 */
export type GradeCell = [
  date: number,
  grade: string,
  rank: number | null,
  scale: number | null,
  direction: number | null,
  used: "" | "B" | "F",
];

/** The grades of one subject and one outcome, the oldest first. outcome is its place among the page's outcomes. */
export interface GradeLine {
  subject: string;
  outcome: number;
  cells: GradeCell[];
}

export interface StudentTarget {
  subject: string;
  grade: string;
  rank: number;
  /** Place among the page's scales. */
  scale: number;
  /** Grades that the latest predicted one is below (+) or above (-) it; null where they cannot be compared. */
  gap: number | null;
}

export interface StudentAttendance {
  from: string;
  to: string;
  possible: number;
  attended: number;
  /** null where no file tells it. */
  late: number | null;
}

export type MeetingStatus = "held" | "missed_by_student" | "missed_by_mentor" | "cancelled";

export interface StudentAction {
  /** The day it was agreed with the mentor or by the panel. */
  agreedOn: string;
  action: string;
  subject: string | null;
  owner: string | null;
  dueOn: string | null;
  status: "open" | "overdue" | "done" | "partly" | "not done" | "dropped";
  successMeasure: string | null;
  outcome: string | null;
}

export interface StudentFeedback {
  date: string;
  subject: string | null;
  teacher: string | null;
  tone: "praise" | "concern" | "neutral" | null;
  comment: string | null;
}

export interface StudentBehaviour {
  date: string;
  kind: "achievement" | "incident" | "suspension";
  points: number | null;
}

export interface StudentDetails {
  /** Who this is, and what changed, in generated sentences. */
  sentence: string;
  /** null for one who is not on roll, and so not judged. */
  atRisk: AtRiskStudent | null;
  agreements: { mentor: string; from: string; to: string; active: boolean }[];
  /** Days of reviews, predicted grades and results, the oldest first. */
  dates: string[];
  grades: GradeLine[];
  targets: StudentTarget[];
  attendance: { weekly: boolean; parts: StudentAttendance[] };
  /** The status is null for one put off and not yet held. */
  meetings: { day: string; status: MeetingStatus | null }[];
  /** Open ones first, those due first before the others; then the latest first. */
  actions: StudentAction[];
  panel: StudentAction[];
  feedback: StudentFeedback[];
  behaviour: StudentBehaviour[];
  /** What is not known of this student, in sentences. */
  missing: string[];
}
