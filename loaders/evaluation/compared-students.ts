import { group } from "d3-array";
import { mean } from "simple-statistics";
import { toNumber } from "../statistics/fraction.ts";
import type { ComparisonMeansRow, StudentRow } from "./models.ts";
import type { StudentMeans } from "./student-means.ts";

/** A student with the primary outcome before and after, mentored or not. */
export interface ComparedStudent {
  mentored: boolean;
  before: number;
  after: number;
  student: StudentRow;
}

/**
 * Mentees and comparison students with the outcome before and after, in ranks; each group in the order of student_id.
 * @param outcomes The criteria whose means are averaged, or the one outcome.
 */
export function comparedStudents(
  mentees: readonly StudentMeans[],
  rows: readonly ComparisonMeansRow[],
  outcomes: readonly string[],
  studentOf: (id: string) => StudentRow,
): ComparedStudent[] {
  const mentored = mentees.map(({ studentId, before, after }) => ({
    mentored: true,
    before: toNumber(before),
    after: toNumber(after),
    student: studentOf(studentId),
  }));
  const measured = rows.filter(({ outcome, subjects }) => subjects > 0 && outcomes.includes(outcome));
  const byStudent = group(measured, (row) => row.student_id);
  const others = [...byStudent.keys()].sort().map((id) => {
    const own = byStudent.get(id)!;
    const ordered = outcomes.flatMap((outcome) => own.find((row) => row.outcome === outcome) ?? []);
    return {
      mentored: false,
      before: mean(ordered.map((row) => row.before!)),
      after: mean(ordered.map((row) => row.after!)),
      student: studentOf(id),
    };
  });
  return [...mentored, ...others];
}
