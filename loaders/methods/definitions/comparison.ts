import type { DefinitionGroup } from "../definition.ts";

type ComparisonField<Name extends string> = `comparison.${Name}` | `independent[].comparison.${Name}`;

/** A field of the comparison on the primary outcome, and on each independent one. */
const ofComparisons = <Name extends string>(...names: Name[]): ComparisonField<Name>[] =>
  names.flatMap((name): ComparisonField<Name>[] => [
    `comparison.${name}`,
    `independent[].comparison.${name}`,
  ]);

/** Mentored students beside others. */
export const comparison: DefinitionGroup = {
  title: "Compared with others",
  definitions: [
    {
      term: "Comparison group",
      meaning:
        "Which students stand beside the mentored, as the settings say, and how many of both are compared, each with the primary outcome before and after. The others are looked at from the median start to the median end of the measured mentees. Mentees who have nobody to be set beside are counted as not compared. Where a part is missing, the reason stands beside it.",
      fields: ofComparisons("group", "n", "notCompared", "why.*"),
    },
    {
      term: "Matching",
      meaning:
        "Each mentee paired with the other student whose chance of being mentored was nearest, no further away than a fifth of its standard deviation, and nobody used twice; the student with the highest chance chooses first. The chance is estimated from the grade before and the characteristics that can be used (logistic regression). How many found a partner, and how alike all were before anybody was paired.",
      source: "Rosenbaum and Rubin 1985",
      fields: ofComparisons(
        "matching.matched",
        "matching.unmatched",
        "matching.others",
        "matching.caliper",
        "matching.covariates[]",
        "matching.notUsed[].covariate",
        "matching.notUsed[].label",
        "matching.notUsed[].why",
        "matching.balanceBefore[].covariate",
        "matching.balanceBefore[].label",
        "matching.balanceBefore[].mentees.n",
        "matching.balanceBefore[].mentees.mean",
        "matching.balanceBefore[].comparison.n",
        "matching.balanceBefore[].comparison.mean",
        "matching.balanceBefore[].g",
        "matching.balanceBefore[].varianceRatio",
        "matching.balanceBefore[].class",
        "matching.balanceBefore[].why",
        "matching.why",
      ),
    },
    {
      term: "Difference before",
      meaning:
        "For each characteristic, the grade before first: of how many of either group it is known, its mean (of a category the share), and the difference, mentored minus others, in pooled standard deviations. Up to 0.05 counts as equal (satisfied), up to 0.25 must be adjusted for, and beyond that the groups are not comparable (fails). The variance ratio is that of the mentored over that of the others.",
      source: "Hedges 1981; What Works Clearinghouse 2022",
      fields: ofComparisons(
        "balance[].covariate",
        "balance[].label",
        "balance[].mentees.n",
        "balance[].mentees.mean",
        "balance[].comparison.n",
        "balance[].comparison.mean",
        "balance[].g",
        "balance[].varianceRatio",
        "balance[].class",
        "balance[].why",
      ),
    },
    {
      term: "Adjusted difference",
      meaning:
        "The difference afterwards between mentored and other students who stood at the same grade before, in grade steps: analysis of covariance on the grade before and the covariates, with standard errors that hold where spreads differ (HC3), or, of matched students, where pairs are alike (clustered by pair). Characteristics that could not be adjusted for are named, with the reason.",
      source: "MacKinnon and White 1985",
      fields: ofComparisons(
        "ancova.b",
        "ancova.slope",
        "ancova.se",
        "ancova.df",
        "ancova.ci95",
        "ancova.p",
        "ancova.g",
        "ancova.n",
        "ancova.covariates[]",
        "ancova.notUsed[].covariate",
        "ancova.notUsed[].label",
        "ancova.notUsed[].why",
      ),
    },
    {
      term: "Difference of gains",
      meaning:
        "Mean gain of the mentored who are compared, minus that of the others, without adjustment: a check of the adjusted difference, and where the two disagree the page says so.",
      source: "Welch 1947",
      fields: ofComparisons("gainDifference.estimate", "gainDifference.ci95", "gainDifference.p"),
    },
    {
      term: "Gain expected anyway",
      meaning:
        "The mean gain of the mentored who are compared, that of the others, and the gain of students who stood where the mentored stood: the others' mean gain, and what low grades tend to make up by themselves (one minus the slope of after on before among the others, times the distance between the groups before). Where nobody can be compared and the settings give the cut-off below which mentees were chosen, the gain to be expected below it.",
      source: "Barnett, van der Pols and Dobson 2005",
      fields: ofComparisons("menteeGain", "comparisonGain", "expectedGain"),
    },
    {
      term: "Gains by their order",
      meaning:
        "Of all pairs of a mentored and another student, the share in which the mentored gained more less the share in which the other did (Cliff's delta), with its interval, and the exact Mann-Whitney test; unadjusted, and without asking how far apart two gains are.",
      source: "Cliff 1996; Feng and Cliff 2004; Mann and Whitney 1947",
      fields: [
        "comparisonByOrder.cliffsDelta",
        "comparisonByOrder.ci95",
        "comparisonByOrder.p",
        "comparisonByOrder.why",
      ],
    },
    {
      term: "Attrition",
      meaning:
        "Of the mentored and of the others who have grades before, how many have none after; the share of both together, by how much the two shares differ, and how the What Works Clearinghouse classes that. A flag: no verdict rests on it.",
      source: "What Works Clearinghouse 2017, table II.1",
      fields: ofComparisons(
        "attritionRates.mentees.lost",
        "attritionRates.mentees.of",
        "attritionRates.others.lost",
        "attritionRates.others.of",
        "attritionRates.overall",
        "attritionRates.differential",
        "attritionRates.class",
      ),
    },
    {
      term: "Leavers' bounds",
      meaning:
        "The mean gain of everybody who started, had those who were not measured ended at the worst grade, and at the best. Beside it, the mean before of those who stayed and of those who left.",
      source: "Horowitz and Manski 2000",
      fields: ofComparisons(
        "attrition.bounds",
        "attrition.stayers.n",
        "attrition.stayers.meanBefore",
        "attrition.stayers.why",
        "attrition.leavers.n",
        "attrition.leavers.known",
        "attrition.leavers.meanBefore",
        "attrition.leavers.why",
      ),
    },
  ],
};
