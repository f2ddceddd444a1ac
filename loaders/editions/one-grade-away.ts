import { group } from "d3-array";
import type { Standing } from "../attainment/one-subject-away.ts";
import { passMeasureNames } from "../evaluation/attainment/passes-measures.ts";
import { pointMeasureNames } from "../evaluation/attainment/points-measures.ts";
import { countReasons } from "../evaluation/attainment/uncounted.ts";
import type { EvaluationRecord } from "../evaluation/record.ts";
import { alike, count, list } from "../evaluation/words.ts";
import type { Programme } from "../programme/load-settings.ts";
import { type PassMeasure, type PointMeasure, pointMeasures, usualSubjects } from "../programme/schema.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { freshness } from "./freshness.ts";
import type { Freshness, SiteData } from "./page-data.ts";
import { byName, displayName, type OnRollRow } from "./rows.ts";
import { type PassGapRow, standingByPasses } from "./standing-by-passes.ts";
import { type PredictionGradeRow, scoreOf, standingByPoints } from "./standing-by-points.ts";
import { studentKey } from "./student-key.ts";
import type { LatestPrediction, NearSubject, Stands } from "./threshold.ts";

/** A student who is listed: one subject away, or one of whom it cannot be said. */
interface ListedStudent {
  /** What addresses call the student. */
  key: string;
  name: string;
  yearGroup: string;
  tutorGroup: string | null;
  mentored: boolean;
  mentor: string | null;
}

export interface NearStudent extends ListedStudent {
  standing: "one grade" | "one subject";
  near: NearSubject[];
}

export interface MeasureStandings {
  id: string;
  /** "Five passes with English and maths at C or above". */
  label: string;
  inPoints: boolean;
  /** Students on roll of the measure's year groups, by where they stand. */
  counts: Record<Standing, number>;
  /** One grade away first, then by name. */
  near: NearStudent[];
  notKnown: (ListedStudent & { why: string })[];
  reasons: { why: string; n: number }[];
}

export interface OneGradeAwayPage {
  site: SiteData;
  freshness: Freshness;
  headline: string;
  yearGroups: string[];
  staleDays: number;
  measures: MeasureStandings[];
}

interface Measure {
  id: string;
  label: string;
  inPoints: boolean;
  /** Null of a student whom the measure does not concern. */
  stands: (studentId: string) => Stands | null;
}

/** Who misses each measure of on track by one subject or grade, of everybody on roll in its year groups. */
export async function oneGradeAwayPage(
  programme: Programme,
  warehouse: Warehouse,
  { attainment }: Pick<EvaluationRecord, "attainment">,
  site: SiteData,
): Promise<OneGradeAwayPage> {
  const { settings } = programme;
  const yearGroups = [...(settings.onTrack ?? usualSubjects).yearGroups];
  const students = (await warehouse.rows<OnRollRow>("on_roll", "student_id"))
    .filter(({ year_group }) => yearGroups.includes(year_group))
    .sort(byName);
  const latest = group(
    await warehouse.rows<LatestPrediction>("latest_predictions", "student_id, subject"),
    (row) => row.student_id,
  );
  const measures = await measuresOf(programme, warehouse, attainment, latest);
  const standings = measures.map((measure) => standingsOf(measure, students, settings));
  return {
    site,
    freshness: freshness(
      settings.asOf,
      students.map(({ student_id }) => newestOf(latest.get(student_id) ?? [])),
    ),
    headline: headline(latest.size === 0 ? [] : standings, yearGroups, students.length),
    yearGroups,
    staleDays: settings.atRisk.staleDays,
    // Without a predicted grade of anybody there is nothing to show; the view that is off says so.
    measures: students.length === 0 || latest.size === 0 ? [] : standings,
  };
}

const newestOf = (rows: readonly LatestPrediction[]): string | null =>
  rows
    .map((row) => row.review_date)
    .sort()
    .at(-1) ?? null;

