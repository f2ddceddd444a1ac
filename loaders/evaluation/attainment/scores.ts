import { meanChange } from "./mean-change.ts";
import type { KnownMeanChange } from "./record.ts";
import { countReasons } from "./uncounted.ts";
import type { SubjectGrades, YearGrades } from "./year-grades.ts";

/** A score at one time, or why there is none. */
export type Score = { score: number } | { why: string };

/** A student's score before and after, or why it is not known; null of a student whom the measure does not concern. */
export type StudentScore = (subjects: ReadonlyMap<string, SubjectGrades>) => ScoreOf | null;

export type ScoreOf = { before: number; after: number; sources: readonly string[] } | { why: string };

/** Scores of all students of the year groups of a measure. */
export function studentScores(
  students: readonly string[],
  grades: YearGrades,
  score: StudentScore,
): Map<string, ScoreOf> {
  const scores = new Map<string, ScoreOf>();
  for (const id of students) {
    const subjects = grades.get(id);
    const of = subjects ? score(subjects) : { why: "No subject has a predicted grade this year." };
    if (of) scores.set(id, of);
  }
  return scores;
}

/** The mean scores of some students, and why those of the others are not known. */
export function meanScores(scores: Iterable<ScoreOf>): KnownMeanChange {
  const all = [...scores];
  return {
    ...meanChange(all.flatMap((each) => ("why" in each ? [] : [each]))),
    unknown: countReasons(all.flatMap((each) => ("why" in each ? [each.why] : []))),
  };
}
