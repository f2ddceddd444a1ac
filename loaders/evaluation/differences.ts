import { mean } from "simple-statistics";
import { expectedGain } from "../statistics/expected-gain.ts";
import { robustDifference } from "../statistics/robust-difference.ts";
import { welch } from "../statistics/welch.ts";
import { adjustedDifference } from "./adjusted-difference.ts";
import { balance } from "./balance.ts";
import type { ComparedStudent } from "./compared-students.ts";
import type { ComparedGroup } from "./comparison-group.ts";
import type { Comparison } from "./record.ts";
import { withinOwnYears } from "./within-years.ts";

type Differences = Pick<
  Comparison,
  "n" | "balance" | "ancova" | "gainDifference" | "menteeGain" | "comparisonGain" | "expectedGain" | "why"
>;

const few = "Too few students, or none of them differs from the others, so it cannot be estimated.";

/** How alike the compared groups were before the start, and how they differ after it. */
export function differences(compared: ComparedGroup): Differences {
  const { covariates, adjustable, years, pairs } = compared;
  if (compared.students.length === 0)
    return {
      ...nothing,
      why: Object.fromEntries(Object.keys(nothing).map((key) => [key, compared.why!])),
    };
  const students = withinOwnYears(compared);
  const [mentees, others] = [true, false].map((group) =>
    students.filter(({ mentored }) => mentored === group),
  );
  const gain = ({ before, after }: ComparedStudent) => after - before;
  const menteeGain = mean(compared.students.filter(({ mentored }) => mentored).map(gain));
  const comparisonGain = years.length > 0 ? menteeGain - mean(mentees!.map(gain)) : mean(others!.map(gain));
  const shift = years.length > 0 ? comparisonGain : 0;
  const expected = expectedGain(
    mentees!.map(({ before }) => before),
    others!,
  );
  const adjusted = adjustedDifference(students, adjustable, { years, pairs });
  const difference =
    years.length > 0 || pairs
      ? robustDifference(
          students.map(({ mentored, student }) => [
            1,
            Number(mentored),
            ...years.map(({ numberOf }) => numberOf(student)!),
          ]),
          students.map(gain),
          pairs,
        )
      : welch(mentees!.map(gain), others!.map(gain));
  const why: Record<string, string> = {};
  if (difference === null) why.gainDifference = few;
  if (adjusted === null) why.ancova = few;
  if (expected === null) why.expectedGain = few;
  return {
    n: [mentees!.length, others!.length],
    balance: balance(compared.students, covariates, years.length > 0),
    ancova: adjusted,
    gainDifference: difference && { estimate: difference.estimate, ci95: difference.ci95, p: difference.p },
    menteeGain,
    comparisonGain,
    expectedGain: expected === null ? null : shift + expected,
    why,
  };
}

const nothing = {
  n: null,
  balance: null,
  ancova: null,
  gainDifference: null,
  menteeGain: null,
  comparisonGain: null,
  expectedGain: null,
};
