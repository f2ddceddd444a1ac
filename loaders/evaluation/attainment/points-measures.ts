import { gradeWorth } from "../../programme/grade-worth.ts";
import type { Programme } from "../../programme/load-settings.ts";
import { type PointMeasure, pointMeasures, usualSubjects } from "../../programme/schema.ts";
import { type SubjectSlots, slotModel } from "../../programme/slot-model.ts";
import type { OnTrackRow } from "../models.ts";
import { aLevelScore } from "./a-level-scores.ts";
import { attainment8Score } from "./attainment-8-scores.ts";
import type { People } from "./people.ts";
import type { PointsMeasure } from "./record.ts";
import { meanScores, type ScoreOf, studentScores } from "./scores.ts";
import type { YearGrades } from "./year-grades.ts";

/** What the measures are called. */
export const pointMeasureNames: Record<PointMeasure, string> = {
  "attainment-8": "Attainment 8",
  "a-level-average-points": "A level average points",
};

/** Scores of everyone of a measure's year groups, or why nobody has one. */
interface Scored {
  yearGroups: readonly string[];
  scores: ReadonlyMap<string, ScoreOf>;
  /** The slots of Attainment 8. */
  slots?: SubjectSlots;
}

/** The scores of a measure in points, by student; a sentence where it is not counted. */
export function scoresOf(
  measure: PointMeasure,
  programme: Programme,
  people: People,
  grades: YearGrades,
): Scored | string {
  const { settings } = programme;
  const { onTrack } = settings;
  const declared = onTrack?.measure === measure ? onTrack.yearGroups : null;
  if (measure === "attainment-8") {
    const model = slotModel(settings);
    if (!model)
      return 'There was no Attainment 8 before the results of 2016. To count it all the same, give its slots under "attainment8.baskets" in programme.json.';
    const yearGroups = declared ?? onTrack?.yearGroups ?? usualSubjects.yearGroups;
    const score = attainment8Score(programme, model, gradeWorth(programme));
    return { yearGroups, scores: studentScores(people.ofYears(yearGroups), grades, score), slots: model };
  }
  const yearGroups = declared ?? people.menteeYears.filter((year) => people.stageOf(year) === "ks5");
  if (yearGroups.length === 0) return "No mentee is in a year group that takes A levels.";
  return {
    yearGroups,
    scores: studentScores(people.ofYears(yearGroups), grades, aLevelScore(gradeWorth(programme))),
  };
}

/** The measures in points: the mean score of the mentees and of everyone, before and after. */
export function pointsMeasures(
  programme: Programme,
  people: People,
  grades: YearGrades,
): { measures: PointsMeasure[]; why: Record<string, string> } {
  const measures: PointsMeasure[] = [];
  const why: Record<string, string> = {};
  for (const id of pointMeasures) {
    const found = scoresOf(id, programme, people, grades);
    if (typeof found === "string") {
      why[id] = found;
      continue;
    }
    const everyone = meanScores(found.scores.values());
    if (everyone.n === 0) {
      why[id] =
        everyone.unknown[0]?.why ?? `Nobody of year ${found.yearGroups.join(", ")} has grades that count.`;
      continue;
    }
    const mentees = [...found.scores].flatMap(([student, score]) =>
      people.isMeasuredMentee(student) ? [score] : [],
    );
    measures.push({
      id,
      label: pointMeasureNames[id],
      yearGroups: [...found.yearGroups],
      ...(found.slots ? { slots: found.slots } : {}),
      mentees: meanScores(mentees),
      everyone,
      sources: [
        ...new Set([...found.scores.values()].flatMap((score) => ("why" in score ? [] : score.sources))),
      ].sort(),
    });
  }
  return { measures, why };
}

/** On track by a measure in points: at least so many of them. */
export function onTrackByPoints(
  measure: PointMeasure,
  fewest: number,
  programme: Programme,
  people: People,
  grades: YearGrades,
): OnTrackRow[] {
  const found = scoresOf(measure, programme, people, grades);
  if (typeof found === "string") return [];
  return [...found.scores].map(([student_id, score]) => ({
    student_id,
    mentee: people.isMentee(student_id),
    measured: people.isMeasuredMentee(student_id),
    before: "why" in score ? null : score.before >= fewest,
    after: "why" in score ? null : score.after >= fewest,
  }));
}
