import { group } from "d3-array";
import { readRiskFacts } from "../at-risk/facts.ts";
import {
  type CheckedStudent,
  checkRule,
  flagOf,
  flagsAtLeast,
  type RuleCheck,
} from "../at-risk/flag-check.ts";
import { judge } from "../at-risk/judge.ts";
import { rulesInForce } from "../at-risk/support.ts";
import { count, sentenceCase } from "../evaluation/words.ts";
import type { Programme } from "../programme/load-settings.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import type { Freshness, SiteData } from "./page-data.ts";

/** One outcome against which the flags before it are set. */
export interface FlagCheck {
  key: string;
  /** "Results of 2011-12: below target in 2 or more subjects". */
  title: string;
  /** What counts as missed, and which days' flags are looked at. */
  explanation: string;
  students: number;
  missed: number;
  /** Students left out, for their outcome is not known. */
  leftOut: number;
  rules: { label: string; check: RuleCheck }[];
  /** Of those flagged by any rule, review day by review day. */
  byDay: { day: string; check: RuleCheck }[];
}

export interface FlagsPage {
  site: SiteData;
  freshness: Freshness;
  headline: string;
  checks: FlagCheck[];
  /** Rules that are not applied, and why. */
  off: { label: string; why: string }[];
}

interface ResultRow {
  student_id: string;
  year_starts_on: string;
  day: string;
  compared: number;
  below: number;
  measure: string | null;
  on_track: boolean | null;
}

interface LatestRow {
  student_id: string;
  compared: number;
  below: number;
  newest: string;
}

interface Outcome {
  studentId: string;
  yearStartsOn: string;
  day: string;
  missed: boolean | null;
}

/** Whether flagged students later missed their targets more often than the others, by the school's own past data. */
export async function flagsPage(
  programme: Programme,
  warehouse: Warehouse,
  site: SiteData,
  freshness: Freshness,
): Promise<FlagsPage> {
  const { atRisk, academicYear } = programme.settings;
  const least = atRisk.offTargetSubjects;
  const facts = await readRiskFacts(warehouse);
  const rules = await rulesInForce(warehouse, atRisk);
  const inForce = rules.filter(({ off }) => off === null).map(({ rule }) => rule);
  const reviews = group(
    facts.judgements.filter(({ review }) => review),
    (row) => row.student_id,
  );

  const check = (
    key: string,
    title: string,
    explanation: string,
    outcomes: readonly Outcome[],
  ): FlagCheck => {
    const known = outcomes.filter(({ missed }) => missed !== null);
    const students = known.flatMap(({ studentId, yearStartsOn, day, missed }): CheckedStudent[] => {
      const days = (reviews.get(studentId) ?? [])
        .filter((row) => row.year_starts_on === yearStartsOn && row.day < day)
        .map((row) => row.day);
      if (days.length === 0) return [];
      const judged = days.map((each) => ({
        day: each,
        judged: judge(facts.of(studentId, each)!, inForce, atRisk),
      }));
      return [{ missed: missed!, outcomeDay: day, reviews: judged }];
    });
    const seen = inForce
      .map(({ rule }) => rule)
      .filter((rule) => checkRule(students, flagOf(rule)).judged > 0);
    const allDays = [...new Set(students.flatMap((student) => student.reviews.map(({ day }) => day)))].sort();
    return {
      key,
      title,
      explanation,
      students: students.length,
      missed: students.filter(({ missed }) => missed).length,
      leftOut: outcomes.length - students.length,
      rules: [
        ...inForce.map(({ rule, label }) => ({ label, check: checkRule(students, flagOf(rule)) })),
        { label: "Any rule", check: checkRule(students, flagsAtLeast(1, seen)) },
        { label: "Two rules or more", check: checkRule(students, flagsAtLeast(2, seen)) },
      ],
      byDay: allDays.map((day) => ({
        day,
        check: checkRule(
          students.flatMap((student) => {
            const own = student.reviews.filter((review) => review.day === day);
            return own.length > 0 ? [{ ...student, reviews: own }] : [];
          }),
          flagsAtLeast(1, seen),
        ),
      })),
    };
  };

  const results = await warehouse.rows<ResultRow>("later_results", "year_starts_on, student_id");
  const latest = await warehouse.rows<LatestRow>("latest_against_target", "student_id");
  const below = (compared: number, number: number) => (compared < least ? null : number >= least);
  const yearStart = `${academicYear.slice(0, 4)}-09-01`;
  const ofResults = [...group(results, (row) => row.year_starts_on)].flatMap(([year, rows]) => {
    const name = yearName(year);
    const outcome = (row: ResultRow, missed: boolean | null): Outcome => ({
      studentId: row.student_id,
      yearStartsOn: year,
      day: row.day,
      missed,
    });
    const subjects = check(
      `results-${year.slice(0, 4)}`,
      `Results of ${name}: below target in ${least} or more subjects`,
      `Missed: the result below the latest target before it, on one scale, in ${least} or more subjects. Students with fewer than ${least} such subjects are left out. Flags of every review of ${name} before the results count.`,
      rows.map((row) => outcome(row, below(row.compared, row.below))),
    );
    const counted = rows.filter(({ on_track }) => on_track !== null);
    if (counted.length === 0) return [subjects];
    const measure =
      counted[0]!.measure === "english-and-maths"
        ? "English and maths"
        : "five passes with English and maths";
    return [
      subjects,
      check(
        `on-track-${year.slice(0, 4)}`,
        `Results of ${name}: ${measure}`,
        `Missed: not ${measure} by the results. Students without an English or a maths result are left out. Flags of every review of ${name} before the results count.`,
        counted.map((row) => outcome(row, !row.on_track)),
      ),
    ];
  });
  const ofThisYear = check(
    "this-year",
    `Predicted grades of ${academicYear}: below target in ${least} or more subjects`,
    `Missed: the latest predicted grade below target in ${least} or more subjects. Flags of the reviews before the latest one count. A prediction is no result: this tells whether a flag stayed, not whether it came true.`,
    latest.map((row) => ({
      studentId: row.student_id,
      yearStartsOn: yearStart,
      day: row.newest,
      missed: below(row.compared, row.below),
    })),
  );
  const checks = [...ofResults, ofThisYear].filter(({ students }) => students > 0);
  return {
    site,
    freshness,
    headline: headline(checks),
    checks,
    off: rules.flatMap(({ rule, off }) => (off === null ? [] : [{ label: rule.label, why: off }])),
  };
}

const yearName = (start: string): string =>
  `${start.slice(0, 4)}-${String((Number(start.slice(0, 4)) + 1) % 100).padStart(2, "0")}`;

function headline(checks: readonly FlagCheck[]): string {
  const [first] = checks;
  if (!first)
    return "No review was followed by a result or a later review, so the flags cannot be checked yet.";
  const any = first.rules.find(({ label }) => label === "Any rule")!.check;
  const { precision, others } = any;
  const [outcome] = first.title.split(":");
  return `${sentenceCase(outcome!)}: ${precision.k} of ${count(precision.n, "flagged student")} later missed the target, and ${others.k} of ${others.n} who were not flagged.`;
}
