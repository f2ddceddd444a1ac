import { mean } from "simple-statistics";
import { describe, it } from "vitest";
import { ancova } from "../../loaders/statistics/ancova.ts";
import { baselineClass } from "../../loaders/statistics/baseline-class.ts";
import { cliffsDelta } from "../../loaders/statistics/cliffs-delta.ts";
import { expectedGain } from "../../loaders/statistics/expected-gain.ts";
import { hedgesCorrection } from "../../loaders/statistics/hedges-correction.ts";
import { hedgesTwoGroups } from "../../loaders/statistics/hedges-two-groups.ts";
import { leastSquares } from "../../loaders/statistics/least-squares.ts";
import { mannWhitney } from "../../loaders/statistics/mann-whitney.ts";
import { varianceRatio } from "../../loaders/statistics/variance-ratio.ts";
import { welch } from "../../loaders/statistics/welch.ts";
import { byT, within } from "./reproduce.ts";
import { golden } from "./statistics.ts";

const classes: Record<string, string> = {
  satisfied: "satisfied",
  "needs adjustment": "satisfied_with_adjustment",
  fails: "not_satisfied",
};

describe.each(Object.entries(golden.two_group))("two_group.%s", (name, reference) => {
  const reproduces = within(`two_group.${name}`);
  const { mentee, comparison } = reference;
  const gains = ({ before, after }: { before: number[]; after: number[] }) =>
    before.map((score, i) => after[i]! - score);
  // Marks of one decimal: gains that are equal differ in the last bits of their doubles.
  const rounded = (values: readonly number[]) => values.map((value) => Math.round(value * 1e9) / 1e9);
  const both = {
    post: [mentee.after, comparison.after],
    gain: [gains(mentee), gains(comparison)],
  } as const;

  it("counts", () => {
    reproduces("n_mentee", mentee.before.length);
    reproduces("n_comparison", comparison.before.length);
  });

  it("Hedges' g of the scores before and after, and of the gains", () => {
    for (const [key, first, second] of [
      ["baseline.hedges", mentee.before, comparison.before],
      ["post.hedges_g", ...both.post],
      ["gain.hedges_g", ...both.gain],
    ] as const) {
      const { difference, pooledSd, g } = hedgesTwoGroups(first, second);
      const factor = hedgesCorrection(first.length + second.length - 2);
      reproduces(`${key}.mean_diff`, difference);
      reproduces(`${key}.sd_pooled`, pooledSd);
      reproduces(`${key}.g`, g);
      reproduces(`${key}.J_exact`, factor);
      reproduces(`${key}.d`, g! / factor);
    }
  });

  it("baseline: class and ratio of variances", () => {
    const { g } = hedgesTwoGroups(mentee.before, comparison.before);
    reproduces("baseline.wwc_category", classes[baselineClass(g)!]);
    reproduces("baseline.variance_ratio", varianceRatio(mentee.before, comparison.before));
  });

  it.each(["post", "gain"] as const)("%s: Welch", (when) => {
    const { estimate, se, df, ci95, p } = welch(...both[when])!;
    reproduces(`${when}.welch.se`, se);
    reproduces(`${when}.welch.df`, df);
    reproduces(`${when}.welch.t`, estimate / se);
    reproduces(`${when}.welch.ci`, ci95, byT);
    reproduces(`${when}.welch.p`, p, byT);
  });

  it("difference of gains: the cluster-robust standard error is that of Welch", () => {
    const { estimate, se } = welch(...both.gain)!;
    reproduces("did.estimate", estimate);
    reproduces("did.se_CR2", se);
  });

  it.each(["post", "gain"] as const)("%s: Mann-Whitney and Cliff's delta", (when) => {
    const [first, second] = [rounded(both[when][0]), rounded(both[when][1])];
    const { u, p } = mannWhitney(first, second);
    reproduces(`${when}.mann_whitney.U`, u);
    if ("p_exact_doubled" in reference[when].mann_whitney)
      reproduces(`${when}.mann_whitney.p_exact_doubled`, p);
    const { delta, se, ci95 } = cliffsDelta(first, second)!;
    reproduces(`${when}.cliffs_delta.delta`, delta);
    reproduces(`${when}.cliffs_delta.A_prob_superiority`, u! / (first.length * second.length));
    reproduces(`${when}.cliffs_delta.se`, se);
    reproduces(`${when}.cliffs_delta.ci_feng_cliff`, ci95);
  });

  it("expected gain", () => {
    const students = comparison.before.map((before, i) => ({ before, after: comparison.after[i]! }));
    reproduces("rtm.expected_mentee_gain_from_comparison_line", expectedGain(mentee.before, students));
    reproduces("rtm.observed_mentee_gain", mean(gains(mentee)));
    const line = leastSquares(
      comparison.before.map((before) => [1, before]),
      comparison.after,
    )!;
    reproduces("rtm.slope_comparison", line.coefficients[1]);
  });

  it("ANCOVA with HC3", () => {
    const students = [
      ...mentee.before.map((before, i) => ({ mentored: true, before, after: mentee.after[i]! })),
      ...comparison.before.map((before, i) => ({ mentored: false, before, after: comparison.after[i]! })),
    ];
    const { b, slope, se, df, g } = ancova(students)!;
    reproduces("ancova.b", b);
    reproduces("ancova.slope_pre", slope);
    reproduces("ancova.se_hc3", se);
    reproduces("ancova.df", df);
    reproduces("ancova.g_wwc", g);
  });
});
