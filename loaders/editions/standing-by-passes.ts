import { oneSubjectAway } from "../attainment/one-subject-away.ts";
import { list } from "../evaluation/words.ts";
import { type LatestPrediction, type NotKnown, noPrediction, type Stands, tooOld } from "./threshold.ts";

/** A row of pass_gaps. */
export interface PassGapRow extends LatestPrediction {
  year_group: string;
  pass: string;
  entries: number;
  needed: string | null;
  below: number | null;
  is_english: boolean;
  is_maths: boolean;
}

/** Where a student stands against a measure by passes, by the rows of one student and one kind of pass. */
export function standingByPasses(rows: readonly PassGapRow[], five: boolean, staleDays: number): Stands {
  if (rows.length === 0) return noPrediction;
  const { standing, wouldDo } = oneSubjectAway(
    rows.map(({ below, entries, is_english, is_maths }) => ({
      below,
      entries,
      english: is_english,
      maths: is_maths,
    })),
    five,
  );
  const near = wouldDo.map((i) => {
    const { subject, predicted, needed, below, target, review_date, age_days } = rows[i]!;
    return {
      subject,
      predicted,
      needed: needed!,
      below: below!,
      target,
      reviewDate: review_date,
      ageDays: age_days,
    };
  });
  return { standing, near, notKnown: standing === "not known" ? reasons(rows, five, staleDays) : [] };
}

/** What is not known of a student; of a measure of English and maths alone, no other subject matters. */
function reasons(rows: readonly PassGapRow[], five: boolean, staleDays: number): NotKnown[] {
  const counted = five ? rows : rows.filter(({ is_english, is_maths }) => is_english || is_maths);
  const old = counted.filter(({ fresh }) => !fresh);
  const unplaced = counted.filter(({ fresh, below }) => fresh && below === null);
  const names = (of: readonly PassGapRow[]) => list(of.map(({ subject }) => subject));
  const absent = (has: (row: PassGapRow) => boolean, what: string): NotKnown[] =>
    rows.some(has)
      ? []
      : [
          {
            why: `${what} has no predicted grade this year`,
            detail: `${what} has no predicted grade this year`,
          },
        ];
  return [
    ...absent((row) => row.is_english, "English"),
    ...absent((row) => row.is_maths, "maths").map(({ detail }) => ({
      why: "Maths has no predicted grade this year",
      detail,
    })),
    ...tooOld(counted, staleDays, names(old)),
    ...(unplaced.length === 0
      ? []
      : [
          {
            why: "A predicted grade cannot be set against such a pass: its scale has none, or teachers used two scales",
            detail: `the grade in ${names(unplaced)} cannot be set against such a pass`,
          },
        ]),
  ];
}
