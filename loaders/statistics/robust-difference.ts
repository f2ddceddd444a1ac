import type { Interval } from "./interval.ts";
import { type LeastSquares, leastSquares } from "./least-squares.ts";
import { pairClusteredSe } from "./pair-clustered-se.ts";
import { tInference } from "./t-inference.ts";

/** The difference of two groups in a linear model, with a standard error that does not assume equal spread. */
export interface RobustDifference {
  estimate: number;
  se: number;
  df: number;
  ci95: Interval;
  p: number;
  /** Of every column of the design. */
  coefficients: number[];
}

/** Where the fit leaves nothing over, what remains of the residuals is rounding, and no spread. */
const rounding = 1e-12;

/**
 * The coefficient of the group in a least squares fit, with the HC3 standard error and t with N less the number of
 * columns as degrees of freedom; of matched pairs with the standard error clustered by pair, and t with one degree of
 * freedom less than there are pairs (unit: that of the response). Null where it cannot be estimated: too few students, a
 * column that follows from the others, nobody who differs, or a student who alone decides a coefficient.
 * Source: MacKinnon and White (1985), Journal of Econometrics 29: 305-325 (HC3).
 *
 * @param design One row a student: 1, then 1 or 0 for the group, then what is adjusted for.
 * @param pairs Of each row the pair it belongs to, where students were matched.
 * @throws RangeError where the rows differ in length, or there is not one response, and one pair, a row.
 * @example robustDifference([[1, 1], [1, 1], [1, 0], [1, 0]], [3, 4, 1, 2]).se // => 1
 * @example robustDifference([[1, 1], [1, 0], [1, 1], [1, 0]], [3, 1, 5, 2], [1, 1, 2, 2]).estimate // => 2.5
 */
export function robustDifference(
  design: readonly (readonly number[])[],
  response: readonly number[],
  pairs?: readonly number[],
): RobustDifference | null {
  const fitted = leastSquares(design, response);
  if (!fitted) return null;
  const { coefficients } = fitted;
  const estimate = coefficients[1]!;
  const se = pairs ? pairClusteredSe(fitted, pairs)?.[1] : hc3(fitted);
  const largest = Math.max(...response.map(Math.abs));
  if (se === undefined || se === null || se <= rounding * largest) return null;
  const df = pairs ? new Set(pairs).size - 1 : design.length - coefficients.length;
  return { estimate, se, df, ...tInference(estimate, se, df), coefficients };
}

/** Null where a student of leverage 1 is fitted exactly whatever the response, and says nothing of the spread. */
function hc3({ residuals, leverages, influence }: LeastSquares): number | null {
  if (leverages.some((leverage) => leverage > 1 - 1e-9)) return null;
  const variance = influence.reduce(
    (sum, weights, i) => sum + (weights[1]! * (residuals[i]! / (1 - leverages[i]!))) ** 2,
    0,
  );
  return Math.sqrt(variance);
}
