import type { ByOrder, Comparison, Dose, Robustness } from "../../loaders/evaluation/record.ts";

const reason = "No other student of the mentees' year groups is known before and after in the same weeks.";

/** No comparison at all. */
export const noComparison: Comparison = {
  group: "all-others",
  n: null,
  notCompared: 0,
  balance: null,
  ancova: null,
  gainDifference: null,
  menteeGain: null,
  comparisonGain: null,
  expectedGain: null,
  attrition: null,
  attritionRates: null,
  why: { n: reason, balance: reason, ancova: reason, gainDifference: reason, expectedGain: reason },
};

/**
 * A comparison with 230 others.
 * @param g Standardised difference before the start.
 * @param interval Of the adjusted difference.
 */
export function comparisonOf(
  g: number,
  interval: readonly [number, number],
  more: Partial<Comparison> = {},
): Comparison {
  const size = Math.abs(g);
  return {
    group: "all-others",
    n: [12, 230],
    notCompared: 0,
    balance: [
      {
        covariate: "baseline",
        label: "Grades before",
        mentees: { n: 12, mean: 2.3 },
        comparison: { n: 230, mean: 2.9 },
        g,
        varianceRatio: 0.8,
        class: size <= 0.05 ? "satisfied" : size <= 0.25 ? "needs adjustment" : "fails",
      },
    ],
    ancova: {
      b: (interval[0] + interval[1]) / 2,
      slope: 0.8,
      se: 0.1,
      df: 239,
      ci95: interval,
      p: 0.04,
      g: 0.3,
      n: [12, 230],
      covariates: [],
      notUsed: [],
    },
    gainDifference: { estimate: 0.2, ci95: [0.05, 0.35], p: 0.01 },
    menteeGain: 0.75,
    comparisonGain: 0.05,
    expectedGain: 0.12,
    attrition: {
      bounds: [0.02, 0.5],
      stayers: { n: 12, meanBefore: 2.3 },
      leavers: { n: 2, known: 1, meanBefore: 2 },
    },
    attritionRates: {
      mentees: { lost: 1, of: 13 },
      others: { lost: 7, of: 237 },
      overall: 8 / 250,
      differential: 1 / 13 - 7 / 237,
      class: "low",
    },
    why: {},
    ...more,
  };
}

/**
 * A comparison of matched students, of whom some mentees have no partner.
 * @param notMatchedOn The standardised difference after matching in a characteristic that could not be matched on.
 */
export function matchedComparison(
  [matched, unmatched]: readonly [number, number],
  g: number,
  interval: readonly [number, number],
  notMatchedOn?: number,
): Comparison {
  const { balance, ...rest } = comparisonOf(g, interval);
  const why = "It is not known of 1 of the mentored students.";
  const further =
    notMatchedOn === undefined
      ? []
      : comparisonOf(notMatchedOn, interval).balance!.map((row) => ({ ...row, ...premium }));
  return {
    ...rest,
    group: "matched",
    n: [matched, matched],
    notCompared: unmatched,
    balance: [...balance!, ...further],
    matching: {
      matched,
      unmatched,
      others: 230,
      caliper: 0.012,
      covariates: ["sex: F"],
      notUsed: notMatchedOn === undefined ? [] : [{ ...premium, why }],
      balanceBefore: comparisonOf(-1.2, interval).balance!,
    },
  };
}

const premium = { covariate: "pupil_premium", label: "Pupil premium" };

/** A change that stands however the grades are scored. */
export const robust: Robustness = {
  signFlipP: 0.01,
  recodings: [
    { id: "wider steps at the top", mean: 0.3, ci95: [0.1, 0.5] },
    { id: "wider steps at the bottom", mean: 0.3, ci95: [0.1, 0.5] },
  ],
  dependsOnScoring: false,
  bootstrapCi95: null,
};

/** Gains compared by their order alone. */
export const byOrder: ByOrder = { cliffsDelta: 0.3, ci95: [0.05, 0.5], p: 0.03 };

const none = { n: 0, spearman: null, p: null, partial: null, why: "There is no meetings file." };
export const noDose: Dose = { ...none, weeks: none };
