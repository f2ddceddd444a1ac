import { describe, expect, it } from "vitest";
import { ancova } from "../../loaders/statistics/ancova.ts";
import { attritionBounds } from "../../loaders/statistics/attrition-bounds.ts";
import { baselineClass } from "../../loaders/statistics/baseline-class.ts";
import { expectedGain } from "../../loaders/statistics/expected-gain.ts";
import { hedgesTwoGroups } from "../../loaders/statistics/hedges-two-groups.ts";
import { newcombeIndependent } from "../../loaders/statistics/newcombe-independent.ts";
import { spearman, spearmanExactP } from "../../loaders/statistics/spearman.ts";
import { welch } from "../../loaders/statistics/welch.ts";
import { expectClose, golden } from "./golden.ts";

// Not covered, of each pair of groups: Mann-Whitney, Cliff's delta, Hodges-Lehmann shift, permutation of the mean, the
// intervals of g, other standardisers and standard errors than HC3: no field of the record holds them.

const classes: Record<string, string> = {
  satisfied: "satisfied",
  satisfied_with_adjustment: "needs adjustment",
  not_satisfied: "fails",
};

describe.each(Object.entries(golden.two_group))("two_group.%s", (_, reference) => {
  const { mentee, comparison } = reference;
  const gains = ({ before, after }: { before: number[]; after: number[] }) =>
    before.map((score, i) => after[i]! - score);

  it("Hedges' g of the scores before and after, and of the gains", () => {
    for (const [first, second, expected] of [
      [mentee.before, comparison.before, reference.baseline.hedges],
      [mentee.after, comparison.after, reference.post.hedges_g],
      [gains(mentee), gains(comparison), reference.gain.hedges_g],
    ] as const) {
      const { difference, pooledSd, g } = hedgesTwoGroups(first, second);
      expectClose([difference, pooledSd, g], [expected.mean_diff, expected.sd_pooled, expected.g], 1e-9);
    }
  });

  it("baseline class", () => {
    const { g } = hedgesTwoGroups(mentee.before, comparison.before);
    expect(baselineClass(g)).toBe(classes[reference.baseline.wwc_category]);
  });

  it("difference of gains (Welch)", () => {
    const { estimate, se, df, ci95, p } = welch(gains(mentee), gains(comparison))!;
    const { welch: expected } = reference.gain;
    expectClose([estimate, se, df], [reference.did.estimate, reference.did.se_CR2, expected.df], 1e-9);
    expectClose([ci95, p], [expected.ci, expected.p], 1e-8);
  });

  it("expected gain", () => {
    const students = comparison.before.map((before, i) => ({ before, after: comparison.after[i]! }));
    const expected = reference.rtm.expected_mentee_gain_from_comparison_line;
    expectClose(expectedGain(mentee.before, students), expected, 1e-9);
  });

  it("ANCOVA with HC3", () => {
    const students = [
      ...mentee.before.map((before, i) => ({ mentored: true, before, after: mentee.after[i]! })),
      ...comparison.before.map((before, i) => ({ mentored: false, before, after: comparison.after[i]! })),
    ];
    const { b, slope, se, df, g } = ancova(students)!;
    const { ancova: expected } = reference;
    expectClose(
      [b, slope, se, df, g],
      [expected.b, expected.slope_pre, expected.se_hc3, expected.df, expected.g_wwc],
      1e-9,
    );
  });
});

describe("newcombe_independent (not covered: fisher_p)", () => {
  it.each(golden.newcombe_independent)("$x1 of $n1 against $x2 of $n2", ({ x1, n1, x2, n2, lo, hi }) => {
    expectClose(newcombeIndependent({ k: x1, n: n1 }, { k: x2, n: n2 }), [lo, hi], 1e-9);
  });
});

describe("attrition_bounds (not covered: leavers unchanged, leavers down one)", () => {
  it("of nine completers and three leavers on a scale of 1 to 5", () => {
    const { completers_mean, manski_worst, manski_best } = golden.attrition_bounds;
    const gains = [5, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(gains.reduce((sum, gain) => sum + gain) / 9).toBeCloseTo(completers_mean, 9);
    const leavers = [2, 1, 3].map((before) => ({ before, range: [1, 5] as const }));
    expectClose(attritionBounds(gains, leavers), [manski_worst, manski_best], 1e-9);
  });
});

describe("dose (not covered: Kendall, regressions)", () => {
  it("Spearman with its exact p", () => {
    const { dose, gain, spearman: rho, p_perm_exact_two } = golden.dose.n8;
    expectClose(spearman(dose, gain), rho, 1e-9);
    expectClose(spearmanExactP(dose, gain), p_perm_exact_two, 1e-9);
  });
});
