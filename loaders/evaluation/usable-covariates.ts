import type { ComparedStudent } from "./compared-students.ts";
import type { Covariate } from "./covariates.ts";
import type { NotUsed } from "./record.ts";

/** Covariates that can be allowed for, known of every mentee and not the same in everybody; and the others with why not. */
export function usableCovariates(
  students: readonly ComparedStudent[],
  covariates: readonly Covariate[],
): { used: Covariate[]; notUsed: NotUsed[] } {
  const notUsed: NotUsed[] = [];
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
  return { used, notUsed };
}
