import { atRisk } from "./at-risk.ts";
import { cells, dateIn, type Figure, iso, list, records } from "./files.ts";
import { counts, pairs, Reviews, type Window, weeks, windowsOf } from "./reviews.ts";

const asOf = "2013-06-14";
const gcse = ["A*", "A", "B", "C", "D", "E", "F", "G", "U"];
const alevel = ["A*", "A", "B", "C", "D", "E", "U"];
const levels = [8, 7, 6, 5, 4].flatMap((level) => ["A", "B", "C"].map((step) => `${level}${step}`));
const effort4 = ["1", "2", "3", "4"];

export function checkSchool(): Figure[] {
  const students = records("school/exports/students.csv");
  const leavers = records("school/exports/2011-12/leavers.csv");
  const byUpn = new Map([...students, ...leavers].map((student) => [student.UPN!, student]));
  const reviews = readReviews(byUpn);
  const agreements = records("school/mentoring/agreements.csv");
  const windows = windowsOf(agreements, iso, asOf);
  const calendar = records("school/mentoring/calendar.csv");
  const measured = [...windows].filter(([student, window]) =>
    ["effort", "homework"].some((criterion) =>
      pairs(reviews, student, criterion, window, asOf).some(
        ({ before, after }) => before !== null && after !== null,
      ),
    ),
  );
  const middle = (values: string[]) => values.sort()[Math.floor((values.length - 1) / 2)]!;
  const usual: Window = {
    start: middle(measured.map(([, { start }]) => start)),
    end: middle(measured.map(([, { end }]) => end)),
  };
  const year11 = students
    .filter((student) => student["Year group(s) this academic year"] === "Year 11")
    .map((student) => student["Arbor Student ID"]!);
  const mentees11 = year11.filter((student) => windows.has(student));
  const track = (group: readonly string[]) => {
    const states = group.map((student) => onTrack(reviews, student, windows.get(student) ?? usual));
    const [before, after] = [states.filter(([b]) => b), states.filter(([, a]) => a)];
    const known = states.filter((state) => !state.includes(null)).length;
    return `${before.length} before, ${after.length} after, ${known} known of ${group.length}`;
  };
  const length = measured.map(([, window]) => weeks(window, calendar, iso)).sort((a, b) => a - b);
  const premium = students.filter((student) => student["Pupil Premium"] === "Yes").length;
  const survey = records("school/mentoring/survey.csv");
  const answers = (question: string, wanted: readonly string[]) =>
    survey.filter((row) => row.question === question && wanted.includes(row.answer!)).length;
  const onRoll = students.map((student) => student["Arbor Student ID"]!);
  const wrongUpn = [...byUpn.keys()].filter((upn) => !validUpn(upn)).length;
  const referrals = records("school/mentoring/referrals.csv");
  return [
    { name: "school, students on roll", found: students.length, expected: 1511 },
    {
      name: "school, distinct ids and UPNs",
      found: `${new Set(onRoll).size}, ${byUpn.size - leavers.length}`,
      expected: "1511, 1511",
    },
    { name: "school, UPNs with a wrong check letter", found: wrongUpn, expected: 0 },
    { name: "school, leavers of last year", found: leavers.length },
    { name: "school, pupil premium", found: premium, expected: 453 },
    { name: "school, Year 11", found: year11.length, expected: 250 },
    {
      name: "school, mentees, measured, in Year 11, active",
      found: `${windows.size}, ${measured.length}, ${mentees11.length}, ${agreements.filter(({ ended_on }) => ended_on === "").length}`,
      expected: "38, 38, 30, 12",
    },
    { name: "school, weeks", found: `${length[0]} to ${length.at(-1)}` },
    { name: "school, lower median start and end", found: `${usual.start}, ${usual.end}` },
    {
      name: "school, invited",
      found: new Set(referrals.map(({ student_id }) => student_id)).size,
      expected: 60,
    },
    {
      name: "school, on track, mentees",
      found: track(mentees11),
      expected: "9 before, 20 after, 30 known of 30",
    },
    {
      name: "school, on track, everyone",
      found: track(year11),
      expected: "115 before, 142 after, 250 known of 250",
    },
    { name: "school, effort", found: counts(reviews, "effort", windows, asOf) },
    { name: "school, homework", found: counts(reviews, "homework", windows, asOf) },
    { name: "school, predicted grade", found: counts(reviews, "predicted", windows, asOf) },
    {
      name: "school, survey responses",
      found: new Set(survey.map(({ response_id }) => response_id)).size,
      expected: 35,
    },
    {
      name: "school, survey, at least some use",
      found: answers("How much use was mentoring?", ["a lot", "some"]),
      expected: 25,
    },
    {
      name: "school, survey, someone cared",
      found: answers("Someone cared about my achievement", ["yes"]),
      expected: 20,
    },
    {
      name: "school, survey, data and targets",
      found: answers("Knowing my data and targets was a real help", ["yes"]),
      expected: 14,
    },
    ...atRisk(reviews, onRoll, ["effort", "homework"], attendance(), asOf).map((figure) => ({
      ...figure,
      name: `school, ${figure.name}`,
    })),
  ];
}