/** The declared measure first, then those that the record counts beside it. */
async function measuresOf(
  programme: Programme,
  warehouse: Warehouse,
  { passes }: Pick<EvaluationRecord["attainment"], "passes">,
  latest: ReadonlyMap<string, LatestPrediction[]>,
): Promise<Measure[]> {
  const { onTrack, atRisk } = programme.settings;
  const gaps = group(
    await warehouse.rows<PassGapRow>("pass_gaps", "student_id, subject"),
    (row) => row.pass,
    (row) => row.student_id,
  );
  const byPasses = (id: string, label: string, pass: string, five: boolean): Measure => ({
    id,
    label,
    inPoints: false,
    stands: (student) => standingByPasses(gaps.get(pass)?.get(student) ?? [], five, atRisk.staleDays),
  });
  const beside = passes
    .filter(({ declared }) => !declared)
    .map(({ id, label }) =>
      byPasses(id, label, id === "basics-strong" ? "strong" : "standard", id === "five-passes"),
    );
  if (!onTrack) return beside;
  const inPoints = pointMeasures.find((one) => one === onTrack.measure);
  if (!inPoints) {
    const measure = onTrack.measure as PassMeasure;
    const label =
      passes.find(({ declared }) => declared)?.label ??
      `${passMeasureNames[measure]} at ${onTrack.pass} or above`;
    const five = measure === "five-passes-with-english-and-maths";
    return [byPasses(measure, label, "declared", five), ...beside];
  }
  return [await byPoints(inPoints, onTrack.points!, programme, warehouse, latest), ...beside];
}

async function byPoints(
  measure: PointMeasure,
  fewest: number,
  programme: Programme,
  warehouse: Warehouse,
  latest: ReadonlyMap<string, LatestPrediction[]>,
): Promise<Measure> {
  const score = scoreOf(measure, programme);
  const grades = group(
    await warehouse.rows<PredictionGradeRow>(
      "latest_prediction_grades",
      "student_id, subject, scale, grade, qualification",
    ),
    (row) => row.student_id,
  );
  return {
    id: measure,
    label: `${pointMeasureNames[measure]} of ${fewest} points or more`,
    inPoints: true,
    stands: (student) =>
      standingByPoints(latest.get(student) ?? [], grades.get(student) ?? [], score, fewest, programme),
  };
}

function standingsOf(
  { id, label, inPoints, stands }: Measure,
  students: readonly OnRollRow[],
  settings: Programme["settings"],
): MeasureStandings {
  const all = students.flatMap((student) => {
    const found = stands(student.student_id);
    return found ? [{ student: listed(student, settings), ...found }] : [];
  });
  const of = (standing: Standing) => all.filter((one) => one.standing === standing);
  const near = (standing: "one grade" | "one subject") =>
    of(standing).map(
      ({ student, near: subjects }): NearStudent => ({ ...student, standing, near: subjects }),
    );
  const notKnown = of("not known");
  return {
    id,
    label,
    inPoints,
    counts: {
      "on track": of("on track").length,
      "one grade": of("one grade").length,
      "one subject": of("one subject").length,
      further: of("further").length,
      "not known": notKnown.length,
    },
    near: [...near("one grade"), ...near("one subject")],
    notKnown: notKnown.map(({ student, notKnown: reasons }) => ({
      ...student,
      why: list(reasons.map(({ detail }) => detail)),
    })),
    reasons: countReasons(notKnown.flatMap(({ notKnown: reasons }) => reasons.map(({ why }) => why))),
  };
}

function listed(row: OnRollRow, settings: Programme["settings"]): ListedStudent {
  return {
    key: studentKey(settings, row.student_id),
    name: displayName(row),
    yearGroup: row.year_group,
    tutorGroup: row.tutor_group,
    mentored: row.mentored,
    mentor: row.mentor,
  };
}

function headline(measures: readonly MeasureStandings[], yearGroups: readonly string[], n: number): string {
  const years = `${yearGroups.length === 1 ? "Year" : "Years"} ${list(yearGroups)}`;
  const [first] = measures;
  if (!first) return "How far students are from a threshold is not counted.";
  if (n === 0) return `No student of ${years} is on roll, so nobody stands near a threshold.`;
  const total = Object.values(first.counts).reduce((sum, one) => sum + one, 0);
  const measure = first.label.replace(/^Five/, "five");
  if (first.counts["not known"] === total)
    return `It cannot be said of any student of ${years} how far they are from ${measure}.`;
  const [grade, subject, track, unknown] = alike(
    first.counts["one grade"],
    first.counts["one subject"],
    first.counts["on track"],
    first.counts["not known"],
  );
  const rest = first.counts["not known"] === 0 ? "" : `; of ${unknown} it cannot be said`;
  const subjects =
    first.counts["one subject"] === 0 ? "" : `, and ${subject} more by one subject but more than a grade`;
  return `Of ${count(total, "student")} of ${years}, ${grade} ${first.counts["one grade"] === 1 ? "misses" : "miss"} ${measure} by one grade in one subject${subjects}; ${track} ${first.counts["on track"] === 1 ? "is" : "are"} on track${rest}.`;
}
