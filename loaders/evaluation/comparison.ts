import { mean } from "simple-statistics";
import type { Programme } from "../programme/load-settings.ts";
import { expectedGain } from "../statistics/expected-gain.ts";
import { regressionToMean } from "../statistics/regression-to-mean.ts";
import { welch } from "../statistics/welch.ts";
import { adjustedDifference } from "./adjusted-difference.ts";
import { attrition } from "./attrition.ts";
import { attritionRates } from "./attrition-rates.ts";
import { balance } from "./balance.ts";
import { comparedStudents } from "./compared-students.ts";
import { covariatesOf } from "./covariates.ts";
import type { Models } from "./models.ts";
import type { Comparison } from "./record.ts";
import type { StudentMeans } from "./student-means.ts";

/** Mentored students beside the others on the primary outcome: how alike before, how different after, and who is missing. */
export function comparison(
  { settings, scales }: Programme,
  models: Models,
  mentees: readonly StudentMeans[],
  outcomes: readonly string[],
): Comparison {
  const { group, covariates: names, cutOff } = settings.comparison;
  const why: Record<string, string> = {};
  const started = models.mentees.map(({ student_id }) => student_id);
  const lost = attrition(started, mentees, models.pairs, outcomes, scales);
  if (lost === null)
    why.attrition = "Nobody was measured, so it is not known how far grades could have moved.";
  const rates = attritionRates(lost, models.comparisonMeans, outcomes);
  if (rates === null)
    why.attritionRates = "No mentored student, or no other student, has the outcome before the start.";
  const students = comparedStudents(
    mentees,
    models.comparisonMeans,
    outcomes,
    (id) => models.students.get(id)!,
  );
  const others = students.filter(({ mentored }) => !mentored);
  if (mentees.length === 0 || others.length === 0) {
    const reason =
      mentees.length === 0
        ? "No mentored student was measured."
        : "No other student of the mentees' year groups has a review before and after in the same weeks.";
    for (const key of ["n", "balance", "ancova", "gainDifference", "comparisonGain"]) why[key] = reason;
    const expected = cutOff && mentees.length > 0 ? regressionToMean(cutOff) : null;
    if (expected === null) why.expectedGain = reason;
    return { ...nothing, group, expectedGain: expected, attrition: lost, attritionRates: rates, why };
  }
  const covariates = covariatesOf(
    names,
    students.map(({ student }) => student),
  );
  const gains = (mentored: boolean) =>
    students.filter((student) => student.mentored === mentored).map(({ before, after }) => after - before);
  const difference = welch(gains(true), gains(false));
  const adjusted = adjustedDifference(students, covariates);
  const expected = expectedGain(
    students.filter(({ mentored }) => mentored).map(({ before }) => before),
    others,
  );
  const few = "Too few students, or none of them differs from the others, so it cannot be estimated.";
  if (difference === null) why.gainDifference = few;
  if (adjusted === null) why.ancova = few;
  if (expected === null) why.expectedGain = few;
  return {
    group,
    n: [mentees.length, others.length],
    balance: balance(students, covariates),
    ancova: adjusted,
    gainDifference: difference && { estimate: difference.estimate, ci95: difference.ci95, p: difference.p },
    comparisonGain: mean(gains(false)),
    expectedGain: expected,
    attrition: lost,
    attritionRates: rates,
    why,
  };
}

const nothing = {
  n: null,
  balance: null,
  ancova: null,
  gainDifference: null,
  comparisonGain: null,
};
