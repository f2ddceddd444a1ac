import type { ProgrammeSettings } from "../programme/schema.ts";
import type { StudentRow } from "./models.ts";

/** A characteristic from before the start on which mentored and other students are compared, as a number a student. */
export interface Covariate {
  /** As programme.json names it; a level of a category after it: "sex: F". */
  id: string;
  label: string;
  /** Null where it is not known of a student. */
  numberOf(student: StudentRow): number | null;
}

type CovariateName = ProgrammeSettings["comparison"]["covariates"][number];

const labels: Record<CovariateName, string> = {
  prior_attainment: "Prior attainment",
  sex: "Sex",
  pupil_premium: "Pupil premium",
  sen: "Special educational needs",
  year_group: "Year group",
};

/**
 * The covariates of programme.json as numbers. A category gives one for each level but the most frequent, 1 for those
 * who have it; any code of special educational needs but N counts as one.
 * @param students Those who are compared: they decide which levels there are.
 */
export function covariatesOf(names: readonly CovariateName[], students: readonly StudentRow[]): Covariate[] {
  return names.flatMap((name): Covariate[] => {
    const label = labels[name];
    if (name === "prior_attainment") return [{ id: name, label, numberOf: priorAttainment(students) }];
    if (name === "pupil_premium")
      return [{ id: name, label, numberOf: (student) => indicator(student.pupil_premium) }];
    if (name === "sen")
      return [
        {
          id: name,
          label,
          numberOf: ({ sen }) => indicator(sen === null || sen === "" ? null : sen !== "N"),
        },
      ];
    return levelsBesideMost(students.map((student) => student[name])).map((level) => ({
      id: `${name}: ${level}`,
      label: name === "sex" ? (sexes[level] ?? `${label} ${level}`) : `Year ${level}`,
      numberOf: (student) => indicator(student[name] === null ? null : student[name] === level),
    }));
  });
}

const sexes: Record<string, string> = { F: "Female", M: "Male" };

/** Points of one scale alone can be compared; where students have several, those of another than the most frequent are not known. */
function priorAttainment(students: readonly StudentRow[]): Covariate["numberOf"] {
  const scales = students.filter((student) => student.prior_attainment !== null);
  const most = byFrequency(scales.map((student) => student.prior_scale ?? ""))[0];
  return ({ prior_attainment, prior_scale }) => ((prior_scale ?? "") === most ? prior_attainment : null);
}

function indicator(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}

function levelsBesideMost(values: readonly (string | null)[]): string[] {
  return byFrequency(values.filter((value) => value !== null && value !== "") as string[])
    .slice(1)
    .sort();
}

/** The different values, the most frequent first, equally frequent ones in alphabetical order. */
function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
}
