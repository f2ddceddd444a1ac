import { expect } from "vitest";

/** Lists of numbers, equal to within a tolerance, relative where they are greater than 1. */
export function expectClose(
  actual: readonly unknown[],
  expected: readonly number[],
  tolerance: number,
): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) {
    const difference = Math.abs((actual[i] as number) - value) / Math.max(1, Math.abs(value));
    expect(difference, `${actual[i]} against ${value}`).toBeLessThan(tolerance);
  }
}
