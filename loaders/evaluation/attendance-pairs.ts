import type { Scale } from "../programme/scales.ts";
import type { AttendanceWindowsRow, ComparisonMeansRow, MenteePairRow, Models } from "./models.ts";

/** A session is present or not: a grade on a scale of two, whose mean rank is one more than the share attended. */
export const attendanceScale: Scale = {
  id: "session attendance",
  label: "Attendance",
  bestFirst: ["present", "absent"],
};

/** The name under which attendance is an outcome; no criterion can be called so. */
export const attendanceOutcome = "session attendance";

/** Fewest possible sessions, before and after, of which a share says something: two school weeks. */
const fewestSessions = 20;

/** Attendance before and after of the mentees, one pair each; quick leavers are never measured. */
export function attendancePairs({ mentees, attendance }: Models): MenteePairRow[] {
  const quick = new Map(mentees.map(({ student_id, quick_leaver }) => [student_id, quick_leaver]));
  return attendance.flatMap((row) => {
    const isQuick = quick.get(row.student_id);
    const { before, after } = known(row);
    if (isQuick === undefined || (!before && !after)) return [];
    return [
      {
        student_id: row.student_id,
        subject: attendanceScale.label,
        outcome: attendanceOutcome,
        before_date: before ? "before" : null,
        before_grade: null,
        before_scale: attendanceScale.id,
        before_sum: row.possible_before + row.attended_before,
        before_count: row.possible_before,
        after_date: after ? "after" : null,
        after_grade: null,
        after_sum: row.possible_after + row.attended_after,
        after_count: row.possible_after,
        measured: before && after && !isQuick,
      },
    ];
  });
}

/** Attendance before and after of the students whom the mentees are compared with, as mean ranks. */
export function attendanceBeside({ attendance }: Models): ComparisonMeansRow[] {
  return attendance.flatMap((row) => {
    const { before, after } = known(row);
    if (!row.beside || (!before && !after)) return [];
    return [
      {
        student_id: row.student_id,
        outcome: attendanceOutcome,
        subjects_before: Number(before),
        subjects: Number(before && after),
        before: before && after ? 1 + row.attended_before / row.possible_before : null,
        after: before && after ? 1 + row.attended_after / row.possible_after : null,
      },
    ];
  });
}

function known({ possible_before, possible_after }: AttendanceWindowsRow): {
  before: boolean;
  after: boolean;
} {
  return { before: possible_before >= fewestSessions, after: possible_after >= fewestSessions };
}
