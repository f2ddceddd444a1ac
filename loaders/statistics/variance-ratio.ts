import { sampleVariance } from "simple-statistics";
import { checkFinite } from "./hedges-two-groups.ts";

/**
 * The variance of the first group over that of the second: two groups of equal means can still differ in spread. Null
 * where a group has fewer than two values, or the second has no spread.
 * Source: Rubin (2001), Health Services and Outcomes Research Methodology 2: 169-188 (between 0.5 and 2 is near enough).
 *
 * @throws RangeError where a value is not finite.
 * @example varianceRatio([1, 3], [1, 2]) // => 4
 */
export function varianceRatio(first: readonly number[], second: readonly number[]): number | null {
  checkFinite("first", first);
  checkFinite("second", second);
  if (first.length < 2 || second.length < 2) return null;
  const under = sampleVariance([...second]);
  return under > 0 ? sampleVariance([...first]) / under : null;
}
