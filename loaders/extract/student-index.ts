import { academicYearStart } from "../programme/academic-year.ts";
import type { Fact } from "./fact.ts";
import { ListedNames } from "./names/listed-names.ts";
import { wordsOf } from "./values/shown-value.ts";

export interface KnownStudent {
  studentId: string;
  /** "" for a leaver of whom it is not known. */
  yearGroup: string;
  leftOn: string | null;
}

/** The student list has nobody; it does not list this one; its line of this one was refused; two of its students are given the same number. */
export type UnknownBecause = "no-students" | "not-listed" | "refused" | "two-have-upn" | "two-have-uln";

/** Finds a student by school identifier, UPN or ULN; never by name. */
export class StudentIndex {
  private readonly byId = new Map<string, KnownStudent>();
  /** By UPN or ULN; null where two students are given the same one. */
  private readonly byNumber = new Map<string, KnownStudent | null>();
  private readonly nameWords = new Set<string>();
  /** What the students are called; it joins nobody. */
  readonly names: ListedNames;

  /** @param refused Identifiers of students whose lines in the student list were refused. */
  constructor(
    students: readonly Fact[],
    private readonly refused: ReadonlySet<string> = new Set(),
  ) {
    this.names = new ListedNames(students);
    for (const { row } of students) {
      const student = {
        studentId: row.student_id as string,
        yearGroup: (row.year_group as string | null) ?? "",
        leftOn: row.left_on as string | null,
      };
      this.byId.set(student.studentId, student);
      for (const part of ["surname", "forename", "preferred_name"])
        for (const word of wordsOf(String(row[part] ?? ""))) this.nameWords.add(word);
      for (const name of numbers) {
        const number = numberOf(row, name);
        if (number) this.byNumber.set(number, this.byNumber.has(number) ? null : student);
      }
    }
  }

  /**
   * The student a row names, or null; an identifier that is given decides, the others are not tried. "contradicting"
   * where another identifier of the row is another student's: one column may have been sorted by itself.
   */
  find(row: Fact["row"]): KnownStudent | "contradicting" | null {
    const named = identities.flatMap((name) => {
      const value = row[name];
      return typeof value === "string" ? [this.byIdentity(name, value)] : [];
    });
    const [first] = named;
    if (!first) return null;
    return named.some((other) => other !== null && other !== first) ? "contradicting" : first;
  }

  /** The student with this identifier of one kind; null where there is none, or two. */
  byIdentity(name: Identity, value: string): KnownStudent | null {
    if (name === "student_id") return this.byId.get(value) ?? null;
    return this.byNumber.get(numberOf({ [name]: value }, name)!) ?? null;
  }

  /** Why a row that names somebody names no student who is known: `find` gave null. */
  whyUnknown(row: Fact["row"]): UnknownBecause {
    if (identities.some((name) => this.refused.has(String(row[name])))) return "refused";
    if (this.byId.size === 0) return "no-students";
    if (typeof row.student_id === "string") return "not-listed";
    const given = numbers.find((name) => numberOf(row, name) !== null);
    return given && this.byNumber.get(numberOf(row, given)!) === null ? `two-have-${given}` : "not-listed";
  }

  /** Whether a word in lower case is part of a student's name; so it is not quoted. */
  readonly isName = (word: string): boolean => this.nameWords.has(word);

  /** Whether a student has this identifier of the school's. */
  hasIdentifier(id: string): boolean {
    return this.byId.has(id);
  }
}

const numbers = ["upn", "uln"] as const;
const identities = ["student_id", ...numbers] as const;
type Identity = (typeof identities)[number];

function numberOf(row: Fact["row"], name: (typeof numbers)[number]): string | null {
  const number = row[name];
  return typeof number === "string" ? `${name} ${number.toUpperCase()}` : null;
}

/**
 * The year group a student was in on a date: the students table gives it for the programme's year, or for the last
 * year of one who left before.
 * @param programmeYear The year in which the programme's academic year begins.
 */
export function yearGroupOn(student: KnownStudent, date: string, programmeYear: number): string {
  if (!/^\d+$/.test(student.yearGroup)) return student.yearGroup;
  const known = student.leftOn ? Math.min(academicYearStart(student.leftOn), programmeYear) : programmeYear;
  return String(Number(student.yearGroup) - (known - academicYearStart(date)));
}
