import { aLevelScore } from "../evaluation/attainment/a-level-scores.ts";
import { attainment8Score } from "../evaluation/attainment/attainment-8-scores.ts";
import type { StudentScore } from "../evaluation/attainment/scores.ts";
import { list } from "../evaluation/words.ts";
import { type Graded, gradeWorth } from "../programme/grade-worth.ts";
import type { Programme } from "../programme/load-settings.ts";
import type { PointMeasure } from "../programme/schema.ts";
import { slotModel } from "../programme/slot-model.ts";
import { type LatestPrediction, type NearSubject, noPrediction, type Stands, tooOld } from "./threshold.ts";

/** A row of latest_prediction_grades. */
export interface PredictionGradeRow extends Graded {
  student_id: string;
  fresh: boolean;
}

/** How a declared measure in points scores a student; settings that declare one have the slots of it. */
export function scoreOf(measure: PointMeasure, programme: Programme): StudentScore {
  const worth = gradeWorth(programme);
  if (measure === "a-level-average-points") return aLevelScore(worth);
  return attainment8Score(programme, slotModel(programme.settings)!, worth);
}

/**
 * Where a student stands against a measure in points: a subject would do where the points are reached with it alone at
 * a higher grade of its scale, and the grade needed is the lowest such. Null of a student whom the measure does not
 * concern. One subject that is not known leaves the points unknown.
 */
export function standingByPoints(
  rows: readonly LatestPrediction[],
  grades: readonly PredictionGradeRow[],
  score: StudentScore,
  fewest: number,
  { scales, settings }: Programme,
): Stands | null {
  if (rows.length === 0) return noPrediction;
  const subjects = new Map(
    rows.map((row) => [row.subject, row.fresh ? grades.filter((one) => one.subject === row.subject) : []]),
  );
  const points = (raised?: string, by?: readonly Graded[]) =>
    score(
      new Map(
        [...subjects].map(([subject, own]) => {
          const now = subject === raised ? [...by!] : own;
          return [subject, { before: now, after: now }];
        }),
      ),
    );
  const reaches = (found: ReturnType<typeof points>) =>
    found !== null && !("why" in found) && found.after >= fewest;

  const now = points();
  if (now === null) return null;
  if ("why" in now) {
    const old = list(rows.filter(({ fresh }) => !fresh).map(({ subject }) => subject));
    const stale = tooOld(rows, settings.atRisk.staleDays, old);
    return {
      standing: "not known",
      near: [],
      notKnown:
        stale.length > 0 ? stale : [{ why: now.why.replace(/\.$/, ""), detail: now.why.replace(/\.$/, "") }],
    };
  }
  if (now.after >= fewest) return { standing: "on track", near: [], notKnown: [] };
  const near = rows.flatMap((row): NearSubject[] => {
    const own = subjects.get(row.subject)!;
    const places = own.map(({ scale, grade }) => scales.get(scale)!.bestFirst.indexOf(grade));
    for (let by = 1; by <= Math.max(...places); by += 1) {
      const higher = own.map((graded, i) => ({
        ...graded,
        grade: scales.get(graded.scale)!.bestFirst[Math.max(0, places[i]! - by)]!,
      }));
      if (!reaches(points(row.subject, higher))) continue;
      return [
        {
          subject: row.subject,
          predicted: row.predicted,
          needed: [...new Set(higher.map(({ grade }) => grade))].sort().join(" / "),
          below: by,
          target: row.target,
          reviewDate: row.review_date,
          ageDays: row.age_days,
        },
      ];
    }
    return [];
  });
  if (near.length === 0) return { standing: "further", near, notKnown: [] };
  return { standing: near.some(({ below }) => below <= 1) ? "one grade" : "one subject", near, notKnown: [] };
}
