import { count, list } from "../../evaluation/words.ts";
import { daysBetween } from "../../programme/days.ts";
import type { Rule } from "../rule.ts";

export const notOnTrack: Rule = {
  rule: "not_on_track",
  explanation: () =>
    "Predicted grades that do not meet the measure of onTrack, in its year groups. Unknown where a subject without a grade could decide.",
  missing: ({ passMeasure }) =>
    passMeasure
      ? null
      : "On track by passes is not judged: add onTrack with such a measure to programme.json.",
  judge: ({ day, onTrack: row }, { staleDays }) => {
    if (!row || row.on_track === true) return null;
    if (row.on_track === null) {
      return {
        unknown: `${count(row.missing, "subject")} without a predicted grade in the last ${staleDays} days could decide`,
      };
    }
    const five = row.measure === "five-passes-with-english-and-maths";
    const parts = [
      ...(five ? [`${row.passes} of the 5 passes`] : []),
      row.english_grades ?? "English not known",
      row.maths_grades ?? "maths not known",
    ];
    return {
      flag: {
        rule: "not_on_track",
        label: five
          ? "Not on track for five passes with English and maths"
          : "Not on track in English and maths",
        detail: list(parts),
        date: row.review_date,
        ageDays: daysBetween(row.review_date, day),
        severity: "amber",
        subjects: [],
      },
    };
  },
};
