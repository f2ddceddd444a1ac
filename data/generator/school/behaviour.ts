import type { Cell } from "../csv.ts";
import { addDays } from "../dates.ts";
import { Random } from "../random.ts";
import type { SchoolStudent } from "./roster.ts";
import { calendar } from "./year.ts";

const achievements = [
  "Excellent homework",
  "Helped another student",
  "Outstanding effort in class",
  "Represented the school",
];
const incidents = [
  "Homework not handed in",
  "Disrupted the lesson",
  "Late to lesson",
  "Chewing gum",
  "No equipment",
];

/** Achievements for many, incidents for some, and a handful of suspensions. */
export function behaviourRows(students: readonly SchoolStudent[]): Cell[][] {
  const random = new Random("school behaviour");
  const rows: [string, Cell[]][] = [];
  for (const { id, level, year } of students) {
    if (year > 11) continue;
    const good = random.chance(0.55) ? random.between(1, 2) : 0;
    const bad = random.chance(level < -0.5 ? 0.45 : 0.1) ? random.between(1, 3) : 0;
    for (let count = 0; count < good; count++)
      rows.push(event(random, id, "achievement", random.between(1, 3), achievements));
    for (let count = 0; count < bad; count++)
      rows.push(event(random, id, "incident", -random.between(1, 4), incidents));
    if (bad === 3 && random.chance(0.15))
      rows.push(event(random, id, "suspension", -10, ["One day, meeting with parents held"]));
  }
  rows.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return [["student_id", "date", "kind", "points", "note"], ...rows.map(([, row]) => row)];
}

function event(
  random: Random,
  id: string,
  kind: string,
  points: number,
  notes: readonly string[],
): [string, Cell[]] {
  const date = calendar.lastSchoolDay(addDays("2012-09-12", random.between(0, 274)));
  return [date, [id, date, kind, points, random.pick(notes)]];
}
