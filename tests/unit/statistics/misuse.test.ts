import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ancova } from "../../../loaders/statistics/ancova.ts";
import { attritionBoundary, attritionClass } from "../../../loaders/statistics/attrition-boundary.ts";
import { attritionBounds } from "../../../loaders/statistics/attrition-bounds.ts";
import { baselineClass } from "../../../loaders/statistics/baseline-class.ts";
import { benjaminiHochberg } from "../../../loaders/statistics/benjamini-hochberg.ts";
import { checkCount } from "../../../loaders/statistics/check-count.ts";
import { checkPValues } from "../../../loaders/statistics/check-p-values.ts";
import { cliffsDelta } from "../../../loaders/statistics/cliffs-delta.ts";
import {
  detectableChange,
  detectableDifference,
  smallestP,
  studentsNeeded,
} from "../../../loaders/statistics/detectable.ts";
import { expectedGain } from "../../../loaders/statistics/expected-gain.ts";
import { fraction } from "../../../loaders/statistics/fraction.ts";
import { hedgesPaired } from "../../../loaders/statistics/hedges.ts";
import { hedgesCorrection } from "../../../loaders/statistics/hedges-correction.ts";
import { checkFinite, hedgesTwoGroups } from "../../../loaders/statistics/hedges-two-groups.ts";
import { holm } from "../../../loaders/statistics/holm.ts";
import { leastSquares } from "../../../loaders/statistics/least-squares.ts";
import { logistic } from "../../../loaders/statistics/logistic.ts";
import { mannWhitney } from "../../../loaders/statistics/mann-whitney.ts";
import { mcnemar } from "../../../loaders/statistics/mcnemar.ts";
import { meanInterval } from "../../../loaders/statistics/mean-interval.ts";
import { nearestNeighbours } from "../../../loaders/statistics/nearest-neighbours.ts";
import { newcombeIndependent } from "../../../loaders/statistics/newcombe-independent.ts";
import { newcombePaired } from "../../../loaders/statistics/newcombe-paired.ts";
import { noncentralT } from "../../../loaders/statistics/noncentral-t.ts";
import { pairClusteredSe } from "../../../loaders/statistics/pair-clustered-se.ts";
import { regressionToMean } from "../../../loaders/statistics/regression-to-mean.ts";
import { robustDifference } from "../../../loaders/statistics/robust-difference.ts";
import { signTest } from "../../../loaders/statistics/sign-test.ts";
import {
  correlationP,
  partialSpearman,
  spearman,
  spearmanExactP,
} from "../../../loaders/statistics/spearman.ts";
import { superiority } from "../../../loaders/statistics/superiority.ts";
import { tInference } from "../../../loaders/statistics/t-inference.ts";
import { varianceRatio } from "../../../loaders/statistics/variance-ratio.ts";
import { welch } from "../../../loaders/statistics/welch.ts";
import { wilson } from "../../../loaders/statistics/wilson.ts";
import { functionModules } from "../../support/exported-functions.ts";

const count = (name: string, value: number, least = 0): string =>
  `The argument ${name} is ${value}; give a whole number of at least ${least}, counted over students.`;

const finite = (name: string, value: number): string =>
  `The argument ${name} holds ${value}; give finite numbers, one a student.`;

