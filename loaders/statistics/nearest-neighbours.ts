/**
 * Pairs each of the first group with the nearest one of the second that is still free and no further than the caliper;
 * the largest score chooses first, of equal ones the one that stands first. Gives, in the order of the first group, the
 * place of the partner in the second, null where none is near enough (scores and caliper in one unit, as probabilities).
 * Source: Rosenbaum and Rubin (1985), The American Statistician 39: 33-38; Stuart (2010), Statistical Science 25: 1-21.
 *
 * @param lot Of a place in the first and one in the second group: of partners as near, the one of the least number.
 * @throws RangeError where a score is not a finite number, or the caliper is below 0.
 * @example nearestNeighbours([0.2, 0.8, 0.5], [0.1, 0.45, 0.6, 0.75], 0.12, (_, place) => place) // => [0, 3, 1]
 * @example nearestNeighbours([0.5, 0.625], [0.75, 0.5, 0.5], 0.125, (_, place) => -place) // => [1, 2]
 */
export function nearestNeighbours(
  first: readonly number[],
  second: readonly number[],
  caliper: number,
  lot: (first: number, second: number) => number,
): (number | null)[] {
  const wrong = [...first, ...second].find((score) => !Number.isFinite(score));
  if (wrong !== undefined)
    throw new RangeError(`The arguments first and second hold ${wrong}; give finite scores.`);
  if (!(caliper >= 0))
    throw new RangeError(`The argument caliper is ${caliper}; give a width of at least 0.`);
  const partners: (number | null)[] = first.map(() => null);
  const free = new Set(second.keys());
  const largestFirst = [...first.keys()].sort((a, b) => first[b]! - first[a]! || a - b);
  for (const place of largestFirst) {
    const distance = (other: number) => Math.abs(first[place]! - second[other]!);
    let nearest: number | null = null;
    for (const other of free) {
      if (distance(other) > caliper) continue;
      const further = nearest === null ? -1 : distance(other) - distance(nearest);
      if (further < 0 || (further === 0 && lot(place, other) < lot(place, nearest!))) nearest = other;
    }
    partners[place] = nearest;
    if (nearest !== null) free.delete(nearest);
  }
  return partners;
}
