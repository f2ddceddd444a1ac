import type { Judged } from "./judge.ts";

/** Whether a concern is old or new. */
export type Pattern = "entrenched" | "newly slipping" | "neither" | "not known";

/** Fewer judged reviews than this do not show whether a concern is old or new. */
const fewestReviews = 3;

/** The two rules about concern in more than one subject. */
export const concerns: readonly string[] = ["off_target", "criterion_decline"];

/** Whether a judgement shows a concern in several subjects; null where no rule about it that is in force could be judged. */
function concernIn({ flags, unknown }: Judged, inForce: readonly string[]): boolean | null {
  const asked = concerns.filter((rule) => inForce.includes(rule));
  if (flags.some(({ rule }) => asked.includes(rule))) return true;
  return asked.every((rule) => unknown.some((gap) => gap.rule === rule)) ? null : false;
}

/**
 * Entrenched: a concern in more than half of the reviews. Newly slipping: at the latest review, and at none before.
 * @param reviews The judgements of a student's review days, in the order of time.
 * @param inForce The rules they were judged by.
 */
export function patternOf(reviews: readonly Judged[], inForce: readonly string[]): Pattern {
  const judged = reviews.map((one) => concernIn(one, inForce)).filter((one) => one !== null);
  if (judged.length < fewestReviews) return "not known";
  const concerned = judged.filter((one) => one).length;
  if (concerned > judged.length / 2) return "entrenched";
  return judged.at(-1) && concerned === 1 ? "newly slipping" : "neither";
}
