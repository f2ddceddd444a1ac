import { mean, sampleVariance } from "simple-statistics";
import { checkFinite } from "./hedges-two-groups.ts";
import type { Interval } from "./interval.ts";
import { tInference } from "./t-inference.ts";

/** The difference of two groups' means, first minus second. */
export interface Welch {
  estimate: number;
  se: number;
  df: number;
  ci95: Interval;
  p: number;
}

/**
 * Welch's comparison of two groups' means, whose spreads may differ (unit: that of the values). Null where a group has
 * fewer than two values, or neither has any spread.
 * Source: Welch (1947), Biometrika 34: 28-35.
 *
 * @throws RangeError where a value is not finite.
 * @example welch([1, 2, 4], [0, 1, 1, 0]) // => {"estimate": 1.8333333333333335, "se": 0.927960727138337, "df": 2.4329113924050634, "ci95": [-1.5501748721330797, 5.216841538799747], "p": 0.16368572941263296}
 */
export function welch(first: readonly number[], second: readonly number[]): Welch | null {
  checkFinite("first", first);
  checkFinite("second", second);
  if (first.length < 2 || second.length < 2) return null;
  const [a, b] = [first, second].map((values) =>
    values.every((value) => value === values[0]) ? 0 : sampleVariance([...values]) / values.length,
  ) as [number, number];
  if (a + b === 0) return null;
  const estimate = mean([...first]) - mean([...second]);
  const se = Math.sqrt(a + b);
  const df = (a + b) ** 2 / (a ** 2 / (first.length - 1) + b ** 2 / (second.length - 1));
  return { estimate, se, df, ...tInference(estimate, se, df) };
}
