import type { Fact } from "../fact.ts";
import { byStudent, compare, dateOf, placeOf, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/**
 * Agreements of one student that run at the same time, with one mentor or with two. One that starts on the day on which
 * the other ends follows it; one without an end runs on.
 */
export function checkOverlappingAgreements(facts: SmallFacts, warnings: Warnings): void {
  for (const agreements of byStudent(facts.agreements).values()) {
    const inOrder = [...agreements].sort((a, b) => compare(startOf(a), startOf(b)));
    let longest: Fact | null = null;
    for (const [i, later] of inOrder.entries()) {
      const before = inOrder[i - 1];
      const day = startOf(later);
      if (longest !== null && endOf(longest) > day) warnOverlap(longest, later, warnings);
      else if (before && startOf(before) === day) warnOverlap(before, later, warnings);
      if (longest === null || endOf(later) > endOf(longest)) longest = later;
    }
  }
}

const startOf = (agreement: Fact) => dateOf(agreement, "starts_on")!;

/** After every date where there is none. */
const endOf = (agreement: Fact) => dateOf(agreement, "ended_on") ?? "9999-12-31";

function warnOverlap(earlier: Fact, later: Fact, warnings: Warnings): void {
  const sameMentor = earlier.row.mentor_id === later.row.mentor_id;
  const open = earlier.row.ended_on === null;
  warnings.warn(later, sameMentor ? "overlapping-agreements" : "two-mentors-at-once", {
    column: "starts_on",
    code: "constraint-error",
    message: sameMentor
      ? `This agreement begins while another of the same student and mentor runs (${placeOf(earlier)}). ${open ? "Give that one its ended_on" : "Correct the dates"}, or keep one of them.`
      : `The student has two mentors at once: this agreement begins while another runs (${placeOf(earlier)}). If the mentor changed, ${open ? "give that one its ended_on" : "correct its ended_on"}; if both mentor the student, leave it: the student is counted once.`,
  });
}
