import { group } from "d3-array";
import type { Scale } from "../programme/scales.ts";
import { type Fraction, fraction, meanOf } from "../statistics/fraction.ts";

/** One measured student-subject of an outcome, as the model mentee_pairs gives it. */
export interface MeasuredPair {
  student_id: string;
  outcome: string;
  before_scale: string;
  before_sum: number;
  before_count: number;
  after_sum: number;
  after_count: number;
}

/** One student on one outcome: the means over the student's measured subjects, exactly. */
export interface StudentMeans {
  studentId: string;
  subjects: number;
  before: Fraction;
  after: Fraction;
  /** Every subject stood at the best grade before, so none could rise; and at the worst, so none could fall. */
  atCeiling: boolean;
  atFloor: boolean;
  /** The greatest possible change: grades of the longest scale used, less one. */
  limit: number;
}

/** Averages each student's measured subjects of one outcome, in the order of student_id. */
export function studentMeans(
  pairs: readonly MeasuredPair[],
  scales: ReadonlyMap<string, Scale>,
): StudentMeans[] {
  const byStudent = group(pairs, (pair) => pair.student_id);
  return [...byStudent.keys()].sort().map((studentId) => {
    const own = byStudent.get(studentId)!;
    const top = (pair: MeasuredPair) => scales.get(pair.before_scale)!.bestFirst.length;
    return {
      studentId,
      subjects: own.length,
      before: meanOf(own.map((pair) => fraction(pair.before_sum, pair.before_count)))!,
      after: meanOf(own.map((pair) => fraction(pair.after_sum, pair.after_count)))!,
      atCeiling: own.every((pair) => pair.before_sum === top(pair) * pair.before_count),
      atFloor: own.every((pair) => pair.before_sum === pair.before_count),
      limit: Math.max(...own.map((pair) => top(pair) - 1)),
    };
  });
}

/** Averages each student's means over several outcomes, where the student has them; in the order of student_id. */
export function meanOverOutcomes(outcomes: readonly (readonly StudentMeans[])[]): StudentMeans[] {
  const byStudent = group(outcomes.flat(), (means) => means.studentId);
  return [...byStudent.keys()].sort().map((studentId) => {
    const own = byStudent.get(studentId)!;
    return {
      studentId,
      subjects: Math.max(...own.map((means) => means.subjects)),
      before: meanOf(own.map((means) => means.before))!,
      after: meanOf(own.map((means) => means.after))!,
      atCeiling: own.every((means) => means.atCeiling),
      atFloor: own.every((means) => means.atFloor),
      limit: Math.max(...own.map((means) => means.limit)),
    };
  });
}
