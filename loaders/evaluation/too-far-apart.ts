import type { Balance, Comparison } from "./record.ts";

/**
 * What the compared students stood too far apart in before the start for a fair comparison: the outcome itself; and of
 * matched students, who are meant to be alike, every characteristic that they could not be matched on. Null where it is
 * not known how far apart they stood.
 */
export function tooFarApart({
  balance,
  matching,
}: Pick<Comparison, "balance" | "matching">): Balance[] | null {
  const baseline = balance?.find(({ covariate }) => covariate === "baseline");
  if (!balance || !baseline?.class) return null;
  const unmatched = matching?.notUsed.map(({ covariate }) => covariate) ?? [];
  return balance.filter(
    (row) => row.class === "fails" && (row === baseline || unmatched.includes(row.covariate)),
  );
}
