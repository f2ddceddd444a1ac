import { readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EvaluationRecord } from "../../loaders/evaluation/record.ts";
import { findings } from "../../loaders/evaluation/sentences/findings.ts";
import { evaluateFolder } from "../support/programme-records.ts";
import { hasCorpora } from "../support/shared.ts";
import { lowest, supported, uciProgramme } from "../support/uci.ts";

const reference = JSON.parse(readFileSync("tests/golden/statistics.json", "utf8"));
const golden = reference.paired.uci_math_schoolsup_n51;
const twoGroups = reference.two_group.uci_math_schoolsup;

describe.skipIf(!hasCorpora)(
  "real data: 51 supported of 395 students (UCI; skipped where ../shared is not there)",
  () => {
    let record: EvaluationRecord;
    let folder: string;
    let close: () => void;

    beforeAll(async () => {
      folder = uciProgramme();
      const { evaluation, warehouse } = await evaluateFolder(folder);
      record = evaluation.record;
      close = () => warehouse.close();
    });
    afterAll(() => {
      close();
      rmSync(folder, { recursive: true });
    });

    test("51 started and measured; up, down and same as in R", () => {
      expect(record.cohort).toMatchObject({ started: 51, measured: 51 });
      const { signTest } = record.criteria[0]!.change;
      expect([signTest.up, signTest.down, signTest.same]).toEqual([
        golden.n_up,
        golden.n_down,
        golden.n_same,
      ]);
    });

    test("gains, tests and standardised sizes equal R's; means are one higher because ranks start at 1", () => {
      const { change } = record.criteria[0]!;
      expect(change.meanBefore! - 1).toBeCloseTo(golden.mean_before, 9);
      expect(change.meanAfter! - 1).toBeCloseTo(golden.mean_after, 9);
      expect(change.mean).toBeCloseTo(golden.mean_diff, 9);
      expect(change.ci95![0]).toBeCloseTo(golden.t_test.ci[0], 8);
      expect(change.ci95![1]).toBeCloseTo(golden.t_test.ci[1], 8);
      expect(change.pExact).toBeCloseTo(golden.wilcoxon_pratt.p_two, 9);
      expect(change.signTest.p).toBeCloseTo(golden.sign_test.p_two, 9);
      expect(change.hodgesLehmann.estimate).toBeCloseTo(golden.hodges_lehmann.estimate, 9);
      expect(change.hodgesLehmann.ci95).toEqual(golden.hodges_lehmann.ci);
      expect(change.gPre).toBeCloseTo(golden.g_pre.g, 9);
      expect(change.gAv).toBeCloseTo(golden.g_av.g, 9);
      expect(change.gZ).toBeCloseTo(golden.g_z.g, 9);
      expect(change.superiority).toBeCloseTo(golden.paired_superiority.ps, 9);
    });

    test("the gains by their order alone are R's, and no fewer are compared", () => {
      const { gain } = twoGroups;
      const { cliffsDelta, ci95 } = record.comparisonByOrder;
      expect(cliffsDelta).toBeCloseTo(gain.cliffs_delta.delta, 9);
      expect(ci95![0]).toBeCloseTo(gain.cliffs_delta.ci_feng_cliff[0], 8);
      expect(ci95![1]).toBeCloseTo(gain.cliffs_delta.ci_feng_cliff[1], 8);
      expect(record.comparison.attritionRates).toMatchObject({ overall: 0, class: "low" });
    });

    test("the bootstrap interval is R's", () => {
      const [low, high] = record.primary.robustness.bootstrapCi95!;
      expect(low).toBeCloseTo(golden.ideal_bootstrap_mean.bca95_half_ties[0], 9);
      expect(high).toBeCloseTo(golden.ideal_bootstrap_mean.bca95_half_ties[1], 9);
    });

    test("one criterion: nothing to adjust for, and the verdict stays neutral", () => {
      expect(record.criteria[0]!.change.pHolm).toBe(record.criteria[0]!.change.pExact);
      expect(record.primary.verdict).toBe("inconclusive");
    });
  },
);

