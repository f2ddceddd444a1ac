/**
 * Refuses anything but a whole number of at least `least` (unit: students, or answers).
 *
 * @throws RangeError naming the argument, the value given and what to give instead.
 * @example checkCount("up", 3, 0) // => null
 */
export function checkCount(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(
    `The argument ${name} is ${value}; give a whole number of at least ${least}, counted over students.`,
  );
}
