import binomialCdf from "@stdlib/stats-base-dists-binomial-cdf";
import { checkCount } from "./check-count.ts";

/**
 * Exact two-sided sign test: of the students who moved, `up` rose and `down` fell (unit: students). Twice the
 * smaller binomial tail, capped at 1; so 1 where nobody moved, as in the reference values.
 * Source: Conover (1999), Practical Nonparametric Statistics, 3rd ed., section 3.4.
 *
 * @throws RangeError where a count is not a whole number of at least 0.
 * @example signTest({ up: 7, down: 1 }) // => {"p": 0.0703125}
 */
export function signTest({ up, down }: { up: number; down: number }): { p: number } {
  checkCount("up", up, 0);
  checkCount("down", down, 0);
  return { p: Math.min(1, 2 * binomialCdf(Math.min(up, down), up + down, 0.5)) };
}
