import { describe, expect, test } from "vitest";
import type { Comparison, IndependentOutcome } from "../../../loaders/evaluation/record.ts";
import { independentSentences } from "../../../loaders/evaluation/sentences/independent.ts";
import { wordingProblem } from "../../../loaders/evaluation/wording.ts";
import { comparisonOf, noComparison } from "../../support/comparisons.ts";

const outcome = (over: {
  id?: IndependentOutcome["id"];
  n: number;
  mean: number;
  ci95?: readonly [number, number];
  comparison?: Comparison;
  supports?: boolean;
}): IndependentOutcome =>
  ({
    id: over.id ?? "attendance",
    label: over.id === "results" ? "Results of tests and exams" : "Attendance",
    change: { n: over.n, mean: over.mean, ci95: over.ci95 ?? null },
    comparison: over.comparison ?? noComparison,
    obstacles: [],
    supports: over.supports ?? false,
  }) as unknown as IndependentOutcome;

describe("the sentences on independent outcomes", () => {
  test.each([
    [
      outcome({ n: 1, mean: 0.1 }),
      "Attendance: known before and after of one mentored student, too few to judge.",
    ],
    [
      outcome({ n: 12, mean: -0.0017, ci95: [-0.034, 0.0304] }),
      "Attendance: a mean change of \u22120.2 percentage points of possible sessions (plausibly \u22123.4 to +3.0) among twelve mentored students. There is no comparison. No other student of the mentees' year groups is known before and after in the same weeks. Twelve students are fewer than the 30 that could support a finding.",
    ],
    [
      outcome({
        n: 200,
        mean: 0.02,
        ci95: [0.01, 0.03],
        comparison: comparisonOf(-0.2, [0.011, 0.031]),
        supports: true,
      }),
      "supports a promising finding.",
    ],
    [
      outcome({
        id: "results",
        n: 30,
        mean: 0.5,
        ci95: [0.2, 0.8],
        comparison: comparisonOf(-0.6, [0.1, 0.3]),
      }),
      "but they stood too far apart before for a fair comparison. By the same rule as the verdict's it does not support a promising finding.",
    ],
  ])("%#", (given, expected) => {
    const [sentence] = independentSentences([given]);
    expect(sentence).toContain(expected);
    expect(wordingProblem(sentence!, "no comparison")).toBeNull();
  });

  test("nothing where there is none", () => {
    expect(independentSentences([])).toEqual([]);
  });
});
