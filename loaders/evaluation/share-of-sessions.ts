import type { Balance, Change, Comparison, IndependentOutcome } from "./record.ts";

type Evaluated = Omit<IndependentOutcome, "id" | "label">;

/** Attendance as shares of sessions: the means before and after are mean ranks less one; changes and differences are alike. */
export function attendanceAsShare({ change, comparison, ...rest }: Evaluated): Evaluated {
  return { ...rest, change: ofChange(change), comparison: ofComparison(comparison) };
}

function share<T extends number | null>(rank: T): T {
  return (rank === null ? null : rank - 1) as T;
}

function ofChange(change: Change): Change {
  return { ...change, meanBefore: share(change.meanBefore), meanAfter: share(change.meanAfter) };
}

function ofComparison(comparison: Comparison): Comparison {
  const { balance, matching, attrition } = comparison;
  return {
    ...comparison,
    balance: balance?.map(ofBaseline) ?? null,
    ...(matching ? { matching: { ...matching, balanceBefore: matching.balanceBefore.map(ofBaseline) } } : {}),
    attrition: attrition && {
      ...attrition,
      stayers: { ...attrition.stayers, meanBefore: share(attrition.stayers.meanBefore) },
      leavers: { ...attrition.leavers, meanBefore: share(attrition.leavers.meanBefore) },
    },
  };
}

function ofBaseline(row: Balance): Balance {
  if (row.covariate !== "baseline") return row;
  return {
    ...row,
    label: "Attendance before",
    mentees: { ...row.mentees, mean: share(row.mentees.mean) },
    comparison: { ...row.comparison, mean: share(row.comparison.mean) },
  };
}