describe.skipIf(!hasCorpora)(
  "real data: 51 supported, each with a partner (UCI; skipped where ../shared is not there)",
  () => {
    // Computed a second time with NumPy: partners by the definition, the analysis of covariance by matrices.
    test("matched on the mark and sex: partners, caliper, differences and their standard errors", async () => {
      const folder = uciProgramme(supported, { group: "matched", covariates: ["sex"] });
      const { evaluation, warehouse } = await evaluateFolder(folder);
      warehouse.close();
      rmSync(folder, { recursive: true });
      const { n, matching, ancova, gainDifference, balance } = evaluation.record.comparison;
      expect(n).toEqual([51, 51]);
      expect(matching).toMatchObject({ matched: 51, unmatched: 0, others: 344, covariates: ["sex: M"] });
      expect(matching!.caliper).toBeCloseTo(0.017260384280669783, 12);
      expect(balance!.map(({ g }) => g)).toEqual([0, 0]);
      expect(gainDifference!.estimate).toBeCloseTo(1.3529411764705883, 9);
      const [low, high] = gainDifference!.ci95;
      expect((high - low) / 2 / 2.008559112100761).toBeCloseTo(0.591602519387629, 9);
      expect(ancova!.b).toBeCloseTo(1.352941176470587, 9);
      expect(ancova!.se).toBeCloseTo(0.597608790322912, 9);
      expect(ancova!.ci95[0]).toBeCloseTo(0.1526085951959888, 9);
      expect(ancova!.ci95[1]).toBeCloseTo(2.553273757745185, 9);
    });
  },
);

describe.skipIf(!hasCorpora)(
  "the trap: the lowest at first rise, though nobody was mentored (UCI; skipped where ../shared is not there)",
  () => {
    test.each([
      [12, "year-group"],
      [40, "year-group"],
      [12, "matched"],
      [40, "matched"],
    ] as const)("the lowest %i, compared by %s, are never found to have profited", async (count, group) => {
      const folder = uciProgramme(lowest(count), { group, covariates: ["sex"] });
      const { evaluation, warehouse, programme } = await evaluateFolder(folder);
      warehouse.close();
      rmSync(folder, { recursive: true });
      const { primary, comparison } = evaluation.record;
      expect(primary.change.ci95![0]).toBeGreaterThan(0);
      expect(primary.verdict).toBe("inconclusive");
      if (group === "year-group") {
        // All are of one year, so that nothing is left to allow for.
        expect(comparison.n).toEqual([count, 567 - count]);
        expect(primary.obstacles).toEqual(["baseline fails"]);
      } else {
        expect(comparison).toMatchObject({ n: null, balance: null, ancova: null, notCompared: count });
        expect(comparison.matching).toMatchObject({ matched: 0, unmatched: count });
        expect(comparison.matching!.balanceBefore[0]).toMatchObject({
          covariate: "baseline",
          class: "fails",
        });
        expect(primary.obstacles).toEqual(["no comparison"]);
        expect(findings(evaluation.record, programme.settings).paragraph.join(" ")).toContain(
          "one characteristic alone tells the mentored students from the others (grades before)",
        );
      }
    });

    test.each([12, 40])("the lowest %i", async (count) => {
      const folder = uciProgramme(lowest(count));
      const { evaluation, warehouse, programme } = await evaluateFolder(folder);
      warehouse.close();
      rmSync(folder, { recursive: true });
      const { primary, comparison } = evaluation.record;
      const { up, same } = primary.change.signTest;
      if (count === 12) expect([up, same]).toEqual([12, 0]);
      expect(comparison.n).toEqual([count, 567 - count]);
      expect(primary.change.ci95![0]).toBeGreaterThan(0);
      const anyway = comparison.expectedGain! / primary.change.mean!;
      expect(anyway).toBeGreaterThan(0.4);
      expect(anyway).toBeLessThan(0.7);
      // Even the adjusted difference lies above zero, and proves nothing.
      expect(comparison.ancova!.ci95[0]).toBeGreaterThan(0);
      expect(comparison.balance![0]).toMatchObject({ covariate: "baseline", class: "fails" });
      expect(primary.verdict).toBe("inconclusive");
      expect(primary.obstacles).toEqual(["baseline fails"]);
      const { headline, paragraph, obstacles } = findings(evaluation.record, programme.settings);
      expect(headline).toMatch(/was to be expected anyway\.$/);
      expect(paragraph.join(" ")).toMatch(/(about half|most) of the gain of the mentored/);
      expect(paragraph.join(" ")).toMatch(/too far apart for a fair comparison/);
      expect(obstacles).toEqual([
        "The comparison group stood too far from the mentored students before the start.",
      ]);
    });
  },
);
