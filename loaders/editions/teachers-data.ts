import { ascending, group, mean, median } from "d3-array";
import type { DifferenceRow } from "../evaluation/attainment/models.ts";
import type { Attainment, SubjectAccuracy } from "../evaluation/attainment/record.ts";
import type { Evaluation } from "../evaluation/evaluate.ts";
import { attainmentFindings } from "../evaluation/sentences/attainment.ts";
import { count, list, sentenceCase, share } from "../evaluation/words.ts";
import type { Programme } from "../programme/load-settings.ts";
import type { Interval } from "../statistics/interval.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { type Contradiction, contradictions, type KindCount, type SubjectCount } from "./contradictions.ts";
import { freshness } from "./freshness.ts";
import type { Freshness, SiteData } from "./page-data.ts";
import { byName, displayName, type OnRollRow } from "./rows.ts";
import { studentKey } from "./student-key.ts";

/** How fresh the grades of a subject are, and of a teacher where files name them. Ages are days before asOf. */
export interface SubjectFreshness {
  subject: string;
  teacher: string | null;
  /** Students with any grade in the subject this year. */
  expected: number;
  /** Of these, with a grade within staleDays. */
  fresh: number;
  newest: string;
  oldest: string;
  /** Of the students' newest grades. */
  newestAge: number;
  medianAge: number;
  oldestAge: number;
}

/** A student whose newest grade in a subject is older than staleDays. */
export interface StaleGrade {
  subject: string;
  teacher: string | null;
  key: string;
  name: string;
  yearGroup: string;
  tutorGroup: string | null;
  newest: string;
  ageDays: number;
}

/** Predicted minus achieved, in grades of the scale; the mean and its interval from six students on. */
export interface SubjectDifference {
  subject: string;
  label: string;
  n: number;
  exact: number;
  mean: number | null;
  ci95: Interval | null;
}

export interface TeachersDataPage {
  site: SiteData;
  freshness: Freshness;
  headline: string;
  staleDays: number;
  /** Whether a file names the teacher of a grade. */
  namesTeachers: boolean;
  /** Stalest first. */
  subjects: SubjectFreshness[];
  stale: StaleGrade[];
  kinds: KindCount[];
  bySubject: SubjectCount[];
  cases: Contradiction[];
  record: { attainment: Pick<Attainment, "accuracy" | "why"> };
  findings: { attainment: { accuracy: string[] } };
  /** Highest mean first, then those of too few students. */
  differences: SubjectDifference[];
}

interface GradeAgeRow {
  student_id: string;
  subject: string;
  teacher: string | null;
  review_date: string;
  age_days: number;
  fresh: boolean;
}

const order = new Intl.Collator("en-GB", { numeric: true });
/** Fewest students of whom a mean is given. */
const fewestForMean = 6;

/** Whether the data behind everything are fresh, agree with each other, and met the results. */
export async function teachersDataPage(
  programme: Programme,
  warehouse: Warehouse,
  { record }: Pick<Evaluation, "record">,
  site: SiteData,
): Promise<TeachersDataPage> {
  const { settings } = programme;
  const students = (await warehouse.rows<OnRollRow>("on_roll", "student_id")).sort(byName);
  const ages = await warehouse.rows<GradeAgeRow>("grade_ages", "student_id, subject, teacher");
  const newest = group(ages, (row) => row.student_id);
  const found = await contradictions(programme, warehouse, students);
  const { accuracy, why } = record.attainment;
  const differences = differencesOf(
    programme,
    accuracy.subjects,
    await warehouse.rows<DifferenceRow>("prediction_differences", "subject, scale, student_id"),
  );
  const page = {
    site,
    freshness: freshness(
      settings.asOf,
      students.map(
        ({ student_id }) =>
          newest
            .get(student_id)
            ?.map((row) => row.review_date)
            .sort()
            .at(-1) ?? null,
      ),
    ),
    staleDays: settings.atRisk.staleDays,
    namesTeachers: ages.some(({ teacher }) => teacher !== null),
    subjects: freshnessOf(ages),
    stale: staleOf(ages, students, settings),
    ...found,
    record: { attainment: { accuracy, why } },
    findings: { attainment: { accuracy: attainmentFindings(record.attainment).accuracy } },
    differences,
  };
  return { ...page, headline: headline(page, ages) };
}

const subjectAndTeacher = ({ subject, teacher }: { subject: string; teacher: string | null }): string =>
  JSON.stringify([subject, teacher]);

