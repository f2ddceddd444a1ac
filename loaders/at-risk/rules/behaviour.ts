import { count } from "../../evaluation/words.ts";
import { daysBetween } from "../../programme/days.ts";
import type { Rule } from "../rule.ts";

export const behaviour: Rule = {
  rule: "behaviour",
  explanation: () =>
    "A suspension this year (red), or incidents with as many points as the tenth of the year group with most. An incident without points counts one.",
  missing: ({ behaviour: has }) => (has ? null : "Behaviour is not judged: add a behaviour file."),
  judge: ({ day, behaviour: row }) => {
    if (!row?.recorded) return { unjudged: true };
    if (row.latest === null) return null;
    const incidents = `${count(row.incidents, "incident")} this year with ${row.points} points; a tenth of the year group have ${row.tenth} or more`;
    const dated = { date: row.latest, ageDays: daysBetween(row.latest, day) };
    if (row.suspensions > 0) {
      return {
        flag: {
          rule: "behaviour",
          label: row.suspensions === 1 ? "Suspended" : `Suspended ${row.suspensions} times`,
          detail: row.incidents > 0 ? incidents : "no other incident this year",
          ...dated,
          severity: "red",
          subjects: [],
        },
      };
    }
    if (row.points < row.tenth) return null;
    return {
      flag: {
        rule: "behaviour",
        label: `Behaviour: ${row.points} points`,
        detail: incidents,
        ...dated,
        severity: "amber",
        subjects: [],
      },
    };
  },
};