it.each<[() => unknown, string]>([
  [() => checkCount("n", 1.5, 1), count("n", 1.5, 1)],
  [() => checkCount("n", Number.NaN, 0), count("n", Number.NaN)],
  [() => fraction(1, 0), "The argument denominator is 0; leave out a mean over no values."],
  [() => fraction(0.5, 1), "The argument numerator is 0.5; give a whole number, or a bigint."],
  [
    () => fraction(1, 2 ** 53),
    "The argument denominator is 9007199254740992; give a whole number, or a bigint.",
  ],
  [() => signTest({ up: -1, down: 0 }), count("up", -1)],
  [() => signTest({ up: 1, down: 0.5 }), count("down", 0.5)],
  [() => mcnemar({ beforeOnly: -1, afterOnly: 0 }), count("beforeOnly", -1)],
  [() => mcnemar({ beforeOnly: 0, afterOnly: -2 }), count("afterOnly", -2)],
  [() => superiority({ up: -1, down: 0, same: 0 }), count("up", -1)],
  [() => superiority({ up: 0, down: -1, same: 0 }), count("down", -1)],
  [() => superiority({ up: 0, down: 0, same: -1 }), count("same", -1)],
  [() => wilson(-1, 5), count("k", -1)],
  [() => wilson(1, 2.5), count("n", 2.5)],
  [() => wilson(6, 5), "The argument k is 6, more than n (5); give k as a part of the n students."],
  [() => newcombePaired({ both: 1, beforeOnly: 1, afterOnly: 1, neither: -1 }), count("neither", -1)],
  [() => holm([0.5, 1.5]), "The argument ps holds 1.5; give p values within 0 and 1, or null for no test."],
  [() => holm([Number.NaN]), "The argument ps holds NaN; give p values within 0 and 1, or null for no test."],
  [
    () => meanInterval([1, Number.NaN]),
    "The argument values holds NaN; give finite numbers within the limit (Infinity).",
  ],
  [
    () => meanInterval([1, 5], { limit: 4 }),
    "The argument values holds 5; give finite numbers within the limit (4).",
  ],
  [
    () => meanInterval([1, 2], { limit: 0 }),
    "The argument limit is 0; give the largest possible change, above 0.",
  ],
  [() => hedgesCorrection(1), count("m", 1, 2)],
  [
    () => hedgesPaired([fraction(1, 1)], []),
    "The argument after has 0 students and before has 1; give both for each student.",
  ],
  [() => noncentralT(1, 0, 1), count("df", 0, 1)],
  [() => noncentralT(-1, 5, 1), "The argument t is -1; give a finite number of at least 0."],
  [() => noncentralT(1, 5, 31), "The argument delta is 31; give a number within -30 and 30."],
  [() => smallestP(0), count("n", 0, 1)],
  [() => detectableChange(1), count("n", 1, 2)],
  [
    () => nearestNeighbours([0.5], [Number.NaN], 0.1, () => 0),
    "The arguments first and second hold NaN; give finite scores.",
  ],
  [
    () => nearestNeighbours([0.5], [0.5], -1, () => 0),
    "The argument caliper is -1; give a width of at least 0.",
  ],
  [
    () => pairClusteredSe(leastSquares([[1], [1]], [1, 2])!, [1]),
    "The argument clusters has 1 entries for 2 rows; give one a row.",
  ],
  [() => studentsNeeded(Number.NaN), "The argument dz is NaN; give a finite standardised change."],
  [() => detectableDifference(1), count("n", 1, 2)],
  [
    () => checkPValues([-0.1]),
    "The argument ps holds -0.1; give p values within 0 and 1, or null for no test.",
  ],
  [
    () => benjaminiHochberg([2]),
    "The argument ps holds 2; give p values within 0 and 1, or null for no test.",
  ],
  [() => checkFinite("x", [1, Number.NaN]), finite("x", Number.NaN)],
  [() => hedgesTwoGroups([1, Infinity], [1]), finite("first", Infinity)],
  [() => welch([1, 2], [Number.NaN]), finite("second", Number.NaN)],
  [() => mannWhitney([Number.NaN], [1]), finite("first", Number.NaN)],
  [() => cliffsDelta([1], [Number.NaN]), finite("second", Number.NaN)],
  [() => varianceRatio([1], [Number.NaN]), finite("second", Number.NaN)],
  [
    () => attritionBounds([], [{ before: 6, range: [1, 5] }]),
    "The argument leavers holds a student at 6 before, outside the range 1 to 5; give a rank of the scale.",
  ],
  [() => attritionBoundary(101), "The argument overall is 101; give per cent, within 0 and 100."],
  [() => attritionClass(10, -1), "The argument differential is -1; give per cent, within 0 and 100."],
  [() => baselineClass(Number.NaN), "The argument g is NaN; give a standardised difference, or null."],
  [
    () => expectedGain([], [{ before: 1, after: 2 }]),
    "The argument menteesBefore is empty; give the score of each mentee before.",
  ],
  [
    () => regressionToMean({ below: 1, mean: 2, sd: 0, correlation: 0.5 }),
    "The argument sd is 0; give a standard deviation above 0.",
  ],
  [
    () => regressionToMean({ below: 1, mean: 2, sd: 1, correlation: 1.5 }),
    "The argument correlation is 1.5; give a correlation within -1 and 1.",
  ],
  [
    () => regressionToMean({ below: 1, mean: 33, sd: 1, correlation: 0.5 }),
    "The argument below is 1, with a mean of 33 and an sd of 1; give a cut-off within 30 sd of the mean.",
  ],
  [
    () => newcombeIndependent({ k: 1, n: 2 }, { k: 3, n: 2 }),
    "The argument k is 3, more than n (2); give k as a part of the n students.",
  ],
  [
    () => logistic([[1, 2], [1]], [true, false]),
    "The argument design has 2 rows of 2 numbers and response has 2; give one row of equal length and one response a student.",
  ],
  [
    () =>
      robustDifference(
        [
          [1, 1],
          [1, 0],
        ],
        [1],
      ),
    "The argument design has 2 rows of 2 numbers and response has 1; give one row of equal length and one response a student.",
  ],
  [
    () => leastSquares([[1, 2], [1]], [1, 2]),
    "The argument design has 2 rows of 2 numbers and response has 2; give one row of equal length and one response a student.",
  ],
  [
    () =>
      ancova([
        { mentored: true, before: 1, after: 2, covariates: [1] },
        { mentored: false, before: 1, after: 2 },
      ]),
    "The argument design has 2 rows of 4 numbers and response has 2; give one row of equal length and one response a student.",
  ],
  [() => spearman([1, 2, 3], [1, 2]), "The argument y has 2 values and x has 3; give both for each student."],
  [() => spearmanExactP([1, 2, Number.NaN], [1, 2, 3]), finite("x", Number.NaN)],
  [
    () => partialSpearman([1, 2, 3, 5], [1, 2, 3, 4], [1]),
    "The argument y has 1 values and x has 4; give both for each student.",
  ],
  [() => correlationP(1.1, 5), "The argument r is 1.1; give a correlation within -1 and 1."],
  [() => tInference(1, 0, 5), "The arguments se and df are 0 and 5; give both above 0."],
])("%s", (misuse, sentence) => {
  expect(misuse).toThrow(new RangeError(sentence));
});

it("every function that says what it throws is misused above", () => {
  const throwing = functionModules("loaders/statistics").flatMap(({ functions }) =>
    functions.flatMap(({ name, comment }) => (comment.includes("@throws") ? name : [])),
  );
  const here = readFileSync(new URL(import.meta.url), "utf8");
  expect(throwing).toContain("welch");
  expect(throwing.filter((name) => !here.includes(` ${name}(`))).toEqual([]);
});
