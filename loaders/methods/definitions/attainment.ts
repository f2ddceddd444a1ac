import type { DefinitionGroup } from "../definition.ts";

type WhoField<Of extends string, Name extends string> = `attainment.${Of}.${"mentees" | "everyone"}.${Name}`;

/** A field that a measure has of the mentees and of everyone. */
const ofWho = <Of extends string, Name extends string>(of: Of, ...names: Name[]): WhoField<Of, Name>[] =>
  names.flatMap((name): WhoField<Of, Name>[] => [
    `attainment.${of}.mentees.${name}`,
    `attainment.${of}.everyone.${name}`,
  ]);

const change = ["n", "meanBefore", "meanAfter", "mean", "ci95", "rose", "same", "fell", "why"] as const;
const unknown = ["unknown[].why", "unknown[].n"] as const;
const share = ["k", "n", "ci95"] as const;
const standing = ["below", "at", "above"] as const;

const standings = <Of extends string>(of: Of) => [
  `${of}.n` as const,
  ...standing.map((name) => `${of}.before.${name}` as const),
  ...standing.map((name) => `${of}.after.${name}` as const),
];

/** Measures of attainment, from predicted grades before and after. */
export const attainment: DefinitionGroup = {
  title: "Attainment",
  definitions: [
    {
      term: "Passes",
      meaning:
        "Students who, by their predicted grades, pass five subjects with English and maths, or pass English and maths (Basics), at 4 or C and at 5: before and after, mentees, everyone of their year groups and those who are no mentees. A grade is a pass where it is worth the points of the pass; a double award is two passes.",
      fields: [
        "attainment.passes[].id",
        "attainment.passes[].label",
        "attainment.passes[].yearGroups[]",
        "attainment.passes[].declared",
        "attainment.passes[].why",
        ...ofWho("passes[]", "unknown"),
        ...(["before", "after"] as const).flatMap((when) => [
          ...share.flatMap((name) => ofWho("passes[]", `${when}.${name}`)),
          ...share.map((name) => `attainment.passes[].others.${when}.${name}` as const),
        ]),
        ...(["becameOnTrack", "ceasedOnTrack", "mcnemarP", "mcnemarMidP", "differenceCi95"] as const).map(
          (name) => `attainment.passes[].mentees.${name}` as const,
        ),
        ...(["differenceBefore", "differenceAfter"] as const).flatMap((of) =>
          (["estimate", "ci95"] as const).map((name) => `attainment.passes[].others.${of}.${name}` as const),
        ),
        "attainment.passes[].others.why",
      ],
    },
    {
      term: "Points",
      meaning:
        "Attainment 8 (points of a student's best subjects by slots, English and maths counting twice) and A level average points, one number a student: the mean before and after, the change with its t interval, and how many rose, stayed and fell. Students without a score are counted by reason. One point is a GCSE grade, ten are an A level grade; where each table of points was found stands beside it.",
      source: "Department for Education, 16 to 18 and Progress 8 technical guides",
      fields: [
        "attainment.points[].id",
        "attainment.points[].label",
        "attainment.points[].yearGroups[]",
        "attainment.points[].slots.baskets[].label",
        "attainment.points[].slots.baskets[].slots",
        "attainment.points[].slots.baskets[].subjects[]",
        "attainment.points[].slots.open",
        "attainment.points[].sources[]",
        ...ofWho("points[]", ...change, ...unknown),
      ],
    },
    {
      term: "Against target",
      meaning:
        "Predicted minus target in grades of one scale, against the latest target at both times, so that a target lowered meanwhile closes no gap by itself: how many subjects and students stood below, at and above target, and the mean gap, one number a student. Subjects without a gap at both times are counted by reason.",
      fields: [
        "attainment.targets[].scale",
        "attainment.targets[].label",
        ...ofWho(
          "targets[]",
          "students",
          ...standings("pairs"),
          "studentsBelow.before",
          "studentsBelow.after",
          ...change.map((name) => `gap.${name}` as const),
        ),
        "attainment.targets[].subjects[].subject",
        ...ofWho("targets[].subjects[]", "n"),
        ...standing.flatMap((name) => ofWho("targets[].subjects[]", `before.${name}`, `after.${name}`)),
        "attainment.targetsUncounted[].why",
        "attainment.targetsUncounted[].n",
      ],
    },
    {
      term: "Progress from starting points",
      meaning:
        "Predicted points in a subject minus the mean of the others in the same year group, subject and qualification who stand in the same fifth of the year by prior attainment (five of them at least); one number a student, before and after. Students of whom it is not known are counted by reason.",
      fields: [
        "attainment.progress[].stage",
        "attainment.progress[].label",
        "attainment.progress[].yearGroups[]",
        "attainment.progress[].fewestAlike",
        "attainment.progress[].sources[]",
        ...ofWho("progress[]", ...change, ...unknown),
      ],
    },
    {
      term: "Accuracy of predictions",
      meaning:
        "Of everyone with a result: the latest predicted grade up to a year before it, on the same scale; by subject the shares that were exact, within one grade, too high and too low, with their intervals. Results that could not be compared are counted by reason.",
      source: "Wilson 1927",
      fields: [
        "attainment.accuracy.students",
        "attainment.accuracy.pairs",
        "attainment.accuracy.subjects[].subject",
        "attainment.accuracy.subjects[].scale",
        "attainment.accuracy.subjects[].label",
        "attainment.accuracy.subjects[].n",
        ...(["exact", "withinOne", "over", "under"] as const).flatMap((name) =>
          (["k", "ci95"] as const).map((of) => `attainment.accuracy.subjects[].${name}.${of}` as const),
        ),
        "attainment.accuracy.uncounted[].why",
        "attainment.accuracy.uncounted[].n",
      ],
    },
    {
      term: "Measures that are missing",
      meaning: "Why a measure of attainment is not there.",
      fields: ["attainment.why.*"],
    },
  ],
};
