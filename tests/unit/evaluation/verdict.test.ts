import { describe, expect, test } from "vitest";
import { change } from "../../../loaders/evaluation/change.ts";
import type { Comparison, Robustness } from "../../../loaders/evaluation/record.ts";
import type { StudentMeans } from "../../../loaders/evaluation/student-means.ts";
import { obstacles, verdict } from "../../../loaders/evaluation/verdict.ts";
import { fraction } from "../../../loaders/statistics/fraction.ts";
import { comparisonOf, matchedComparison, noComparison, robust } from "../../support/comparisons.ts";

const students = (gains: readonly number[]): StudentMeans[] =>
  gains.map((gain, i) => ({
    studentId: `${i}`,
    subjects: 1,
    before: fraction(2, 1),
    after: fraction(2 + gain, 1),
    atCeiling: false,
    atFloor: false,
    limit: 4,
  }));
const judge = (
  gains: readonly number[],
  comparison: Comparison = noComparison,
  robustness: Robustness = robust,
  independent: readonly { supports: boolean }[] = [],
) => verdict({ change: change(students(gains)), robustness, comparison }, independent);
const rose = [2, 2, 1, 2, 2, 1, 2, 2];
const close = comparisonOf(-0.2, [0.05, 0.3]);

describe("verdict", () => {
  test("fewer than six students: not enough data, however large the change", () => {
    expect(judge([])).toBe("not enough data");
    expect(judge([2, 2, 2, 1, 2])).toBe("not enough data");
  });

  test("without a comparison a rise is never more than inconclusive", () => {
    expect(judge(rose)).toBe("inconclusive");
  });

  test("an interval below zero: fell", () => {
    expect(judge([-1, -1, -1, -1, 0, -1, -1, -1])).toBe("fell");
  });

  test("an interval across zero: inconclusive", () => {
    expect(judge([-1, 1, -1, 1, 0, 1, -1, 1])).toBe("inconclusive");
  });

  test("six students who all fell alike have no interval, and are inconclusive", () => {
    expect(judge([-1, -1, -1, -1, -1, -1])).toBe("inconclusive");
  });

  test("promising needs everything", () => {
    expect(judge(rose, close)).toBe("promising");
  });

  test("so does a comparison of partners who stood alike, of most of the mentored", () => {
    expect(judge(rose, matchedComparison([8, 0], -0.2, [0.05, 0.3]))).toBe("promising");
    expect(judge(rose, matchedComparison([8, 0], -0.2, [0.05, 0.3], 0.2))).toBe("promising");
    expect(judge([...rose, ...rose], matchedComparison([8, 8], -0.2, [0.05, 0.3]))).toBe("promising");
  });

  test("of all others it is the grades before alone that count", () => {
    const { balance, ...rest } = comparisonOf(-0.2, [0.05, 0.3]);
    const apart = { ...balance![0]!, covariate: "sex: F", g: 0.8, class: "fails" as const };
    expect(judge(rose, { ...rest, balance: [...balance!, apart] })).toBe("promising");
  });

  test.each([
    ["no clear rise", [1, -1, 1, -1, 1, 0], close, robust],
    ["depends on the scoring", rose, close, { ...robust, dependsOnScoring: true }],
    ["leavers", rose, { ...close, attrition: { ...close.attrition!, bounds: [0, 0.5] } }, robust],
    ["no comparison", rose, { ...noComparison, attrition: close.attrition }, robust],
    ["baseline fails", rose, comparisonOf(-0.26, [0.05, 0.3]), robust],
    ["few compared", rose, matchedComparison([5, 3], -0.2, [0.05, 0.3]), robust],
    ["few compared", [...rose, ...rose], matchedComparison([7, 9], -0.2, [0.05, 0.3]), robust],
    ["baseline fails", rose, matchedComparison([8, 0], -0.3, [0.05, 0.3]), robust],
    ["baseline fails", rose, matchedComparison([8, 0], -0.1, [0.05, 0.3], 0.3), robust],
    ["no clear difference", rose, comparisonOf(-0.2, [0, 0.3]), robust],
    ["no clear difference", rose, { ...close, ancova: null }, robust],
  ] as [string, number[], Comparison, Robustness][])(
    "%s alone makes it inconclusive",
    (name, gains, comparison, robustness) => {
      expect(judge(gains, comparison, robustness)).toBe("inconclusive");
      expect(obstacles({ change: change(students(gains)), robustness, comparison })).toEqual([name]);
    },
  );

  test("a comparison group does not turn a fall into anything else", () => {
    expect(judge([-1, -1, -1, -1, 0, -1, -1, -1], close)).toBe("fell");
  });
});
