import { readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { group } from "d3-array";
import { mean } from "simple-statistics";
import { beforeAll, describe, expect, test } from "vitest";
import type { EvaluationRecord } from "../../loaders/evaluation/record.ts";
import { evaluateFolder } from "../support/programme-records.ts";

// The attainment of both samples, counted a second time from the raw exports without the reader, the database or the
// models: plain loops over the cells.

type Line = Record<string, string>;

function lines(path: string, skip = 0): Line[] {
  const text = readFileSync(`data/${path}`).toString(skip ? "latin1" : "utf8");
  return parse(text.split(/\r?\n/).slice(skip).join("\n"), {
    bom: true,
    columns: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
}

const iso = (date: string) => date.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, "$3-$2-$1");
const shift = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

interface Grade {
  date: string;
  grades: string[];
}

/** Grades by student and subject, each date once with the grades of all teachers. */
class Book {
  readonly students = new Map<string, Map<string, Grade[]>>();

  add(student: string, subject: string, date: string, cell: string): void {
    const grade = cell.trim();
    if (["", "-", "N/A"].includes(grade)) return;
    const subjects = this.students.get(student) ?? new Map<string, Grade[]>();
    this.students.set(student, subjects);
    const dates = subjects.get(subject) ?? [];
    subjects.set(subject, dates);
    const same = dates.find((one) => one.date === date);
    if (same) same.grades.push(grade);
    else dates.push({ date, grades: [grade] });
  }

  subjects(student: string, from: string): string[] {
    return [...(this.students.get(student) ?? [])].flatMap(([subject, dates]) =>
      dates.some(({ date }) => date >= from) ? [subject] : [],
    );
  }

  last(student: string, subject: string, from: string, to: string): string[] | null {
    const within = (this.students.get(student)?.get(subject) ?? []).filter(
      ({ date }) => from <= date && date <= to,
    );
    return within.sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1)?.grades ?? null;
  }
}

interface Window {
  start: string;
  end: string;
}

interface Sample {
  asOf: string;
  year: string;
  predicted: Book;
  target: Book;
  windows: Map<string, Window>;
  mentees: string[];
  yearGroup: Map<string, string>;
  prior: Map<string, number>;
}

/** The windows of mentees, and of everybody else the lower medians of the measured mentees' starts and ends. */
function windowsOf(
  folder: string,
  asOf: string,
  students: readonly string[],
): Pick<Sample, "windows" | "mentees"> {
  const own = new Map<string, Window & { quick: boolean }>();
  for (const { student_id: id, starts_on, ended_on, end_reason } of lines(
    `${folder}/mentoring/agreements.csv`,
  )) {
    const start = iso(starts_on!);
    const end = ended_on ? iso(ended_on) : asOf;
    const quick = ["left", "withdrew"].includes(end_reason!) && shift(start, 28) > end;
    const known = own.get(id!);
    own.set(id!, {
      start: known && known.start < start ? known.start : start,
      end: known && known.end > end ? known.end : end,
      quick,
    });
  }
  const measured = [...own.values()].filter(({ quick }) => !quick);
  const lowerMedian = (of: "start" | "end") =>
    measured.map((window) => window[of]).sort()[Math.ceil(measured.length / 2) - 1]!;
  const middle = { start: lowerMedian("start"), end: lowerMedian("end") };
  return {
    windows: new Map(students.map((id) => [id, own.get(id) ?? middle])),
    mentees: [...own].flatMap(([id, { quick }]) => (quick ? [] : [id])),
  };
}

/** The grades before and after of a student in the subjects of the year. */
function chosen({ predicted, windows, year, asOf }: Sample, student: string) {
  const { start, end } = windows.get(student)!;
  const until = shift(end, 28) < asOf ? shift(end, 28) : asOf;
  return predicted.subjects(student, year).map((subject) => ({
    subject,
    before: predicted.last(student, subject, shift(start, -60), start),
    after: predicted.last(student, subject, shift(start, 28), until),
  }));
}

const legacy = ["A*", "A", "B", "C", "D", "E", "F", "G", "U"];
const legacyPoints = [8.5, 7, 5.5, 4, 3, 2, 1.5, 1, 0];
const aLevel = ["A*", "A", "B", "C", "D", "E", "U"];
const aLevelPoints = [60, 50, 40, 30, 20, 10, 0];
const average = (grades: readonly string[], scale: readonly string[], values: readonly number[]) =>
  mean(grades.map((grade) => values[scale.indexOf(grade)]!));

/** Means before and after of those whose numbers are known. */
function summary(numbers: readonly (readonly [number, number])[]) {
  return {
    n: numbers.length,
    before: mean(numbers.map(([before]) => before)),
    after: mean(numbers.map(([, after]) => after)),
  };
}

function expectMeans(
  found: { n: number; meanBefore: number | null; meanAfter: number | null; mean: number | null },
  counted: ReturnType<typeof summary>,
): void {
  expect(found.n).toBe(counted.n);
  expect(found.meanBefore).toBeCloseTo(counted.before, 9);
  expect(found.meanAfter).toBeCloseTo(counted.after, 9);
  expect(found.mean).toBeCloseTo(counted.after - counted.before, 9);
}

/** Progress from starting points of everyone of the year groups: one pair of numbers a student. */
function progressOf(sample: Sample, years: readonly string[], scale: string[], points: number[]) {
  const people = [...sample.windows.keys()].filter(
    (id) => years.includes(sample.yearGroup.get(id)!) && sample.prior.has(id),
  );
  const fifth = (id: string) => {
    const year = people.filter((other) => sample.yearGroup.get(other) === sample.yearGroup.get(id));
    const lower = year.filter((other) => sample.prior.get(other)! < sample.prior.get(id)!).length;
    return Math.floor((5 * lower) / year.length);
  };
  const band = new Map(people.map((id) => [id, `${sample.yearGroup.get(id)}/${fifth(id)}`]));
  const taken = people.flatMap((id) =>
    chosen(sample, id).flatMap(({ subject, before, after }) =>
      before && after
        ? [
            {
              id,
              group: `${band.get(id)}/${subject}`,
              before: average(before, scale, points),
              after: average(after, scale, points),
            },
          ]
        : [],
    ),
  );
  const groups = group(taken, (one) => one.group);
  const against = taken.flatMap((one) => {
    const others = groups.get(one.group)!.filter(({ id }) => id !== one.id);
    if (others.length < 5) return [];
    const by = (of: "before" | "after") => one[of] - mean(others.map((other) => other[of]));
    return [{ id: one.id, before: by("before"), after: by("after") }];
  });
  return new Map(
    [...group(against, ({ id }) => id)].map(([id, all]) => [
      id,
      [mean(all.map(({ before }) => before)), mean(all.map(({ after }) => after))] as const,
    ]),
  );
}

function expectProgress(
  found: EvaluationRecord["attainment"]["progress"][number],
  numbers: ReturnType<typeof progressOf>,
  mentees: readonly string[],
): void {
  expectMeans(found.everyone, summary([...numbers.values()]));
  expectMeans(found.mentees, summary(mentees.flatMap((id) => (numbers.has(id) ? [numbers.get(id)!] : []))));
}

describe("the college", () => {
  const asOf = "2011-04-01";
  let record: EvaluationRecord;
  let sample: Sample;

  beforeAll(async () => {
    const { evaluation, warehouse } = await evaluateFolder("data/college");
    record = evaluation.record;
    warehouse.close();
    const students = lines("college/exports/students.csv");
    const predicted = new Book();
    for (const file of readdirSync("data/college/exports").filter((name) => name.startsWith("review-")))
      for (const line of lines(`college/exports/${file}`, 4))
        if (line.Subject)
          predicted.add(line["Learner Ref"]!, line.Subject, file.slice(7, 17), line["Anticipated Grade"]!);
    const target = new Book();
    for (const line of lines("college/exports/targets.csv"))
      target.add(line["Learner Ref"]!, line.Subject!, iso(line.Date!), line.Grade!);
    const ids = students.map((line) => line["Learner Ref"]!);
    const windows = windowsOf("college", asOf, ids);
    const there = new Map(students.map((line) => [line["Learner Ref"]!, iso(line["Leaving Date"]!)]));
    for (const [id, { start }] of windows.windows)
      if (!windows.mentees.includes(id) && there.get(id) && there.get(id)! <= start)
        windows.windows.delete(id);
    sample = {
      asOf,
      year: "2010-09-01",
      predicted,
      target,
      ...windows,
      yearGroup: new Map(students.map((line) => [line["Learner Ref"]!, line["Year Group"]!])),
      prior: new Map(
        students.flatMap((line) =>
          line["GCSE Average"] ? [[line["Learner Ref"]!, Number(line["GCSE Average"])] as const] : [],
        ),
      ),
    };
  });

  test("A level average points of the mentees and of everyone", () => {
    const scores = new Map(
      [...sample.windows.keys()].flatMap((id) => {
        const subjects = chosen(sample, id);
        if (subjects.length === 0 || subjects.some(({ before, after }) => !before || !after)) return [];
        const score = (of: "before" | "after") =>
          mean(subjects.map((subject) => average(subject[of]!, aLevel, aLevelPoints)));
        return [[id, [score("before"), score("after")] as const]];
      }),
    );
    const [found] = record.attainment.points;
    expect(found!.id).toBe("a-level-average-points");
    expectMeans(found!.everyone, summary([...scores.values()]));
    expectMeans(
      found!.mentees,
      summary(sample.mentees.flatMap((id) => (scores.has(id) ? [scores.get(id)!] : []))),
    );
    expect(found!.mentees.n + found!.mentees.unknown.reduce((sum, { n }) => sum + n, 0)).toBe(
      record.cohort.measured,
    );
  });

  test("progress from starting points", () => {
    expectProgress(
      record.attainment.progress[0]!,
      progressOf(sample, ["12", "13"], aLevel, aLevelPoints),
      sample.mentees,
    );
  });

  test("gaps to target of the mentees", () => {
    const gaps = sample.mentees.flatMap((id) => {
      const of = chosen(sample, id).flatMap(({ subject, before, after }) => {
        const target = sample.target.last(id, subject, "2010-01-01", asOf);
        if (!target || !before || !after) return [];
        const rank = (grades: readonly string[]) => mean(grades.map((grade) => 7 - aLevel.indexOf(grade)));
        return [[rank(before) - rank(target), rank(after) - rank(target)] as const];
      });
      return of.length > 0 ? [summary(of)] : [];
    });
    const { mentees } = record.attainment.targets[0]!;
    expectMeans(mentees.gap, summary(gaps.map(({ before, after }) => [before, after])));
    expect(mentees.pairs.n).toBe(gaps.reduce((sum, { n }) => sum + n, 0));
  });
});

describe("the school", () => {
  const asOf = "2013-06-14";
  let record: EvaluationRecord;
  let sample: Sample;
  let results: Line[];

  beforeAll(async () => {
    const { evaluation, warehouse } = await evaluateFolder("data/school");
    record = evaluation.record;
    warehouse.close();
    const students = lines("school/exports/students.csv");
    const all = [...students, ...lines("school/exports/2011-12/leavers.csv")];
    const idOf = new Map(all.map((line) => [line.UPN!, line["Arbor Student ID"]!]));
    const [predicted, target] = [new Book(), new Book()];
    for (const folder of ["marksheets/main-school", "2011-12/marksheets"])
      for (const file of readdirSync(`data/school/exports/${folder}`))
        for (const line of lines(`school/exports/${folder}/${file}`, 4)) {
          const id = idOf.get(line.UPN ?? "");
          if (!id) continue;
          const date = file.slice(-14, -4);
          for (const [header, grade] of Object.entries(line)) {
            const [, subject, aspect] = /^(.+) (Pred|Target)$/.exec(header) ?? [];
            if (subject) (aspect === "Pred" ? predicted : target).add(id, subject, date, grade);
          }
        }
    const ids = students.map((line) => line["Arbor Student ID"]!);
    const field = "Year group(s) this academic year";
    sample = {
      asOf,
      year: "2012-09-01",
      predicted,
      target,
      ...windowsOf("school", asOf, ids),
      yearGroup: new Map(
        students.map((line) => [line["Arbor Student ID"]!, line[field]!.replace("Year ", "")]),
      ),
      prior: new Map(
        students.flatMap((line) =>
          line["KS2 Average"] ? [[line["Arbor Student ID"]!, Number(line["KS2 Average"])] as const] : [],
        ),
      ),
    };
    results = lines("school/exports/2011-12/results-2012.csv");
  });

  test("English and maths at C or above in Year 11", () => {
    const passes = (grades: string[] | null) => average(grades!, legacy, [9, 8, 7, 6, 5, 4, 3, 2, 1]) >= 6;
    const counted = (ids: readonly string[], of: "before" | "after") =>
      ids.filter((id) => {
        const subjects = chosen(sample, id);
        const pass = (names: readonly string[]) =>
          subjects.some((one) => names.includes(one.subject) && passes(one[of]));
        return pass(["English", "English Literature"]) && pass(["Mathematics"]);
      }).length;
    const year = [...sample.windows.keys()].filter((id) => sample.yearGroup.get(id) === "11");
    const mentees = year.filter((id) => sample.mentees.includes(id));
    const basics = record.attainment.passes.find(({ id }) => id === "basics-standard")!;
    for (const moment of ["before", "after"] as const) {
      expect(basics.mentees[moment]).toMatchObject({ k: counted(mentees, moment), n: mentees.length });
      expect(basics.everyone[moment]).toMatchObject({ k: counted(year, moment), n: year.length });
    }
  });

  test("progress from starting points", () => {
    expectProgress(
      record.attainment.progress[0]!,
      progressOf(sample, ["10", "11"], legacy, legacyPoints),
      sample.mentees,
    );
  });

  test("predicted against target, by subject", () => {
    const { targets } = record.attainment;
    const gcse = targets.find(({ scale }) => scale === "gcse_legacy")!;
    const people = [...sample.windows.keys()].filter((id) =>
      ["10", "11"].includes(sample.yearGroup.get(id)!),
    );
    const gaps = people.flatMap((id) =>
      chosen(sample, id).flatMap(({ subject, before, after }) => {
        const target = sample.target.last(id, subject, "2012-09-01", asOf);
        if (!target || !before || !after) return [];
        const gap = (grades: readonly string[]) =>
          mean(grades.map((grade) => legacy.indexOf(target[0]!) - legacy.indexOf(grade)));
        return [{ subject, mentee: sample.mentees.includes(id), before: gap(before), after: gap(after) }];
      }),
    );
    for (const { subject, mentees, everyone } of gcse.subjects) {
      const of = gaps.filter((one) => one.subject === subject);
      const some = of.filter(({ mentee }) => mentee);
      expect([mentees.n, mentees.after.below, everyone.n, everyone.before.above]).toEqual([
        some.length,
        some.filter(({ after }) => after < 0).length,
        of.length,
        of.filter(({ before }) => before > 0).length,
      ]);
    }
    expect(gcse.everyone.pairs.n).toBe(gaps.length);
  });

  test("accuracy of last year's predictions, by subject", () => {
    const { subjects } = record.attainment.accuracy;
    for (const found of subjects) {
      const steps = results
        .filter(({ SubjectName }) => SubjectName === found.subject)
        .flatMap(({ StudentId, Result }) => {
          const predicted = sample.predicted.last(StudentId!, found.subject, "2011-08-24", "2012-08-23");
          return predicted ? [legacy.indexOf(Result!) - legacy.indexOf(predicted[0]!)] : [];
        });
      expect([found.n, found.exact.k, found.withinOne.k, found.over.k, found.under.k]).toEqual([
        steps.length,
        steps.filter((step) => step === 0).length,
        steps.filter((step) => Math.abs(step) <= 1).length,
        steps.filter((step) => step > 0).length,
        steps.filter((step) => step < 0).length,
      ]);
    }
    expect(subjects.map(({ subject }) => subject)).toEqual(
      [...new Set(results.map(({ SubjectName }) => SubjectName!))].sort(),
    );
  });
});
