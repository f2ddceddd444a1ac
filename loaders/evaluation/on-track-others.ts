import { newcombeIndependent } from "../statistics/newcombe-independent.ts";
import type { OnTrackOthers, Share, ShareDifference } from "./record.ts";

/** Mentees beside the students of their year groups who are none, before and after. */
export function onTrackOthers(
  mentees: { before: Share; after: Share },
  others: { before: Share; after: Share },
): OnTrackOthers {
  const differences = {
    differenceBefore: difference(mentees.before, others.before),
    differenceAfter: difference(mentees.after, others.after),
  };
  const why =
    differences.differenceAfter === null
      ? { why: "On one of the two sides nobody has a known status both before and after." }
      : {};
  return { ...others, ...differences, ...why };
}

function difference(first: Share, second: Share): ShareDifference | null {
  const ci95 = newcombeIndependent(first, second);
  return ci95 && { estimate: first.k / first.n - second.k / second.n, ci95 };
}
