import { detectableChange, studentsNeeded } from "../../statistics/detectable.ts";
import { numberWord, sentenceCase } from "../words.ts";

/** Half a standard deviation: a change that teachers would notice. */
const worthFinding = 0.5;

/**
 * What would settle an open question: the change that n students can show, and how many more cohorts of this size
 * would show half a standard deviation. Null below two students.
 */
export function settledBy(n: number): string | null {
  if (n < 2) return null;
  const now = `With ${n} students only a change of ${detectableChange(n).toFixed(2)} standard deviations or more would be found four times out of five.`;
  const needed = studentsNeeded(worthFinding)!;
  if (n >= needed)
    return `${now} That is fine enough for a change of half a standard deviation; what is missing is a comparison with similar students who were not mentored.`;
  const more = Math.ceil((needed - n) / n);
  const total = n * (more + 1);
  return `${now} ${more === 1 ? "One more cohort" : `${sentenceCase(numberWord(more))} more cohorts`} of this size (about ${total} students in all) would find a change of half a standard deviation, and a comparison with similar students who were not mentored would say whether it would have come anyway.`;
}
