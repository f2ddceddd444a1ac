import type { Fact } from "../fact.ts";
import { byStudent, dateOf, placeOf, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/**
 * Agreements of one student that run at the same time, with one mentor or with two. One that starts on the day on which
 * the other ends follows it; one without an end runs on.
 */
export function checkOverlappingAgreements(facts: SmallFacts, warnings: Warnings): void {
  for (const agreements of byStudent(facts.agreements).values()) {
    const inOrder = [...agreements].sort((a, b) =>
      dateOf(a, "starts_on")! < dateOf(b, "starts_on")!
        ? -1
        : dateOf(a, "starts_on") === dateOf(b, "starts_on")
          ? 0
          : 1,
    );
    inOrder.forEach((later, i) => {
      const earlier = inOrder.slice(0, i).find((other) => runsOn(other, dateOf(later, "starts_on")!));
      if (earlier) warnOverlap(earlier, later, warnings);
    });
  }
}

/** Whether an agreement that has started by a day goes on after it. One that starts and ends on one day does so on it. */
function runsOn(agreement: Fact, day: string): boolean {
  const end = dateOf(agreement, "ended_on");
  return end === null || end > day || dateOf(agreement, "starts_on") === day;
}

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
