import { describe, expect, test } from "vitest";
import { checkWording, designOf, wordingProblem } from "../../../loaders/evaluation/wording.ts";
import { comparisonOf, noComparison } from "../../support/comparisons.ts";

test("the design is that of the comparison", () => {
  expect(designOf(noComparison)).toBe("no comparison");
  expect(designOf(comparisonOf(-0.8, [0, 1]))).toBe("apart");
  expect(designOf(comparisonOf(-0.2, [0, 1]))).toBe("comparable");
  expect(designOf(comparisonOf(0.01, [0, 1]))).toBe("comparable");
  expect(designOf(comparisonOf(0.01, [0, 1], { ancova: null }))).toBe("no comparison");
});

describe("words", () => {
  test.each([
    ["Mentoring worked.", "worked"],
    ["The impact of mentoring was large.", "impact of"],
    ["Grades rose because of it.", "because"],
    ["The rise is due to mentoring.", "due to"],
    ["It led to better grades.", "led to"],
    ["Mentoring caused it.", "caused"],
    ["This proves it.", "proves"],
    ["A significant rise.", "significant"],
    ["A significantly larger rise.", "significantly"],
    ["Six months' progress.", "months' progress"],
    ["Plus six months of progress.", "months of progress"],
  ])("that no design here earns: %s", (sentence, found) => {
    expect(wordingProblem(sentence, "comparable")).toBe(found);
  });

  test("associated with needs a comparable group, alongside needs a comparison", () => {
    const said = "Mentoring was associated with a rise.";
    expect(wordingProblem(said, "comparable")).toBeNull();
    expect(wordingProblem(said, "apart")).toBe("associated with");
    expect(wordingProblem("Grades rose alongside mentoring.", "apart")).toBeNull();
    expect(wordingProblem("Grades rose alongside mentoring.", "no comparison")).toBe("alongside");
    expect(wordingProblem("Grades rose.", "no comparison")).toBeNull();
  });
});

test("a sentence that says too much stops the program, but not a school's own words in it", () => {
  expect(() => checkWording(["Grades rose because of mentoring."], "comparable", [])).toThrow(
    /"because" is more than the design \(comparable\) has earned, in: Grades rose/,
  );
  expect(() => checkWording(["Has worked hard: 6 (2)"], "apart", ["Has worked hard"])).not.toThrow();
  expect(() =>
    checkWording(["The grade for has worked hard rose."], "apart", ["Has worked hard"]),
  ).not.toThrow();
});
