/**
 * P(T <= limit) where T adds each score with probability 1/2: the null distribution of tests that turn signs. Sums of
 * positive terms only, so nothing cancels; relative error below n * 1e-16.
 * Source: Streitberg and Roehmel (1986), Statistical Software Newsletter 12: 10-17 (shift algorithm).
 *
 * @param scores Whole numbers of at least 0.
 * @example signFlipTail([1, 2, 3], 1) // => 0.25
 */
export function signFlipTail(scores: readonly number[], limit: number): number {
  const chance = new Float64Array(limit + 1);
  chance[0] = 1;
  for (const score of scores) {
    for (let t = limit; t >= 0; t--) chance[t] = (chance[t]! + (t < score ? 0 : chance[t - score]!)) / 2;
  }
  let total = 0;
  for (const value of chance) total += value;
  return total;
}
