import { describe, expect, test } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { evaluateTiny, plusDays } from "../../support/tiny-programme.ts";

const start = "2024-01-08";
const end = "2024-03-01";
const before = plusDays(start, -7);
const after = plusDays(start, 42);

const agreed = (ids: string) => [...ids].map((id) => `${id}, m, ${start}, ${end}, completed`);

/** Reviews of students called by one letter: "34" is 3 before and 4 after, "-" is not there. */
const reviewed = (grades: Record<string, string>) =>
  Object.entries(grades).flatMap(([id, moments]) =>
    [before, after].flatMap((date, i) =>
      moments[i] === "-" ? [] : [`${id}, Maths, ${date}, effort, ${moments[i]}`],
    ),
  );

async function recordOf(
  mentees: Record<string, string>,
  others: Record<string, string>,
  settings: Partial<ProgrammeInput> = {},
) {
  const { record } = await evaluateTiny({
    settings,
    reviews: reviewed({ ...mentees, ...others }),
    agreements: agreed(Object.keys(mentees).join("")),
  });
  return record;
}

describe("gains by their order alone", () => {
  test("the share of pairs won less the share lost, with the exact p of all ways to share five out", async () => {
    const { comparisonByOrder } = await recordOf({ a: "23", b: "24" }, { p: "33", q: "33", r: "34" });
    // Gains 1 and 2 against 0, 0 and 1: five pairs won, one tied. Of the ten ways two give the mentored as much.
    expect(comparisonByOrder.cliffsDelta).toBeCloseTo(5 / 6, 12);
    expect(comparisonByOrder.p).toBeCloseTo(2 * (2 / 10), 12);
    expect(comparisonByOrder.ci95![0]).toBeLessThan(5 / 6);
  });

  test("equal means over different subjects tie, whatever their doubles say", async () => {
    const thirds = (id: string, grades: string[]) =>
      ["Art", "Maths", "Music"].flatMap((subject, i) =>
        [before, after].map((date, when) => `${id}, ${subject}, ${date}, effort, ${grades[i]![when]}`),
      );
    const { record } = await evaluateTiny({
      reviews: [
        ...thirds("a", ["12", "11", "22"]),
        ...thirds("b", ["34", "33", "44"]),
        ...thirds("p", ["45", "33", "33"]),
        ...thirds("q", ["23", "22", "33"]),
      ],
      agreements: agreed("ab"),
    });
    expect(record.comparisonByOrder).toMatchObject({ cliffsDelta: 0, p: 1 });
  });

  test("nobody beside the mentored: null, and why", async () => {
    const { comparisonByOrder } = await recordOf({ a: "23" }, {});
    expect(comparisonByOrder).toEqual({
      cliffsDelta: null,
      ci95: null,
      p: null,
      why: "No other student of the mentees' year groups is known before and after in the same weeks.",
    });
  });
});

describe("who of those with grades before has none after", () => {
  test("mentored and others, in all and apart", async () => {
    const { comparison } = await recordOf(
      { a: "23", b: "2-", c: "-3" },
      { p: "33", q: "3-", r: "33", s: "33", t: "-3" },
    );
    expect(comparison.attritionRates).toEqual({
      mentees: { lost: 1, of: 2 },
      others: { lost: 1, of: 4 },
      overall: 2 / 6,
      differential: 0.25,
      class: "high",
    });
  });

  test("nobody lost is low; without anybody else it is not known", async () => {
    const { comparison } = await recordOf({ a: "23" }, { p: "33" });
    expect(comparison.attritionRates).toMatchObject({ overall: 0, differential: 0, class: "low" });
    const alone = (await recordOf({ a: "23" }, {})).comparison;
    expect(alone.attritionRates).toBeNull();
    expect(alone.why.attritionRates).toMatch(/has the outcome before the start\.$/);
  });
});

describe("a cut-off, where nobody else can be compared", () => {
  const comparison = { cutOff: { below: 2.5, mean: 3, sd: 1, correlation: 0.5 } };

  test("gives the gain expected anyway", async () => {
    const { comparison: compared, primary } = await recordOf({ a: "23", b: "23" }, {}, { comparison });
    // phi(-0.5) / Phi(-0.5), half of it.
    expect(compared.expectedGain).toBeCloseTo((0.5 * 0.3520653267642995) / 0.3085375387259869, 12);
    expect(compared.why).not.toHaveProperty("expectedGain");
    expect(compared.n).toBeNull();
    expect(primary.verdict).not.toBe("promising");
  });

  test("is not used beside others, nor where nobody was measured", async () => {
    const { comparison: compared } = await recordOf(
      { a: "23", b: "34" },
      { p: "33", q: "44", r: "23" },
      { comparison },
    );
    const without = await recordOf({ a: "23", b: "34" }, { p: "33", q: "44", r: "23" });
    expect(compared.expectedGain).toBe(without.comparison.expectedGain);
    const unmeasured = await recordOf({ a: "2-" }, {}, { comparison });
    expect(unmeasured.comparison.expectedGain).toBeNull();
    expect(unmeasured.comparison.why.expectedGain).toBe("No mentored student was measured.");
  });

  test("must lie near the students it was set for", async () => {
    await expect(
      recordOf({ a: "23" }, {}, { comparison: { cutOff: { below: 90, mean: 3, sd: 1, correlation: 0.5 } } }),
    ).rejects.toThrow(/cutOff.*lies more than 30 sd from mean/);
  });
});

describe("the bootstrap interval", () => {
  const ids = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef";
  const cohort = (n: number) =>
    Object.fromEntries([...ids.slice(0, n)].map((id, i) => [id, i % 3 === 0 ? "34" : "33"]));

  test("of 30 students and not of 29", async () => {
    const { robustness } = (await recordOf(cohort(30), {})).primary;
    const [low, high] = robustness.bootstrapCi95!;
    expect(low).toBeGreaterThan(0.1);
    expect(low).toBeLessThan(1 / 3);
    expect(high).toBeGreaterThan(1 / 3);
    expect(high).toBeLessThan(0.6);
    const fewer = (await recordOf(cohort(29), {})).primary.robustness;
    expect(fewer.bootstrapCi95).toBeNull();
    expect(fewer.why).toContain("There is no bootstrap of fewer than 30 students.");
  });
});

test("criteria: adjusted after Benjamini and Hochberg beside Holm, never above it", async () => {
  const criteria = ["c1", "c2", "c3"].map((id) => ({ id, label: id, scale: "five" }));
  const students = [..."abcdefgh"];
  const { record } = await evaluateTiny({
    settings: { criteria },
    reviews: students.flatMap((id, i) => [
      ...criteria.map(({ id: criterion }) => `${id}, Maths, ${before}, ${criterion}, 2`),
      `${id}, Maths, ${after}, c1, 3`,
      `${id}, Maths, ${after}, c2, ${i < 7 ? 3 : 2}`,
      `${id}, Maths, ${after}, c3, ${i < 4 ? 3 : 1}`,
    ]),
    agreements: agreed(students.join("")),
  });
  const [c1, c2, c3] = record.criteria.map(({ change }) => change);
  expect([c1!.pExact, c2!.pExact, c3!.pExact]).toEqual([2 / 256, 2 / 128, 1]);
  expect([c1!.pHolm, c2!.pHolm, c3!.pHolm]).toEqual([6 / 256, 4 / 128, 1]);
  expect([c1!.pBh, c2!.pBh, c3!.pBh]).toEqual([6 / 256, 6 / 256, 1]);
});
