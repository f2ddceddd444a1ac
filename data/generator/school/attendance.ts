import { absenceRate, schoolDays, totals } from "../attendance.ts";
import { type Cell, csv } from "../csv.ts";
import { addDays, dayFirst } from "../dates.ts";
import { range } from "../grade-paths.ts";
import { Random } from "../random.ts";
import type { SchoolStudent } from "./roster.ts";
import { asOf, calendar, terms } from "./year.ts";

/** Year 11 by session, one sheet a week; the other years as totals by term. */
export function attendanceFiles(students: readonly SchoolStudent[]): Map<string, Buffer> {
  const year11 = students.filter(({ year }) => year === 11);
  const registers = year11.map((student) => register(student));
  const header = [
    "StudentId",
    ...["Mon", "Tue", "Wed", "Thu", "Fri"].flatMap((day) => [`${day}AM`, `${day}PM`]),
  ];
  const files = new Map<string, Buffer>();
  for (let monday: string = terms[0][0]; monday <= asOf; monday = addDays(monday, 7)) {
    const days = range(5).map((offset) => addDays(monday, offset));
    if (!days.some((day) => calendar.isPlannedDay(day))) continue;
    const rows = registers.map(({ id, marks }) => [id, ...days.flatMap((day) => marks(day))]);
    files.set(`attendance-${monday}.csv`, csv([header, ...rows]));
  }
  files.set("attendance-totals.csv", csv(totalRows(students.filter(({ year }) => year !== 11))));
  return files;
}

/** A student's marks day after day: spells of illness, odd absences, lateness, and a mark forgotten now and then. */
function register(student: SchoolStudent): { id: string; marks(day: string): [Cell, Cell] } {
  const random = new Random(`school register ${student.id}`);
  const rate = absenceRate(random, student.agreement ? 0.1 : 0);
  const unmarked = random.chance(0.008) && student.agreement === null;
  let ill = 0;
  const session = (here: string): string => {
    if (random.chance(0.018)) return "L";
    if (random.chance(0.004)) return random.pick(["B", "V", "W", "P", "J"]);
    return random.chance(0.001) ? random.pick(["-", ""]) : here;
  };
  return {
    id: student.id,
    marks(day) {
      if (!calendar.isPlannedDay(day)) return ["#", "#"];
      if (calendar.isClosed(day)) return day.startsWith("2013-01") ? ["Y", "Y"] : ["#", "#"];
      if (unmarked) return ["-", "-"];
      if (ill > 0) {
        ill--;
        return ["I", "I"];
      }
      if (random.chance(rate * 0.4)) {
        ill = random.between(0, 2);
        return ["I", "I"];
      }
      if (random.chance(rate * 0.25))
        return random.pick([
          ["O", "O"],
          ["N", "N"],
          ["G", "G"],
          ["H", "H"],
          ["E", "E"],
        ]);
      const [morning, afternoon] = [session("/"), session("\\")];
      if (random.chance(rate * 0.3)) return [random.pick(["M", "U", "I"]), afternoon];
      return [morning, random.chance(rate * 0.15) ? random.pick(["M", "O", "I"]) : afternoon];
    },
  };
}

function totalRows(students: readonly SchoolStudent[]): Cell[][] {
  const random = new Random("school attendance totals");
  const rows: Cell[][] = [["StudentId", "period_start", "period_end", "possible", "attended", "late"]];
  for (const student of students) {
    const rate = absenceRate(random, student.agreement ? 0.1 : 0);
    if (student.agreement === null && random.chance(0.01)) continue;
    for (const [start, end] of terms) {
      const sessions = totals(random, rate, 2 * schoolDays(calendar, start, end));
      rows.push([student.id, dayFirst(start), dayFirst(end), ...sessions]);
    }
  }
  return rows;
}
