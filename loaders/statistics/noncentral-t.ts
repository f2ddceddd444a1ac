import tCdf from "@stdlib/stats-base-dists-t-cdf";
import { checkCount } from "./check-count.ts";
import { hedgesCorrection } from "./hedges-correction.ts";

/**
 * P(T <= t) of the noncentral t distribution with `df` degrees of freedom and noncentrality `delta`, for
 * t >= 0 and |delta| <= 30 (beyond, the series underflows). Absolute error below 1e-12.
 * Source: Lenth (1989), algorithm AS 243, Applied Statistics 38: 185-189, in the form
 * F = 1/2 [1 + sum_j p_j I_x(j + 1/2, df/2) - q_j (1 - I_x(j + 1, df/2))] with x = t^2 / (df + t^2); the
 * incomplete betas follow by recurrence from the central t distribution and from the closed form at 1.
 *
 * @throws RangeError where df is not a whole number of at least 1, or t or delta is out of range.
 * @example noncentralT(2, 10, 0) // => 0.963305983
 */
export function noncentralT(t: number, df: number, delta: number): number {
  checkCount("df", df, 1);
  if (!(t >= 0 && Number.isFinite(t)))
    throw new RangeError(`The argument t is ${t}; give a finite number of at least 0.`);
  if (!(Math.abs(delta) <= 30))
    throw new RangeError(`The argument delta is ${delta}; give a number within -30 and 30.`);
  const [x, b, mean] = [t ** 2 / (df + t ** 2), df / 2, delta ** 2 / 2];
  const power = Math.exp(-b * Math.log1p(t ** 2 / df)); // (1 - x)^b
  const gammaRatio = hedgesCorrection(df + 1) * Math.sqrt((df + 1) / 2); // Gamma(b + 1/2) / Gamma(b)
  // Poisson weights, the incomplete beta at j + 1/2 and one less that at j + 1, and the steps between them.
  let p = Math.exp(-mean);
  let q = delta * Math.sqrt(2 / Math.PI) * p;
  let half = 2 * tCdf(t, df) - 1;
  let rest = power;
  let halfStep = 2 * Math.sqrt(x / Math.PI) * power * gammaRatio;
  let restStep = b * x * power;
  let total = 1;
  for (let j = 0; j <= mean || p + Math.abs(q) > 1e-18; j++) {
    total += p * half - q * rest;
    half -= halfStep;
    rest += restStep;
    halfStep *= (x * (j + 0.5 + b)) / (j + 1.5);
    restStep *= (x * (j + 1 + b)) / (j + 2);
    p *= mean / (j + 1);
    q *= mean / (j + 1.5);
  }
  return total / 2;
}
