import type { DefinitionGroup } from "../definition.ts";

type RobustnessField<Name extends string> = `primary.robustness.${Name}` | `independent[].robustness.${Name}`;

/** A field of the checks on the primary outcome, and on each independent one. */
const ofRobustness = <Name extends string>(...names: Name[]): RobustnessField<Name>[] =>
  names.flatMap((name): RobustnessField<Name>[] => [
    `primary.robustness.${name}`,
    `independent[].robustness.${name}`,
  ]);

/** The verdict and what it rests on. */
export const verdict: DefinitionGroup = {
  title: "The verdict",
  definitions: [
    {
      term: "Primary outcome",
      meaning:
        "The one outcome that the settings named before the data were opened. The verdict is about it alone; the criteria are looked at besides.",
      fields: ["primary.outcome", "primary.label"],
    },
    {
      term: "Verdict",
      meaning:
        "Not enough data, fell, inconclusive, promising or supported, by the rule above; it answers whether mentoring helped, and not only whether grades rose.",
      fields: ["primary.verdict", "primary.rule", "primary.sentence"],
    },
    {
      term: "Obstacles",
      meaning: "What keeps the verdict from being promising, in the order of the rule.",
      fields: ["primary.obstacles[]"],
    },
    {
      term: "Independent outcomes",
      meaning:
        "Outcomes that neither the mentor nor the teachers who review produce, each evaluated as the primary one is, and left out where no mentee has it before and after: attendance, as the share of possible sessions attended in the windows of the reviews (at least 20 possible before, and after); and results of tests and exams, in grade steps. It supports a promising verdict where nothing of the same rule is missing, in at least 30 students.",
      fields: [
        "independent[].id",
        "independent[].label",
        "independent[].obstacles[]",
        "independent[].supports",
      ],
    },
    {
      term: "What would settle it",
      meaning:
        "How many more students would find a change of the size seen, or of half a standard deviation, four times in five; calculated for a paired t test.",
      source: "Cohen 1988",
      fields: ["primary.settledBy"],
    },
    {
      term: "Other scorings",
      meaning:
        "The mean change and its interval with wider steps at the top of the scale, and at its bottom. Where it is clear with one of the scorings only, it depends on the scoring.",
      fields: ofRobustness(
        "recodings[].id",
        "recodings[].mean",
        "recodings[].ci95",
        "dependsOnScoring",
        "why",
      ),
    },
    {
      term: "Bootstrap interval",
      meaning:
        "Of 30 students and more: the interval of the mean change over all the ways to draw as many students again from these, corrected for bias and skewness. Nothing is drawn at random.",
      source: "Efron 1987",
      fields: ofRobustness("bootstrapCi95"),
    },
    {
      term: "Sign-flip p",
      meaning:
        "How often the mean change would be as large if each student's change had its sign drawn by lot, by all the ways there are.",
      source: "Fisher 1935",
      fields: ofRobustness("signFlipP"),
    },
  ],
};
