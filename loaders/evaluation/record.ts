/** The evaluation record: contract of `npm run evaluate`. Numbers are unrounded; null means not estimable. */

import type { ProgrammeSettings } from "../programme/schema.ts";
import type { Ancova } from "../statistics/ancova.ts";
import type { AttritionClass } from "../statistics/attrition-boundary.ts";
import type { BaselineClass } from "../statistics/baseline-class.ts";
import type { Interval } from "../statistics/interval.ts";
import type { Attainment } from "./attainment/record.ts";

export interface EvaluationRecord {
  programme: { name: string; institution: string; academicYear: string; asOf: string; synthetic: boolean };
  cohort: Cohort;
  criteria: CriterionResult[];
  primary: Primary;
  predictions: OutcomeResult;
  comparison: Comparison;
  comparisonByOrder: ByOrder;
  /** Outcomes that neither the mentor nor the teachers who review produce; only those with a measured mentee. */
  independent: IndependentOutcome[];
  /** Those that programme.json declares, in its order. */
  subgroups: Subgroups[];
  onTrack: OnTrack | null;
  attainment: Attainment;
  dose: Dose;
  survey: SurveyQuestion[];
  cost: Cost;
  load: { rowsIn: number; accepted: number; quarantined: number };
  /** Why a top-level key is null, by key. */
  why: Record<string, string>;
}

export interface Cohort {
  started: number;
  measured: number;
  unmeasured: number;
  quickLeavers: number;
  /** Mentees whose agreement has no end on or before asOf. Overlaps the counts above. */
  active: number;
  /** Of the measured. Keys as in the students table; "unknown" where sex is not given. */
  bySex: Record<string, number>;
  /** School weeks on the programme, of the measured. */
  weeks: { min: number | null; median: number | null; max: number | null; why?: string };
  meetings: Meetings;
}

export interface Meetings {
  planned: number | null;
  held: number | null;
  missedByStudent: number | null;
  missedByMentor: number | null;
  cancelled: number | null;
  why?: string;
}

export interface OutcomeResult {
  students: StudentCounts;
  pairs: PairCounts;
  change: Change;
}

export interface CriterionResult extends OutcomeResult {
  id: string;
  label: string;
}

/** Students with at least one measured subject; `both` went up in one subject and down in another. */
export interface StudentCounts {
  measured: number;
  improved: number;
  declined: number;
  both: number;
  unchanged: number;
  notMeasured: number;
}

/** Student-subjects. */
export interface PairCounts {
  measured: number;
  improved: number;
  declined: number;
  unchanged: number;
  notMeasured: number;
}

/** Change of one number a student, in ranks of the scale: one step a grade, higher is better. */
export interface Change {
  n: number;
  meanBefore: number | null;
  meanAfter: number | null;
  mean: number | null;
  ci95: Interval | null;
  pExact: number | null;
  /** Holm-adjusted: the criteria are one family; the primary outcome and predictions are each their own. */
  pHolm: number | null;
  /** Adjusted after Benjamini and Hochberg, over the same family: a milder check beside pHolm. */
  pBh: number | null;
  signTest: { up: number; down: number; same: number; p: number | null };
  /** A limit is null where the interval is unbounded at this n. */
  hodgesLehmann: {
    estimate: number | null;
    ci95: readonly [number | null, number | null] | null;
    why?: string;
  };
  gPre: number | null;
  gAv: number | null;
  gZ: number | null;
  superiority: number | null;
  /** Share of students who could not move up, and down. */
  atCeilingBefore: number | null;
  atFloorBefore: number | null;
  why?: string;
}

/** Whether the change of the primary outcome stands however the grades are scored. */
export interface Robustness {
  /** Exact sign-flip test of the mean; null where its distribution is too fine to be gone through. */
  signFlipP: number | null;
  /** The mean change with other distances between the grades, in the same order and range. */
  recodings: { id: string; mean: number | null; ci95: Interval | null }[];
  /** Null where the interval of the change holds 0: then nothing is claimed that could depend on it. */
  dependsOnScoring: boolean | null;
  /** Bootstrap interval (BCa) of the mean change over all resamples; null of fewer than 30 students. */
  bootstrapCi95: Interval | null;
  why?: string;
}

/** What stands between the evidence and "promising", in the order in which it is looked at. */
export type Obstacle =
  | "no clear rise"
  | "depends on the scoring"
  | "leavers"
  | "no comparison"
  | "few compared"
  | "baseline fails"
  | "no clear difference";

export type Verdict = "not enough data" | "fell" | "inconclusive" | "promising" | "supported";

export interface Primary {
  outcome: string;
  label: string;
  change: Change;
  robustness: Robustness;
  verdict: Verdict;
  /** Empty where the verdict is promising, and where there are too few students to look. */
  obstacles: Obstacle[];
  rule: string;
  sentence: string;
  settledBy: string | null;
  why?: string;
}

export type ComparisonGroup = ProgrammeSettings["comparison"]["group"];

/** Mentored students beside others, on the primary outcome. */
export interface Comparison {
  group: ComparisonGroup;
  /** Mentored and other students who are compared, each with the outcome before and after. */
  n: readonly [number, number] | null;
  /** Measured mentees who have nobody to be set beside: no other of their year group, or no partner near enough. */
  notCompared: number;
  /** Of those compared. */
  balance: Balance[] | null;
  /** Not there where students are not matched. */
  matching?: Matching;
  ancova: AdjustedDifference | null;
  /** Mean gain of the mentored minus that of the others, unadjusted. */
  gainDifference: { estimate: number; ci95: Interval; p: number } | null;
  /** Mean gains of the mentored who are compared, and of the others, in ranks. */
  menteeGain: number | null;
  comparisonGain: number | null;
  /** The gain of students who stood where those mentees stood, in ranks; without any to compare, by the declared cut-off. */
  expectedGain: number | null;
  attrition: Attrition | null;
  attritionRates: AttritionRates | null;
  /** Why a key is null, by key. */
  why: Record<string, string>;
}

