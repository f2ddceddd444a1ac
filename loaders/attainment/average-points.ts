/**
 * Average points of a student's qualifications, each weighed by its size: an AS level counts half an A level. In points
 * (A level: ten a grade). Null of none.
 * Source: Department for Education, 16 to 18 accountability measures: average point score per entry.
 *
 * @param entries Points as awarded (an AS level at grade A: 25) with the size of the qualification.
 * @throws RangeError where a size is not above 0.
 * @example averagePoints([{"points": 50, "size": 1}, {"points": 40, "size": 1}, {"points": 25, "size": 0.5}]) // => 46
 */
export function averagePoints(entries: readonly { points: number; size: number }[]): number | null {
  for (const { size } of entries)
    if (!(size > 0))
      throw new RangeError(
        `The argument entries has the size ${size}; give sizes above 0, 1 for an A level.`,
      );
  if (entries.length === 0) return null;
  const sum = (of: "points" | "size") => entries.reduce((total, entry) => total + entry[of], 0);
  return sum("points") / sum("size");
}
