import { birthday } from "../birthday.ts";
import { range } from "../grade-paths.ts";
import { bySurname, type Person, Population } from "../people.ts";
import { Random } from "../random.ts";
import { upn } from "../upn.ts";
import {
  type Agreement,
  agreementOf,
  type Course,
  menteeCourses,
  menteesElsewhere,
  otherCourses,
} from "./mentees.ts";
import { chooseSubjects } from "./subjects.ts";
import { roll, type YearGroup } from "./year.ts";

export interface SchoolStudent {
  id: string;
  guid: string;
  upn: string;
  person: Person;
  year: YearGroup;
  form: string;
  bornOn: string;
  sen: string;
  pupilPremium: boolean;
  eal: boolean;
  ks2: string;
  /** How well the student usually does, as a standard score. */
  level: number;
  subjects: readonly string[];
  /** The GCSE subjects of last year's Year 11. */
  lastYear: readonly string[] | null;
  course: Course | null;
  agreement: Agreement | null;
}

const school = "8234055";
const leaverCount = 102;
/** Year 12 students who came from another school. */
const newcomers = 11;

/** The 1,511 on roll, and last year's Year 11 who left in August 2012. */
export function schoolRoster(): { onRoll: SchoolStudent[]; leavers: SchoolStudent[] } {
  const random = new Random("school roster");
  const population = new Population(random);
  let number = 290;
  const enrol = (year: YearGroup, serial: number, entered: number, lastYear: boolean): SchoolStudent => {
    const level = random.normal() + (lastYear && year === 12 ? 0.7 : 0);
    number += random.between(1, 3);
    return {
      id: String(number),
      guid: `G${String(number * 7 + 1000).padStart(6, "0")}`,
      upn: upn(school, entered, serial, serial % 97 === 60),
      person: population.invent(),
      year,
      form: `${year}${random.pick("ABCDEFGHIJ".split(""))}`,
      bornOn: birthday(random, entered - 5),
      sen: random.pick([
        ...Array(31).fill("No SEN"),
        ...Array(5).fill("School Action"),
        "School Action Plus",
        "School Action Plus",
        "Statement",
      ]),
      pupilPremium: false,
      eal: random.chance(0.11),
      ks2: random.chance(0.06) ? "" : Math.min(5.8, 4.5 + level * 0.55 + random.normal() * 0.25).toFixed(1),
      level,
      subjects: chooseSubjects(random, year, level),
      lastYear: lastYear ? chooseSubjects(random, 11, level) : null,
      course: null,
      agreement: null,
    };
  };
  const onRoll = Object.entries(roll).flatMap(([name, count]) => {
    const year = Number(name) as YearGroup;
    return range(count).map((index) =>
      enrol(year, index + 1, 2012 - year, year === 12 && index >= newcomers),
    );
  });
  const leavers = range(leaverCount).map((index) => enrol(11, 701 + index, 2000, true));
  giveCourses(
    random,
    onRoll.filter(({ year }) => year === 11),
  );
  givePupilPremium(random, onRoll);
  giveAgreements(random, onRoll);
  return { onRoll: onRoll.sort(bySurname), leavers: leavers.sort(bySurname) };
}

/** Mentees come from the borderline; courses follow the level, with some noise, so that few grades need to be moved. */
function giveCourses(random: Random, students: readonly SchoolStudent[]): void {
  const noisy = students.map((student) => ({ student, score: student.level + random.normal() * 0.35 }));
  const ranked = noisy.sort((a, b) => b.score - a.score).map(({ student }) => student);
  const borderline = ranked.slice(95, 165);
  const mentees = random
    .shuffled(borderline)
    .slice(0, 30)
    .sort((a, b) => b.level - a.level);
  const rest = ranked.filter((student) => !mentees.includes(student));
  for (const [group, courses] of [
    [mentees, menteeCourses],
    [rest, otherCourses],
  ] as const) {
    const list = courses.flatMap(([course, count]) => Array<Course>(count).fill(course));
    for (const [index, student] of group.entries()) student.course = list[index]!;
  }
  const agreements = random.shuffled(mentees.map((_, index) => agreementOf(index)));
  for (const [index, student] of mentees.entries()) student.agreement = agreements[index]!;
}

function giveAgreements(random: Random, students: readonly SchoolStudent[]): void {
  let index = 30;
  for (const [year, count] of Object.entries(menteesElsewhere)) {
    const low = students.filter(
      (student) => student.year === Number(year) && student.level < -0.4 && student.level > -1.6,
    );
    for (const student of random.shuffled(low).slice(0, count)) student.agreement = agreementOf(index++);
  }
}

/** Exactly 30% of the roll, 453, and rather more of the mentees. */
function givePupilPremium(random: Random, students: readonly SchoolStudent[]): void {
  const likely = students.map((student) => ({
    student,
    order: random.unit() + (student.level < -0.2 ? 0 : 0.25),
  }));
  likely.sort((a, b) => a.order - b.order);
  for (const { student } of likely.slice(0, 453)) student.pupilPremium = true;
}
