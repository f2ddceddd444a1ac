import { addDays } from "../dates.ts";
import { clamp, predictedPath, range, reviewPaths, targetLead } from "../grade-paths.ts";
import { Random } from "../random.ts";
import { gradesOnCourse } from "./on-track.ts";
import type { SchoolStudent } from "./roster.ts";
import { asOf, reviewDates, type YearGroup } from "./year.ts";

export const gcse = ["U", "G", "F", "E", "D", "C", "B", "A", "A*"];
const alevel = ["U", "E", "D", "C", "B", "A", "A*"];
const levels = [4, 5, 6, 7, 8].flatMap((level) => [`${level}C`, `${level}B`, `${level}A`]);

/** What a marksheet says about one subject of one student, one value a review. */
interface SubjectMarks {
  /** Ranks from 1, the worst, to 4. */
  effort: number[];
  homework: number[];
  predicted: string[];
  target: string;
}

export interface StudentMarks {
  student: SchoolStudent;
  bySubject: Record<string, SubjectMarks>;
  /** Reviews after this one are missing. */
  reviewedUntil: number;
}

function gradesOf(year: YearGroup): readonly string[] {
  return year <= 9 ? levels : year <= 11 ? gcse : alevel;
}

/** The marks of one student on roll in 2012-13. */
export function marksOf(student: SchoolStudent): StudentMarks {
  const random = new Random(`school marks ${student.id}`);
  const { year, subjects, agreement } = student;
  const grades = gradesOf(year);
  const reviews = reviewDates(year).length;
  const attitude = 2.85 + student.level * 0.4 - (agreement ? 0.3 : 0);
  const paths = reviewPaths(random, attitude, {
    subjects: subjects.length,
    criteria: 2,
    reviews,
    best: 4,
    spellShare: 0.4,
  });
  if (agreement) for (const path of paths.flat()) lift(random, path);
  const slipping = random.chance(agreement ? 0.5 : 0.1);
  const predicted = student.course ? year11Paths(random, student) : freePaths(random, student);
  const marks = subjects.map((name, index) => {
    const path = predicted[name]!;
    const target = clamp(path.at(-1)! + targetLead(random, slipping), 1, grades.length);
    const [effort, homework] = paths[index]!;
    return [
      name,
      {
        effort: effort!,
        homework: homework!,
        predicted: path.map((rank) => grades[rank - 1]!),
        target: grades[target - 1]!,
      },
    ];
  });
  const silent = year !== 11 && !agreement && random.chance(0.015);
  return { student, bySubject: Object.fromEntries(marks), reviewedUntil: silent ? 0 : reviews - 1 };
}

/** A mentee's grade at the last reviews: rather more often up than down. */
function lift(random: Random, path: number[]): void {
  const step = random.chance(0.11) ? 1 : random.chance(0.05) ? -1 : 0;
  for (const review of range(path.length).slice(-2)) path[review] = clamp(path[review]! + step, 1, 4);
}

function freePaths(random: Random, { year, subjects, level }: SchoolStudent): Record<string, number[]> {
  const best = gradesOf(year).length;
  return Object.fromEntries(
    subjects.map((name) => [
      name,
      predictedPath(random, usualRank(random, year, level), reviewDates(year).length, best),
    ]),
  );
}

/** A plausible rank for a level, on the year group's own scale. */
export function usualRank(random: Random, year: YearGroup, level: number): number {
  const noise = random.normal();
  if (year <= 9) return clamp(Math.round(4 + (year - 7) * 2 + level * 1.7 + noise * 0.8), 1, levels.length);
  if (year <= 11) return clamp(Math.round(5.8 + level * 1.1 + noise * 0.7), 2, gcse.length);
  return clamp(Math.round(4 + level * 0.9 + noise * 0.6), 1, alevel.length);
}

/** From the grades before to those after, each subject moving at a review between the two. */
function year11Paths(random: Random, student: SchoolStudent): Record<string, number[]> {
  const usual = Object.fromEntries(
    student.subjects.map((name) => [name, usualRank(random, 11, student.level)]),
  );
  const { before, after } = gradesOnCourse(random, usual, student.course!);
  const { first, last } = windowOf(student);
  return Object.fromEntries(
    student.subjects.map((name) => {
      const moves = random.between(first + 1, last);
      return [name, reviewDates(11).map((_, review) => (review < moves ? before[name]! : after[name]!))];
    }),
  );
}

/** The reviews that count as before and after: the mentee's own, or for others the first and the last. */
function windowOf({ agreement }: SchoolStudent): { first: number; last: number } {
  const dates = reviewDates(11);
  if (!agreement) return { first: 0, last: dates.length - 1 };
  const until = agreement.endedOn ? addDays(agreement.endedOn, 28) : asOf;
  return {
    first: dates.findLastIndex((date) => date <= agreement.startsOn),
    last: dates.findLastIndex((date) => date <= until),
  };
}
