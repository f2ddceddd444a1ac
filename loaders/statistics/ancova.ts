import { hedgesTwoGroups } from "./hedges-two-groups.ts";
import type { Interval } from "./interval.ts";
import { leastSquares } from "./least-squares.ts";
import { tInference } from "./t-inference.ts";

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
 * Analysis of covariance: after = a + b mentored + slope before (+ covariates), with the HC3 standard error, which
 * allows the groups to differ in spread, and t with N less the number of coefficients as degrees of freedom. Null where
 * it cannot be estimated: too few students, everybody alike before, a covariate that follows from the others, or a
 * student who alone decides a coefficient.
 * Source: MacKinnon and White (1985), Journal of Econometrics 29: 305-325 (HC3); What Works Clearinghouse (2022),
 * Procedures and Standards Handbook 5.0, appendix E (g = omega b / SD, omega = 1 - 3 / (4N - 9)).
 *
 * @throws RangeError where students differ in the number of covariates.
 * @example ancova([[1, 2, 4], [1, 3, 4], [1, 2, 3], [0, 3, 3], [0, 4, 4], [0, 2, 3]].map(([m, before, after]) => ({ mentored: m === 1, before, after }))).b // => 0.6666666666666667
 */
export function ancova(students: readonly AncovaStudent[]): Ancova | null {
  const width = 3 + (students[0]?.covariates?.length ?? 0);
  const design = students.map(({ mentored, before, covariates = [] }) => [
    1,
    mentored ? 1 : 0,
    before,
    ...covariates,
  ]);
  const fitted = leastSquares(
    design,
    students.map(({ after }) => after),
  );
  if (!fitted) return null;
  const { coefficients, residuals, leverages, influence } = fitted;
  // A student of leverage 1 is fitted exactly whatever the response, and says nothing of the spread.
  if (leverages.some((leverage) => leverage > 1 - 1e-9)) return null;
  const variance = influence.reduce(
    (sum, weights, i) => sum + (weights[1]! * (residuals[i]! / (1 - leverages[i]!))) ** 2,
    0,
  );
  const [b, slope] = [coefficients[1]!, coefficients[2]!];
  const se = Math.sqrt(variance);
  if (se === 0) return null;
  const df = students.length - width;
  const afterOf = (group: boolean) =>
    students.filter(({ mentored }) => mentored === group).map(({ after }) => after);
  const { pooledSd } = hedgesTwoGroups(afterOf(true), afterOf(false));
  const omega = 1 - 3 / (4 * students.length - 9);
  return {
    b,
    slope,
    se,
    df,
    ...tInference(b, se, df),
    g: pooledSd ? (omega * b) / pooledSd : null,
  };
}
