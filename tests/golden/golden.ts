import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** statistics.json, as far as the tests read it: values computed with R and recomputed independently. */
interface Golden {
  paired: Record<string, PairedCase>;
  two_group: Record<string, TwoGroupCase>;
  clustered: Record<string, ClusteredCase>;
  multiplicity: { p: number | number[]; holm: number | number[] }[];
  wilson: { x: number; n: number; wilson95: [number, number] }[];
  newcombe_paired_mcnemar: {
    a_both: number;
    b_first_only: number;
    c_second_only: number;
    d_neither: number;
    newcombe_paired95: [number, number];
    mcnemar_exact_p: number;
  }[];
  newcombe_independent: { x1: number; n1: number; x2: number; n2: number; lo: number; hi: number }[];
  attrition_bounds: { completers_mean: number; manski_worst: number; manski_best: number };
  regression_to_mean_barnett: {
    rho: number;
    mu: number;
    sigma: number;
    cut_below: number;
    rtm_expected: number;
  }[];
  matching: {
    n_treated: number;
    n_matched_treated: number;
    std_mean_diff_before: Record<string, number>;
    std_mean_diff_after: Record<string, number>;
    att_G3_raw: number;
    att_gain: number;
    cluster_pair_se: number;
  };
  dose: {
    n8: { dose: number[]; gain: number[]; spearman: number; p_perm_exact_two: number };
    attend: { ols_stndfnl: Record<string, number> };
  };
  planning: {
    n: number;
    min_two_sided_p_sign_flip: number;
    mdes_paired_dz_80: number;
    ci_halfwidth_in_sd_diff: number;
  }[];
}

interface PrattCase {
  n_used: number;
  W_plus: number;
  W_minus: number;
  p_two: number;
}

interface PairedCase {
  n: number;
  before: number[];
  after: number[];
  n_up: number;
  n_down: number;
  n_same: number;
  sign_test: { p_two: number };
  perm_mean_exact: { p_two: number };
  wilcoxon_pratt: PrattCase;
  hodges_lehmann: { estimate: number; ci: [number | null, number | null]; achieved_confidence: number };
  t_test?: { ci: [number, number] };
  g_pre?: { g: number };
  g_av?: { g: number };
  g_z?: { g: number; J_exact: number };
  paired_superiority: {
    ps: number;
    prop_up_wilson: [number, number];
    prop_down_wilson: [number, number];
  };
}

interface HedgesCase {
  mean_diff: number;
  sd_pooled: number;
  J_exact: number;
  g: number;
}

interface TwoGroupCase {
  mentee: { before: number[]; after: number[] };
  comparison: { before: number[]; after: number[] };
  n_mentee: number;
  n_comparison: number;
  baseline: { hedges: HedgesCase; wwc_category: string };
  post: { hedges_g: HedgesCase };
  gain: {
    hedges_g: HedgesCase;
    welch: { t: number; df: number; p: number; se: number; ci: [number, number] };
  };
  ancova: { b: number; df: number; slope_pre: number; se_hc3: number; g_wwc: number };
  did: { estimate: number; se_CR2: number };
  rtm: { expected_mentee_gain_from_comparison_line: number };
}

interface ClusteredCase {
  students: number;
  student_level: {
    mean_of_student_means: number;
    sd: number;
    ci: [number, number];
    wilcoxon_pratt: PrattCase;
    g_z: number;
  };
  rows_used?: { id: number[]; pre: number[]; post: number[] };
}

export const golden: Golden = JSON.parse(readFileSync(new URL("statistics.json", import.meta.url), "utf8"));

/** Numbers, pairs of numbers and nulls, equal to within `tolerance`, relative where they are greater than 1. */
export function expectClose(actual: unknown, expected: unknown, tolerance: number): void {
  if (typeof expected === "number" && typeof actual === "number") {
    const scale = Math.max(1, Math.abs(expected));
    expect(Math.abs(actual - expected) / scale, `${actual} against ${expected}`).toBeLessThan(tolerance);
  } else if (Array.isArray(expected) && Array.isArray(actual)) {
    expect(actual).toHaveLength(expected.length);
    for (const [i, value] of expected.entries()) expectClose(actual[i], value, tolerance);
  } else expect(actual).toEqual(expected);
}
