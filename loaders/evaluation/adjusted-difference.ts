import { ancova } from "../statistics/ancova.ts";
import type { ComparedStudent } from "./compared-students.ts";
import type { Covariate } from "./covariates.ts";
import type { AdjustedDifference } from "./record.ts";
import { usableCovariates } from "./usable-covariates.ts";

/**
 * The difference between mentored and other students afterwards, adjusted for the outcome before and for the covariates
 * that can be used. Comparison students of whom one is not known are left out. Null where nothing can be estimated.
 * @param years Of the students' year groups where each is compared within the own: always adjusted for, as known of all.
 * @param pairs Of each student the matched pair; then every covariate is known of every student.
 */
export function adjustedDifference(
  students: readonly ComparedStudent[],
  covariates: readonly Covariate[],
  { years = [], pairs }: { years?: readonly Covariate[]; pairs?: readonly number[] | undefined } = {},
): AdjustedDifference | null {
  const { used, notUsed } = usableCovariates(students, covariates);
  const adjusted = adjust(students, used, years, pairs);
  if (adjusted) return { ...adjusted, notUsed };
  if (used.length === 0) return null;
  const plain = adjust(students, [], years, pairs);
  const why =
    "With it the difference could not be estimated: it follows from the others, or too few students are left.";
  return (
    plain && {
      ...plain,
      notUsed: [...notUsed, ...used.map(({ id, label }) => ({ covariate: id, label, why }))],
    }
  );
}

function adjust(
  students: readonly ComparedStudent[],
  used: readonly Covariate[],
  years: readonly Covariate[],
  pairs?: readonly number[],
): Omit<AdjustedDifference, "notUsed"> | null {
  const complete = students.flatMap(({ mentored, before, after, student }) => {
    const covariates = [...years, ...used].map(({ numberOf }) => numberOf(student));
    return covariates.includes(null) ? [] : [{ mentored, before, after, covariates: covariates as number[] }];
  });
  const mentored = complete.filter((student) => student.mentored).length;
  if (mentored < 2 || complete.length - mentored < 2) return null;
  const fitted = ancova(complete, pairs);
  return (
    fitted && {
      ...fitted,
      n: [mentored, complete.length - mentored],
      covariates: used.map(({ id }) => id),
    }
  );
}
