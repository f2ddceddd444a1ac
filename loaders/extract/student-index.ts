import type { Fact } from "./fact.ts";

export interface KnownStudent {
  studentId: string;
  /** "" for a leaver of whom it is not known. */
  yearGroup: string;
  leftOn: string | null;
}

/** Finds a student by school identifier, UPN or ULN; never by name. */
export class StudentIndex {
  private readonly byId = new Map<string, KnownStudent>();
  /** By UPN or ULN; null where two students are given the same one. */
  private readonly byNumber = new Map<string, KnownStudent | null>();

  constructor(students: readonly Fact[]) {
    for (const { row } of students) {
      const student = {
        studentId: row.student_id as string,
        yearGroup: (row.year_group as string | null) ?? "",
        leftOn: row.left_on as string | null,
      };
      this.byId.set(student.studentId, student);
      for (const name of numbers) {
        const number = numberOf(row, name);
        if (number) this.byNumber.set(number, this.byNumber.has(number) ? null : student);
      }
    }
  }

  /** The student a row names, or null; an identifier that is given decides, the others are not tried. */
  find(row: Fact["row"]): KnownStudent | null {
    if (typeof row.student_id === "string") return this.byId.get(row.student_id) ?? null;
    for (const name of numbers) {
      const number = numberOf(row, name);
      if (number) return this.byNumber.get(number) ?? null;
    }
    return null;
  }

  /** Whether a student has this identifier of the school's. */
  hasIdentifier(id: string): boolean {
    return this.byId.has(id);
  }
}

const numbers = ["upn", "uln"] as const;

function numberOf(row: Fact["row"], name: (typeof numbers)[number]): string | null {
  const number = row[name];
  return typeof number === "string" ? `${name} ${number.toUpperCase()}` : null;
}

/** The academic year (September to August) of a date, by the year it begins in. */
export function academicYearOf(date: string): number {
  const [year, month] = date.split("-").map(Number);
  return month! >= 9 ? year! : year! - 1;
}

/**
 * The year group a student was in on a date: the students table gives it for the programme's year, or for the last
 * year of one who left before.
 * @param programmeYear The year in which the programme's academic year begins.
 */
export function yearGroupOn(student: KnownStudent, date: string, programmeYear: number): string {
  if (!/^\d+$/.test(student.yearGroup)) return student.yearGroup;
  const known = student.leftOn ? Math.min(academicYearOf(student.leftOn), programmeYear) : programmeYear;
  return String(Number(student.yearGroup) - (known - academicYearOf(date)));
}
