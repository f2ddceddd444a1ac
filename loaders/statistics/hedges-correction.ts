import { checkCount } from "./check-count.ts";

/**
 * J(m) = Gamma(m/2) / (sqrt(m/2) Gamma((m-1)/2)), the factor that takes the small-sample bias from a
 * standardised mean difference with m degrees of freedom. From J(2) and J(3) by Gamma(x+1) = x Gamma(x);
 * relative error below m * 1e-16. At m = 1 no unbiased estimate exists, so m starts at 2.
 * Source: Hedges (1981), Journal of Educational Statistics 6: 107-128, equation 6e.
 *
 * @throws RangeError where m is not a whole number of at least 2.
 * @example hedgesCorrection(11) // => 0.929959809975779
 */
export function hedgesCorrection(m: number): number {
  checkCount("m", m, 2);
  const odd = m % 2;
  let ratio = odd ? Math.sqrt(Math.PI) / 2 : 1 / Math.sqrt(Math.PI);
  for (let k = odd ? 3 : 2; k < m; k += 2) ratio *= k / (k - 1);
  return ratio / Math.sqrt(m / 2);
}
