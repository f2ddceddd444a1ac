import { mean } from "simple-statistics";
import { baselineClass } from "../statistics/baseline-class.ts";
import { hedgesTwoGroups } from "../statistics/hedges-two-groups.ts";
import { varianceRatio } from "../statistics/variance-ratio.ts";
import type { ComparedStudent } from "./compared-students.ts";
import type { Covariate } from "./covariates.ts";
import type { Balance } from "./record.ts";

/**
 * How alike mentored and other students were before the start: the outcome itself first, then each covariate, of those of
 * whom it is known. Differences are mentored minus others, in pooled standard deviations.
 */
export function balance(students: readonly ComparedStudent[], covariates: readonly Covariate[]): Balance[] {
  const baseline = {
    id: "baseline",
    label: "Grades before",
    numberOf: ({ before }: ComparedStudent) => before,
  };
  const others = covariates.map(({ id, label, numberOf }) => ({
    id,
    label,
    numberOf: ({ student }: ComparedStudent) => numberOf(student),
  }));
  return [baseline, ...others].map(({ id, label, numberOf }) => {
    const values = (mentored: boolean) =>
      students.flatMap((student) => (student.mentored === mentored ? (numberOf(student) ?? []) : []));
    const [mentees, comparison] = [values(true), values(false)];
    const { g } = hedgesTwoGroups(mentees, comparison);
    return {
      covariate: id,
      label,
      mentees: summary(mentees),
      comparison: summary(comparison),
      g,
      varianceRatio: varianceRatio(mentees, comparison),
      class: baselineClass(g),
      ...(g === null ? { why: "Too few of them are known, or all are alike." } : {}),
    };
  });
}

function summary(values: readonly number[]): { n: number; mean: number | null } {
  return { n: values.length, mean: values.length > 0 ? mean([...values]) : null };
}
