import { birthday } from "../birthday.ts";
import { type Person, Population } from "../people.ts";
import { Random } from "../random.ts";
import { uln } from "../upn.ts";
import { type MenteePlan, menteePlans } from "./mentees.ts";
import { shared, subjects } from "./subjects.ts";

interface Enrolment {
  name: string;
  /** One teacher, or two who share the class. */
  teachers: readonly string[];
}

export interface CollegeStudent {
  ref: string;
  uln: string;
  person: Person;
  year: number;
  tutorGroup: string;
  bornOn: string;
  sen: string;
  /** How well the student usually works, as a standard score. */
  level: number;
  gcseAverage: string;
  enrolments: readonly Enrolment[];
  leftOn: string | null;
  plan: MenteePlan | null;
}

export const mentors = [
  ["M01", "Mrs A Whitcombe", "Principal"],
  ["M02", "Mr D Penhaligon", "Vice Principal"],
  ["M03", "Ms R Aldersley", "Assistant Principal"],
  ["M04", "Mr T Brackenbury", "Director of Sixth Form Studies"],
  ["M05", "Mrs J Esterhazy", "Head of Student Services"],
  ["M06", "Mr S Cawthorne", "Director of Finance"],
  ["M07", "Ms H Lindqvist", "Head of Quality"],
] as const;

/** A thousand students, the fourteen mentees among them, in the order of their references. */
export function collegeRoster(): CollegeStudent[] {
  const random = new Random("college roster");
  const population = new Population(random);
  const teachers = Object.fromEntries(
    Object.entries(subjects).map(([name, count]) => [
      name,
      Array.from({ length: count }, () => population.inventTeacher()),
    ]),
  );
  const waiting: MenteePlan[] = [...menteePlans];
  let number = 1180;
  return Array.from({ length: 1000 }, (_, index) => {
    const person = population.invent();
    const year = random.chance(0.54) ? 12 : 13;
    const level = random.normal();
    const plan = index % 17 === 5 ? takePlan(waiting, person.sex, year) : null;
    const chosen = plan?.subjects ?? random.shuffled(Object.keys(subjects)).slice(0, 4);
    const left = plan === null && random.chance(0.008);
    number += random.between(1, 4);
    return {
      ref: String(number).padStart(6, "0"),
      uln: uln(random),
      person,
      year,
      tutorGroup: `${year}${random.pick("ABCDEFGHJKLMNPQR".split(""))}`,
      bornOn: birthday(random, 2010 - year - 5),
      sen: random.pick(["N", "N", "N", "N", "N", "N", "N", "N", "N", "A", "A", "P", ""]),
      level: plan ? -1.4 : level,
      gcseAverage: random.chance(0.02)
        ? ""
        : (6.0 + (plan ? -0.7 : level * 0.6) + random.normal() * 0.35).toFixed(1),
      enrolments: chosen.map((name) => enrolment(random, name, year, teachers[name]!)),
      leftOn:
        plan?.endReason === "left"
          ? plan.endedOn!
          : left
            ? random.pick(["2010-10-22", "2010-12-17", "2011-02-18"])
            : null,
      plan,
    };
  });
}

function takePlan(waiting: MenteePlan[], sex: string, year: number): MenteePlan | null {
  const index = waiting.findIndex((plan) => plan.sex === sex && plan.year === year);
  return index < 0 ? null : waiting.splice(index, 1)[0]!;
}

function enrolment(random: Random, name: string, year: number, teachers: readonly string[]): Enrolment {
  const first = random.between(0, teachers.length - 1);
  const together = year === 13 && shared.includes(name);
  const second = (first + 1) % teachers.length;
  return { name, teachers: together ? [teachers[first]!, teachers[second]!] : [teachers[first]!] };
}
