/**
 * The rank of the lowest grade of a scale that is worth a pass, counted from 1 for the worst grade: the lowest one worth
 * at least the points, where every grade above it is worth them too. Null where no grade is worth as much, or a grade
 * without points leaves it open.
 * Source: Department for Education, Key stage 4 qualifications and point scores, 2019 (a C is worth what a 4 is).
 *
 * @param worth Points of the grades, best first; null for a grade without points.
 * @throws RangeError where points are not finite.
 * @example passRank([9, 8, 7, 6, 5, 4, 3, 2, 1, 0], 4) // => 5
 */
export function passRank(worth: readonly (number | null)[], points: number): number | null {
  if (!Number.isFinite(points))
    throw new RangeError(`The argument points is ${points}; give the points of the lowest pass.`);
  const below = worth.findIndex((each) => each === null || each < points);
  const passes = below < 0 ? worth.length : below;
  if (passes === 0 || worth[below] === null) return null;
  return worth.length - passes + 1;
}
