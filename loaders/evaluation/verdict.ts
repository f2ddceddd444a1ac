import type { Change, Verdict } from "./record.ts";

/** Fewer measured students than this are described, not judged. */
export const fewestToJudge = 6;

/** The rule in words, as pages print it. */
export const verdictRule =
  "Fewer than six students measured: not enough data. The interval of the mean change lies below zero: fell. Everything else: inconclusive. Without a comparison group the verdict is never more than inconclusive, however large the change.";

/**
 * The verdict on "did mentoring work?": a pure function of the primary outcome's change. No comparison group is
 * evaluated, so nothing above inconclusive can be said.
 */
export function verdict(change: Change): Verdict {
  if (change.n < fewestToJudge) return "not enough data";
  return change.ci95 && change.ci95[1] < 0 ? "fell" : "inconclusive";
}
