import { mean } from "simple-statistics";
import { leastSquares } from "./least-squares.ts";

/** One student who was not mentored, before and after. */
export interface BeforeAfter {
  before: number;
  after: number;
}

/**
 * The gain that students who stood where the mentees stood made without mentoring: what the comparison group gained,
 * and what those below its mean gain on it anyway, (1 - slope) times the distance, with the slope of after on before in
 * the comparison group (unit: ranks). Null where the comparison group has fewer than three students or no spread before.
 * Source: Barnett, van der Pols and Dobson (2005), International Journal of Epidemiology 34: 215-220.
 *
 * @throws RangeError where there is no mentee.
 * @example expectedGain([2, 3], [{ before: 2, after: 3 }, { before: 3, after: 3 }, { before: 4, after: 5 }]) // => 0.6666666666666666
 */
export function expectedGain(
  menteesBefore: readonly number[],
  comparison: readonly BeforeAfter[],
): number | null {
  if (menteesBefore.length === 0)
    throw new RangeError("The argument menteesBefore is empty; give the score of each mentee before.");
  const fitted = leastSquares(
    comparison.map(({ before }) => [1, before]),
    comparison.map(({ after }) => after),
  );
  if (!fitted) return null;
  const slope = fitted.coefficients[1]!;
  const before = mean(comparison.map((student) => student.before));
  const after = mean(comparison.map((student) => student.after));
  return after - before + (1 - slope) * (before - mean([...menteesBefore]));
}