function freshnessOf(ages: readonly GradeAgeRow[]): SubjectFreshness[] {
  const rows = [...group(ages, subjectAndTeacher).values()].map((of): SubjectFreshness => {
    const days = of.map(({ age_days }) => age_days).sort(ascending);
    const dates = of.map(({ review_date }) => review_date).sort();
    return {
      subject: of[0]!.subject,
      teacher: of[0]!.teacher,
      expected: of.length,
      fresh: of.filter(({ fresh }) => fresh).length,
      newest: dates.at(-1)!,
      oldest: dates[0]!,
      newestAge: days[0]!,
      medianAge: median(days)!,
      oldestAge: days.at(-1)!,
    };
  });
  return rows.sort(
    (a, b) =>
      a.fresh / a.expected - b.fresh / b.expected ||
      b.medianAge - a.medianAge ||
      order.compare(a.subject, b.subject) ||
      order.compare(a.teacher ?? "", b.teacher ?? ""),
  );
}

function staleOf(
  ages: readonly GradeAgeRow[],
  students: readonly OnRollRow[],
  settings: Programme["settings"],
): StaleGrade[] {
  const own = group(
    ages.filter(({ fresh }) => !fresh),
    (row) => row.student_id,
  );
  return students
    .flatMap((student) =>
      (own.get(student.student_id) ?? []).map(
        ({ subject, teacher, review_date, age_days }): StaleGrade => ({
          subject,
          teacher,
          key: studentKey(settings, student.student_id),
          name: displayName(student),
          yearGroup: student.year_group,
          tutorGroup: student.tutor_group,
          newest: review_date,
          ageDays: age_days,
        }),
      ),
    )
    .sort((a, b) => order.compare(a.subject, b.subject) || order.compare(a.teacher ?? "", b.teacher ?? ""));
}

function differencesOf(
  { scales }: Programme,
  subjects: readonly SubjectAccuracy[],
  rows: readonly DifferenceRow[],
): SubjectDifference[] {
  const of = group(rows, ({ subject, scale }) => JSON.stringify([subject, scale]));
  return subjects
    .map(({ subject, scale, label, n, exact }): SubjectDifference => {
      const by = (of.get(JSON.stringify([subject, scale])) ?? []).flatMap(({ difference, teachers }) =>
        difference === null || teachers === null ? [] : [difference / teachers],
      );
      const known = by.length >= fewestForMean;
      const limit = Math.max(1, scales.get(scale)!.bestFirst.length - 1);
      return {
        subject,
        label,
        n,
        exact: exact.k,
        mean: known ? mean(by)! : null,
        ci95: known ? meanInterval(by, { limit }) : null,
      };
    })
    .sort((a, b) => (b.mean ?? -99) - (a.mean ?? -99) || order.compare(a.subject, b.subject));
}

/** "3,752 (94%)", and the number alone below 20. */
function ofAll(k: number, n: number): string {
  const percent = /\(.*\)/.exec(share(k, n));
  return [k.toLocaleString("en-GB"), ...(percent ?? [])].join(" ");
}

function headline(
  { staleDays, kinds, differences }: Pick<TeachersDataPage, "staleDays" | "kinds" | "differences">,
  ages: readonly GradeAgeRow[],
): string {
  if (ages.length === 0)
    return "No review or predicted grade of this year is known, so nothing can be judged.";
  const pairs = group(ages, ({ student_id, subject }) => JSON.stringify([student_id, subject]));
  const fresh = [...pairs.values()].filter(([first]) => first!.fresh).length;
  const comments = kinds.filter(({ kind }) => kind === "praise" || kind === "concern");
  const sum = (of: "comparable" | "contradictions") => comments.reduce((total, kind) => total + kind[of], 0);
  const judged = differences.filter(({ mean: by }) => by !== null);
  const high = judged.filter(({ ci95 }) => ci95 !== null && ci95[0] > 0);
  const parts = [
    `of ${count(pairs.size, "latest grade")}, one for each student and subject, ${ofAll(fresh, pairs.size)} ${fresh === 1 ? "is" : "are"} from the last ${staleDays} days`,
    ...(sum("comparable") === 0
      ? []
      : [
          `${sum("contradictions")} of ${count(sum("comparable"), "comment")} do not seem to agree with a review near them`,
        ]),
    ...(judged.length === 0
      ? []
      : [
          high.length === 0
            ? "in no subject were predicted grades clearly too high at the latest results"
            : `predicted grades were clearly too high in ${high.length > 4 ? `${high.length} of ${count(judged.length, "subject")}` : list(high.map(({ subject }) => subject))} at the latest results`,
        ]),
  ];
  return `${sentenceCase(parts.join("; "))}.`;
}
