import { mean } from "simple-statistics";
import { hedgesCorrection } from "./hedges-correction.ts";

/** The difference of two groups' means, plain and in standard deviations. */
export interface HedgesTwoGroups {
  /** First minus second, in the unit of the values; null where a group is empty. */
  difference: number | null;
  pooledSd: number | null;
  g: number | null;
}

/**
 * Hedges' g of two independent groups: J(N - 2) times the difference of the means over the pooled within-group
 * standard deviation. g is null of fewer than four values in all, where a group is empty, or where neither group
 * has any spread.
 * Source: Hedges (1981), Journal of Educational Statistics 6: 107-128, equations 4 to 6.
 *
 * @throws RangeError where a value is not finite.
 * @example hedgesTwoGroups([2, 3, 2, 3], [3, 4, 3, 5]) // => {"difference": -1.25, "pooledSd": 0.7905694150420949, "g": -1.3734193849713405}
 */
export function hedgesTwoGroups(first: readonly number[], second: readonly number[]): HedgesTwoGroups {
  checkFinite("first", first);
  checkFinite("second", second);
  if (first.length === 0 || second.length === 0) return { difference: null, pooledSd: null, g: null };
  const difference = mean([...first]) - mean([...second]);
  const df = first.length + second.length - 2;
  if (df < 1) return { difference, pooledSd: null, g: null };
  const pooledSd = Math.sqrt((squares(first) + squares(second)) / df);
  if (df < 2 || pooledSd === 0) return { difference, pooledSd, g: null };
  return { difference, pooledSd, g: (hedgesCorrection(df) * difference) / pooledSd };
}

/** Sum of squares about the mean, exactly 0 where all values are equal. */
function squares(values: readonly number[]): number {
  if (values.every((value) => value === values[0])) return 0;
  const centre = mean([...values]);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}

/**
 * Refuses values that are not finite numbers.
 *
 * @throws RangeError naming the argument and the value.
 * @example checkFinite("values", [1, 2.5]) // => null
 */
export function checkFinite(name: string, values: readonly number[]): void {
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined)
    throw new RangeError(`The argument ${name} holds ${wrong}; give finite numbers, one a student.`);
}
