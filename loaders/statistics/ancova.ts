import { hedgesTwoGroups } from "./hedges-two-groups.ts";
import type { Interval } from "./interval.ts";
import { robustDifference } from "./robust-difference.ts";

/** One student of an analysis of covariance. */
export interface AncovaStudent {
  mentored: boolean;
  before: number;
  after: number;
  /** In the same order for every student. */
  covariates?: readonly number[];
}

/** The difference between mentored and other students afterwards, at equal scores before. */
export interface Ancova {
  /** In ranks: above 0 the mentored stood higher. */
  b: number;
  /** Of each further unit before, how much more afterwards. */
  slope: number;
  se: number;
  df: number;
  ci95: Interval;
  p: number;
  /** b in pooled standard deviations of the scores after, corrected for small samples; null without spread. */
  g: number | null;
}

/**
 * Analysis of covariance: after = a + b mentored + slope before (+ covariates), with the standard error of
 * robustDifference: HC3, which allows the groups to differ in spread, or clustered by pair where students were matched.
 * Null where it cannot be estimated: too few students, everybody alike before, a covariate that follows from the others,
 * or a student who alone decides a coefficient.
 * Source: What Works Clearinghouse (2022), Procedures and Standards Handbook 5.0, appendix E (g = omega b / SD,
 * omega = 1 - 3 / (4N - 9)).
 *
 * @param pairs Of each student the matched pair, where they were matched.
 * @throws RangeError where students differ in the number of covariates, or there is not one pair a student.
 * @example ancova([[1, 2, 4], [1, 3, 4], [1, 2, 3], [0, 3, 3], [0, 4, 4], [0, 2, 3]].map(([m, before, after]) => ({ mentored: m === 1, before, after }))).b // => 0.6666666666666667
 */
export function ancova(students: readonly AncovaStudent[], pairs?: readonly number[]): Ancova | null {
  const design = students.map(({ mentored, before, covariates = [] }) => [
    1,
    mentored ? 1 : 0,
    before,
    ...covariates,
  ]);
  const difference = robustDifference(
    design,
    students.map(({ after }) => after),
    pairs,
  );
  if (!difference) return null;
  const { estimate: b, coefficients, se, df, ci95, p } = difference;
  const afterOf = (group: boolean) =>
    students.filter(({ mentored }) => mentored === group).map(({ after }) => after);
  const { pooledSd } = hedgesTwoGroups(afterOf(true), afterOf(false));
  const omega = 1 - 3 / (4 * students.length - 9);
  return { b, slope: coefficients[2]!, se, df, ci95, p, g: pooledSd ? (omega * b) / pooledSd : null };
}
