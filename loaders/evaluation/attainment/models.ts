import type { Warehouse } from "../../warehouse/warehouse.ts";

/** A teacher's predicted grade at one of the two times; the grade is null where the subject has none then. */
export interface GradeRow {
  student_id: string;
  subject: string;
  moment: "before" | "after";
  scale: string | null;
  grade: string | null;
  qualification: string | null;
}

/** Gaps are sums over teachers, in grades: predicted minus target. */
export interface GapRow {
  student_id: string;
  subject: string;
  scale: string | null;
  before_scale: string | null;
  after_scale: string | null;
  before_gap: number | null;
  before_count: number | null;
  after_gap: number | null;
  after_count: number | null;
}

export interface DifferenceRow {
  student_id: string;
  subject: string;
  scale: string;
  predicted: boolean;
  difference: number | null;
  teachers: number | null;
}

export interface AttainmentModels {
  /** Students with a window: mentees, and everybody else on roll when they started. */
  lookedAt: ReadonlySet<string>;
  grades: GradeRow[];
  gaps: GapRow[];
  differences: DifferenceRow[];
}

export async function readAttainment(warehouse: Warehouse): Promise<AttainmentModels> {
  const windows = await warehouse.rows<{ student_id: string }>("windows", "student_id");
  return {
    lookedAt: new Set(windows.map((row) => row.student_id)),
    grades: await warehouse.rows(
      "attainment_grades",
      "student_id, subject, moment, scale, grade, qualification",
    ),
    gaps: await warehouse.rows("target_gaps", "student_id, subject"),
    differences: await warehouse.rows("prediction_differences", "subject, scale, student_id"),
  };
}
