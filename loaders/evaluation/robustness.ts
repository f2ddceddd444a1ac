import { group } from "d3-array";
import { mean } from "simple-statistics";
import type { Scale } from "../programme/scales.ts";
import { bcaInterval } from "../statistics/bca-interval.ts";
import { subtract } from "../statistics/fraction.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { signFlip } from "../statistics/sign-flip.ts";
import type { Change, Robustness } from "./record.ts";
import type { MeasuredPair, StudentMeans } from "./student-means.ts";

/** Other distances between the grades, in the same order: the steps grow towards the best grade, or towards the worst. */
const recodings = [
  { id: "wider steps at the top", recode: (rank: number, top: number) => 1 + (rank - 1) ** 2 / (top - 1) },
  {
    id: "wider steps at the bottom",
    recode: (rank: number, top: number) => top - (top - rank) ** 2 / (top - 1),
  },
] as const;

/** The bootstrap interval is too narrow in fewer students. */
const fewestToResample = 30;

/**
 * Whether the change of the primary outcome stands however the grades are scored. Grades have an order and no distances,
 * so a change that is there with one scoring only says more of the scoring than of the students.
 * @param pairs Measured student-subjects.
 * @param outcomes The criteria whose means are averaged, or the one outcome.
 */
export function robustness(
  change: Change,
  students: readonly StudentMeans[],
  pairs: readonly MeasuredPair[],
  outcomes: readonly string[],
  scales: ReadonlyMap<string, Scale>,
): Robustness {
  const recoded = recodings.map(({ id, recode }) => {
    const gains = recodedGains(pairs, outcomes, scales, recode);
    return { id, mean: gains.length > 0 ? mean(gains) : null, ci95: meanInterval(gains) };
  });
  const { up, down } = change.signTest;
  const side = sideOf(change.ci95);
  const survives =
    side === 0
      ? null
      : (side > 0 ? up > down : down > up) && recoded.every(({ ci95 }) => sideOf(ci95) === side);
  const gains = students.map(({ before, after }) => subtract(after, before));
  const signFlipP = signFlip(gains);
  const bootstrap = gains.length < fewestToResample ? null : bcaInterval(gains);
  const why = [
    survives === null &&
      "The change is not clear with any scoring, so nothing is claimed that could depend on it.",
    signFlipP === null && students.length > 0 && "The changes are too fine for the exact sign-flip test.",
    gains.length < fewestToResample && `There is no bootstrap of fewer than ${fewestToResample} students.`,
    gains.length >= fewestToResample &&
      bootstrap === null &&
      "The changes are all alike, or too fine for the bootstrap.",
  ].filter((reason) => reason !== false);
  return {
    signFlipP,
    recodings: recoded,
    dependsOnScoring: survives === null ? null : !survives,
    bootstrapCi95: bootstrap?.ci95 ?? null,
    ...(why.length > 0 ? { why: why.join(" ") } : {}),
  };
}

/** 1 above zero, -1 below, 0 across it or where there is none. */
function sideOf(interval: readonly [number, number] | null): -1 | 0 | 1 {
  if (!interval) return 0;
  return interval[0] > 0 ? 1 : interval[1] < 0 ? -1 : 0;
}

/** One gain a student, in the order of student_id: means over subjects, then over criteria, of the recoded ranks. */
function recodedGains(
  pairs: readonly MeasuredPair[],
  outcomes: readonly string[],
  scales: ReadonlyMap<string, Scale>,
  recode: (rank: number, top: number) => number,
): number[] {
  const byStudent = group(pairs, (pair) => pair.student_id);
  return [...byStudent.keys()].sort().flatMap((id) => {
    const means = outcomes.flatMap((outcome) => {
      const own = byStudent.get(id)!.filter((pair) => pair.outcome === outcome);
      if (own.length === 0) return [];
      return [
        mean(
          own.map((pair) => {
            const top = scales.get(pair.before_scale)!.bestFirst.length;
            const rank = (sum: number, count: number) => recode(sum / count, top);
            return rank(pair.after_sum, pair.after_count) - rank(pair.before_sum, pair.before_count);
          }),
        ),
      ];
    });
    return means.length > 0 ? [mean(means)] : [];
  });
}
