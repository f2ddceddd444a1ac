import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

/** Last year's review, target and result in two subjects: "354" is 3 predicted, 5 as target, 4 achieved. */
const lastYear = (id: string, [predicted, target, result]: string, review = "2023-02-01") =>
  ["Maths", "Art"].flatMap((subject) => [
    `${id}, ${subject}, ${review}, predicted, ${predicted}`,
    `${id}, ${subject}, 2022-10-03, target, ${target}`,
    `${id}, ${subject}, 2023-08-24, result, ${result}`,
  ]);
const ids = (letter: string, n: number) => [...Array(n)].map((_, i) => `${letter}${i}`);

const programme: TinyProgramme = {
  agreements: ["zoe, m, 2024-05-01"],
  students: [...ids("h", 8), ...ids("f", 2), ...ids("m", 3), ...ids("c", 9)].map((id) => `${id}, 12`),
  predictions: [
    ...ids("h", 8).flatMap((id) => lastYear(id, "354")), // flagged, missed
    ...ids("f", 2).flatMap((id) => lastYear(id, "355")), // flagged, met
    ...ids("m", 3).flatMap((id) => lastYear(id, "554")), // not flagged, missed
    ...ids("c", 9).flatMap((id) => lastYear(id, "555")), // neither
  ],
};

describe("flags set against last year's results", () => {
  test("precision, recall, the others and the lead time are counted by student", async () => {
    const { flags } = await evaluateTiny(programme);
    const [check] = flags.checks;
    expect(check).toMatchObject({ key: "results-2022", students: 22, missed: 11, leftOut: 0 });
    const rule = check!.rules.find(({ label }) => label === "Below target")!.check;
    expect(rule).toMatchObject({
      judged: 22,
      precision: { k: 8, n: 10 },
      recall: { k: 8, n: 11 },
      others: { k: 3, n: 12 },
      leadDays: { median: 204, ci95: [204, 204] },
      verdict: "more often",
    });
    expect(flags.headline).toBe(
      "Results of 2022-23: 8 of ten flagged students later missed the target, and 3 of 12 who were not flagged.",
    );
  });

  test("a review on the day of the results or after it, and a target set after them, do not count", async () => {
    const late = ["Maths", "Art"].flatMap((subject) => [
      `h0, ${subject}, 2023-08-24, predicted, 3`,
      `c0, ${subject}, 2023-08-30, target, 9`,
    ]);
    const { flags } = await evaluateTiny({ ...programme, predictions: [...programme.predictions!, ...late] });
    expect(flags.checks[0]).toMatchObject({ students: 22, missed: 11 });
    expect(flags.checks[0]!.byDay.map(({ day }) => day)).toEqual(["2023-02-01"]);
  });

  test("a student without enough comparable subjects, or without a review before, is left out", async () => {
    const { flags } = await evaluateTiny({
      ...programme,
      students: [...programme.students!, "x, 12", "y, 12"],
      predictions: [
        ...programme.predictions!,
        ...lastYear("x", "354").slice(0, 3), // one subject
        ...lastYear("y", "354").filter((line) => !line.includes("predicted")),
      ],
    });
    expect(flags.checks[0]).toMatchObject({ students: 22, leftOut: 2 });
  });

  test("a rule without data of that year judges nobody, and what it lacks leaves nobody out of Any rule", async () => {
    const { flags } = await evaluateTiny({
      ...programme,
      behaviour: ["h0, 2024-02-01, incident, 5"],
      "attendance-totals": ["h0, 2023-09-04, 2024-05-24, 200, 100"],
    });
    const of = (label: string) => flags.checks[0]!.rules.find((rule) => rule.label === label)!.check;
    expect([of("Attendance").judged, of("Behaviour").judged]).toEqual([0, 0]);
    expect(of("Any rule")).toMatchObject({ judged: 22, precision: { k: 8, n: 10 } });
  });

  test("the measure of onTrack is checked for last year's year group, though the students have moved up", async () => {
    const { flags } = await evaluateTiny({
      ...programme,
      settings: { onTrack: { measure: "english-and-maths", pass: "4", english: ["Art"] } },
      predictions: programme.predictions!,
    });
    const check = flags.checks.find(({ key }) => key === "on-track-2022")!;
    expect(check).toMatchObject({ students: 22, missed: 0 });
    const rule = check.rules.find(({ label }) => label === "Not on track")!.check;
    expect(rule).toMatchObject({ judged: 22, precision: { k: 0, n: 10 } });
  });
});

test("this year's flags are set against the latest predicted grades, and the latest review is no flag of its own", async () => {
  const asOf = "2024-05-31";
  const two = (id: string, before: string, after: string) =>
    ["Maths", "Art"].flatMap((subject) => [
      `${id}, ${subject}, ${plusDays(asOf, -70)}, predicted, ${before}`,
      `${id}, ${subject}, ${plusDays(asOf, -10)}, predicted, ${after}`,
      `${id}, ${subject}, 2023-10-02, target, 5`,
    ]);
  const { flags } = await evaluateTiny({
    agreements: ["zoe, m, 2024-05-01"],
    predictions: [...two("ann", "4", "4"), ...two("bob", "4", "5"), ...two("cat", "5", "4")],
  });
  const [check] = flags.checks;
  expect(check).toMatchObject({ key: "this-year", students: 3, missed: 2 });
  expect(check!.rules.find(({ label }) => label === "Below target")!.check).toMatchObject({
    precision: { k: 1, n: 2 },
    recall: { k: 1, n: 2 },
    leadDays: { median: 60, ci95: null },
    verdict: "too few",
  });
});
