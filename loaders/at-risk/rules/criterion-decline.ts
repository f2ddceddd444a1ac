import { group } from "d3-array";
import { count, list, withinSentence } from "../../evaluation/words.ts";
import { daysBetween } from "../../programme/days.ts";
import { byAge, latestOf } from "../ages.ts";
import type { Rule } from "../rule.ts";

export const criterionDecline: Rule = {
  rule: "criterion_decline",
  explanation: ({ declineSubjects }) =>
    `At least one review criterion lower than at the review before, in ${declineSubjects} or more subjects.`,
  missing: () => null,
  judge: ({ day, declines, coverage }, { staleDays, declineSubjects }) => {
    const newest = coverage?.newest_review ?? null;
    if (!newest) return { unknown: "No review this year" };
    const age = daysBetween(newest, day);
    if (age > staleDays) {
      return { unknown: `No review in the last ${staleDays} days (the latest is ${age} days old)` };
    }
    if (coverage!.subjects_compared === 0) {
      return {
        unknown:
          coverage!.subjects_reviewed_twice === 0
            ? "Only one review this year, so nothing to compare it with"
            : `No subject with a review in the last ${staleDays} days has one before it this year`,
      };
    }
    const [fresh] = byAge(declines);
    const subjects = group(fresh, (row) => row.subject);
    if (subjects.size < declineSubjects) {
      const stale = coverage!.stale_subjects;
      if (subjects.size + stale < declineSubjects) return null;
      return { unknown: `No review in the last ${staleDays} days in ${count(stale, "subject")}` };
    }
    const detail = [...subjects].map(([subject, own]) => {
      const moves = own.map((row) => `${withinSentence(row.criterion)} ${row.earlier_grade} to ${row.grade}`);
      return `${subject}: ${list(moves)}`;
    });
    return {
      flag: {
        rule: "criterion_decline",
        label: `Review grades down in ${subjects.size} ${subjects.size === 1 ? "subject" : "subjects"}`,
        detail: detail.join("; "),
        date: latestOf(fresh),
        ageDays: daysBetween(latestOf(fresh), day),
        severity: "amber",
        subjects: [...subjects.keys()],
      },
    };
  },
};