/** One characteristic before the start; differences are mentored minus others, in pooled standard deviations. */
export interface Balance {
  /** "baseline" for the outcome itself. */
  covariate: string;
  label: string;
  /** Means of those of whom it is known; of a category the share. */
  mentees: { n: number; mean: number | null };
  comparison: { n: number; mean: number | null };
  g: number | null;
  /** Variance of the mentored over that of the others. */
  varianceRatio: number | null;
  class: BaselineClass | null;
  why?: string;
}

/** Each mentee paired with the other student whose chance of being mentored was nearest, as far as one was near enough. */
export interface Matching {
  matched: number;
  unmatched: number;
  /** Others of whom every covariate is known, from whom partners were chosen. */
  others: number;
  /** How far the chances of a pair may be apart, as a probability. */
  caliper: number | null;
  /** What the chance was estimated from besides the outcome before. */
  covariates: string[];
  notUsed: NotUsed[];
  /** Of all measured mentees and all others, before anybody was paired. */
  balanceBefore: Balance[];
  /** Why nobody is paired. */
  why?: string;
}

/** A covariate that could not be allowed for. */
export interface NotUsed {
  covariate: string;
  label: string;
  why: string;
}

/** The difference afterwards at equal grades before (ANCOVA; HC3, or clustered by matched pair), in ranks. */
export interface AdjustedDifference extends Ancova {
  /** Mentored and other students that it rests on. */
  n: readonly [number, number];
  /** What was adjusted for besides the outcome before, and besides the year where each is compared within the own. */
  covariates: string[];
  notUsed: NotUsed[];
}

/** Those who started and were not measured, and the mean gain of everybody had they ended worst and best. */
export interface Attrition {
  bounds: Interval;
  stayers: { n: number; meanBefore: number | null; why?: string };
  /** known: those with a review before. */
  leavers: { n: number; known: number; meanBefore: number | null; why?: string };
}

/** Those who had the outcome before and not after, by the attrition boundary of the What Works Clearinghouse. */
export interface AttritionRates {
  mentees: { lost: number; of: number };
  others: { lost: number; of: number };
  /** Share lost of both groups together, and by how much the groups' shares differ. */
  overall: number;
  differential: number;
  class: AttritionClass;
}

/** The gains of mentored and other students by their order alone (Cliff's delta, exact Mann-Whitney test). */
export interface ByOrder {
  /** Share of pairs in which the mentored student gained more, less the share of less. */
  cliffsDelta: number | null;
  ci95: Interval | null;
  p: number | null;
  why?: string;
}

/** An outcome that neither the mentor nor the teachers who review produce, evaluated as the primary one is. */
export interface IndependentOutcome {
  id: "attendance" | "results";
  label: string;
  /** Of attendance in shares of the possible sessions, of results in grade steps. */
  change: Change;
  robustness: Robustness;
  comparison: Comparison;
  /** What keeps it from supporting a promising verdict, besides the number of students; empty where they are too few to look. */
  obstacles: Obstacle[];
  supports: boolean;
}

export interface Share {
  k: number;
  n: number;
  ci95: Interval | null;
}

/** A yes or no before and after, of the mentees and of everyone in their year groups. */
export interface PairedShares {
  mentees: {
    before: Share;
    after: Share;
    /** Mentees of those year groups whose status is not known at one of the two times. */
    unknown: number;
    becameOnTrack: number;
    ceasedOnTrack: number;
    mcnemarP: number | null;
    /** The observed split counted by half. */
    mcnemarMidP: number | null;
    differenceCi95: Interval | null;
  };
  everyone: { before: Share; after: Share; unknown: number };
  others: OnTrackOthers;
  why?: string;
}

/** Students of those year groups who are no mentees; differences are mentees minus others. */
export interface OnTrackOthers {
  before: Share;
  after: Share;
  differenceBefore: ShareDifference | null;
  differenceAfter: ShareDifference | null;
  why?: string;
}

export interface ShareDifference {
  estimate: number;
  ci95: Interval;
}

export interface OnTrack extends PairedShares {
  measure: string;
  /** The lowest pass, of a measure by passes. */
  pass?: string;
  /** The fewest points, of a measure in points. */
  points?: number;
  yearGroups: string[];
}

/** The change of the primary outcome by a characteristic; exploratory. */
export interface Subgroups {
  by: string;
  label: string;
  /** value is null for those of whom it is not known. */
  groups: {
    value: string | null;
    n: number;
    up: number;
    down: number;
    same: number;
    mean: number | null;
    ci95: Interval | null;
    why?: string;
  }[];
}

/** Rank correlation of a dose with the change of the primary outcome. */
export interface Correlation {
  n: number;
  spearman: number | null;
  /** Of up to eight students the exact p of `spearman`; of more that of `partial`, by t. */
  p: number | null;
  /** Among students alike before the start. */
  partial: number | null;
  why?: string;
}

/** By meetings held; `weeks`: by weeks on the programme. */
export interface Dose extends Correlation {
  weeks: Correlation;
}

export interface SurveyQuestion {
  question: string;
  n: number;
  answers: { answer: string; k: number; ci95: Interval | null }[];
  /** Cumulative from the most favourable answer; the least favourable is left out (it is everyone). */
  atLeast: { answer: string; k: number; ci95: Interval | null }[];
}

export interface Cost {
  total: number | null;
  perStudent: number | null;
  why?: string;
}
