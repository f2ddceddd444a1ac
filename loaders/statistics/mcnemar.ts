import binomialCdf from "@stdlib/stats-base-dists-binomial-cdf";
import { checkCount } from "./check-count.ts";
import { signTest } from "./sign-test.ts";

/**
 * Exact two-sided McNemar test of a yes/no seen twice on the same students: `beforeOnly` of them were a yes
 * before and not after, `afterOnly` the other way round. The mid-p counts what was observed by half, for the exact p
 * of few students is larger than it need be. Both are 1 where nobody switched.
 * Source: McNemar (1947), Psychometrika 12: 153-157, with the binomial in place of chi-square; Fagerland, Lydersen
 * and Laake (2013), BMC Medical Research Methodology 13: 91 (mid-p).
 *
 * @throws RangeError where a count is not a whole number of at least 0.
 * @example mcnemar({ beforeOnly: 1, afterOnly: 7 }) // => {"p": 0.0703125, "midP": 0.0390625}
 */
export function mcnemar({ beforeOnly, afterOnly }: { beforeOnly: number; afterOnly: number }): {
  p: number;
  midP: number;
} {
  checkCount("beforeOnly", beforeOnly, 0);
  checkCount("afterOnly", afterOnly, 0);
  const [fewer, switched] = [Math.min(beforeOnly, afterOnly), beforeOnly + afterOnly];
  const { p } = signTest({ up: afterOnly, down: beforeOnly });
  return { p, midP: binomialCdf(fewer, switched, 0.5) + binomialCdf(fewer - 1, switched, 0.5) };
}
