import type { Cell } from "../csv.ts";
import { addDays } from "../dates.ts";
import { Random } from "../random.ts";
import type { SchoolStudent } from "./roster.ts";
import { asOf, calendar } from "./year.ts";

/** The Raising Achievement Panel of six, every three weeks but for the holidays. */
const meetings = [
  "2012-11-16",
  "2012-12-07",
  "2013-01-11",
  "2013-02-01",
  "2013-03-01",
  "2013-03-22",
  "2013-04-19",
  "2013-05-10",
  "2013-06-07",
];

const decisions: readonly [action: string, owner: string, measure: string][] = [
  ["Move to the Thursday revision class", "Head of Mathematics", "Attends four sessions"],
  ["Meet parents about homework", "Head of Year 11", "No homework missed for three weeks"],
  ["Change of seat and a weekly check by the class teacher", "Head of English", "Effort grade 2 or better"],
  ["Extra coursework session", "Head of English", "Coursework complete"],
  ["Attendance call on the first morning of absence", "Attendance officer", "No unexplained absence"],
  ["Mentor to review the revision timetable", "Assistant Headteacher", "Timetable kept for two weeks"],
  ["Past paper each week, marked at once", "Head of Mathematics", "One grade up in the next test"],
  ["Offer a mentor", "Head of Year 11", "Answer by the next panel"],
];

/** Up to ten students a meeting, one specific action each, with an owner and a date. */
export function panelRows(students: readonly SchoolStudent[]): Cell[][] {
  const random = new Random("school panel");
  const borderline = students.filter(
    ({ year, course, agreement }) => year === 11 && (agreement !== null || course === "gains"),
  );
  const rows: Cell[][] = [
    ["panel_date", "student_id", "action", "owner", "due_on", "success_measure", "status", "outcome"],
  ];
  for (const date of meetings) {
    for (const student of random.shuffled(borderline).slice(0, random.between(7, 10))) {
      const [action, owner, measure] = random.pick(decisions);
      const dueOn = calendar.lastSchoolDay(addDays(date, 18));
      const open = dueOn > asOf || random.chance(0.1);
      const status = open ? "open" : random.chance(0.85) ? "done" : "dropped";
      const outcome =
        status === "done"
          ? random.pick(["Measure met", "Partly met", "Not met yet"])
          : status === "dropped"
            ? "No longer needed"
            : "";
      rows.push([date, student.id, action, owner, dueOn, measure, status, outcome]);
    }
  }
  return rows;
}
