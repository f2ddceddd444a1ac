import type { Cell } from "../csv.ts";
import { addDays, dayFirst, weekday } from "../dates.ts";
import { type Mentoring, mentoringTables } from "../mentoring.ts";
import { reasons } from "../phrases.ts";
import { Random } from "../random.ts";
import { type CollegeStudent, mentors } from "./roster.ts";
import { asOf, calendar } from "./year.ts";

type Mentee = CollegeStudent & { plan: NonNullable<CollegeStudent["plan"]> };

/** The tables that the college keeps about mentoring itself, name -> rows. */
export function programmeTables(students: readonly CollegeStudent[]): Map<string, Cell[][]> {
  const mentees = students.filter((student): student is Mentee => student.plan !== null);
  const random = new Random("college programme");
  const { referrals, agreements } = startRows(random, students, mentees);
  const rhythm = { calendar, everyDays: 7, asOf, written: dayFirst };
  const { meetings, actions, feedback } = mentoringTables(random, mentees.map(mentoringOf), rhythm);
  return new Map([
    ["referrals", referrals],
    ["agreements", agreements],
    ["meetings", meetings],
    ["actions", actions],
    ["feedback", feedback],
    ["staff", staffRows()],
    ["costs", costRows],
    ["calendar", calendar.rows(dayFirst)],
  ]);
}

function mentoringOf({ ref, enrolments, plan }: Mentee): Mentoring {
  const kept = enrolments.slice(0, plan.fourthUntil || plan.fourthFrom ? 3 : 4);
  const subjects = kept.map(({ name, teachers }) => ({ name, teacher: teachers[0]! }));
  return { studentId: ref, subjects, startsOn: plan.startsOn, endsOn: plan.endedOn ?? asOf };
}

/** Referrals, the fourteen that led to an agreement and ten that did not, and the agreements themselves. */
function startRows(random: Random, students: readonly CollegeStudent[], mentees: readonly Mentee[]) {
  const referrals: Cell[][] = [];
  const agreements: Cell[][] = [];
  for (const { ref, enrolments, tutorGroup, plan } of mentees) {
    const referredOn = calendar.lastSchoolDay(addDays(plan.startsOn, -random.between(9, 16)));
    const about = [
      dayFirst(referredOn),
      `Tutor ${tutorGroup}`,
      random.pick(reasons),
      concerns(enrolments, random.between(1, 3)),
    ];
    referrals.push([
      ref,
      ...about,
      dayFirst(calendar.lastSchoolDay(addDays(referredOn, 3))),
      "accepted",
      plan.mentor,
      "accepted",
    ]);
    const agreement = (
      startsOn: string,
      weeks: number,
      extendedTo: string,
      endedOn: string,
      reason: string,
    ) =>
      agreements.push([
        ref,
        plan.mentor,
        dayFirst(startsOn),
        ...about,
        dayFirst(calendar.lastSchoolDay(addDays(startsOn, -1))),
        plan.endReason === "withdrew" ? "no" : "yes",
        "",
        weeks,
        extendedTo,
        endedOn,
        reason,
      ]);
    const end = plan.endedOn ? dayFirst(plan.endedOn) : "";
    if (plan.firstEndsOn) {
      agreement(plan.startsOn, 6, "", dayFirst(plan.firstEndsOn), "extended");
      agreement(nextMonday(plan.firstEndsOn), 8, "", end, plan.endReason);
    } else {
      const left = plan.endReason === "withdrew" || plan.endReason === "left";
      const extendedTo = plan.endedOn ? (left ? "" : end) : "08/04/2011";
      agreement(plan.startsOn, 6, extendedTo, end, plan.endReason);
    }
  }
  const others = students.filter(
    ({ plan, level, leftOn }) => plan === null && level < -0.9 && leftOn === null,
  );
  const outcomes = [
    "declined",
    "declined",
    "declined",
    "declined",
    "none",
    "none",
    "none",
    "accepted",
    "accepted",
    "accepted",
  ];
  for (const [index, response] of outcomes.entries()) {
    const { ref, tutorGroup, enrolments } = others[index * 7]!;
    const referredOn = calendar.lastSchoolDay(addDays("2010-10-04", index * 9));
    const mentor = response === "accepted" ? [random.pick(mentors)[0], "declined"] : ["", ""];
    const about = [`Tutor ${tutorGroup}`, random.pick(reasons), concerns(enrolments, random.between(1, 4))];
    referrals.push([
      ref,
      dayFirst(referredOn),
      ...about,
      dayFirst(calendar.lastSchoolDay(addDays(referredOn, 3))),
      response,
      ...mentor,
    ]);
  }
  const referral =
    "student_id,referred_on,referred_by,reason,concern_subjects,invited_on,response,mentor_id,mentor_response";
  const agreement =
    "student_id,mentor_id,starts_on,referred_on,referred_by,reason,concern_subjects,agreed_on,volunteer,parents_informed_on,agreed_weeks,extended_to,ended_on,end_reason";
  return {
    referrals: [referral.split(","), ...referrals],
    agreements: [agreement.split(","), ...agreements],
  };
}

function concerns(enrolments: CollegeStudent["enrolments"], count: number): string {
  return enrolments
    .slice(0, count)
    .map(({ name }) => name)
    .join("; ");
}

function nextMonday(date: string): string {
  return addDays(date, 8 - weekday(date));
}

function staffRows(): Cell[][] {
  const rows = mentors.map(([id, name, role]) => [id, name, role, "27/09/2010", 2]);
  return [["staff_id", "name", "role", "trained_on", "capacity"], ...rows];
}

const costRows: Cell[][] = [
  ["item", "hours", "rate", "amount"],
  ["Mentors: weekly meetings", 38, "24.00", "912.00"],
  ["Mentors: checks between meetings", 21, "24.00", "504.00"],
  ["Mentor training, seven staff", 7, "24.00", "168.00"],
  ["Programme lead", 9, "24.00", "216.00"],
];
