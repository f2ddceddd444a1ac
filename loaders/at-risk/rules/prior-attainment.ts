import type { Rule } from "../rule.ts";

export const priorAttainment: Rule = {
  rule: "prior_attainment",
  explanation: ({ priorAttainmentBelow }) =>
    priorAttainmentBelow === undefined
      ? "Prior attainment below a limit that the school sets. Missing is never low."
      : `Prior attainment below ${priorAttainmentBelow}. Missing is never low.`,
  missing: (_, { priorAttainmentBelow }) =>
    priorAttainmentBelow === undefined
      ? "Starting points are not judged: set atRisk.priorAttainmentBelow in programme.json."
      : null,
  judge: ({ priorAttainment: value }, { priorAttainmentBelow: limit }) => {
    if (limit === undefined) return null;
    if (value === null) return { unjudged: true };
    if (value >= limit) return null;
    return {
      flag: {
        rule: "prior_attainment",
        label: "Low starting point",
        detail: `prior attainment ${value}, below ${limit}`,
        date: null,
        ageDays: null,
        severity: "amber",
        subjects: [],
      },
    };
  },
};
