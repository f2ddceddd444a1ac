import type { Programme } from "../programme/load-settings.ts";
import type { Scale } from "../programme/scales.ts";
import { attendanceBeside, attendanceOutcome, attendancePairs, attendanceScale } from "./attendance-pairs.ts";
import { change } from "./change.ts";
import { comparison } from "./comparison.ts";
import { comparedGroup } from "./comparison-group.ts";
import type { MenteePairRow, Models } from "./models.ts";
import type { IndependentOutcome } from "./record.ts";
import { robustness } from "./robustness.ts";
import { attendanceAsShare } from "./share-of-sessions.ts";
import { studentMeans } from "./student-means.ts";
import { obstacles } from "./verdict.ts";
import { fewestToJudge, fewestToSupport } from "./verdict-rule.ts";

/**
 * The outcomes that neither the mentor nor the teachers who review produce, each evaluated as the primary one is:
 * attendance, and results of tests and exams. Those are left out of which no mentee has before and after.
 */
export function independentOutcomes(programme: Programme, models: Models): IndependentOutcome[] {
  const scales = new Map([...programme.scales, [attendanceScale.id, attendanceScale]]);
  const attendance = evaluated(
    programme,
    { ...models, pairs: attendancePairs(models), comparisonMeans: attendanceBeside(models) },
    scales,
    attendanceOutcome,
  );
  const results = evaluated(programme, { ...models, pairs: models.results }, scales, "test results");
  return [
    ...(attendance
      ? [{ id: "attendance", label: "Attendance", ...attendanceAsShare(attendance) } as const]
      : []),
    ...(results ? [{ id: "results", label: "Results of tests and exams", ...results } as const] : []),
  ];
}

function evaluated(
  programme: Programme,
  models: Models,
  scales: ReadonlyMap<string, Scale>,
  outcome: string,
): Omit<IndependentOutcome, "id" | "label"> | null {
  const measured = models.pairs.filter((pair: MenteePairRow) => pair.measured);
  if (measured.length === 0) return null;
  const means = studentMeans(measured, scales);
  const main = change(means);
  // A cut-off is declared for the primary outcome alone.
  const { cutOff: _, ...chosen } = programme.settings.comparison;
  const own = { ...programme, settings: { ...programme.settings, comparison: chosen }, scales };
  const evidence = {
    change: main,
    robustness: robustness(main, means, measured, [outcome], scales),
    comparison: comparison(own, models, means, [outcome], comparedGroup(own, models, means, [outcome])),
  };
  const missing = main.n < fewestToJudge ? [] : obstacles(evidence);
  return { ...evidence, obstacles: missing, supports: main.n >= fewestToSupport && missing.length === 0 };
}
