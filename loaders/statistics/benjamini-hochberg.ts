import { checkPValues } from "./check-p-values.ts";

/**
 * p values adjusted after Benjamini and Hochberg, in the order given: calling those up to 0.05 clear, one in twenty of
 * the calls is expected to be false. A null (no test was possible) stays null and does not count as one of the tests.
 * Source: Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57: 289-300.
 *
 * @throws RangeError where a p value is not within [0, 1].
 * @example benjaminiHochberg([0.01, null, 0.04, 0.03]) // => [0.03, null, 0.04, 0.04]
 */
export function benjaminiHochberg(ps: readonly (number | null)[]): (number | null)[] {
  checkPValues(ps);
  const tests = ps.flatMap((p, place) => (p === null ? [] : [{ p, place }])).toSorted((a, b) => b.p - a.p);
  const adjusted: (number | null)[] = ps.map(() => null);
  let smallest = 1;
  for (const [i, { p, place }] of tests.entries()) {
    smallest = Math.min(smallest, (tests.length / (tests.length - i)) * p);
    adjusted[place] = smallest;
  }
  return adjusted;
}
