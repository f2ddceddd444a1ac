/**
 * Refuses anything but p values, or null where no test was possible.
 *
 * @throws RangeError naming the value.
 * @example checkPValues([0.01, null, 1]) // => null
 */
export function checkPValues(ps: readonly (number | null)[]): void {
  for (const p of ps) {
    if (p !== null && !(p >= 0 && p <= 1))
      throw new RangeError(`The argument ps holds ${p}; give p values within 0 and 1, or null for no test.`);
  }
}
