import { group } from "d3-array";
import { againstAlike } from "../../attainment/against-alike.ts";
import type { Stage } from "../../attainment/grade-points.ts";
import { startingBands } from "../../attainment/starting-bands.ts";
import { gradeWorth } from "../../programme/grade-worth.ts";
import type { Programme } from "../../programme/load-settings.ts";
import type { People } from "./people.ts";
import type { StartingPoints } from "./record.ts";
import { meanScores, type ScoreOf } from "./scores.ts";
import { reasonOf, subjectWorth, type YearGrades } from "./year-grades.ts";

/** The smallest number of others that the mean of students alike rests on. */
export const fewestAlike = 5;

const labels: Record<Stage, string> = { ks4: "GCSEs and equivalents", ks5: "A levels and equivalents" };

/** A subject of a student whose predicted grades have points at both times. */
interface Taken {
  student: string;
  /** Students alike: the same year group, band of prior attainment, subject and qualifications. */
  alike: string;
  before: number;
  after: number;
}

/**
 * Progress from starting points, a stage at a time: predicted points minus the mean of the other students of the same
 * prior attainment in the same subject, averaged over a student's subjects.
 */
export function startingPoints(
  programme: Programme,
  people: People,
  grades: YearGrades,
): { progress: StartingPoints[]; why: Record<string, string> } {
  const bands = bandsOf(people);
  if (bands.size === 0)
    return {
      progress: [],
      why: { progress: "No student of the mentees' year groups has prior attainment." },
    };
  const stages = (["ks4", "ks5"] as const).map((stage) => {
    const yearGroups = people.menteeYears.filter((year) => people.stageOf(year) === stage);
    return { stage, yearGroups, ...scored(programme, stage, people.ofYears(yearGroups), bands, grades) };
  });
  const progress = stages.flatMap(({ stage, yearGroups, scores, sources }): StartingPoints[] => {
    const mentees = [...scores].flatMap(([id, score]) => (people.isMeasuredMentee(id) ? [score] : []));
    const everyone = meanScores(scores.values());
    if (everyone.n === 0) return [];
    return [
      {
        stage,
        label: labels[stage],
        yearGroups,
        fewestAlike,
        mentees: meanScores(mentees),
        everyone,
        sources,
      },
    ];
  });
  return {
    progress,
    why:
      progress.length > 0
        ? {}
        : {
            progress: `No student has a subject with points before and after, and ${fewestAlike} others of the same prior attainment in it.`,
          },
  };
}

/** The group of each student with prior attainment: year group, scale and fifth. */
function bandsOf(people: People): Map<string, string> {
  const known = people.everyone.map(people.studentOf).filter((student) => student.prior_attainment !== null);
  const bands = new Map<string, string>();
  for (const [cohort, students] of group(known, (one) => JSON.stringify([one.year_group, one.prior_scale])))
    startingBands(students.map((one) => one.prior_attainment!)).forEach((band, i) => {
      bands.set(students[i]!.student_id, `${cohort} ${band}`);
    });
  return bands;
}

function scored(
  programme: Programme,
  stage: Stage,
  students: readonly string[],
  bands: ReadonlyMap<string, string>,
  grades: YearGrades,
): { scores: Map<string, ScoreOf>; sources: string[] } {
  const worth = gradeWorth(programme);
  const scores = new Map<string, ScoreOf>();
  const sources = new Set<string>();
  const taken: Taken[] = [];
  for (const student of students) {
    const band = bands.get(student);
    const why = band === undefined ? "No prior attainment." : null;
    scores.set(student, { why: why ?? "No subject has a predicted grade this year." });
    if (band === undefined) continue;
    for (const [subject, at] of grades.get(student) ?? []) {
      const [before, after] = [subjectWorth(worth, stage, at.before), subjectWorth(worth, stage, at.after)];
      const missing = [before, after].find((each) => "why" in each);
      if ("why" in before || "why" in after) {
        const { why, graded } = missing as Extract<typeof before, { why: unknown }>;
        scores.set(student, { why: reasonOf(why, graded) });
        continue;
      }
      const qualifications = [before.worth.qualification, after.worth.qualification];
      taken.push({
        student,
        alike: JSON.stringify([band, subject, ...qualifications]),
        before: before.worth.points,
        after: after.worth.points,
      });
      sources.add(before.worth.source).add(after.worth.source);
    }
  }
  const against = (moment: "before" | "after") =>
    againstAlike(
      taken.map((one) => ({ group: one.alike, value: one[moment] })),
      fewestAlike,
    );
  const [before, after] = [against("before"), against("after")];
  const subjects = taken.map(({ student }, i) => ({ student, before: before[i]!, after: after[i]! }));
  for (const [student, all] of group(subjects, (one) => one.student)) {
    const compared = all.filter((one) => one.before !== null);
    const mean = (moment: "before" | "after") =>
      compared.reduce((sum, one) => sum + one[moment], 0) / compared.length;
    scores.set(
      student,
      compared.length > 0
        ? { before: mean("before"), after: mean("after"), sources: [] }
        : {
            why: `Fewer than ${fewestAlike} other students of the same prior attainment take the same subjects.`,
          },
    );
  }
  return { scores, sources: [...sources].sort() };
}
