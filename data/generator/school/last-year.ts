import type { Cell } from "../csv.ts";
import { clamp } from "../grade-paths.ts";
import { Random } from "../random.ts";
import { marksheet } from "./marksheets.ts";
import { gcse, usualRank } from "./reviews.ts";
import type { SchoolStudent } from "./roster.ts";
import { subjectsOf } from "./subjects.ts";

const reviews = ["2011-11-18", "2012-04-27"] as const;

interface LastYearMarks {
  effort: [number, number];
  homework: [number, number];
  predicted: [number, number];
  target: number;
  result: number;
}

/** Last year's Year 11: two marksheets and the results of August 2012. */
export function lastYear(students: readonly SchoolStudent[]): {
  sheets: Map<string, Buffer>;
  results: Cell[][];
} {
  const marks = new Map(students.map((student) => [student, marksOf(student)]));
  const sheets = new Map(
    reviews.map((date, review) => [
      `Y11 Review ${review + 1} ${date}.csv`,
      marksheet({
        title: `Year 11 Review ${review + 1} 2011-12`,
        printedOn: date,
        subjects: subjectsOf(11),
        aspects: ["Effort", "Homework", "Pred", "Target"],
        students,
        headerRows: 1,
        constant: ["Qualification", "GCSE"],
        cells: (student, subject) => {
          const one = marks.get(student)!.get(subject);
          return one
            ? [
                5 - one.effort[review]!,
                5 - one.homework[review]!,
                gcse[one.predicted[review]! - 1]!,
                gcse[one.target - 1]!,
              ]
            : null;
        },
      }),
    ]),
  );
  const header =
    "StudentId,AssessmentTypeName,Result,EnteredDate,TermName,YearGroupName,SubjectName,IsGrade,Qualification";
  const results = [...marks].flatMap(([student, subjects]) =>
    [...subjects].map(([subject, { result }]) => [
      student.id,
      "GCSE Result",
      gcse[result - 1]!,
      "2012-08-23T00:00:00",
      "Summer",
      "11",
      subject,
      "True",
      "GCSE",
    ]),
  );
  return { sheets, results: [header.split(","), ...results] };
}

/** Predicted grades are right about half the time; results follow the student more than the prediction. */
function marksOf(student: SchoolStudent): Map<string, LastYearMarks> {
  const random = new Random(`school last year ${student.id}`);
  const spring = new Random(`school last year, second review ${student.id}`);
  const later = (mark: number): [number, number] => [
    mark,
    clamp(mark + (spring.chance(0.25) ? spring.pick([-1, 1]) : 0), 1, 4),
  ];
  const slipping = random.chance(0.14);
  // Whoever stayed for the sixth form has no grade that an A level does not know.
  const worst = student.year === 12 ? 4 : 2;
  const rank = (value: number) => clamp(value, worst, gcse.length);
  return new Map(
    student.lastYear!.map((subject) => {
      const usual = rank(usualRank(random, 11, student.level));
      const predicted = rank(usual - (slipping && random.chance(0.5) ? 1 : 0));
      const earlier = rank(predicted + (random.chance(0.12) ? random.pick([-1, 1]) : 0));
      return [
        subject,
        {
          effort: later(clamp(Math.round(2.85 + student.level * 0.4 + random.normal() * 0.6), 1, 4)),
          homework: later(clamp(Math.round(2.75 + student.level * 0.4 + random.normal() * 0.6), 1, 4)),
          predicted: [earlier, predicted],
          target: rank(usual + (random.chance(0.04) ? 1 : 0)),
          result: rank(predicted + random.pick([0, 0, 0, 0, 0, 1, 1, -1, -1, -1])),
        },
      ];
    }),
  );
}
