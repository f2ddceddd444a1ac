import { expect } from "vitest";
import { valueAt } from "./statistics.ts";

/** Exact p values and estimates. */
export const exactly = 1e-9;
/** Intervals and p values that rest on quantiles of t. */
export const byT = 1e-8;

/** A value of statistics.json that a function gave too. */
interface Reproduced {
  tolerance: number;
  /** Relative to the value; of 0 as it is. */
  difference: number;
}

/** By path; filled as the tests run. */
export const reproduced = new Map<string, Reproduced>();

/**
 * Holds what a function gave against the values under a path: numbers within the tolerance, anything else equal. Only
 * what agrees counts as reproduced.
 */
export function reproduces(path: string, actual: unknown, tolerance = exactly): void {
  const expected = valueAt(path);
  if (typeof expected === "object" && expected !== null) {
    expect(Object.keys(actual as object), path).toEqual(Object.keys(expected));
    for (const key of Object.keys(expected))
      reproduces(`${path}.${key}`, (actual as Record<string, unknown>)[key], tolerance);
    return;
  }
  let difference = 0;
  if (typeof expected === "number") {
    expect(actual, path).toBeTypeOf("number");
    difference = Math.abs((actual as number) - expected) / (Math.abs(expected) || 1);
    expect(difference, `${path}: ${actual} against ${expected}`).toBeLessThan(tolerance);
  } else expect(actual, path).toBe(expected);
  // Where two ways give the same value, the further off counts.
  reproduced.set(path, {
    tolerance,
    difference: Math.max(difference, reproduced.get(path)?.difference ?? 0),
  });
}

/** Of one part of the file: "sign_test.p_two" instead of the whole path each time. */
export function within(prefix: string): typeof reproduces {
  return (path, actual, tolerance) => reproduces(`${prefix}.${path}`, actual, tolerance);
}
