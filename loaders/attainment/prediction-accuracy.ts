import { checkCount } from "../statistics/check-count.ts";
import type { Interval } from "../statistics/interval.ts";
import { wilson } from "../statistics/wilson.ts";

interface Part {
  k: number;
  ci95: Interval | null;
}

/** How predicted grades met the results: shares of the students, with Wilson intervals. */
export interface PredictionAccuracy {
  n: number;
  exact: Part;
  /** Exact, or one grade away or less. */
  withinOne: Part;
  over: Part;
  under: Part;
}

/**
 * How often predicted grades were right. A difference is predicted minus achieved, in grades of one scale, as a
 * fraction: the sum of several teachers' ranks minus theirs at the result, over the number of teachers.
 * Source: Wilson (1927) for the intervals.
 *
 * @throws RangeError where `by` is not a whole number or `teachers` not one above 0.
 * @example predictionAccuracy([{"by": 0, "teachers": 1}]).over // => {"k": 0, "ci95": [0, 0.7934506856227626]}
 */
export function predictionAccuracy(
  differences: readonly { by: number; teachers: number }[],
): PredictionAccuracy {
  for (const { by, teachers } of differences) {
    checkCount("by", Math.abs(by), 0);
    checkCount("teachers", teachers, 1);
  }
  const n = differences.length;
  const part = (is: (difference: { by: number; teachers: number }) => boolean): Part => {
    const k = differences.filter(is).length;
    return { k, ci95: wilson(k, n) };
  };
  return {
    n,
    exact: part(({ by }) => by === 0),
    withinOne: part(({ by, teachers }) => Math.abs(by) <= teachers),
    over: part(({ by }) => by > 0),
    under: part(({ by }) => by < 0),
  };
}
