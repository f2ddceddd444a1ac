import { list } from "../../evaluation/words.ts";
import { daysBetween } from "../../programme/days.ts";
import { byAge, latestOf } from "../ages.ts";
import type { Rule } from "../rule.ts";

/** Grades below the target from which on a subject counts as far below it. */
const farBelow = 2;

export const belowTarget: Rule = {
  rule: "off_target",
  explanation: ({ offTargetSubjects }) =>
    `Predicted grade below the target grade, on the same scale, in ${offTargetSubjects} or more subjects. Red where a subject is ${farBelow} or more grades below. Subjects without a target are not counted.`,
  missing: () => null,
  judge: ({ day, belowTarget: rows, coverage }, { staleDays, offTargetSubjects }) => {
    if (!coverage?.newest_prediction) return { unknown: "No predicted grade this year" };
    if (rows.length === 0) return { unknown: "No target grade on the same scale in any subject" };
    const [fresh, stale] = byAge(rows);
    if (fresh.length === 0) {
      const age = daysBetween(latestOf(rows), day);
      return { unknown: `No predicted grade in the last ${staleDays} days (the latest is ${age} days old)` };
    }
    const below = fresh.filter((row) => row.below).sort((a, b) => b.gap - a.gap);
    if (below.length < offTargetSubjects) {
      if (below.length + stale.length < offTargetSubjects) return null;
      return {
        unknown: `No predicted grade in the last ${staleDays} days in ${list(stale.map(({ subject }) => subject))}`,
      };
    }
    return {
      flag: {
        rule: "off_target",
        label: `Below target in ${below.length} of ${fresh.length} subjects`,
        detail: list(below.map((row) => `${row.subject} ${row.predicted} against ${row.target}`)),
        date: latestOf(below),
        ageDays: daysBetween(latestOf(below), day),
        severity: below.some((row) => row.gap >= farBelow) ? "red" : "amber",
        subjects: below.map(({ subject }) => subject),
      },
    };
  },
};
