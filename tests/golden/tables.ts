import { describe, expect, it } from "vitest";
import { attritionBoundary } from "../../loaders/statistics/attrition-boundary.ts";
import { attritionBounds } from "../../loaders/statistics/attrition-bounds.ts";
import { benjaminiHochberg } from "../../loaders/statistics/benjamini-hochberg.ts";
import {
  detectableChange,
  detectableDifference,
  smallestP,
  studentsNeeded,
} from "../../loaders/statistics/detectable.ts";
import { holm } from "../../loaders/statistics/holm.ts";
import { mcnemar } from "../../loaders/statistics/mcnemar.ts";
import { meanInterval } from "../../loaders/statistics/mean-interval.ts";
import { newcombeIndependent } from "../../loaders/statistics/newcombe-independent.ts";
import { newcombePaired } from "../../loaders/statistics/newcombe-paired.ts";
import { regressionToMean } from "../../loaders/statistics/regression-to-mean.ts";
import { spearman, spearmanExactP } from "../../loaders/statistics/spearman.ts";
import { wilson } from "../../loaders/statistics/wilson.ts";
import { byT, within } from "./reproduce.ts";
import { golden } from "./statistics.ts";

describe("multiplicity", () => {
  it.each([...golden.multiplicity.entries()])("%i", (i, { p }) => {
    const reproduces = within(`multiplicity.${i}`);
    // The file writes a list of one as a number.
    const alone = (adjusted: (number | null)[]) => (Array.isArray(p) ? adjusted : adjusted[0]);
    reproduces("holm", alone(holm([p].flat())));
    reproduces("bh", alone(benjaminiHochberg([p].flat())));
  });
});

describe("wilson", () => {
  it.each([...golden.wilson.entries()])("%i", (i, { x, n }) => {
    within(`wilson.${i}`)("wilson95", wilson(x, n));
    within(`wilson.${i}`)("p", x / n);
  });
});

describe("newcombe_paired_mcnemar", () => {
  it.each([...golden.newcombe_paired_mcnemar.entries()])("%i", (i, reference) => {
    const reproduces = within(`newcombe_paired_mcnemar.${i}`);
    // The file subtracts the second from the first, the product the first from the second.
    const cells = {
      both: reference.a_both,
      beforeOnly: reference.c_second_only,
      afterOnly: reference.b_first_only,
      neither: reference.d_neither,
    };
    reproduces("newcombe_paired95", newcombePaired(cells));
    reproduces("mcnemar_exact_p", mcnemar(cells).p);
    reproduces("mcnemar_midp", mcnemar(cells).midP);
  });
});

describe("newcombe_independent", () => {
  it.each([...golden.newcombe_independent.entries()])("%i", (i, { x1, n1, x2, n2 }) => {
    const [lo, hi] = newcombeIndependent({ k: x1, n: n1 }, { k: x2, n: n2 })!;
    const reproduces = within(`newcombe_independent.${i}`);
    reproduces("lo", lo);
    reproduces("hi", hi);
    reproduces("est", x1 / n1 - x2 / n2);
  });
});

describe("regression_to_mean_barnett", () => {
  it.each([...golden.regression_to_mean_barnett.entries()])("%i", (i, { rho, mu, sigma, cut_below }) => {
    const reproduces = within(`regression_to_mean_barnett.${i}`);
    const chosen = { below: cut_below, mean: mu, sd: sigma };
    reproduces("rtm_expected", regressionToMean({ ...chosen, correlation: rho }));
    // Without any correlation they end at the mean of all, so their gain says where they started.
    const wholeWay = regressionToMean({ ...chosen, correlation: 0 });
    reproduces("truncated_mean", mu - wholeWay);
    reproduces("C_z", wholeWay / sigma);
  });
});

describe("wwc_attrition_boundary", () => {
  it.each([...golden.wwc_attrition_boundary.overall_pct.entries()])("%i per cent", (i, overall) => {
    const reproduces = within("wwc_attrition_boundary");
    const { cautious, optimistic } = attritionBoundary(overall)!;
    reproduces(`cautious_max_diff_pct.${i}`, cautious);
    reproduces(`optimistic_max_diff_pct.${i}`, optimistic);
  });
});

describe("attrition_bounds", () => {
  it("of nine completers and three leavers on a scale of 1 to 5", () => {
    const reproduces = within("attrition_bounds");
    const gains = [5, 0, 0, 0, 0, 0, 0, 0, 0];
    const before = [2, 1, 3];
    reproduces("completers_mean", attritionBounds(gains, [])![0]);
    const all = attritionBounds(
      gains,
      before.map((rank) => ({ before: rank, range: [1, 5] })),
    )!;
    reproduces("manski_worst", all[0]);
    reproduces("manski_best", all[1]);
    const unmoved = before.map((rank) => ({ before: rank, range: [rank, rank] as const }));
    reproduces("all_leavers_unchanged", attritionBounds(gains, unmoved)![0]);
  });
});

describe("dose", () => {
  it("Spearman with its exact p", () => {
    const { dose, gain } = golden.dose.n8;
    const reproduces = within("dose.n8");
    reproduces("spearman", spearman(dose, gain));
    reproduces("p_perm_exact_two", spearmanExactP(dose, gain));
  });
});

describe("planning", () => {
  it.each([...golden.planning.entries()])(
    "%i",
    (i, { n, mdes_paired_dz_80: dz, mdes_vs_equal_comparison_80: difference }) => {
      const reproduces = within(`planning.${i}`);
      reproduces("min_two_sided_p_sign_flip", smallestP(n));
      // R's root search stopped early: power at its n = 40 value is 0.80004. Unit tests hold both functions against
      // roots found independently, to 1e-9.
      expect(Math.abs(detectableChange(n) - dz)).toBeLessThan(3e-5);
      expect(Math.abs(detectableDifference(n) - difference)).toBeLessThan(3e-5);
      expect(studentsNeeded(detectableChange(n))).toBe(n);
      expect(studentsNeeded(dz - 3e-5)).toBe(n + 1);

      const values = Array.from({ length: n }, (_, k) => k);
      const sd = Math.sqrt((n * (n + 1)) / 12);
      const [lower, upper] = meanInterval(values)!;
      reproduces("ci_halfwidth_in_sd_diff", (upper - lower) / 2 / sd, byT);
    },
  );
});
