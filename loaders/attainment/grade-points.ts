/** GCSEs and equivalents at 16, or A levels and equivalents after; the points of the two are different units. */
export type Stage = "ks4" | "ks5";

/** A line of a table of points: what one grade of one qualification is worth. */
export interface PointsLine {
  stage: Stage;
  qualification: string;
  grade: string;
  points: number;
  /** Qualifications it counts as: 1 a full one, 2 a double award, 0.5 an AS level. */
  size: number;
  /** Where the points were read. */
  source: string;
}

export type GradePoints = Pick<PointsLine, "qualification" | "points" | "size" | "source">;

/** Why a grade has no points. */
export type NoPoints = "unknown qualification" | "unknown grade" | "two values";

/**
 * What a grade of a qualification is worth at a stage, in the points of that stage (GCSE: one point a grade; A level:
 * ten). Spellings of one grade are one: "Level 2 Merit" and L2M, "Grade 5-4" and 54. Ungraded (U) is worth nothing in
 * every qualification of the table; a qualification or grade that the table lacks, or gives two values, has no points.
 * Source: Department for Education, Key stage 4 qualifications and point scores, 2019.
 *
 * @param lines The tables of points.
 * @returns the line of the table, or why there is none.
 * @example gradePoints([{"stage": "ks4", "qualification": "GCSE", "grade": "Grade 5-4", "points": 4.5, "size": 2, "source": "DfE"}], "ks4", "gcse", "54") // => {"qualification": "GCSE", "points": 4.5, "size": 2, "source": "DfE"}
 */
export function gradePoints(
  lines: readonly PointsLine[],
  stage: Stage,
  qualification: string,
  grade: string,
): GradePoints | NoPoints {
  const of = lines.filter(
    (line) => line.stage === stage && nameKey(line.qualification) === nameKey(qualification),
  );
  const [first] = of;
  if (!first) return "unknown qualification";
  const worth = ({ points, size, source }: PointsLine): GradePoints => ({
    qualification: first.qualification,
    points,
    size,
    source,
  });
  if (gradeKey(grade) === "u") return worth({ ...first, points: 0 });
  const [found, ...others] = of.filter((line) => gradeKey(line.grade) === gradeKey(grade));
  if (!found) return "unknown grade";
  if (others.some(({ points }) => points !== found.points)) return "two values";
  return worth(found);
}

const nameKey = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();

/** A grade without the words around it: "Level 2 Distinction*" and "L2 Distinction*" as l2d*, "Grade 5-4" as 54. */
function gradeKey(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^grade\s+/, "")
    .replace(/^level\s*/, "l")
    .replace(/distinction/g, "d")
    .replace(/merit/g, "m")
    .replace(/pass/g, "p")
    .replace(/^ungraded$|^unclassified$/, "u")
    .replace(/(?<=\d)-(?=\d)/g, "")
    .replace(/\s+/g, "");
}
