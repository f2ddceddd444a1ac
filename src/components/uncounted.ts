import type { Uncounted } from "../../loaders/evaluation/attainment/record.ts";
import { plural } from "./format.js";

/** What was left out and why, a sentence a reason. */
export function uncountedNotes(
  who: string,
  uncounted: readonly Uncounted[],
  [one, many]: readonly [string, string],
): string[] {
  return uncounted.map(({ why, n }) => `Left out, ${plural(n, one, many)}${who}: ${why}`);
}
