import fc from "fast-check";
import { type Fraction, fraction } from "../../../loaders/statistics/fraction.ts";

/** Rationals with small parts, so that ties and zeros are common. */
export const rational: fc.Arbitrary<Fraction> = fc
  .tuple(fc.integer({ min: -12, max: 12 }), fc.integer({ min: 1, max: 6 }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));

/** Changes of a cohort: many zeros, or few; coarse grades, or means over subjects. */
export const changes = (maxLength: number): fc.Arbitrary<Fraction[]> =>
  fc.oneof(
    fc.array(rational, { minLength: 1, maxLength }),
    fc.array(
      fc.constantFrom(-2, -1, 0, 0, 0, 0, 1, 1, 2).map((d) => fraction(d, 1)),
      { minLength: 1, maxLength },
    ),
  );

export const positive: fc.Arbitrary<Fraction> = fc
  .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));

export const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);

export const negated = (a: Fraction): Fraction => fraction(-a.numerator, a.denominator);

/** A permutation of the values, chosen by fast-check. */
export const shuffled = <T>(values: T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray(values, { minLength: values.length, maxLength: values.length });
