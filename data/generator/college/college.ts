import { absenceRate, schoolDays, totals } from "../attendance.ts";
import { type Cell, csv } from "../csv.ts";
import { dayFirst } from "../dates.ts";
import type { Files } from "../folder.ts";
import { bySurname, surnameFirst } from "../people.ts";
import { Random } from "../random.ts";
import { programmeTables } from "./programme.ts";
import { collegeReviews, gradeName, type SubjectReviews } from "./reviews.ts";
import { type CollegeStudent, collegeRoster } from "./roster.ts";
import { criteria } from "./subjects.ts";
import { calendar, halfTerms, reviewDates } from "./year.ts";

/** Every generated file of data/college: Programme A, a sixth-form college in 2010-11. */
export function collegeFiles(): Files {
  const students = collegeRoster();
  const reviews = collegeReviews(students);
  const files = new Map<string, Buffer>();
  files.set("exports/students.csv", csv(studentRows(students)));
  for (const [index, date] of reviewDates.entries())
    files.set(`exports/review-${date}.csv`, marksheet(reviews, index));
  files.set("exports/targets.csv", csv(targetRows(reviews)));
  files.set("exports/attendance.csv", csv(attendanceRows(students)));
  for (const [name, rows] of programmeTables(students)) files.set(`mentoring/${name}.csv`, csv(rows));
  return files;
}

function studentRows(students: readonly CollegeStudent[]): Cell[][] {
  const header =
    "Learner Ref,ULN,Last Name,First Name,Preferred Name,Sex,Date of Birth,Year Group,Tutor Group,GCSE Average,SEN,Leaving Date";
  const preferred: Record<string, string> = {
    Samuel: "Sam",
    Rebecca: "Becky",
    Joshua: "Josh",
    Abigail: "Abi",
    Mohammed: "Mo",
  };
  const rows = students.map(({ person, ...student }) => [
    student.ref,
    student.uln,
    person.surname,
    person.forename,
    preferred[person.forename] ?? "",
    person.sex,
    dayFirst(student.bornOn),
    student.year,
    student.tutorGroup,
    student.gcseAverage,
    student.sen,
    student.leftOn ? dayFirst(student.leftOn) : "",
  ]);
  return [header.split(","), ...rows];
}

function marksheet(all: readonly SubjectReviews[], index: number): Buffer {
  const date = reviewDates[index]!;
  const random = new Random(`college gaps ${date}`);
  const gap = () => random.pick(["-", "", "N/A"]);
  const header = ["Student", "Learner Ref", "Subject", "Staff", ...criteria, "Anticipated Grade"];
  const sums = criteria.map(() => ({ total: 0, count: 0 }));
  const byName = all.map((one) => ({ ...one, person: one.student.person })).sort(bySurname);
  const rows = byName.flatMap(({ student, subject, reviews }) =>
    reviews[index]!.map(({ teacher, grades, predicted }) => {
      grades.forEach((grade, criterion) => {
        sums[criterion]!.total += grade ?? 0;
        sums[criterion]!.count += grade === null ? 0 : 1;
      });
      const cells = grades.map((grade) => grade ?? gap());
      return [
        surnameFirst(student.person),
        student.ref,
        subject,
        teacher,
        ...cells,
        predicted === null ? gap() : gradeName(predicted),
      ];
    }),
  );
  const means = sums.map(({ total, count }) => (total / count).toFixed(1));
  const titles = [
    "Eastmoor Sixth Form College",
    `Marksheet: Review ${index + 1} 2010-11`,
    `Printed: ${dayFirst(date)} 16:05`,
    "",
  ];
  return csv([header, ...rows, ["Mean", "", "", "", ...means, ""]], {
    encoding: "windows-1252",
    lineEnd: "\r\n",
    titles,
  });
}

function targetRows(reviews: readonly SubjectReviews[]): Cell[][] {
  const rows = reviews.map(({ student, subject, target }) => [
    student.ref,
    subject,
    "17/09/2010",
    "target",
    target,
  ]);
  return [["Learner Ref", "Subject", "Date", "Kind", "Grade"], ...rows];
}

/** Lessons by half-term: four subjects of four or five lessons a week. A few students have no registers. */
function attendanceRows(students: readonly CollegeStudent[]): Cell[][] {
  const random = new Random("college attendance");
  const rows: Cell[][] = [["Learner Ref", "period_start", "period_end", "possible", "attended", "late"]];
  for (const student of students) {
    const rate = absenceRate(random, student.plan ? 0.3 : 0);
    const perDay = random.pick([3.2, 3.4, 3.6]);
    if (student.plan === null && random.chance(0.012)) continue;
    for (const [start, end] of halfTerms) {
      if (student.leftOn && start > student.leftOn) continue;
      const last = student.leftOn && student.leftOn < end ? student.leftOn : end;
      const possible = Math.round(schoolDays(calendar, start, last) * perDay);
      rows.push([student.ref, dayFirst(start), dayFirst(last), ...totals(random, rate, possible)]);
    }
  }
  return rows;
}
