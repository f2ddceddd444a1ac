import { mean, sampleStandardDeviation } from "simple-statistics";
import { type Fraction, subtract, toNumber } from "./fraction.ts";
import { hedgesCorrection } from "./hedges-correction.ts";

/** Mean change in standard deviations: of the scores before, of both times averaged, of the changes. */
export interface HedgesPaired {
  gPre: number | null;
  gAv: number | null;
  gZ: number | null;
}

/**
 * Hedges' g of a paired change, by the three usual denominators; `before[i]` and `after[i]` belong to one
 * student. Each is null where its denominator is 0, and all are where there are fewer than three students
 * (with two, J(1) = 0: no unbiased estimate exists).
 * Source: Becker (1988), British Journal of Mathematical and Statistical Psychology 41: 257-278 (gPre);
 * Cumming (2012), Understanding the New Statistics, chapter 11 (gAv, gZ).
 *
 * @throws RangeError where before and after differ in length.
 * @example hedgesPaired([2, 3, 4, 4, 3].map((x) => fraction(x, 1)), [2, 4, 4, 4, 5].map((x) => fraction(x, 1))) // => {"gPre": 0.572192672410675, "gAv": 0.491167372108026, "gZ": 0.535237234845831}
 */
export function hedgesPaired(before: readonly Fraction[], after: readonly Fraction[]): HedgesPaired {
  if (before.length !== after.length)
    throw new RangeError(
      `The argument after has ${after.length} students and before has ${before.length}; give both for each student.`,
    );
  if (before.length < 3) return { gPre: null, gAv: null, gZ: null };
  const changes = before.map((b, i) => toNumber(subtract(after[i]!, b)));
  const [sdBefore, sdAfter] = [deviation(before.map(toNumber)), deviation(after.map(toNumber))];
  const corrected = hedgesCorrection(before.length - 1) * mean(changes);
  const over = (sd: number): number | null => (sd === 0 ? null : corrected / sd);
  return {
    gPre: over(sdBefore),
    gAv: over(Math.sqrt((sdBefore ** 2 + sdAfter ** 2) / 2)),
    gZ: over(deviation(changes)),
  };
}

/** The sample standard deviation, exactly 0 where all values are equal (25 thirds would give 6e-17). */
const deviation = (values: number[]): number =>
  values.every((value) => value === values[0]) ? 0 : sampleStandardDeviation(values);
