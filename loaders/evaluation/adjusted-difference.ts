import { ancova } from "../statistics/ancova.ts";
import type { ComparedStudent } from "./compared-students.ts";
import type { Covariate } from "./covariates.ts";
import type { AdjustedDifference } from "./record.ts";

/**
 * The difference between mentored and other students afterwards, adjusted for the outcome before and for the covariates
 * that can be used: those known of every mentee, in which the students differ. Comparison students of whom one is not
 * known are left out. Null where nothing can be estimated.
 */
export function adjustedDifference(
  students: readonly ComparedStudent[],
  covariates: readonly Covariate[],
): AdjustedDifference | null {
  const notUsed: AdjustedDifference["notUsed"] = [];
  const used = covariates.filter(({ id, label, numberOf }) => {
    const values = students.map(({ student }) => numberOf(student));
    const unknown = students.filter(({ mentored }, i) => mentored && values[i] === null).length;
    const known = values.filter((value) => value !== null);
    const why =
      unknown > 0
        ? `It is not known of ${unknown} of the mentored students.`
        : known.every((value) => value === known[0])
          ? "All students are alike in it."
          : null;
    if (why !== null) notUsed.push({ covariate: id, label, why });
    return why === null;
  });
  const adjusted = adjust(students, used);
  if (adjusted) return { ...adjusted, notUsed };
  if (used.length === 0) return null;
  const plain = adjust(students, []);
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
): Omit<AdjustedDifference, "notUsed"> | null {
  const complete = students.flatMap(({ mentored, before, after, student }) => {
    const covariates = used.map(({ numberOf }) => numberOf(student));
    return covariates.includes(null) ? [] : [{ mentored, before, after, covariates: covariates as number[] }];
  });
  const mentored = complete.filter((student) => student.mentored).length;
  if (mentored < 2 || complete.length - mentored < 2) return null;
  const fitted = ancova(complete);
  return (
    fitted && {
      ...fitted,
      n: [mentored, complete.length - mentored],
      covariates: used.map(({ id }) => id),
    }
  );
}
