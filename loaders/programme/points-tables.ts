import type { PointsLine, Stage } from "../attainment/grade-points.ts";
import { readReference } from "./reference/read-reference.ts";

/** What grades are worth, by qualification: loaders/programme/reference/grade_points.csv. */
export const pointsLines: readonly PointsLine[] = readReference("grade_points.csv").map(
  ({ stage, qualification, grade, points, size, source }) => ({
    stage: stage as Stage,
    qualification: qualification!,
    grade: grade!,
    points: Number(points),
    size: Number(size),
    source: source!,
  }),
);

/** The qualifications that have points, each once. */
export const pointsQualifications: readonly string[] = [
  ...new Set(pointsLines.map(({ qualification }) => qualification)),
];

const ofScales = new Map(
  readReference("scale_points.csv").map(({ stage, scale, qualification }) => [
    `${stage} ${scale}`,
    qualification!,
  ]),
);

/** The qualification whose points the grades of a built-in scale have at a stage, where nothing else is said. */
export function qualificationOfScale(stage: Stage, scale: string): string | null {
  return ofScales.get(`${stage} ${scale}`) ?? null;
}