/** [before, after]; null where fewer than five subjects, or no English or mathematics, are predicted. */
function onTrack(reviews: Reviews, student: string, window: Window): [boolean | null, boolean | null] {
  const grades = pairs(reviews, student, "predicted", window, asOf);
  return [
    state(grades.map(({ subject, before }) => [subject, before])),
    state(grades.map(({ subject, after }) => [subject, after])),
  ];
}

function state(grades: readonly (readonly [string, number | null])[]): boolean | null {
  const known = grades.filter(([, rank]) => rank !== null);
  const english = known.filter(([subject]) =>
    ["English", "English Language", "English Literature"].includes(subject),
  );
  const maths = known.filter(([subject]) => ["Maths", "Mathematics"].includes(subject));
  if (known.length < 5 || english.length === 0 || maths.length === 0) return null;
  const passes = (some: typeof known) => some.filter(([, rank]) => rank! >= 6).length;
  return passes(known) >= 5 && passes(english) > 0 && passes(maths) > 0;
}

function readReviews(byUpn: ReadonlyMap<string, Record<string, string>>): Reviews {
  const reviews = new Reviews();
  const paths = ["marksheets/main-school", "marksheets/sixth-form", "2011-12/marksheets"].flatMap((folder) =>
    list(`school/exports/${folder}`),
  );
  for (const path of paths) {
    const twoRows = path.includes("sixth-form");
    const [first, ...rest] = cells(path, "windows-1252", 4);
    const header = twoRows ? joined(first!, rest.shift()!) : first!;
    for (const line of rest) {
      if (["Mean", "Total"].includes(line[0]!)) continue;
      const student = byUpn.get(line[header.indexOf("UPN")]!)!;
      header.forEach((name, index) => {
        const [, subject, aspect] = /^(.*) (Effort|Homework|Pred|Target)$/.exec(name) ?? [];
        if (!subject) return;
        const year = path.includes("2011-12") ? "GCSE" : student["Year group(s) this academic year"]!;
        const scale = aspect === "Effort" || aspect === "Homework" ? effort4 : scaleOf(year);
        const key = { Effort: "effort", Homework: "homework", Pred: "predicted", Target: "target" }[aspect!]!;
        reviews.add(
          student["Arbor Student ID"]!,
          path.includes("2011-12") ? `last year ${key}` : key,
          subject,
          dateIn(path),
          line[index]!,
          scale,
        );
      });
    }
  }
  return reviews;
}

function joined(above: readonly string[], below: readonly string[]): string[] {
  let subject = "";
  return below.map((aspect, index) => {
    subject = above[index] || subject;
    return subject ? `${subject} ${aspect}` : aspect;
  });
}

function scaleOf(year: string): readonly string[] {
  if (["Year 7", "Year 8", "Year 9"].includes(year)) return levels;
  return ["Year 12", "Year 13"].includes(year) ? alevel : gcse;
}

function attendance(): Map<string, { possible: number; missed: number }> {
  const sums = new Map<string, { possible: number; missed: number }>();
  const add = (student: string, possible: number, missed: number) => {
    const sum = sums.get(student) ?? { possible: 0, missed: 0 };
    sums.set(student, { possible: sum.possible + possible, missed: sum.missed + missed });
  };
  for (const path of list("school/exports/attendance")) {
    for (const row of records(path)) {
      const { StudentId: student, possible, attended, ...marks } = row;
      if (possible) add(student!, Number(possible), Number(possible) - Number(attended));
      else
        for (const mark of Object.values(marks))
          add(student!, Number(!["#", "Y", "-", ""].includes(mark)), Number(/^[CEIMRSTGNOUHF]$/.test(mark)));
    }
  }
  return sums;
}

function validUpn(upn: string): boolean {
  const letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
  const sum = [...upn.slice(1)].reduce((total, character, index) => {
    return total + (index + 2) * (/\d/.test(character) ? Number(character) : letters.indexOf(character));
  }, 0);
  return upn.length === 13 && upn[0] === letters[sum % 23];
}
