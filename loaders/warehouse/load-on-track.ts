import { passRank } from "../attainment/pass-rank.ts";
import type { SubjectFinder } from "../extract/layout/subjects.ts";
import { scaleWorth } from "../programme/grade-worth.ts";
import { type Programme, scaleIds } from "../programme/load-settings.ts";
import { gradeOnScale, rankOf, type Scale } from "../programme/scales.ts";
import { passMeasures, usualSubjects } from "../programme/schema.ts";
import type { Warehouse } from "./warehouse.ts";

/** Points of a C and a 4, and of a 5, of a GCSE. */
const standard = 4;
const strong = 5;

/** Loads what the measures by passes need: which students and subjects, which grades are passes, and the measures. */
export async function loadOnTrack(
  warehouse: Warehouse,
  programme: Programme,
  subject: SubjectFinder,
): Promise<void> {
  const { onTrack } = programme.settings;
  const { yearGroups, english, maths } = onTrack ?? usualSubjects;
  const list = (table: string, column: string, values: readonly string[]) =>
    warehouse.load(
      table,
      { [column]: "VARCHAR" },
      [...new Set(values)].map((value) => ({ [column]: value })),
    );
  await list("on_track_years", "year_group", yearGroups);
  await list("on_track_english", "subject", english.map(subject));
  await list("on_track_maths", "subject", maths.map(subject));
  await warehouse.load("on_track_measures", { id: "VARCHAR", measure: "VARCHAR", pass: "VARCHAR" }, [
    ...passMeasures
      .filter((measure) => measure === onTrack?.measure)
      .map((measure) => ({ id: "declared", measure, pass: "declared" })),
    { id: "five-passes", measure: "five-passes-with-english-and-maths", pass: "standard" },
    { id: "basics-standard", measure: "english-and-maths", pass: "standard" },
    { id: "basics-strong", measure: "english-and-maths", pass: "strong" },
  ]);
  await warehouse.load(
    "on_track_pass",
    { pass: "VARCHAR", scale: "VARCHAR", rank: "INTEGER", entries: "INTEGER" },
    passRows(programme),
  );
}

/** The rank of the lowest pass on each scale that has one, and how many passes such a grade is. */
function passRows(programme: Programme): { pass: string; scale: string; rank: number; entries: number }[] {
  const declared = declaredPass(programme);
  return [...programme.scales.values()].flatMap((scale) => {
    const points = scaleWorth(programme, scale.id);
    const entries = points?.size === 2 ? 2 : 1;
    const byPoints = (least: number | null) =>
      points === null || least === null ? null : passRank(points.worth, least);
    const ranks = {
      declared: rankIn(scale, declared.grade) ?? byPoints(declared.points),
      standard: byPoints(standard),
      // There is no strong pass on a scale without a grade worth exactly that, such as A* to G.
      strong: points?.worth.includes(strong) ? byPoints(strong) : null,
    };
    return Object.entries(ranks).flatMap(([pass, rank]) =>
      rank === null ? [] : [{ pass, scale: scale.id, rank, entries }],
    );
  });
}

/** The pass of onTrack, and what it is worth on the scale of the counted year groups that has it. */
function declaredPass(programme: Programme): { grade: string | undefined; points: number | null } {
  const { onTrack, qualifications } = programme.settings;
  const grade = onTrack?.pass;
  if (!onTrack || grade === undefined) return { grade: undefined, points: null };
  const used = qualifications
    .filter(({ yearGroups }) => !yearGroups || yearGroups.some((year) => onTrack.yearGroups.includes(year)))
    .flatMap(scaleIds);
  const worth = used.flatMap((id) => {
    const scale = programme.scales.get(id)!;
    const rank = rankIn(scale, grade);
    const points = rank && scaleWorth(programme, id)?.worth[scale.bestFirst.length - rank];
    return typeof points === "number" ? [points] : [];
  });
  return { grade, points: worth[0] ?? null };
}

function rankIn(scale: Scale, typed: string | undefined): number | null {
  const grade = typed === undefined ? null : gradeOnScale(scale, typed);
  return grade === null ? null : rankOf(scale, grade);
}
