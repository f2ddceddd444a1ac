import { hasCorpora } from "../support/shared.ts";

/** Reckoned from rows that are beside the project on the makers' machines only. */
const uciTwoSubjects = [
  "mean_of_student_means",
  "sd",
  "p_signflip_exact",
  "wilcoxon_pratt.n_used",
  "wilcoxon_pratt.W_plus",
  "wilcoxon_pratt.W_minus",
  "wilcoxon_pratt.p_two",
].map((value) => `clustered.uci_two_subjects_supported.student_level.${value}`);

const uciMatching = [
  "n_treated",
  "n_matched_treated",
  "std_mean_diff_before.*",
  "std_mean_diff_after.*",
  "att_G3_raw",
  "att_gain",
  "cluster_pair_se",
].map((value) => `matching.${value}`);

/**
 * Values of statistics.json that no function has to give, by what they are. A * stands for one part of a path, ** for any
 * number of them.
 */
export const excluded: Readonly<Record<string, readonly string[]>> = {
  "inputs, from which the others are reckoned": [
    "paired.*.n",
    "paired.*.before.*",
    "paired.*.after.*",
    "two_group.*.mentee.**",
    "two_group.*.comparison.**",
    "clustered.*.rows",
    "clustered.*.students",
    "clustered.*.rows_used.**",
    "multiplicity.*.p",
    "multiplicity.*.p.*",
    "wilson.*.x",
    "wilson.*.n",
    "newcombe_independent.*.x1",
    "newcombe_independent.*.n1",
    "newcombe_independent.*.x2",
    "newcombe_independent.*.n2",
    "newcombe_paired_mcnemar.*.a_both",
    "newcombe_paired_mcnemar.*.b_first_only",
    "newcombe_paired_mcnemar.*.c_second_only",
    "newcombe_paired_mcnemar.*.d_neither",
    "planning.*.n",
    "regression_to_mean_barnett.*.rho",
    "regression_to_mean_barnett.*.mu",
    "regression_to_mean_barnett.*.sigma",
    "regression_to_mean_barnett.*.cut_below",
    "wwc_attrition_boundary.overall_pct.*",
    "dose.n8.dose.*",
    "dose.n8.gain.*",
  ],
  "names, notes and sources": [
    "meta.**",
    "**.name",
    "**.note",
    "**.source",
    "matching.spec",
    "**.identity_note",
    "**.naive_row_level.WRONG",
  ],
  "normal approximations, which method.md bars where an exact test exists": [
    "**.wilcoxon_pratt.z",
    "**.wilcoxon_pratt.p_asymp",
    "**.wilcoxon_pratt.p_asymp_cc",
    "**.mann_whitney.z",
    "**.mann_whitney.p_asymp",
    "**.mann_whitney.p_asymp_cc",
    "newcombe_paired_mcnemar.*.mcnemar_chi2_nocc",
  ],
  "one-sided p values; every test of method.md is two-sided": [
    "**.p_greater",
    "**.p_less",
    "**.p_exact_greater",
  ],
  "kept for comparison with older tools: another treatment of zeros": [
    "paired.*.wilcoxon_drop_zeros.n_used",
    "paired.*.wilcoxon_drop_zeros.W_plus",
    "paired.*.wilcoxon_drop_zeros.W_minus",
    "paired.*.wilcoxon_drop_zeros.p_two",
    "paired.*.wilcoxon_drop_zeros.z",
    "paired.*.wilcoxon_drop_zeros.p_asymp",
    "paired.*.wilcoxon_drop_zeros.p_asymp_cc",
    "paired.*.wilcoxon_drop_zeros.rank_biserial",
    "paired.*.exactRankTests_wilcox.exact.**",
  ],
  "another statistic than the one method.md defines for the question": [
    "paired.*.correlation",
    "**.wilcoxon_pratt.rank_biserial",
    "paired.*.sign_test.ci_prob_up_given_change.*",
    "paired.*.paired_superiority.dominance_dw",
    "paired.*.paired_superiority.se_dw",
    "paired.*.paired_superiority.ci_dw_wald_bonett_price.*",
    "two_group.*.*.mann_whitney.p_exact_absdev",
    "two_group.*.*.perm_mean_exact",
    "two_group.*.*.hodges_lehmann_shift.**",
    "two_group.*.baseline.smd_treated_sd",
    "wilson.*.clopper_pearson95.*",
    "newcombe_independent.*.fisher_p",
    "multiplicity.*.bonferroni",
    "multiplicity.*.bonferroni.*",
    "multiplicity.*.hommel",
    "multiplicity.*.hommel.*",
    "dose.n8.kendall_tau_b",
    "attrition_bounds.all_leavers_down_one",
  ],
  "intervals and standard errors of g, and g by other denominators or corrections": [
    "paired.*.g_z.J_approx",
    "paired.*.g_z.ci_nct.*",
    "paired.*.g_z.effectsize_ci.*",
    "paired.*.g_z.se_metafor_SMCC",
    "paired.*.g_pre.se_becker",
    "paired.*.g_pre.ci_becker.*",
    "paired.*.g_pre.metafor_yi",
    "paired.*.g_pre.metafor_vi",
    "paired.*.g_av.se_bonett",
    "paired.*.g_av.ci_bonett.*",
    "paired.*.g_av.ci_algina_keselman.*",
    "two_group.*.*.*.omega_wwc",
    "two_group.*.*.*.g_wwc",
    "two_group.*.*.*.ci_nct.*",
    "two_group.*.*.*.se_wwc",
    "two_group.*.*.*.se_hedges",
    "two_group.*.*.*.effectsize_ci.*",
    "two_group.*.ancova.g_eef_total_sd",
    "two_group.*.ancova.g_eef_conditional",
    "two_group.*.did.g_wwc_post_sd",
    "two_group.*.did.g_post_minus_g_pre",
    "two_group.*.did.g_morris_pre_sd",
  ],
  "other standard errors than HC3 and Welch, and what rests on them": [
    "two_group.*.ancova.se",
    "two_group.*.ancova.t",
    "two_group.*.ancova.p",
    "two_group.*.ancova.ci.*",
    "two_group.*.ancova.se_hc2",
    "two_group.*.ancova.r2",
    "two_group.*.ancova.lin_b",
    "two_group.*.ancova.lin_se_hc2",
    "two_group.*.did.se_CR0",
    "two_group.*.did.se_CR1_stata",
    "two_group.*.did.df_satterthwaite",
    "two_group.*.did.p_CR2",
  ],
  "other bootstraps: percentiles, ties to one side, drawn at random": [
    "paired.*.ideal_bootstrap_mean.percentile95.*",
    "paired.*.ideal_bootstrap_mean.p_below",
    "paired.*.ideal_bootstrap_mean.p_equal",
    "paired.*.ideal_bootstrap_mean.z0_strict",
    "paired.*.ideal_bootstrap_mean.bca95_strict.*",
    "paired.*.boot_pkg_R19999.percentile.*",
    "paired.*.boot_pkg_R19999.bca_strict.*",
  ],
  "rows as if they were students, and models of rows; method.md averages a student's subjects first": [
    "clustered.*.naive_row_level.mean",
    "clustered.*.naive_row_level.se",
    "clustered.*.naive_row_level.t",
    "clustered.*.naive_row_level.p",
    "clustered.*.row_mean_cluster_robust.**",
    "clustered.*.icc_anova",
    "clustered.*.mean_cluster_size",
    "clustered.*.design_effect",
    "clustered.*.effective_n",
    "clustered.*.lmer.**",
  ],
  "steps on the way to a value that is reproduced": [
    "newcombe_paired_mcnemar.*.p_first",
    "newcombe_paired_mcnemar.*.p_second",
    "newcombe_paired_mcnemar.*.diff_first_minus_second",
    "newcombe_paired_mcnemar.*.phi",
  ],
  "roots that R's search left up to 3e-5 off; tests hold them as near, and to 1e-9 of roots found independently":
    ["planning.*.mdes_paired_dz_80", "planning.*.mdes_vs_equal_comparison_80"],
  "the rows they were reckoned from are not in the file": [
    ...(hasCorpora ? [] : [...uciTwoSubjects, ...uciMatching]),
    "dose.attend.spearman_attendance_final",
    "dose.attend.kendall",
    "dose.attend.ols_stndfnl.*",
    "dose.attend.ols_se_hc3.*",
    "dose.attend.unadjusted_slope",
  ],
  "months of progress, which method.md bars": ["eef_toolkit_months.table.**"],
  "what others published of the data; no statistic of method.md": ["published.uci.**"],
};

/** The reason for which a path is excluded, and the pattern that says so. */
export function exclusionOf(path: string): { reason: string; pattern: string } | null {
  for (const [reason, patterns] of Object.entries(excluded)) {
    const pattern = patterns.find((each) => matches(each, path));
    if (pattern !== undefined) return { reason, pattern };
  }
  return null;
}

function matches(pattern: string, path: string): boolean {
  const source = pattern
    .split("**")
    .map((part) => part.replace(/[.()]/g, "\\$&").replaceAll("*", "[^.]+"))
    .join(".+");
  return new RegExp(`^${source}$`).test(path);
}
