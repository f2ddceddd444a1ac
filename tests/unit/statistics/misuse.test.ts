import { expect, it } from "vitest";
import { checkCount } from "../../../loaders/statistics/check-count.ts";
import { detectableChange, smallestP, studentsNeeded } from "../../../loaders/statistics/detectable.ts";
import { fraction } from "../../../loaders/statistics/fraction.ts";
import { hedgesPaired } from "../../../loaders/statistics/hedges.ts";
import { hedgesCorrection } from "../../../loaders/statistics/hedges-correction.ts";
import { holm } from "../../../loaders/statistics/holm.ts";
import { leastSquares } from "../../../loaders/statistics/least-squares.ts";
import { mcnemar } from "../../../loaders/statistics/mcnemar.ts";
import { meanInterval } from "../../../loaders/statistics/mean-interval.ts";
import { nearestNeighbours } from "../../../loaders/statistics/nearest-neighbours.ts";
import { newcombePaired } from "../../../loaders/statistics/newcombe-paired.ts";
import { noncentralT } from "../../../loaders/statistics/noncentral-t.ts";
import { pairClusteredSe } from "../../../loaders/statistics/pair-clustered-se.ts";
import { signTest } from "../../../loaders/statistics/sign-test.ts";
import { superiority } from "../../../loaders/statistics/superiority.ts";
import { wilson } from "../../../loaders/statistics/wilson.ts";

const count = (name: string, value: number, least = 0): string =>
  `The argument ${name} is ${value}; give a whole number of at least ${least}, counted over students.`;

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
])("%s", (misuse, sentence) => {
  expect(misuse).toThrow(new RangeError(sentence));
});
