/** What a difference at baseline allows to say afterwards. */
export type BaselineClass = "satisfied" | "needs adjustment" | "fails";

/**
 * The class of a standardised difference at baseline: up to 0.05 in size two groups count as equal, up to 0.25 the
 * comparison must be adjusted for it, beyond that no adjustment makes them comparable. Null of no difference.
 * Source: What Works Clearinghouse (2022), Procedures and Standards Handbook, version 5.0, chapter IV.
 *
 * @throws RangeError where g is not a number.
 * @example [baselineClass(0.05), baselineClass(-0.25), baselineClass(0.26)] // => ["satisfied", "needs adjustment", "fails"]
 */
export function baselineClass(g: number | null): BaselineClass | null {
  if (g === null) return null;
  if (Number.isNaN(g))
    throw new RangeError("The argument g is NaN; give a standardised difference, or null.");
  const size = Math.abs(g);
  if (size <= 0.05) return "satisfied";
  return size <= 0.25 ? "needs adjustment" : "fails";
}
