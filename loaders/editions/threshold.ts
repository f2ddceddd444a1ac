import type { Standing } from "../attainment/one-subject-away.ts";

/** A subject that alone would do, and how far it is from doing. */
export interface NearSubject {
  subject: string;
  predicted: string;
  /** The grade with which the student would meet the measure. */
  needed: string;
  /** Grades from predicted to needed; a part of one where teachers differ. */
  below: number;
  target: string | null;
  reviewDate: string;
  ageDays: number;
}

/** Why it cannot be said where a student stands: a reason to count by, and the same with its subjects. */
export interface NotKnown {
  why: string;
  detail: string;
}

/** Where a student stands against a measure. */
export interface Stands {
  standing: Standing;
  near: NearSubject[];
  notKnown: NotKnown[];
}

/** A row of latest_predictions. */
export interface LatestPrediction {
  student_id: string;
  subject: string;
  review_date: string;
  age_days: number;
  fresh: boolean;
  predicted: string;
  target: string | null;
}

export const noPrediction: Stands = {
  standing: "not known",
  near: [],
  notKnown: [
    {
      why: "No subject has a predicted grade this year",
      detail: "no subject has a predicted grade this year",
    },
  ],
};

/** The reason that subjects' grades are too old, where any is. */
export function tooOld(rows: readonly LatestPrediction[], staleDays: number, subjects: string): NotKnown[] {
  if (rows.every(({ fresh }) => fresh)) return [];
  const youngest = Math.min(...rows.filter(({ fresh }) => !fresh).map(({ age_days }) => age_days));
  return [
    {
      why: `A predicted grade is older than ${staleDays} days`,
      detail: `no predicted grade in the last ${staleDays} days in ${subjects} (the latest is ${youngest} days old)`,
    },
  ];
}
