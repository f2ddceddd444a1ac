import { mean, median, sampleStandardDeviation } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { bcaInterval } from "../../loaders/statistics/bca-interval.ts";
import { type Fraction, fraction, meanOf, subtract, toNumber } from "../../loaders/statistics/fraction.ts";
import { hedgesPaired } from "../../loaders/statistics/hedges.ts";
import { hedgesCorrection } from "../../loaders/statistics/hedges-correction.ts";
import { hodgesLehmann } from "../../loaders/statistics/hodges-lehmann.ts";
import { mcnemar } from "../../loaders/statistics/mcnemar.ts";
import { meanInterval } from "../../loaders/statistics/mean-interval.ts";
import { signFlip } from "../../loaders/statistics/sign-flip.ts";
import { signTest } from "../../loaders/statistics/sign-test.ts";
import { signedRank } from "../../loaders/statistics/signed-rank.ts";
import { superiority } from "../../loaders/statistics/superiority.ts";
import { tInference } from "../../loaders/statistics/t-inference.ts";
import { wilson } from "../../loaders/statistics/wilson.ts";
import { hasCorpora } from "../support/shared.ts";
import { byT, within } from "./reproduce.ts";
import { golden } from "./statistics.ts";
import { uciTwoSubjects } from "./uci-two-subjects.ts";

const whole = (values: readonly number[]): Fraction[] => values.map((value) => fraction(value, 1));

function pratt(reproduces: ReturnType<typeof within>, differences: readonly Fraction[]): void {
  const { n, wPlus, wMinus, p } = signedRank(differences);
  reproduces("wilcoxon_pratt.n_used", n);
  reproduces("wilcoxon_pratt.W_plus", wPlus);
  reproduces("wilcoxon_pratt.W_minus", wMinus);
  reproduces("wilcoxon_pratt.p_two", p);
}

describe.each(Object.entries(golden.paired))("paired.%s", (name, reference) => {
  const reproduces = within(`paired.${name}`);
  const { n } = reference;
  const [before, after] = [whole(reference.before), whole(reference.after)];
  const differences = before.map((b, i) => subtract(after[i]!, b));
  const changes = differences.map(toNumber);
  const up = changes.filter((change) => change > 0).length;
  const down = changes.filter((change) => change < 0).length;
  const same = n - up - down;

  it("counts, means and spread", () => {
    for (const [key, value] of Object.entries({ n_up: up, n_down: down, n_same: same }))
      reproduces(key, value);
    reproduces("mean_before", toNumber(meanOf(before)!));
    reproduces("mean_after", toNumber(meanOf(after)!));
    reproduces("mean_diff", toNumber(meanOf(differences)!));
    reproduces("median_diff", median(changes));
    reproduces("sd_before", sampleStandardDeviation(reference.before));
    reproduces("sd_after", sampleStandardDeviation(reference.after));
    reproduces("sd_diff", sampleStandardDeviation(changes));
  });

  it("signed-rank (wilcoxon_pratt)", () => pratt(reproduces, differences));

  it("sign-flip test of the mean", () => reproduces("perm_mean_exact.p_two", signFlip(differences)));

  it("sign test, and its mid-p, which is that of McNemar", () => {
    reproduces("sign_test.n_used", up + down);
    reproduces("sign_test.p_two", signTest({ up, down }).p);
    reproduces("sign_test.p_midp_two", mcnemar({ beforeOnly: down, afterOnly: up }).midP);
  });

  it("Hodges-Lehmann, unbounded limits and achieved confidence included", () => {
    const { estimate, ci95, confidence } = hodgesLehmann(differences);
    reproduces("hodges_lehmann", { estimate, ci: ci95, achieved_confidence: confidence });
  });

  if (reference.t_test)
    it("t interval of the mean", () => {
      reproduces("t_test.ci", meanInterval(changes), byT);
      const [estimate, se, df] = [mean(changes), sampleStandardDeviation(changes) / Math.sqrt(n), n - 1];
      reproduces("t_test.p_two", tInference(estimate, se, df).p, byT);
      reproduces("t_test.t", estimate / se);
      reproduces("t_test.df", df);
    });

  if (!reference.t_test)
    it("no t interval where all changes are equal", () => {
      expect(meanInterval(changes)).toBeNull();
      expect(hedgesPaired(before, after).gZ).toBeNull();
      expect(bcaInterval(differences)).toBeNull();
    });

  // R was not asked for g where all changes are equal; gPre and gAv exist there, over SDs above 0.
  if (reference.g_pre)
    it("Hedges' g", () => {
      const { gPre, gAv, gZ } = hedgesPaired(before, after);
      const factor = hedgesCorrection(n - 1);
      reproduces("g_z.J_exact", factor);
      for (const [key, g] of Object.entries({ g_pre: gPre!, g_av: gAv!, g_z: gZ! })) {
        reproduces(`${key}.g`, g);
        reproduces(`${key}.d`, g / factor);
      }
    });

  it("superiority and the Wilson intervals of its shares", () => {
    reproduces("paired_superiority.ps", superiority({ up, down, same }));
    reproduces("paired_superiority.prop_up", up / n);
    reproduces("paired_superiority.prop_down", down / n);
    reproduces("paired_superiority.prop_up_wilson", wilson(up, n));
    reproduces("paired_superiority.prop_down_wilson", wilson(down, n));
  });

  if (reference.t_test)
    it("bootstrap interval over all resamples", () => {
      const { ci95, bias, acceleration } = bcaInterval(differences)!;
      reproduces("ideal_bootstrap_mean.bca95_half_ties", ci95);
      reproduces("ideal_bootstrap_mean.z0_half_ties", bias);
      reproduces("ideal_bootstrap_mean.acceleration", acceleration);
    });
});

