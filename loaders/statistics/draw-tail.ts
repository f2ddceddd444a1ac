/**
 * P(T < limit) and P(T = limit) where T is the sum of `drawn` scores drawn without replacement, all draws equally
 * likely: the null distribution of tests that share students out to two groups. Sums of positive terms only, so nothing
 * cancels; relative error below n * 1e-16.
 * Source: Streitberg and Roehmel (1986), Statistical Software Newsletter 12: 10-17 (shift algorithm), as chances.
 *
 * @param scores Whole numbers of at least 0.
 * @example drawTail([1, 2, 3, 4], 2, 4) // => {"below": 0.16666666666666666, "at": 0.16666666666666666}
 */
export function drawTail(
  scores: readonly number[],
  drawn: number,
  limit: number,
): { below: number; at: number } {
  // chance[c][t]: of the scores seen so far c were drawn, and their sum is t.
  const chance = Array.from({ length: drawn + 1 }, () => new Float64Array(limit + 1));
  chance[0]![0] = 1;
  // In ascending order a sum from which even the least that is left leads beyond the limit can be let go.
  const ascending = scores.toSorted((a, b) => a - b);
  for (const [seen, score] of ascending.entries()) {
    const left = scores.length - seen;
    for (let c = Math.min(seen, drawn - 1); c >= 0; c--) {
      const next = (drawn - c) / left;
      if (next > 1) break; // fewer are left than must still be drawn
      const from = chance[c]!;
      const to = chance[c + 1]!;
      const most = limit - (drawn - c) * score;
      for (let t = 0; t <= most; t++) {
        const here = from[t]!;
        if (here === 0) continue;
        to[t + score]! += here * next;
        from[t] = here * (1 - next);
      }
      from.fill(0, Math.max(0, most + 1));
    }
  }
  const sums = chance[drawn]!;
  return { below: sums.subarray(0, limit).reduce((total, value) => total + value, 0), at: sums[limit]! };
}
