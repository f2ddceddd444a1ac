import { fewestToJudge } from "../../evaluation/verdict-rule.ts";
import type { DefinitionGroup } from "../definition.ts";

type OutcomeField<Name extends string> = `${"criteria[]" | "predictions"}.${Name}`;
type ChangeField<Name extends string> =
  | OutcomeField<`change.${Name}`>
  | `primary.change.${Name}`
  | `independent[].change.${Name}`;

/** A field of the criteria and of predicted grades. */
const ofOutcomes = <Name extends string>(...names: Name[]): OutcomeField<Name>[] =>
  names.flatMap((name): OutcomeField<Name>[] => [`criteria[].${name}`, `predictions.${name}`]);

/** A field of every change, those of the primary and the independent outcomes too. */
const ofChange = <Name extends string>(...names: Name[]): ChangeField<Name>[] =>
  names.flatMap((name): ChangeField<Name>[] => [
    `criteria[].change.${name}`,
    `predictions.change.${name}`,
    `primary.change.${name}`,
    `independent[].change.${name}`,
  ]);

/** Grades before and after. */
export const outcomes: DefinitionGroup = {
  title: "Grades before and after",
  definitions: [
    {
      term: "Criterion",
      meaning: "What a review grades, in the order and by the name of the settings.",
      fields: ["criteria[].id", "criteria[].label"],
    },
    {
      term: "Improved, declined, unchanged",
      meaning:
        "Measured students with at least one subject higher than before, with at least one lower, and with neither. A student can be in the first two, and is then counted in both. “6 (2)” says that six improved and two declined.",
      fields: ofOutcomes(
        "students.measured",
        "students.improved",
        "students.declined",
        "students.both",
        "students.unchanged",
        "students.notMeasured",
      ),
    },
    {
      term: "Subject reviews",
      meaning: "The same for each subject of each student: a student with four subjects counts four times.",
      fields: ofOutcomes(
        "pairs.measured",
        "pairs.improved",
        "pairs.declined",
        "pairs.unchanged",
        "pairs.notMeasured",
      ),
    },
    {
      term: "Students judged",
      meaning: `Measured students, one number each: the mean over the student's measured subjects, so that nobody counts more for having more subjects. Fewer than ${fewestToJudge} are described and not judged.`,
      fields: ofChange("n"),
    },
    {
      term: "Mean before, after, and change",
      meaning:
        "In grade steps: 1 is the worst grade of the scale, and one step is one grade. A positive change is an improvement, whichever way the scale runs. Several teachers of one subject on one day: the mean of their grades. Grades on different scales are not compared.",
      fields: ofChange("meanBefore", "meanAfter", "mean"),
    },
    {
      term: "Plausible range (95% interval)",
      meaning:
        "The t interval of the mean change of students, within what the scale makes possible. Without one: all changed alike, or there is one student only.",
      source: "Student 1908",
      fields: ofChange("ci95"),
    },
    {
      term: "Exact p",
      meaning:
        "How often signs drawn by lot would give a difference as large: the signed-rank test with its exact distribution, in which students without a change keep their ranks.",
      source: "Pratt 1959; Streitberg and Röhmel 1986",
      fields: ofChange("pExact"),
    },
    {
      term: "Adjusted p",
      meaning:
        "The exact p, allowing for the number of criteria that are looked at. The primary outcome and predicted grades are each alone.",
      source: "Holm 1979",
      fields: ofChange("pHolm"),
    },
    {
      term: "Milder adjusted p",
      meaning:
        "Of the criteria that are called clear by it, one in twenty is expected not to be. It is in the record beside the adjusted p, which the pages show.",
      source: "Benjamini and Hochberg 1995",
      fields: ofChange("pBh"),
    },
    {
      term: "Up, down, same",
      meaning:
        "Students whose mean rose, fell or stayed, and the exact two-sided sign test of the first two.",
      source: "Conover 1999",
      fields: ofChange("signTest.up", "signTest.down", "signTest.same", "signTest.p"),
    },
    {
      term: "Typical change",
      meaning:
        "The median of all averages of two students' changes (Hodges-Lehmann), with its exact interval; a limit is left out where it is unbounded at this number of students.",
      source: "Hodges and Lehmann 1963",
      fields: ofChange("hodgesLehmann.estimate", "hodgesLehmann.ci95", "hodgesLehmann.why"),
    },
    {
      term: "Standardised change (g)",
      meaning:
        "The mean change in standard deviations of the grades before (gPre, the one shown), of the average of before and after (gAv), or of the changes themselves (gZ), with the exact correction for small samples.",
      source: "Hedges 1981; Becker 1988",
      fields: ofChange("gPre", "gAv", "gZ"),
    },
    {
      term: "Superiority",
      meaning: "The share of students who rose; those who stayed count half.",
      source: "Grissom and Kim 2012",
      fields: ofChange("superiority"),
    },
    {
      term: "Could not move",
      meaning:
        "The share of students whose every subject stood at the best grade before, and at the worst: they could not rise, or fall.",
      fields: ofChange("atCeilingBefore", "atFloorBefore"),
    },
    {
      term: "Not estimable",
      meaning: "The reason, where a number above cannot be given.",
      fields: [...ofChange("why"), "primary.why"],
    },
  ],
};
