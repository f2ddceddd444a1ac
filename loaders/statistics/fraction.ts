/**
 * Exact rational numbers on BigInt, so that a tie between two students (means over different numbers of
 * subjects) is judged exactly and never by floating point. Unit: ranks of a scale. Make one with `fraction`
 * only; it is always reduced and its denominator is positive, so equal values have equal parts.
 * Source: Knuth, The Art of Computer Programming vol. 2 (3rd ed.), section 4.5.1.
 */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * numerator / denominator, reduced.
 *
 * @throws RangeError where an argument is not a whole number, or the denominator is 0.
 * @example fraction(6, -4) // => {"numerator": -3, "denominator": 2}
 */
export function fraction(numerator: bigint | number, denominator: bigint | number): Fraction {
  const [n, d] = [whole("numerator", numerator), whole("denominator", denominator)];
  if (d === 0n) throw new RangeError("The argument denominator is 0; leave out a mean over no values.");
  const divisor = d < 0n ? -gcd(n, d) : gcd(n, d);
  return { numerator: n / divisor, denominator: d / divisor };
}

/** @example toNumber(add(fraction(1, 2), fraction(1, 4))) // => 0.75 */
export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

/** @example toNumber(subtract(fraction(1, 2), fraction(3, 4))) // => -0.25 */
export const subtract = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);

/**
 * The arithmetic mean; null of no fractions.
 *
 * @example meanOf([fraction(1, 1), fraction(2, 1), fraction(2, 1)]) // => {"numerator": 5, "denominator": 3}
 */
export function meanOf(fractions: readonly Fraction[]): Fraction | null {
  if (fractions.length === 0) return null;
  const total = fractions.reduce(add);
  return fraction(total.numerator, total.denominator * BigInt(fractions.length));
}

/** -1, 0 or 1 as a is less than, equal to or greater than b. @example compare(fraction(1, 3), fraction(1, 2)) // => -1 */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** @example isZero(subtract(fraction(2, 6), fraction(1, 3))) // => true */
export const isZero = (a: Fraction): boolean => a.numerator === 0n;

/** The double nearest to within two roundings; each part below 2^1024. @example toNumber(fraction(1, 8)) // => 0.125 */
export const toNumber = (a: Fraction): number => Number(a.numerator) / Number(a.denominator);

/**
 * The same fractions as integers over their least common denominator.
 *
 * @example toCommonIntegers([fraction(1, 2), fraction(-2, 3)]) // => {"integers": [3, -4], "denominator": 6}
 */
export function toCommonIntegers(fractions: readonly Fraction[]): {
  integers: bigint[];
  denominator: bigint;
} {
  const denominator = fractions.reduce(
    (common, f) => (common * f.denominator) / gcd(common, f.denominator),
    1n,
  );
  return { integers: fractions.map((f) => f.numerator * (denominator / f.denominator)), denominator };
}

function whole(name: string, value: bigint | number): bigint {
  if (typeof value === "bigint" || Number.isSafeInteger(value)) return BigInt(value);
  throw new RangeError(`The argument ${name} is ${value}; give a whole number, or a bigint.`);
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
