/**
 * The place of each value in order, from 1; equal values share the mean of their places.
 * Source: Kendall (1945), Biometrika 33: 239-251.
 *
 * @example midRanks([10, 30, 10, 20]) // => [1.5, 4, 1.5, 3]
 */
export function midRanks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [place, value] of sorted.entries()) {
    if (!first.has(value)) first.set(value, place + 1);
    last.set(value, place + 1);
  }
  return values.map((value) => (first.get(value)! + last.get(value)!) / 2);
}
