import { type Cell, csv } from "../csv.ts";
import { dayFirst } from "../dates.ts";
import type { Files } from "../folder.ts";
import { attendanceFiles } from "./attendance.ts";
import { behaviourRows } from "./behaviour.ts";
import { lastYear } from "./last-year.ts";
import { marksheet, Untidiness } from "./marksheets.ts";
import { programmeTables } from "./programme.ts";
import { marksOf, type StudentMarks } from "./reviews.ts";
import { type SchoolStudent, schoolRoster } from "./roster.ts";
import { subjectsOf } from "./subjects.ts";
import { reviewDates, roll, type YearGroup } from "./year.ts";

const aspects = ["Effort", "Homework", "Pred", "Target"];

/** Every generated file of data/school: Programme B, a large comprehensive in 2012-13. */
export function schoolFiles(): Files {
  const { onRoll, leavers } = schoolRoster();
  const marks = onRoll.map(marksOf);
  const lastYear11 = [...onRoll.filter((student) => student.lastYear !== null), ...leavers];
  const { sheets, results } = lastYear(lastYear11);
  const arbor = { encoding: "utf-8-bom", lineEnd: "\r\n", quote: "all" } as const;
  const files = new Map<string, Buffer>();
  files.set("exports/students.csv", csv(studentRows(onRoll, false), arbor));
  for (const [name, sheet] of marksheets(marks)) files.set(`exports/marksheets/${name}`, sheet);
  for (const [name, sheet] of attendanceFiles(onRoll)) files.set(`exports/attendance/${name}`, sheet);
  files.set("exports/behaviour.csv", csv(behaviourRows(onRoll)));
  files.set("exports/2011-12/leavers.csv", csv(studentRows(leavers, true), arbor));
  for (const [name, sheet] of sheets) files.set(`exports/2011-12/marksheets/${name}`, sheet);
  files.set("exports/2011-12/results-2012.csv", csv(results));
  for (const [name, rows] of programmeTables(onRoll)) files.set(`mentoring/${name}.csv`, csv(rows));
  return files;
}

function studentRows(students: readonly SchoolStudent[], left: boolean): Cell[][] {
  const header = [
    "Globally Unique Student ID",
    "Arbor Student ID",
    "UPN",
    "Legal First Name",
    "Legal Last Name",
    "Sex",
    "Year group(s) this academic year",
    "Registration form(s) this academic year",
    "Date of Birth",
    "SEN status",
    "Pupil Premium",
    "EAL",
    "KS2 Average",
    ...(left ? ["Date of leaving"] : []),
  ];
  const rows = students.map(({ person, ...student }) => [
    student.guid,
    student.id,
    student.upn,
    person.forename,
    person.surname,
    person.sex === "M" ? "Male" : "Female",
    `Year ${student.year}`,
    student.form,
    dayFirst(student.bornOn),
    student.sen,
    student.pupilPremium ? "Yes" : "No",
    student.eal ? "Yes" : "No",
    student.ks2,
    ...(left ? ["31/08/2012"] : []),
  ]);
  return [header, ...rows];
}

/** One marksheet a year group and review; the sixth form's have two header rows and a folder of their own. */
function marksheets(all: readonly StudentMarks[]): [string, Buffer][] {
  const years = Object.keys(roll).map((year) => Number(year) as YearGroup);
  return years.flatMap((year) =>
    reviewDates(year).map((date, review): [string, Buffer] => {
      const marks = all.filter(
        ({ student, reviewedUntil }) => student.year === year && review <= reviewedUntil,
      );
      const folder = year >= 12 ? "sixth-form" : "main-school";
      return [`${folder}/Y${year} Review ${review + 1} ${date}.csv`, sheetOf(year, marks, review)];
    }),
  );
}

function sheetOf(year: YearGroup, marks: readonly StudentMarks[], review: number): Buffer {
  const date = reviewDates(year)[review]!;
  const untidy = new Untidiness(`${year} ${date}`);
  const byStudent = new Map(marks.map(({ student, bySubject }) => [student, bySubject]));
  return marksheet({
    title: `Year ${year} Review ${review + 1} 2012-13`,
    printedOn: date,
    subjects: subjectsOf(year),
    aspects,
    students: [...byStudent.keys()],
    headerRows: year >= 12 ? 2 : 1,
    cells: (student, subject) => {
      const one = byStudent.get(student)![subject];
      if (!one) return null;
      const predicted = one.predicted[review]!;
      return [
        untidy.missing(5 - one.effort[review]!),
        untidy.missing(5 - one.homework[review]!),
        untidy.spaced(year === 11 ? predicted : untidy.missing(predicted)),
        one.target,
      ];
    },
  });
}
