import { group } from "d3-array";
import { mean } from "simple-statistics";
import type { ComparedStudent } from "./compared-students.ts";
import type { ComparedGroup } from "./comparison-group.ts";

/** Students of the year groups that hold both a mentored and another one; nobody whose year group is not known. */
export function ofSharedYears(students: readonly ComparedStudent[]): ComparedStudent[] {
  const shared = [...group(students, ({ student }) => student.year_group)].filter(
    ([year, own]) =>
      year !== null && own.some(({ mentored }) => mentored) && own.some(({ mentored }) => !mentored),
  );
  const years = new Set(shared.map(([year]) => year));
  return students.filter(({ student }) => years.has(student.year_group));
}

/** How far a number of a student is above its mean among the others of the same year group; null where none is known. */
export function besideOwnYear(
  students: readonly ComparedStudent[],
  numberOf: (student: ComparedStudent) => number | null,
): (student: ComparedStudent) => number | null {
  const others = students.filter(({ mentored }) => !mentored);
  const means = new Map(
    [...group(others, ({ student }) => student.year_group)].map(([year, own]) => {
      const known = own.flatMap((student) => numberOf(student) ?? []);
      return [year, known.length > 0 ? mean(known) : null];
    }),
  );
  return (student) => {
    const own = numberOf(student);
    const centre = means.get(student.student.year_group) ?? null;
    return own === null || centre === null ? null : own - centre;
  };
}

/** The compared students; where years are compared within themselves, counted from the mean of the others of the year. */
export function withinOwnYears({
  students,
  years,
}: Pick<ComparedGroup, "students" | "years">): readonly ComparedStudent[] {
  if (years.length === 0) return students;
  const before = besideOwnYear(students, (student) => student.before);
  const after = besideOwnYear(students, (student) => student.after);
  return students.map((student) => ({ ...student, before: before(student)!, after: after(student)! }));
}
