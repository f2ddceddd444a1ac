import type { DefinitionGroup } from "../definition.ts";

/** Dose, subgroups, on track, survey, cost. */
export const further: DefinitionGroup = {
  title: "Looked at besides",
  definitions: [
    {
      term: "Meetings and change",
      meaning:
        "Rank correlation of meetings held, and of weeks on the programme, with the change of the primary outcome, over the measured. Partial is the same among students alike before. The p is exact for up to eight students; with more it is that of the partial one, by t. It describes: students who do well may also come to more meetings.",
      source: "Kendall and Gibbons 1990",
      fields: (["dose", "dose.weeks"] as const).flatMap((of) =>
        (["n", "spearman", "partial", "p", "why"] as const).map((name) => `${of}.${name}` as const),
      ),
    },
    {
      term: "Subgroups",
      meaning:
        "The change of the primary outcome by each characteristic that the settings name: students, how many rose, fell and stayed, the mean and its interval. Exploratory: with many groups, one looks better by luck. A mentor of too few students to judge is not shown alone, and mentors are never put in an order of their figures.",
      fields: [
        "subgroups[].by",
        "subgroups[].label",
        ...(["value", "n", "up", "down", "same", "mean", "ci95", "why"] as const).map(
          (name) => `subgroups[].groups[].${name}` as const,
        ),
      ],
    },
    {
      term: "On track",
      meaning:
        "Students of the year groups named who are on track by the measure of the settings (passes, or points, from predicted grades): before and after, mentees and everyone of those year groups beside them, each share with its interval. Unknown are those whose status is not known at one of the two times.",
      source: "Wilson 1927",
      fields: [
        "onTrack.measure",
        "onTrack.pass",
        "onTrack.points",
        "onTrack.yearGroups[]",
        ...(["mentees", "everyone"] as const).flatMap((who) => [
          ...(["before", "after"] as const).flatMap((when) =>
            (["k", "n", "ci95"] as const).map((name) => `onTrack.${who}.${when}.${name}` as const),
          ),
          `onTrack.${who}.unknown` as const,
        ]),
        "onTrack.why",
      ],
    },
    {
      term: "Became and ceased to be on track",
      meaning:
        "Mentees who changed between the two times, the exact McNemar test of the two numbers (and its mid-p, which counts the observed split by half), and the interval of the difference of the shares.",
      source: "McNemar 1947; Newcombe 1998; Fagerland, Lydersen and Laake 2013",
      fields: (["becameOnTrack", "ceasedOnTrack", "mcnemarP", "mcnemarMidP", "differenceCi95"] as const).map(
        (name) => `onTrack.mentees.${name}` as const,
      ),
    },
    {
      term: "On track, mentees against others",
      meaning:
        "The students of those year groups who are no mentees, and the difference of the shares, mentees minus others, before and after, with its interval.",
      source: "Newcombe 1998",
      fields: [
        ...(["before", "after"] as const).flatMap((when) =>
          (["k", "n", "ci95"] as const).map((name) => `onTrack.others.${when}.${name}` as const),
        ),
        ...(["differenceBefore", "differenceAfter"] as const).flatMap((of) =>
          (["estimate", "ci95"] as const).map((name) => `onTrack.others.${of}.${name}` as const),
        ),
        "onTrack.others.why",
      ],
    },
    {
      term: "Survey",
      meaning:
        "Answers to each question with the interval of their share; “at least” adds them up from the most favourable, without the least favourable. Questions that nobody answered are left out.",
      source: "Wilson 1927",
      fields: [
        "survey[].question",
        "survey[].n",
        ...(["answers", "atLeast"] as const).flatMap((of) =>
          (["answer", "k", "ci95"] as const).map((name) => `survey[].${of}[].${name}` as const),
        ),
      ],
    },
    {
      term: "Cost",
      meaning: "In pounds: the sum of the costs file, and that sum over the students who started.",
      fields: ["cost.total", "cost.perStudent", "cost.why"],
    },
  ],
};
