import type { Warehouse } from "../warehouse/warehouse.ts";
import type { MeasuredPair } from "./student-means.ts";

interface MenteeRow {
  student_id: string;
  starts_on: string;
  ends_on: string;
  active: boolean;
  end_reason: string | null;
  agreements: number;
  weeks: number;
  quick_leaver: boolean;
}

/** A student of the list, as far as the evaluation looks at one. */
export interface StudentRow {
  student_id: string;
  sex: string | null;
  year_group: string | null;
  pupil_premium: boolean | null;
  sen: string | null;
  prior_attainment: number | null;
  prior_scale: string | null;
}

/** Mean ranks of a comparison student on an outcome; null without a subject that has both. */
export interface ComparisonMeansRow {
  student_id: string;
  outcome: string;
  subjects_before: number;
  subjects: number;
  before: number | null;
  after: number | null;
}

export interface MenteePairRow extends MeasuredPair {
  subject: string;
  before_date: string | null;
  before_grade: string | null;
  after_date: string | null;
  after_grade: string | null;
  measured: boolean;
}

interface StudentChangeCountRow {
  outcome: string;
  measured: number;
  improved: number;
  declined: number;
  both: number;
  unchanged: number;
}

interface PairCountRow {
  outcome: string;
  measured: number;
  improved: number;
  declined: number;
  unchanged: number;
  not_measured: number;
}

/** Sessions before and after; of mentees and everybody else. */
export interface AttendanceWindowsRow {
  student_id: string;
  possible_before: number;
  attended_before: number;
  possible_after: number;
  attended_after: number;
  /** Whether the student is one whom the mentees are compared with. */
  beside: boolean;
}

/** A student on track or not by one measure; null where that is not known. */
export interface OnTrackRow {
  student_id: string;
  mentee: boolean;
  measured: boolean;
  before: boolean | null;
  after: boolean | null;
}

/** The models the evaluation reads, as rows. */
export interface Models {
  mentees: MenteeRow[];
  measuredIds: ReadonlySet<string>;
  students: ReadonlyMap<string, StudentRow>;
  comparisonMeans: ComparisonMeansRow[];
  menteeMeetings: { student_id: string; held: number }[];
  menteeProfiles: {
    student_id: string;
    reason: string | null;
    mentor_role: string | null;
    mentor: string | null;
  }[];
  pairs: MenteePairRow[];
  /** Results of tests and exams. */
  results: MenteePairRow[];
  attendance: AttendanceWindowsRow[];
  studentChangeCounts: StudentChangeCountRow[];
  pairCounts: PairCountRow[];
  meetings: {
    planned: number;
    held: number;
    missed_by_student: number;
    missed_by_mentor: number;
    cancelled: number;
  };
  survey: { question: string; answer: string; responses: number }[];
  onTrack: (OnTrackRow & { id: string })[];
  costs: { item: string; hours: number | null; rate: number | null; amount: number | null }[];
}

/** Reads the models once, each in a fixed order. */
export async function readModels(warehouse: Warehouse): Promise<Models> {
  const measured = await warehouse.rows<MenteeRow>("measured_mentees", "student_id");
  const students = await warehouse.rows<StudentRow>("students", "student_id");
  const [meetings] = await warehouse.rows<Models["meetings"]>("meeting_counts", "planned");
  return {
    mentees: await warehouse.rows("mentees", "student_id"),
    measuredIds: new Set(measured.map((row) => row.student_id)),
    students: new Map(students.map((row) => [row.student_id, row])),
    comparisonMeans: await warehouse.rows("comparison_means", "outcome, student_id"),
    menteeProfiles: await warehouse.rows("mentee_profiles", "student_id"),
    menteeMeetings: await warehouse.rows("mentee_meetings", "student_id"),
    pairs: await warehouse.rows("mentee_pairs", "outcome, student_id, subject"),
    results: await warehouse.rows("mentee_results", "student_id, subject"),
    attendance: await warehouse.rows("attendance_windows", "student_id"),
    studentChangeCounts: await warehouse.rows("student_change_counts", "outcome"),
    pairCounts: await warehouse.rows("pair_counts", "outcome"),
    meetings: meetings!,
    survey: await warehouse.rows("survey_counts", "question, answer"),
    onTrack: await warehouse.rows("on_track", "id, student_id"),
    costs: await warehouse.rows("costs", "item, hours, rate, amount"),
  };
}
