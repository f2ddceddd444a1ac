/** The evaluation record: contract of `npm run evaluate`. Numbers are unrounded; null means not estimable. */

import type { Interval } from "../statistics/interval.ts";

export interface EvaluationRecord {
  programme: { name: string; institution: string; academicYear: string; asOf: string; synthetic: boolean };
  cohort: Cohort;
  criteria: CriterionResult[];
  primary: Primary;
  predictions: OutcomeResult;
  comparison: Comparison;
  onTrack: OnTrack | null;
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

export type Verdict = "not enough data" | "fell" | "inconclusive" | "promising" | "supported";

export interface Primary {
  outcome: string;
  label: string;
  change: Change;
  verdict: Verdict;
  rule: string;
  sentence: string;
  settledBy: string | null;
  why?: string;
}

export interface Comparison {
  group: string;
  n: readonly [number, number] | null;
  balance: null;
  ancova: null;
  gainDifference: null;
  expectedGain: null;
  attrition: null;
  why: string;
}

export interface Share {
  k: number;
  n: number;
  ci95: Interval | null;
}

export interface OnTrack {
  measure: string;
  pass: string;
  yearGroups: string[];
  mentees: {
    before: Share;
    after: Share;
    /** Mentees of those year groups whose status is not known at one of the two times. */
    unknown: number;
    becameOnTrack: number;
    ceasedOnTrack: number;
    mcnemarP: number | null;
    differenceCi95: Interval | null;
  };
  everyone: { before: Share; after: Share; unknown: number };
  why?: string;
}

export interface Dose {
  n: null;
  spearman: null;
  p: null;
  partial: null;
  why: string;
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
