import { describe, expect, test } from "vitest";
import { change } from "../../../loaders/evaluation/change.ts";
import type { StudentMeans } from "../../../loaders/evaluation/student-means.ts";
import { verdict } from "../../../loaders/evaluation/verdict.ts";
import { fraction } from "../../../loaders/statistics/fraction.ts";

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
const judge = (gains: readonly number[]) => verdict(change(students(gains)));

describe("verdict", () => {
  test("fewer than six students: not enough data, however large the change", () => {
    expect(judge([])).toBe("not enough data");
    expect(judge([2, 2, 2, 1, 2])).toBe("not enough data");
  });

  test("without a comparison a rise is never more than inconclusive", () => {
    expect(judge([2, 2, 1, 2, 2, 1, 2, 2])).toBe("inconclusive");
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
});
