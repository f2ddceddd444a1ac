// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { ImpactPage } from "../../../loaders/editions/page-data.ts";
import type { Comparison } from "../../../loaders/evaluation/record.ts";
import { comparisonCard } from "../../../src/components/comparison.js";
import { comparisonOf, matchedComparison, noComparison } from "../../support/comparisons.ts";
import { impactPage } from "./pages.ts";

const withRecord = (over: Partial<ImpactPage["record"]>, n = 12): ImpactPage => {
  const page = impactPage(n);
  return { ...page, record: { ...page.record, ...over } };
};
const textOf = (node: Node): string => node.textContent!.replace(/\s+/g, " ");

describe("the comparison card", () => {
  test("says why there is none", () => {
    expect(textOf(comparisonCard(withRecord({ comparison: noComparison })))).toContain(
      "No other student of the mentees' year groups",
    );
  });

  test("compares no fewer than six", () => {
    const card = comparisonCard(withRecord({ comparison: comparisonOf(-0.8, [0, 0.3]) }, 5));
    expect(textOf(card)).toContain("Fewer than 6 students were measured, too few to compare");
    expect(card.querySelector("svg")).toBeNull();
  });

  test("shows gains, what was to be expected, the difference and each characteristic with its class", () => {
    const comparison = comparisonOf(-0.8, [0.05, 0.3]);
    const text = textOf(comparisonCard(withRecord({ comparison })));
    expect(text).toContain("Gain of the others+0.05230 students");
    expect(text).toContain("To be expected anyway+0.12");
    expect(text).toMatch(/Adjusted difference\+0\.1[78]95% interval \+0\.05 to \+0\.30/);
    expect(text).toContain("−0.80, fails");
  });

  test("names what is not adjusted for and what cannot be estimated, in place of a number", () => {
    const comparison = comparisonOf(-0.2, [0, 0], {
      ancova: null,
      gainDifference: null,
      why: { ancova: "Too few students.", gainDifference: "Nobody differs." },
    });
    const text = textOf(comparisonCard(withRecord({ comparison })));
    expect(text).toContain("Adjusted differencenot knownToo few students.");
    expect(text).toContain("The plain difference of the gains is not known. Nobody differs.");
  });
});

describe("whom the mentored are compared with", () => {
  const shown = (comparison: Comparison) => comparisonCard(withRecord({ comparison })) as HTMLElement;

  test("all others", () => {
    expect(textOf(shown(comparisonOf(-0.8, [0, 0.3])))).toContain(
      "With every other student of the mentees' year groups.",
    );
  });

  test("the own year, and who has nobody there", () => {
    const comparison = comparisonOf(-0.2, [0, 0.3], { group: "year-group", n: [11, 230], notCompared: 1 });
    const text = textOf(shown(comparison));
    expect(text).toContain(
      "each mentored student with others of the same year. 1 mentored student without any is left out",
    );
    expect(text).toContain("At equal grades before, allowing also for the year group:");
    expect(text).toContain("standard deviations are those within years.");
  });

  test("partners: how many, how alike before and after matching, and what could not be matched on", () => {
    const card = shown(matchedComparison([10, 2], -0.2, [0, 0.3], 0.9));
    const text = textOf(card);
    expect(text).toContain("Matched: 10 of 12 mentored students paired");
    expect(text).toContain("nobody was near enough to 2, who are left out here.");
    expect(text).toContain("Gain of their partners+0.0510 students");
    expect(text).toContain("Pupil premium is neither matched on nor adjusted for. It is not known of 1");
    expect(text).toContain("paired with the nearest of 230 other students");
    expect(card.querySelectorAll("circle.dot")).toHaveLength(2);
    expect(card.querySelectorAll("circle.ring")).toHaveLength(1);
    const [grades, premium] = [...card.querySelectorAll(".love-plot .row")].map(textOf);
    expect(grades).toBe("Grades before−0.20, needs adjustment−1.20 before matching");
    expect(premium).toBe("Pupil premium+0.90, failsnot known before matching");
    const [first] = [...card.querySelectorAll("tbody tr")].map((row) => row.lastElementChild!.textContent);
    expect(first).toBe("−1.20");
  });

  test("where nobody is paired, why, and how far apart they stood", () => {
    const why = "Nobody can be paired.";
    const { matching } = matchedComparison([0, 12], -0.2, [0, 0.3]);
    const comparison = {
      ...noComparison,
      group: "matched" as const,
      matching: { ...matching!, why },
      why: { n: why },
    };
    const card = shown(comparison);
    expect(textOf(card)).toContain(why);
    expect(textOf(card)).toContain("−1.20, fails");
    expect(card.querySelectorAll("circle")).toHaveLength(1);
  });
});
