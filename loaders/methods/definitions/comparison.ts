import type { DefinitionGroup } from "../definition.ts";

/** Mentored students beside others. */
export const comparison: DefinitionGroup = {
  title: "Compared with others",
  definitions: [
    {
      term: "Comparison group",
      meaning:
        "Which students stand beside the mentored, as the settings say, and how many of both are compared, each with the primary outcome before and after. The others are looked at from the median start to the median end of the measured mentees. Mentees who have nobody to be set beside are counted as not compared. Where a part is missing, the reason stands beside it.",
      fields: ["comparison.group", "comparison.n", "comparison.notCompared", "comparison.why.*"],
    },
    {
      term: "Matching",
      meaning:
        "Each mentee paired with the other student whose chance of being mentored was nearest, no further away than a fifth of its standard deviation, and nobody used twice; the student with the highest chance chooses first. The chance is estimated from the grade before and the characteristics that can be used (logistic regression). How many found a partner, and how alike all were before anybody was paired.",
      source: "Rosenbaum and Rubin 1985",
      fields: [
        "comparison.matching.matched",
        "comparison.matching.unmatched",
        "comparison.matching.others",
        "comparison.matching.caliper",
        "comparison.matching.covariates[]",
        "comparison.matching.notUsed[].covariate",
        "comparison.matching.notUsed[].label",
        "comparison.matching.notUsed[].why",
        "comparison.matching.balanceBefore[].covariate",
        "comparison.matching.balanceBefore[].label",
        "comparison.matching.balanceBefore[].mentees.n",
        "comparison.matching.balanceBefore[].mentees.mean",
        "comparison.matching.balanceBefore[].comparison.n",
        "comparison.matching.balanceBefore[].comparison.mean",
        "comparison.matching.balanceBefore[].g",
        "comparison.matching.balanceBefore[].varianceRatio",
        "comparison.matching.balanceBefore[].class",
        "comparison.matching.balanceBefore[].why",
        "comparison.matching.why",
      ],
    },
    {
      term: "Difference before",
      meaning:
        "For each characteristic, the grade before first: of how many of either group it is known, its mean (of a category the share), and the difference, mentored minus others, in pooled standard deviations. Up to 0.05 counts as equal (satisfied), up to 0.25 must be adjusted for, and beyond that the groups are not comparable (fails). The variance ratio is that of the mentored over that of the others.",
      source: "Hedges 1981; What Works Clearinghouse 2022",
      fields: [
        "comparison.balance[].covariate",
        "comparison.balance[].label",
        "comparison.balance[].mentees.n",
        "comparison.balance[].mentees.mean",
        "comparison.balance[].comparison.n",
        "comparison.balance[].comparison.mean",
        "comparison.balance[].g",
        "comparison.balance[].varianceRatio",
        "comparison.balance[].class",
        "comparison.balance[].why",
      ],
    },
    {
      term: "Adjusted difference",
      meaning:
        "The difference afterwards between mentored and other students who stood at the same grade before, in grade steps: analysis of covariance on the grade before and the covariates, with standard errors that hold where spreads differ (HC3), or, of matched students, where pairs are alike (clustered by pair). Characteristics that could not be adjusted for are named, with the reason.",
      source: "MacKinnon and White 1985",
      fields: [
        "comparison.ancova.b",
        "comparison.ancova.slope",
        "comparison.ancova.se",
        "comparison.ancova.df",
        "comparison.ancova.ci95",
        "comparison.ancova.p",
        "comparison.ancova.g",
        "comparison.ancova.n",
        "comparison.ancova.covariates[]",
        "comparison.ancova.notUsed[].covariate",
        "comparison.ancova.notUsed[].label",
        "comparison.ancova.notUsed[].why",
      ],
    },
    {
      term: "Difference of gains",
      meaning:
        "Mean gain of the mentored who are compared, minus that of the others, without adjustment: a check of the adjusted difference, and where the two disagree the page says so.",
      source: "Welch 1947",
      fields: [
        "comparison.gainDifference.estimate",
        "comparison.gainDifference.ci95",
        "comparison.gainDifference.p",
      ],
    },
    {
      term: "Gain expected anyway",
      meaning:
        "The mean gain of the mentored who are compared, that of the others, and the gain of students who stood where the mentored stood: the others' mean gain, and what low grades tend to make up by themselves (one minus the slope of after on before among the others, times the distance between the groups before). Where nobody can be compared and the settings give the cut-off below which mentees were chosen, the gain to be expected below it.",
      source: "Barnett, van der Pols and Dobson 2005",
      fields: ["comparison.menteeGain", "comparison.comparisonGain", "comparison.expectedGain"],
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
      fields: [
        "comparison.attritionRates.mentees.lost",
        "comparison.attritionRates.mentees.of",
        "comparison.attritionRates.others.lost",
        "comparison.attritionRates.others.of",
        "comparison.attritionRates.overall",
        "comparison.attritionRates.differential",
        "comparison.attritionRates.class",
      ],
    },
    {
      term: "Leavers' bounds",
      meaning:
        "The mean gain of everybody who started, had those who were not measured ended at the worst grade, and at the best. Beside it, the mean before of those who stayed and of those who left.",
      source: "Horowitz and Manski 2000",
      fields: [
        "comparison.attrition.bounds",
        "comparison.attrition.stayers.n",
        "comparison.attrition.stayers.meanBefore",
        "comparison.attrition.stayers.why",
        "comparison.attrition.leavers.n",
        "comparison.attrition.leavers.known",
        "comparison.attrition.leavers.meanBefore",
        "comparison.attrition.leavers.why",
      ],
    },
  ],
};
