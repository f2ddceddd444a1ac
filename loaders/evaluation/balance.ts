import { mean } from "simple-statistics";
import { baselineClass } from "../statistics/baseline-class.ts";
import { hedgesTwoGroups } from "../statistics/hedges-two-groups.ts";
import { varianceRatio } from "../statistics/variance-ratio.ts";
import type { ComparedStudent } from "./compared-students.ts";
import type { Covariate } from "./covariates.ts";
import type { Balance } from "./record.ts";
import { besideOwnYear } from "./within-years.ts";

export const baselineLabel = "Grades before";

/**
 * How alike mentored and other students were before the start: the outcome itself first, then each covariate, of those of
 * whom it is known. Differences are mentored minus others, in pooled standard deviations.
 * @param withinYears Each mentee is held against the others of the own year group: the mean shown of the others is the
 * one they would have with as many in each year as there are mentees, and standard deviations are those within years.
 */
export function balance(
  students: readonly ComparedStudent[],
  covariates: readonly Covariate[],
  withinYears = false,
): Balance[] {
  const baseline = {
    id: "baseline",
    label: baselineLabel,
    numberOf: ({ before }: ComparedStudent) => before,
  };
  const others = covariates.map(({ id, label, numberOf }) => ({
    id,
    label,
    numberOf: ({ student }: ComparedStudent) => numberOf(student),
  }));
  return [baseline, ...others].map(({ id, label, numberOf }) => {
    const measured = withinYears ? besideOwnYear(students, numberOf) : numberOf;
    const own = (mentored: boolean, number: typeof numberOf) =>
      students.flatMap((student) =>
        student.mentored === mentored && measured(student) !== null ? number(student)! : [],
      );
    const [mentees, comparison] = [own(true, measured), own(false, measured)];
    const { g } = hedgesTwoGroups(mentees, comparison);
    const ratio = varianceRatio(mentees, comparison);
    const menteeMean = meanOf(own(true, numberOf));
    return {
      covariate: id,
      label,
      mentees: { n: mentees.length, mean: menteeMean },
      comparison: {
        n: comparison.length,
        mean: withinYears && menteeMean !== null ? menteeMean - meanOf(mentees)! : meanOf(comparison),
      },
      g,
      varianceRatio: ratio,
      class: baselineClass(g),
      ...(g === null || ratio === null ? { why: "Too few of them are known, or all are alike." } : {}),
    };
  });
}

function meanOf(values: readonly number[]): number | null {
  return values.length > 0 ? mean([...values]) : null;
}
