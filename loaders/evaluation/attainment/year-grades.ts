import type { GradePoints, NoPoints, Stage } from "../../attainment/grade-points.ts";
import type { Graded, Worth } from "../../programme/grade-worth.ts";
import type { GradeRow } from "./models.ts";

/** A subject's predicted grades at a time, a row for each teacher; empty where it has none. */
export type SubjectGrades = Record<GradeRow["moment"], Graded[]>;

/** The subjects that each student had a predicted grade in this year. */
export type YearGrades = ReadonlyMap<string, ReadonlyMap<string, SubjectGrades>>;

export function yearGrades(rows: readonly GradeRow[]): YearGrades {
  const students = new Map<string, Map<string, SubjectGrades>>();
  for (const { student_id, subject, moment, scale, grade, qualification } of rows) {
    const subjects = students.get(student_id) ?? new Map<string, SubjectGrades>();
    students.set(student_id, subjects);
    const grades = subjects.get(subject) ?? { before: [], after: [] };
    subjects.set(subject, grades);
    if (scale !== null && grade !== null) grades[moment].push({ subject, qualification, scale, grade });
  }
  return students;
}

/** Why a subject's grades at a time are worth no points. */
export type Unworth = NoPoints | "no grade" | "two qualifications";

/** What a subject's grades at a time are worth: the mean of several teachers', of one qualification. */
export function subjectWorth(
  worth: Worth,
  stage: Stage,
  grades: readonly Graded[],
): { worth: GradePoints } | { why: Unworth; graded: Graded | null } {
  const [first, ...others] = grades;
  if (!first) return { why: "no grade", graded: null };
  const all: GradePoints[] = [];
  for (const graded of [first, ...others]) {
    const found = worth(stage, graded);
    if (typeof found === "string") return { why: found, graded };
    if (found.qualification !== (all[0] ?? found).qualification) return { why: "two qualifications", graded };
    all.push(found);
  }
  const points = all.reduce((sum, each) => sum + each.points, 0) / all.length;
  return { worth: { ...all[0]!, points } };
}

/** The reason in words, for the record; the scale or qualification is named, so that it can be mended. */
export function reasonOf(why: Unworth, graded: Graded | null): string {
  if (why === "no grade" || graded === null)
    return "A subject of the year has no predicted grade at one of the two times.";
  if (why === "two qualifications") return "Two teachers predicted one subject in different qualifications.";
  const of = `the scale ${graded.scale}${graded.qualification ? ` (${graded.qualification})` : ""}`;
  if (why === "unknown qualification")
    return `Grades on ${of} have no points. Name the qualification whose points they are worth under "points" of "qualifications" in programme.json.`;
  if (why === "unknown grade") return `The table of points lacks the grade ${graded.grade} on ${of}.`;
  return `The table of points has two values for the grade ${graded.grade} on ${of}.`;
}
