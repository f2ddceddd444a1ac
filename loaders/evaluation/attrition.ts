import { group } from "d3-array";
import { mean } from "simple-statistics";
import type { Scale } from "../programme/scales.ts";
import { attritionBounds, type Leaver } from "../statistics/attrition-bounds.ts";
import { subtract, toNumber } from "../statistics/fraction.ts";
import type { MenteePairRow } from "./models.ts";
import type { Attrition } from "./record.ts";
import type { StudentMeans } from "./student-means.ts";

/**
 * What those who started and were not measured could make of the mean gain. Null where nobody started, or where nobody
 * was measured and no scale is known.
 * @param started Every mentee.
 * @param outcomes The criteria whose means are averaged, or the one outcome.
 */
export function attrition(
  started: readonly string[],
  measured: readonly StudentMeans[],
  pairs: readonly MenteePairRow[],
  outcomes: readonly string[],
  scales: ReadonlyMap<string, Scale>,
): Attrition | null {
  const kept = new Set(measured.map(({ studentId }) => studentId));
  const left = started.filter((id) => !kept.has(id));
  const widest = Math.max(0, ...measured.map(({ limit }) => limit));
  const own = group(
    pairs.filter(
      ({ student_id, outcome, before_date }) =>
        before_date && !kept.has(student_id) && outcomes.includes(outcome),
    ),
    (pair) => pair.student_id,
  );
  const leavers = left.map((id) => baselineOf(own.get(id) ?? [], outcomes, scales) ?? unknown(widest));
  const gains = measured.map(({ before, after }) => toNumber(subtract(after, before)));
  if (started.length === 0 || (widest === 0 && leavers.some(({ before }) => before === null))) return null;
  const known = leavers.flatMap(({ before }) => before ?? []);
  return {
    bounds: attritionBounds(gains, leavers)!,
    stayers: {
      n: measured.length,
      ...meanBefore(
        measured.map(({ before }) => toNumber(before)),
        "Nobody was measured.",
      ),
    },
    leavers: {
      n: left.length,
      known: known.length,
      ...meanBefore(known, left.length === 0 ? "Nobody left." : "None of them is known before the start."),
    },
  };
}

function meanBefore(values: readonly number[], why: string): { meanBefore: number | null; why?: string } {
  return values.length > 0 ? { meanBefore: mean([...values]) } : { meanBefore: null, why };
}

/** Of a leaver without a review before, anything on the scale is possible. */
function unknown(limit: number): Leaver {
  return { before: null, range: [1, 1 + limit] };
}

/** A leaver's mean over the criteria of the means over subjects, and that of the worst and of the best grades there. */
function baselineOf(
  pairs: readonly MenteePairRow[],
  outcomes: readonly string[],
  scales: ReadonlyMap<string, Scale>,
): Leaver | null {
  const means = outcomes.flatMap((outcome) => {
    const own = pairs.filter((pair) => pair.outcome === outcome && pair.before_scale);
    if (own.length === 0) return [];
    return [
      {
        before: mean(own.map((pair) => pair.before_sum / pair.before_count)),
        best: mean(own.map((pair) => scales.get(pair.before_scale)!.bestFirst.length)),
      },
    ];
  });
  if (means.length === 0) return null;
  return {
    before: mean(means.map(({ before }) => before)),
    range: [1, mean(means.map(({ best }) => best))],
  };
}
