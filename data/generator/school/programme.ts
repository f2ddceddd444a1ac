import type { Cell } from "../csv.ts";
import { addDays } from "../dates.ts";
import { mentoringTables } from "../mentoring.ts";
import { Population } from "../people.ts";
import { reasons } from "../phrases.ts";
import { Random } from "../random.ts";
import { type Agreement, mentors } from "./mentees.ts";
import { panelRows } from "./panel.ts";
import type { SchoolStudent } from "./roster.ts";
import { surveyRows } from "./survey.ts";
import { asOf, calendar } from "./year.ts";

type Mentee = SchoolStudent & { agreement: Agreement };

/** The tables that the school keeps about mentoring itself, name -> rows. */
export function programmeTables(students: readonly SchoolStudent[]): Map<string, Cell[][]> {
  const random = new Random("school programme");
  const teachers = new Population(random);
  const mentees = students.filter((student): student is Mentee => student.agreement !== null);
  const mentorings = mentees.map(({ id, subjects, agreement }) => ({
    studentId: id,
    subjects: subjects.map((name) => ({ name, teacher: teachers.inventTeacher() })),
    startsOn: agreement.startsOn,
    endsOn: agreement.endedOn ?? asOf,
  }));
  const rhythm = { calendar, everyDays: 14, asOf, written: (date: string) => date };
  const { meetings, actions, feedback } = mentoringTables(random, mentorings, rhythm);
  return new Map([
    ["referrals", referralRows(random, students, mentees)],
    ["agreements", agreementRows(random, mentees)],
    ["meetings", meetings],
    ["actions", actions],
    ["feedback", feedback],
    ["panel", panelRows(students)],
    ["survey", surveyRows()],
    [
      "staff",
      [
        ["staff_id", "name", "role", "trained_on", "capacity"],
        ...mentors.map(([id, name, role]) => [id, name, role, "2012-10-22", 3]),
      ],
    ],
    ["calendar", calendar.rows((date) => date)],
    ["costs", costRows],
  ]);
}

/** Sixty invited in October. Two of those who did not answer came round in January; 22 never started. */
function referralRows(
  random: Random,
  students: readonly SchoolStudent[],
  mentees: readonly Mentee[],
): Cell[][] {
  const header =
    "student_id,referred_on,referred_by,reason,concern_subjects,invited_on,response,mentor_id,mentor_response";
  const row = (student: SchoolStudent, referredOn: string, response: string, mentor: string): Cell[] => {
    const concern = random.shuffled(student.subjects).slice(0, random.between(1, 3)).join("; ");
    const invitedOn = calendar.lastSchoolDay(addDays(referredOn, 5));
    const answer = mentor ? [mentor, "accepted"] : ["", ""];
    return [
      student.id,
      referredOn,
      random.pick(["Head of Year", "Raising Achievement Panel", "Form tutor"]),
      random.pick(reasons),
      concern,
      invitedOn,
      response,
      ...answer,
    ];
  };
  const invited = (range: number) => calendar.lastSchoolDay(addDays("2012-10-15", range));
  const started = mentees.flatMap((mentee) => {
    const { startsOn, mentor } = mentee.agreement;
    const first = row(
      mentee,
      invited(random.between(0, 8)),
      startsOn > "2013" ? "none" : "accepted",
      startsOn > "2013" ? "" : mentor,
    );
    return startsOn > "2013" ? [first, row(mentee, "2013-01-08", "accepted", mentor)] : [first];
  });
  const candidates = students.filter(
    ({ year, agreement, level }) => year === 11 && agreement === null && level < 0.2,
  );
  const refused = random.shuffled(candidates).slice(0, 22);
  const others = refused.map((student, index) =>
    row(student, invited(random.between(0, 8)), index < 13 ? "declined" : "none", ""),
  );
  return [header.split(","), ...started, ...others];
}

function agreementRows(random: Random, mentees: readonly Mentee[]): Cell[][] {
  const header =
    "student_id,mentor_id,starts_on,referred_on,referred_by,reason,concern_subjects,agreed_on,volunteer,parents_informed_on,agreed_weeks,extended_to,ended_on,end_reason";
  const rows = mentees.map(({ id, subjects, agreement }) => {
    const before = (days: number) => calendar.lastSchoolDay(addDays(agreement.startsOn, -days));
    const concern = random.shuffled(subjects).slice(0, random.between(1, 3)).join("; ");
    const parents = random.chance(0.9) ? before(2) : "";
    const extended = agreement.endedOn ?? "2013-06-28";
    return [
      id,
      agreement.mentor,
      agreement.startsOn,
      before(20),
      "Raising Achievement Panel",
      random.pick(reasons),
      concern,
      before(4),
      "yes",
      parents,
      20,
      extended,
      agreement.endedOn ?? "",
      agreement.endReason,
    ];
  });
  return [header.split(","), ...rows];
}

const costRows: Cell[][] = [
  ["item", "hours", "rate", "amount"],
  ["Mentors: meetings", 125, "26.50", "3312.50"],
  ["Mentors: checks between meetings", 90, "26.50", "2385.00"],
  ["Mentor training, fifteen staff", 22.5, "26.50", "596.25"],
  ["Raising Achievement Panel, six members", 54, "31.00", "1674.00"],
  ["Revision guides", "", "", "410.00"],
];
