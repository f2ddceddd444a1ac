import { clamp, predictedPath, range, reviewPaths, targetLead } from "../grade-paths.ts";
import { Random } from "../random.ts";
import { menteeGrades } from "./mentee-grades.ts";
import type { CollegeStudent } from "./roster.ts";
import { criteria } from "./subjects.ts";
import { reviewDates } from "./year.ts";

const alevel = ["U", "E", "D", "C", "B", "A", "A*"];
const reviews = reviewDates.length;

/** What one teacher writes for one student at one review; null where the cell has no grade. */
interface Review {
  teacher: string;
  grades: (number | null)[];
  predicted: number | null;
}

export interface SubjectReviews {
  student: CollegeStudent;
  subject: string;
  /** The target grade set in September. */
  target: string;
  /** [review date][teacher]; no teacher where the student was not in the class. */
  reviews: Review[][];
}

export function gradeName(rank: number): string {
  return alevel[rank - 1]!;
}

/** All review grades of the year. */
export function collegeReviews(students: readonly CollegeStudent[]): SubjectReviews[] {
  const late = lateTeachers(students);
  return students.flatMap((student) => {
    const random = new Random(`college reviews ${student.ref}`);
    const written = student.plan?.changes ? menteeGrades(random, student.plan) : usualGrades(random, student);
    const slipping = random.chance(student.plan ? 0.7 : 0.09);
    const silentFrom = student.plan === null && random.chance(0.015) ? "2011-02-01" : "9999";
    return student.enrolments.map(({ name, teachers }, index) => {
      const { grades, predicted, second, gaps } = written[index]!;
      const target = gradeName(clamp(predicted[0]! + targetLead(random, slipping), 2, alevel.length));
      const perDate = reviewDates.map((date, review): Review[] => {
        if (!attends(student, index, date)) return [];
        const returned = teachers.filter((teacher) => date < "2011-02-28" || !late.includes(teacher));
        return returned.map((teacher) => ({
          teacher,
          grades: grades.map((path, criterion) => {
            const dropped = gaps && random.chance(0.012);
            const rank = teacher === teachers[0] ? path[review] : second(criterion, review);
            return dropped || date >= silentFrom ? null : (rank ?? null);
          }),
          predicted: date >= silentFrom || (gaps && random.chance(0.012)) ? null : predicted[review]!,
        }));
      });
      return { student, subject: name, target, reviews: perDate };
    });
  });
}

/** Two teachers, without a mentee in their classes, who return no marksheet after the February half-term. */
function lateTeachers(students: readonly CollegeStudent[]): string[] {
  const teachersOf = (some: readonly CollegeStudent[]) =>
    new Set(some.flatMap(({ enrolments }) => enrolments.flatMap(({ teachers }) => teachers)));
  const mentored = teachersOf(students.filter(({ plan }) => plan !== null));
  return [...teachersOf(students)].filter((teacher) => !mentored.has(teacher)).slice(0, 2);
}

/** Grades of one subject; those of a second teacher are asked for one by one. */
export interface WrittenGrades {
  /** [criterion][review]; null where the teacher gives no grade. */
  grades: (number | null)[][];
  second(criterion: number, review: number): number | null;
  predicted: number[];
  /** Whether cells may be missing at random. */
  gaps: boolean;
}

function usualGrades(random: Random, student: CollegeStudent): WrittenGrades[] {
  const shape = { subjects: 4, criteria: criteria.length, reviews, best: 5, spellShare: 0.6 };
  const paths = reviewPaths(random, 3.55 + student.level * 0.65, shape);
  return paths.map((grades) => {
    const offsets = range(criteria.length).map(() => random.pick([0, 0, 0, 1, -1]));
    const first = clamp(Math.round(4 + student.level * 1.1 + random.normal() * 0.5), 1, alevel.length);
    return {
      grades,
      second: (criterion, review) => clamp(grades[criterion]![review]! + offsets[criterion]!, 1, 5),
      predicted: predictedPath(random, first, reviews, alevel.length),
      gaps: student.plan === null,
    };
  });
}

function attends(student: CollegeStudent, subject: number, date: string): boolean {
  if (student.leftOn && date > student.leftOn) return false;
  const { fourthUntil, fourthFrom } = student.plan ?? {};
  if (subject !== 3) return true;
  return (!fourthUntil || date <= fourthUntil) && (!fourthFrom || date >= fourthFrom);
}
