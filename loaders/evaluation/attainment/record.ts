import type { SubjectSlots } from "../../programme/slot-model.ts";
import type { Interval } from "../../statistics/interval.ts";
import type { PairedShares } from "../record.ts";

/** Measures of attainment, all from grades of kind predicted unless a field says otherwise. */
export interface Attainment {
  /** Measures by passes that the year groups can be judged by. */
  passes: PassesMeasure[];
  /** Measures in points of which at least one student's score is known. */
  points: PointsMeasure[];
  /** Predicted against target, a scale at a time. */
  targets: TargetsOnScale[];
  /** Student-subjects of measured mentees without a gap at both times. */
  targetsUncounted: Uncounted[];
  /** Progress from starting points: a stage at a time, whose points are its own unit. */
  progress: StartingPoints[];
  /** Predicted grades against results, of everyone who has results. */
  accuracy: Accuracy;
  /** Why a measure or a list is not there, by key. */
  why: Record<string, string>;
}

/** What was not counted: why, and of how many. */
export interface Uncounted {
  why: string;
  n: number;
}

export interface PassesMeasure extends PairedShares {
  id: string;
  label: string;
  yearGroups: string[];
  /** Whether it is the very measure that onTrack declares. */
  declared: boolean;
}

/** One number a student, before and after. */
export interface MeanChange {
  n: number;
  meanBefore: number | null;
  meanAfter: number | null;
  mean: number | null;
  /** t interval of the mean change. */
  ci95: Interval | null;
  rose: number;
  same: number;
  fell: number;
  why?: string;
}

/** Students whose number is not known at one of the two times, by reason. */
export type KnownMeanChange = MeanChange & { unknown: Uncounted[] };

export interface PointsMeasure {
  id: "attainment-8" | "a-level-average-points";
  label: string;
  yearGroups: string[];
  /** The slots of Attainment 8 besides English and maths. */
  slots?: SubjectSlots;
  mentees: KnownMeanChange;
  /** The mentees among them. */
  everyone: KnownMeanChange;
  /** Where the points of the grades were read. */
  sources: string[];
}

export interface Standing {
  below: number;
  at: number;
  above: number;
}

/** How many stood below, at and above target before and after, of those whose gap is known at both times. */
export interface Standings {
  n: number;
  before: Standing;
  after: Standing;
}

export interface AgainstTargets {
  students: number;
  /** Their student-subjects. */
  pairs: Standings;
  /** Students below target in at least one of those subjects. */
  studentsBelow: { before: number; after: number };
  /** One number a student: the mean over those subjects of predicted minus target, in grades of the scale. */
  gap: MeanChange;
}

export interface TargetsOnScale {
  scale: string;
  label: string;
  mentees: AgainstTargets;
  /** All students looked at in the mentees' year groups, the mentees among them. */
  everyone: AgainstTargets;
  subjects: { subject: string; mentees: Standings; everyone: Standings }[];
}

export interface StartingPoints {
  stage: "ks4" | "ks5";
  label: string;
  yearGroups: string[];
  /** The smallest number of other students that a mean of students alike rests on. */
  fewestAlike: number;
  mentees: KnownMeanChange;
  everyone: KnownMeanChange;
  sources: string[];
}

export interface Accuracy {
  /** Students with a result and a predicted grade on its scale, and their subjects. */
  students: number;
  pairs: number;
  subjects: SubjectAccuracy[];
  /** Student-subjects with a result that could not be compared. */
  uncounted: Uncounted[];
}

export interface SubjectAccuracy {
  subject: string;
  scale: string;
  /** What readers call the scale. */
  label: string;
  n: number;
  exact: AccuracyShare;
  withinOne: AccuracyShare;
  over: AccuracyShare;
  under: AccuracyShare;
}

interface AccuracyShare {
  k: number;
  ci95: Interval | null;
}
