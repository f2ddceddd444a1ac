import { checkCount } from "./check-count.ts";
import { signTest } from "./sign-test.ts";

/**
 * Exact two-sided McNemar test of a yes/no seen twice on the same students: `beforeOnly` of them were a yes
 * before and not after, `afterOnly` the other way round. 1 where nobody switched.
 * Source: McNemar (1947), Psychometrika 12: 153-157, with the binomial in place of chi-square.
 *
 * @throws RangeError where a count is not a whole number of at least 0.
 * @example mcnemar({ beforeOnly: 1, afterOnly: 7 }) // => {"p": 0.0703125}
 */
export function mcnemar({ beforeOnly, afterOnly }: { beforeOnly: number; afterOnly: number }): { p: number } {
  checkCount("beforeOnly", beforeOnly, 0);
  checkCount("afterOnly", afterOnly, 0);
  return signTest({ up: afterOnly, down: beforeOnly });
}
