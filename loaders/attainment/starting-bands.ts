/** Bands of prior attainment are fifths of a year group. */
const bands = 5;

/**
 * The band of prior attainment of each score among all of them: 0 for the lowest fifth to 4 for the highest. Equal
 * scores are always in one band, so bands of few different scores are not of equal size.
 * Source: definition of this project; see docs/methods.md.
 *
 * @param scores Scores on one scale, of students of one year group.
 * @throws RangeError where a score is not finite.
 * @example startingBands([3, 5, 4, 4, 1]) // => [1, 4, 2, 2, 0]
 */
export function startingBands(scores: readonly number[]): number[] {
  const lower = new Map<number, number>();
  [...scores]
    .sort((a, b) => a - b)
    .forEach((score, i) => {
      if (!Number.isFinite(score))
        throw new RangeError(`The argument scores holds ${score}; give finite numbers.`);
      if (!lower.has(score)) lower.set(score, i);
    });
  return scores.map((score) => Math.floor((bands * lower.get(score)!) / scores.length));
}
