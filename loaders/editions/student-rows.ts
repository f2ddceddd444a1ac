import { group } from "d3-array";
import type { Warehouse } from "../warehouse/warehouse.ts";
import type { OnRollRow } from "./rows.ts";
import type { MeetingStatus, StudentBehaviour, StudentFeedback } from "./student-details.ts";

/** Rows of the models of the student page, and the models themselves in the order in which one builds on another. */
const models = [
  "panel_actions",
  "doses",
  "student_list",
  "student_agreements",
  "student_grades",
  "student_targets",
  "student_attendance",
  "student_actions",
  "student_meetings",
  "student_feedback",
  "student_behaviour",
  "student_panel",
  "student_pairs",
];

interface Of {
  student_id: string;
}

export interface StudentRow extends Pick<OnRollRow, "surname" | "forename" | "year_group" | "tutor_group"> {
  student_id: string;
  on_roll: boolean;
  left_on: string | null;
  /** Of a mentee; null for the others. */
  starts_on: string | null;
  ends_on: string | null;
  active: boolean | null;
  weeks: number | null;
  quick_leaver: boolean | null;
}

interface AgreementRow extends Of {
  mentor: string;
  starts_on: string;
  ends_on: string;
  active: boolean;
}

export interface GradeRow extends Of {
  subject: string;
  outcome: string;
  review_date: string;
  grade: string;
  scale: string | null;
  rank: number | null;
  direction: number | null;
  used: "B" | "F" | null;
}

interface TargetRow extends Of {
  subject: string;
  scale: string;
  grade: string;
  rank: number;
  gap: number | null;
}

interface AttendanceRow extends Of {
  starts_on: string;
  ends_on: string;
  possible: number;
  attended: number;
  late: number | null;
  weekly: boolean;
}

interface ActionRow extends Of {
  set_on: string;
  action: string;
  due_on: string;
  subject: string | null;
  owner: string | null;
  outcome: string;
  overdue: boolean;
}

interface PanelRow extends Of {
  panel_date: string;
  action: string;
  owner: string;
  due_on: string | null;
  success_measure: string | null;
  status: string;
  outcome: string | null;
  overdue: boolean;
}

interface PairsRow extends Of {
  measured: number;
  higher: number;
  lower: number;
  same: number;
  without_baseline: number;
  without_follow_up: number;
}

/** All rows of one student. */
export interface StudentRows {
  agreements: AgreementRow[];
  grades: GradeRow[];
  targets: TargetRow[];
  attendance: AttendanceRow[];
  actions: ActionRow[];
  panel: PanelRow[];
  meetings: (Of & { day: string; status: MeetingStatus | null })[];
  feedback: (Of & StudentFeedback)[];
  behaviour: (Of & StudentBehaviour)[];
  pairs: PairsRow | null;
  dose: { held: number; planned: number } | null;
}

/** The students who have a page, and a finder of what is known about each. */
export async function readStudents(
  warehouse: Warehouse,
): Promise<{ students: StudentRow[]; of: (id: string) => StudentRows }> {
  await warehouse.make(models);
  const byStudent = async <T extends Of>(table: string, order: string) =>
    group(await warehouse.rows<T>(table, `student_id, ${order}`), (row) => row.student_id);
  const openFirst = "outcome = 'open' desc, case when outcome = 'open' then due_on end";
  const agreements = await byStudent<AgreementRow>("student_agreements", "starts_on, mentor");
  const grades = await byStudent<GradeRow>("student_grades", "subject, outcome, review_date");
  const targets = await byStudent<TargetRow>("student_targets", "subject");
  const attendance = await byStudent<AttendanceRow>("student_attendance", "starts_on, ends_on");
  const actions = await byStudent<ActionRow>("student_actions", `${openFirst}, set_on desc, action`);
  const panel = await byStudent<PanelRow>(
    "student_panel",
    "status = 'open' desc, case when status = 'open' then due_on end nulls last, panel_date desc, action",
  );
  const meetings = await byStudent<StudentRows["meetings"][number]>("student_meetings", "day, status");
  const feedback = await byStudent<StudentRows["feedback"][number]>(
    "student_feedback",
    "date desc, subject, teacher, tone, comment",
  );
  const behaviour = await byStudent<StudentRows["behaviour"][number]>(
    "student_behaviour",
    "date, kind, points",
  );
  const pairs = await byStudent<PairsRow>("student_pairs", "measured");
  const doses = await byStudent<Of & { held: number; planned: number }>("doses", "held");
  return {
    students: await warehouse.rows<StudentRow>("student_list", "student_id"),
    of: (id) => ({
      agreements: agreements.get(id) ?? [],
      grades: grades.get(id) ?? [],
      targets: targets.get(id) ?? [],
      attendance: attendance.get(id) ?? [],
      actions: actions.get(id) ?? [],
      panel: panel.get(id) ?? [],
      meetings: meetings.get(id) ?? [],
      feedback: feedback.get(id) ?? [],
      behaviour: behaviour.get(id) ?? [],
      pairs: pairs.get(id)?.[0] ?? null,
      dose: doses.get(id)?.[0] ?? null,
    }),
  };
}
