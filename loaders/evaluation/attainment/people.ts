import type { Stage } from "../../attainment/grade-points.ts";
import type { Programme } from "../../programme/load-settings.ts";
import type { Models, StudentRow } from "../models.ts";
import type { AttainmentModels } from "./models.ts";

/** Who is counted: everybody with a window, the mentees among them, and their year groups. */
export interface People {
  /** Year groups of the measured mentees, in order. */
  menteeYears: readonly string[];
  isMentee(student: string): boolean;
  isMeasuredMentee(student: string): boolean;
  /** Students of year groups who are looked at, in the order of their identifiers. */
  ofYears(yearGroups: readonly string[]): string[];
  /** Those of the measured mentees' year groups. */
  everyone: readonly string[];
  studentOf(student: string): StudentRow;
  /** The stage whose points the grades of a year group are worth. */
  stageOf(yearGroup: string | null): Stage;
}

export function peopleOf(
  { settings }: Programme,
  models: Pick<Models, "students" | "mentees" | "measuredIds">,
  { lookedAt }: Pick<AttainmentModels, "lookedAt">,
): People {
  const mentees = new Set(models.mentees.map(({ student_id }) => student_id));
  const studentOf = (id: string) => models.students.get(id)!;
  const menteeYears = [...new Set([...models.measuredIds].map((id) => studentOf(id).year_group ?? ""))]
    .filter((year) => year !== "")
    .sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  const ofYears = (yearGroups: readonly string[]) =>
    [...lookedAt].filter((id) => yearGroups.includes(studentOf(id).year_group ?? ""));
  return {
    menteeYears,
    isMentee: (id) => mentees.has(id),
    isMeasuredMentee: (id) => models.measuredIds.has(id),
    ofYears,
    everyone: ofYears(menteeYears),
    studentOf,
    stageOf: (yearGroup) => {
      const year = Number(yearGroup);
      return (Number.isFinite(year) && year > 0 ? year >= 12 : settings.phase === "post-16") ? "ks5" : "ks4";
    },
  };
}
