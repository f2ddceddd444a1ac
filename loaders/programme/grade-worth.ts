import { type GradePoints, gradePoints, type NoPoints, type Stage } from "../attainment/grade-points.ts";
import { qualificationFinder } from "../extract/qualification-line.ts";
import { type Programme, scaleIds } from "./load-settings.ts";
import { pointsLines, qualificationOfScale } from "./points-tables.ts";

/** A grade as a table keeps it. */
export interface Graded {
  subject: string;
  qualification: string | null;
  scale: string;
  grade: string;
}

export type Worth = (stage: Stage, graded: Graded) => GradePoints | NoPoints;

/**
 * What grades are worth in a programme: by the `points` of the line of "qualifications" that they fall under, else by
 * their own qualification where it has points, else by their scale.
 */
export function gradeWorth({ settings }: Programme): Worth {
  const lineOf = qualificationFinder(settings);
  const known = new Map<string, GradePoints | NoPoints>();
  return (stage, graded) => {
    const key = JSON.stringify([stage, graded.subject, graded.qualification, graded.scale, graded.grade]);
    const found = known.get(key) ?? find(stage, graded);
    known.set(key, found);
    return found;
  };

  function find(stage: Stage, { subject, qualification, scale, grade }: Graded): GradePoints | NoPoints {
    const declared = lineOf(qualification, subject, (line) => scaleIds(line).includes(scale))?.points;
    for (const name of [declared, qualification]) {
      if (!name) continue;
      const worth = gradePoints(pointsLines, stage, name, grade);
      if (worth !== "unknown qualification") return worth;
    }
    const usual = qualificationOfScale(stage, scale);
    return usual === null ? "unknown qualification" : gradePoints(pointsLines, stage, usual, grade);
  }
}

/** Points of the grades of a scale at 16, best first, and the qualifications one counts as; null of a scale without any. */
export function scaleWorth(
  { settings, scales }: Programme,
  id: string,
): { worth: (number | null)[]; size: number } | null {
  const declared = settings.qualifications.find((line) => line.points && scaleIds(line).includes(id))?.points;
  const name = declared ?? qualificationOfScale("ks4", id);
  if (!name) return null;
  const all = scales.get(id)!.bestFirst.map((grade) => gradePoints(pointsLines, "ks4", name, grade));
  const sizes = all.flatMap((each) => (typeof each === "string" ? [] : [each.size]));
  if (sizes.length === 0) return null;
  return { worth: all.map((each) => (typeof each === "string" ? null : each.points)), size: sizes[0]! };
}
