import { checkPValues } from "./check-p-values.ts";

/**
 * Holm-adjusted p values, in the order given. A null (no test was possible) stays null and does not count as
 * one of the tests.
 * Source: Holm (1979), Scandinavian Journal of Statistics 6: 65-70.
 *
 * @throws RangeError where a p value is not within [0, 1].
 * @example holm([0.01, null, 0.04, 0.03]) // => [0.03, null, 0.06, 0.06]
 */
export function holm(ps: readonly (number | null)[]): (number | null)[] {
  checkPValues(ps);
  const tests = ps.flatMap((p, place) => (p === null ? [] : [{ p, place }])).toSorted((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = ps.map(() => null);
  let largest = 0;
  for (const [i, { p, place }] of tests.entries()) {
    largest = Math.max(largest, Math.min(1, (tests.length - i) * p));
    adjusted[place] = largest;
  }
  return adjusted;
}
