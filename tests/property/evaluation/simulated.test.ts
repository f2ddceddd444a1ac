import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { effects, mentees, power } from "../../support/power-table.ts";
import { judgeSimulated, shareAbove } from "../../support/simulate.ts";

// Twelve students with four subjects and six criteria that go together, where mentoring does nothing.
describe("1,000 programmes without any effect", { timeout: 120_000 }, () => {
  test("are found promising in at most one of twenty where the mentored were drawn by lot", () => {
    const share = shareAbove(1_000, { mentees: 12, others: 200, effect: 0, chosen: "lot" }, 1);
    expect(share).toBeLessThanOrEqual(0.05);
  });

  test("never where the lowest were chosen, for the groups stand too far apart, though most of them rise", () => {
    let rose = 0;
    for (let seed = 0; seed < 1_000; seed++) {
      const found = judgeSimulated({ mentees: 12, others: 200, effect: 0, chosen: "lowest", seed });
      expect(["inconclusive", "fell"]).toContain(found.verdict);
      if (found.comparison.expectedGain! > 0) rose++;
    }
    expect(rose).toBeGreaterThan(900);
  });
});

describe("programmes whose mentees are matched", { timeout: 120_000 }, () => {
  const matched = { group: "matched", mentees: 12, others: 200, effect: 0 } as const;

  test.each(["lot", "rather low"] as const)(
    "without any effect at most one of twenty is found promising, chosen: %s",
    (chosen) => {
      expect(shareAbove(500, { ...matched, chosen }, 70_000)).toBeLessThanOrEqual(0.05);
    },
  );

  test("the adjusted difference errs in about one of twenty, to either side, and leans to none", () => {
    const found = Array.from(
      { length: 500 },
      (_, i) =>
        judgeSimulated({ ...matched, mentees: 30, chosen: "rather low", seed: 80_000 + i }).comparison,
    );
    const differences = found.map(({ ancova }) => ancova!);
    const wrong = differences.filter(({ ci95: [low, high] }) => low > 0 || high < 0).length / 500;
    expect(wrong).toBeGreaterThan(0.02);
    expect(wrong).toBeLessThan(0.08);
    const leaning = differences.reduce((sum, { b, se }) => sum + b / se, 0) / 500;
    expect(Math.abs(leaning)).toBeLessThan(0.15);
  });

  test("nobody is paired where the lowest were chosen, for nobody else is like them", () => {
    for (let seed = 0; seed < 50; seed++) {
      const { verdict, comparison } = judgeSimulated({ ...matched, chosen: "lowest", seed });
      expect(["inconclusive", "fell"]).toContain(verdict);
      expect(comparison.n).toBeNull();
      expect(comparison.why.n).toBe(
        "Nobody can be paired: one characteristic alone tells the mentored students from the others (grades before).",
      );
    }
  });

  test("a large effect is found among the rather low, which all others could not show", () => {
    const large = { mentees: 30, others: 300, effect: 1, chosen: "rather low" } as const;
    expect(shareAbove(50, { ...large, group: "matched" }, 9_000)).toBeGreaterThanOrEqual(0.8);
    expect(shareAbove(50, { ...large, group: "all-others" }, 9_000)).toBe(0);
  });
});

describe("the verdict is no wall", { timeout: 120_000 }, () => {
  test("four of five programmes of 60 students drawn by lot, with an effect of one standard deviation, are promising", () => {
    const share = shareAbove(200, { mentees: 60, others: 300, effect: 1, chosen: "lot" }, 5_000);
    expect(share).toBeGreaterThanOrEqual(0.8);
  });

  test("docs/power.md holds what is simulated", () => {
    const rows = readFileSync("docs/power.md", "utf8")
      .split("\n")
      .filter((line) => /^\| \d+ \|/.test(line))
      .map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => Number.parseInt(cell, 10)),
      );
    expect(rows.map(([n]) => n)).toEqual(mentees);
    for (const [n, effect] of [
      [6, 1],
      [12, 0.5],
      [30, 0.35],
    ] as const)
      expect(rows.find(([of]) => of === n)![1 + effects.indexOf(effect)]).toBe(power(n, effect));
  });
});