describe.each(Object.entries(golden.clustered))("clustered.%s, one mean a student", (name, reference) => {
  const reproduces = within(`clustered.${name}.student_level`);
  const { mean_of_student_means: estimate, sd } = reference.student_level;
  const n = reference.students;

  it("t interval and g of the changes, from R's mean and SD", () => {
    const se = sd / Math.sqrt(n);
    const { ci95, p } = tInference(estimate, se, n - 1);
    reproduces("se", se);
    reproduces("t", estimate / se);
    reproduces("ci", ci95, byT);
    reproduces("p_t", p, byT);
    reproduces("g_z", (hedgesCorrection(n - 1) * estimate) / sd);
  });
});

// The rows of one case are in the file, those of the other beside the project on the makers' machines only.
const rowsOf = {
  unequal_subject_counts: golden.clustered.unequal_subject_counts!.rows_used!,
  ...(hasCorpora ? { uci_two_subjects_supported: uciTwoSubjects() } : {}),
};

describe.each(Object.entries(rowsOf))("clustered.%s, from the rows", (name, { id, pre, post }) => {
  const reproduces = within(`clustered.${name}.student_level`);

  it("mean, spread, signed-rank, sign-flip, mean interval and g", () => {
    const students = [...new Set(id)].map((student) => {
      const rows = id.flatMap((other, row) => (other === student ? [row] : []));
      const average = (scores: number[]): Fraction => meanOf(rows.map((row) => fraction(scores[row]!, 1)))!;
      return { before: average(pre), after: average(post) };
    });
    const differences = students.map(({ before, after }) => subtract(after, before));
    const changes = differences.map(toNumber);
    reproduces("mean_of_student_means", toNumber(meanOf(differences)!));
    reproduces("sd", sampleStandardDeviation(changes));
    reproduces("p_signflip_exact", signFlip(differences));
    pratt(reproduces, differences);
    reproduces("ci", meanInterval(changes), byT);
    const { gZ } = hedgesPaired(
      students.map(({ before }) => before),
      students.map(({ after }) => after),
    );
    reproduces("g_z", gZ);
  });
});
