import { checkCount } from "./check-count.ts";

/**
 * Paired probability of superiority: the share of students who rose, the unchanged counted half; null of no
 * students. 0.5 is what no tendency looks like.
 * Source: Grissom and Kim (2012), Effect Sizes for Research, 2nd ed., chapter 6 (dependent groups).
 *
 * @throws RangeError where a count is not a whole number of at least 0.
 * @example superiority({ up: 7, down: 1, same: 4 }) // => 0.75
 */
export function superiority({ up, down, same }: { up: number; down: number; same: number }): number | null {
  checkCount("up", up, 0);
  checkCount("down", down, 0);
  checkCount("same", same, 0);
  const n = up + down + same;
  return n === 0 ? null : (up + same / 2) / n;
}
