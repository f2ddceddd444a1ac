import { averagePoints } from "../../attainment/average-points.ts";
import type { GradePoints } from "../../attainment/grade-points.ts";
import type { Worth } from "../../programme/grade-worth.ts";
import type { StudentScore } from "./scores.ts";
import { reasonOf, type SubjectGrades, subjectWorth } from "./year-grades.ts";

/** The qualifications that the average of A levels is made of. */
const academic: readonly string[] = ["A level", "AS level"];

/** A level average points of a student's predicted grades before and after; null of a student without A or AS levels. */
export function aLevelScore(worth: Worth): StudentScore {
  return (subjects) => {
    const entries = { before: [] as GradePoints[], after: [] as GradePoints[] };
    for (const grades of subjects.values()) {
      if (!isALevel(worth, grades)) continue;
      for (const moment of ["before", "after"] as const) {
        const found = subjectWorth(worth, "ks5", grades[moment]);
        if ("why" in found) return { why: reasonOf(found.why, found.graded) };
        entries[moment].push(found.worth);
      }
    }
    const [before, after] = [averagePoints(entries.before), averagePoints(entries.after)];
    if (before === null || after === null) return null;
    const sources = [...entries.before, ...entries.after].map(({ source }) => source);
    return { before, after, sources };
  };
}

/** Whether a subject is one by either time's grades; a subject without any is, for it could be. */
function isALevel(worth: Worth, { before, after }: SubjectGrades): boolean {
  const graded = [...before, ...after];
  if (graded.length === 0) return true;
  return graded.some((each) => {
    const found = worth("ks5", each);
    return typeof found !== "string" && academic.includes(found.qualification);
  });
}
