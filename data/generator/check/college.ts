import { atRisk } from "./at-risk.ts";
import { dateIn, type Figure, iso, list, records } from "./files.ts";
import { counts, pairs, Reviews, weeks, windowsOf } from "./reviews.ts";

const asOf = "2011-04-01";
const alevel = ["A*", "A", "B", "C", "D", "E", "U"];
const review5 = ["5", "4", "3", "2", "1"];
const published: Record<string, string> = {
  Focus: "6 (2)",
  "Effort in Lesson": "6 (3)",
  "Effort in Homework": "5 (4)",
  "Meeting Deadlines": "4 (8)",
  Consolidation: "2 (3)",
  "Exam Technique": "1 (3)",
};

export function checkCollege(): Figure[] {
  const students = records("college/exports/students.csv");
  const reviews = readReviews();
  const calendar = records("college/mentoring/calendar.csv");
  const agreements = records("college/mentoring/agreements.csv");
  const windows = windowsOf(agreements, iso, asOf);
  const stayed = [...windows].filter(([student, window]) => {
    const reasons = agreements
      .filter(({ student_id }) => student_id === student)
      .map(({ end_reason }) => end_reason!);
    return weeks(window, calendar, iso) >= 4 || reasons.every((reason) => ["", "completed"].includes(reason));
  });
  const quick = [...windows].filter(([student]) => !stayed.some(([other]) => other === student));
  const length = stayed.map(([, window]) => weeks(window, calendar, iso)).sort((a, b) => a - b);
  const sex = (wanted: string) =>
    stayed.filter(([id]) =>
      students.some((student) => student["Learner Ref"] === id && student.Sex === wanted),
    ).length;
  const sociology = stayed
    .flatMap(([student, window]) => pairs(reviews, student, "Meeting Deadlines", window, asOf))
    .filter(({ subject, before, after }) => subject === "Sociology" && before === 1 && after === 5);
  const baselines = quick.map(
    ([student, window]) =>
      pairs(reviews, student, "Focus", window, asOf).filter(({ before }) => before !== null).length,
  );
  const onRoll = students
    .filter((student) => student["Leaving Date"] === "")
    .map((student) => student["Learner Ref"]!);
  const shown = (found: string) => found.replace(/ both \d+/, "");
  return [
    { name: "college, students", found: students.length, expected: 1000 },
    { name: "college, started", found: windows.size, expected: 14 },
    { name: "college, quick leavers", found: quick.length, expected: 2 },
    {
      name: "college, subjects with a baseline of the quick leavers",
      found: baselines.join(", "),
      expected: "4, 4",
    },
    {
      name: "college, weeks of the measured",
      found: `${length[0]} to ${length.at(-1)}, median ${(length[5]! + length[6]!) / 2}`,
      expected: "8 to 16, median 12",
    },
    { name: "college, male and female", found: `${sex("M")} and ${sex("F")}`, expected: "8 and 4" },
    {
      name: "college, active",
      found: agreements.filter(({ ended_on }) => ended_on === "").length,
      expected: 5,
    },
    ...Object.entries(published).flatMap(([criterion, expected]): Figure[] => {
      const found = counts(reviews, criterion, new Map(stayed), asOf);
      return [
        { name: `college, ${criterion}`, found: shown(found), expected: `${expected} measured 12` },
        {
          name: `college, ${criterion} with both, pairs`,
          found: `${found}, ${pairCounts(reviews, criterion, stayed)}`,
        },
      ];
    }),
    {
      name: "college, predicted grade",
      found: counts(reviews, "predicted", new Map(stayed), asOf),
      expected: "6 (2) both 0 measured 12",
    },
    { name: "college, from 1 to 5 on deadlines in Sociology", found: sociology.length, expected: 1 },
    ...atRisk(reviews, onRoll, Object.keys(published), attendance(), asOf).map((figure) => ({
      ...figure,
      name: `college, ${figure.name}`,
    })),
  ];
}

function readReviews(): Reviews {
  const reviews = new Reviews();
  for (const path of list("college/exports").filter((name) => name.includes("/review-"))) {
    for (const row of records(path, "windows-1252", 4)) {
      if (row.Student === "Mean") continue;
      const add = (aspect: string, grade: string, scale: readonly string[]) =>
        reviews.add(row["Learner Ref"]!, aspect, row.Subject!, dateIn(path), grade, scale);
      for (const criterion of Object.keys(published)) add(criterion, row[criterion]!, review5);
      add("predicted", row["Anticipated Grade"]!, alevel);
    }
  }
  for (const row of records("college/exports/targets.csv")) {
    reviews.add(row["Learner Ref"]!, row.Kind!, row.Subject!, iso(row.Date!), row.Grade!, alevel);
  }
  return reviews;
}

function pairCounts(
  reviews: Reviews,
  criterion: string,
  windows: readonly [string, { start: string; end: string }][],
): string {
  const all = windows.flatMap(([student, window]) => pairs(reviews, student, criterion, window, asOf));
  const measured = all.filter(({ before, after }) => before !== null && after !== null);
  const up = measured.filter(({ before, after }) => after! > before!).length;
  const down = measured.filter(({ before, after }) => after! < before!).length;
  return `pairs ${measured.length} measured, ${up} up, ${down} down, ${all.length - measured.length} not measured`;
}

function attendance(): Map<string, { possible: number; missed: number }> {
  const sums = new Map<string, { possible: number; missed: number }>();
  for (const row of records("college/exports/attendance.csv")) {
    const sum = sums.get(row["Learner Ref"]!) ?? { possible: 0, missed: 0 };
    sum.possible += Number(row.possible);
    sum.missed += Number(row.possible) - Number(row.attended);
    sums.set(row["Learner Ref"]!, sum);
  }
  return sums;
}
