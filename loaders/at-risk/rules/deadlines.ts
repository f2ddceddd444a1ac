import { group } from "d3-array";
import { list, withinSentence } from "../../evaluation/words.ts";
import { daysBetween } from "../../programme/days.ts";
import { latestOf } from "../ages.ts";
import type { Rule } from "../rule.ts";

export const deadlines: Rule = {
  rule: "deadlines",
  explanation: ({ deadlineSubjects }) =>
    `A criterion about deadlines in the two worst grades of its scale (the worst, where the scale has three or fewer), in ${deadlineSubjects} or more subjects.`,
  missing: ({ deadlineCriteria }) =>
    deadlineCriteria ? null : "No criterion is about deadlines: name it in atRisk.deadlineCriteria.",
  judge: ({ day, deadlines: rows, coverage }, { deadlineSubjects }) => {
    if (!coverage || coverage.deadline_subjects === 0) return { unjudged: true };
    const subjects = group(rows, (row) => row.subject);
    if (subjects.size < deadlineSubjects) return null;
    const detail = [...subjects].map(
      ([subject, own]) =>
        `${subject}: ${list(own.map((row) => `${withinSentence(row.criterion)} ${row.grade}`))}`,
    );
    return {
      flag: {
        rule: "deadlines",
        label: `Low on deadlines in ${subjects.size} of ${coverage.deadline_subjects} subjects`,
        detail: detail.join("; "),
        date: latestOf(rows),
        ageDays: daysBetween(latestOf(rows), day),
        severity: "amber",
        subjects: [...subjects.keys()],
      },
    };
  },
};
