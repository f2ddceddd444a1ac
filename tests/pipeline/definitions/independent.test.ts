import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

const start = "2024-01-08";
const end = "2024-03-01";
const mentored = (ids: readonly string[]) => ids.map((id) => `${id}, m, ${start}, ${end}, completed`);
const totals = (id: string, before: readonly [number, number], after: readonly [number, number]) => [
  `${id}, 2023-11-13, 2023-12-20, ${before[1]}, ${before[0]}`,
  `${id}, 2024-02-05, 2024-03-22, ${after[1]}, ${after[0]}`,
];
const reviews = (id: string, before: number, after: number) => [
  `${id}, Maths, ${plusDays(start, -7)}, effort, ${before}`,
  `${id}, Maths, ${plusDays(start, 42)}, effort, ${after}`,
];
const evaluate = async (programme: TinyProgramme) => (await evaluateTiny(programme)).record;

describe("attendance as an independent outcome", () => {
  test("is the share of possible sessions in the windows of the reviews", async () => {
    const { independent } = await evaluate({
      agreements: mentored(["a", "b"]),
      "attendance-totals": [...totals("a", [40, 50], [45, 50]), ...totals("b", [20, 25], [15, 30])],
    });
    expect(independent).toHaveLength(1);
    const [{ id, change }] = independent as [(typeof independent)[0]];
    expect(id).toBe("attendance");
    expect(change.n).toBe(2);
    expect(change.meanBefore).toBeCloseTo(0.8, 12);
    expect(change.meanAfter).toBeCloseTo((0.9 + 0.5) / 2, 12);
    expect(change.mean).toBeCloseTo((0.1 - 0.3) / 2, 12);
    expect(change.signTest).toMatchObject({ up: 1, down: 1, same: 0 });
  });

  test("counts the days of the windows alone, by session marks where there are any", async () => {
    const days = (from: string, count: number, mark: string) =>
      Array.from({ length: count }, (_, i) => plusDays(from, i))
        .filter((day) => ![0, 6].includes(new Date(day).getUTCDay()))
        .flatMap((day) => [`a, ${day}, AM, ${mark}`, `a, ${day}, PM, /`]);
    const { independent } = await evaluate({
      agreements: mentored(["a"]),
      "attendance-marks": [
        ...days("2023-10-16", 19, "O"), // before the window
        ...days("2023-11-13", 19, "/"), // 15 school days, all present
        ...days(start, 26, "O"), // too soon after the start
        ...days("2024-02-05", 19, "O"), // 15 school days, absent in the morning
        ...days("2024-04-08", 5, "O"), // too late after the end
      ],
      "attendance-totals": totals("a", [0, 50], [0, 50]),
    });
    expect(independent[0]!.change).toMatchObject({ n: 1, meanBefore: 1, meanAfter: 0.5, mean: -0.5 });
  });

  test("is not known with fewer than 20 possible sessions, nor of a quick leaver", async () => {
    const { independent } = await evaluate({
      agreements: [...mentored(["a", "b"]), `c, m, ${start}, ${plusDays(start, 7)}, withdrew`],
      "attendance-totals": [
        ...totals("a", [10, 19], [20, 20]),
        ...totals("b", [20, 20], [10, 20]),
        ...totals("c", [20, 20], [20, 20]),
      ],
    });
    expect(independent[0]!.change).toMatchObject({ n: 1, mean: -0.5 });
    expect(independent[0]!.comparison.attrition!.leavers).toMatchObject({ n: 2, known: 1 });
  });

  test("is left out where no mentee has it before and after", async () => {
    const { independent } = await evaluate({
      agreements: mentored(["a"]),
      students: ["b, 11"],
      "attendance-totals": totals("b", [40, 50], [45, 50]),
    });
    expect(independent).toEqual([]);
  });
});

describe("results of tests as an independent outcome", () => {
  test("are compared in grade steps, and are no part of what teachers judge", async () => {
    const result = (id: string, date: string, grade: number) =>
      `${id}, Maths, ${date}, result, ${grade}, GCSE`;
    const record = await evaluate({
      agreements: mentored(["a", "b"]),
      predictions: [
        result("a", plusDays(start, -7), 4),
        result("a", plusDays(start, 42), 6),
        result("b", plusDays(start, -7), 5),
        result("b", plusDays(start, 42), 5),
      ],
    });
    expect(record.independent.map(({ id, change }) => [id, change.n, change.mean])).toEqual([
      ["results", 2, 1],
    ]);
    expect(record.cohort).toMatchObject({ started: 2, measured: 0, unmeasured: 2 });
    expect(record.predictions.change.n).toBe(0);
  });
});

describe("the verdict", () => {
  const mentees = Array.from({ length: 36 }, (_, i) => `m${String(i).padStart(2, "0")}`);
  const others = Array.from({ length: 40 }, (_, i) => `o${String(i).padStart(2, "0")}`);
  const programme = (attended: (i: number, isMentored: boolean) => number): TinyProgramme => ({
    agreements: mentored(mentees),
    students: others.map((id) => `${id}, 11`),
    reviews: [
      ...mentees.flatMap((id, i) =>
        reviews(id, 2 + (i % 3), Math.min(5, 3 + (i % 3) + (i % 6 === 0 ? -1 : 0))),
      ),
      ...others.flatMap((id, i) => reviews(id, 2 + (i % 3), 2 + ((i + (i % 7 === 0 ? 1 : 0)) % 3))),
    ],
    "attendance-totals": [
      ...mentees.flatMap((id, i) => totals(id, [40 + (i % 5), 50], [attended(i, true), 50])),
      ...others.flatMap((id, i) => totals(id, [40 + (i % 5), 50], [attended(i, false), 50])),
    ],
  });

  test("is promising on what teachers judge alone, and says what is missing", async () => {
    const { primary, independent } = await evaluate(programme((i) => 40 + ((i + 2) % 5)));
    expect(primary.obstacles).toEqual([]);
    expect(independent[0]).toMatchObject({ supports: false, change: { n: 36 } });
    expect(primary.verdict).toBe("promising");
    expect(primary.settledBy).toContain("an outcome that neither the mentor nor the teachers");
  });

  test("is supported where attendance rose too, beside others whose did not", async () => {
    const { primary, independent } = await evaluate(
      programme((i, isMentored) => 40 + (i % 5) + (isMentored ? 2 + (i % 4) : (i % 3) - 1)),
    );
    expect(independent[0]).toMatchObject({ supports: true, obstacles: [] });
    expect(primary.verdict).toBe("supported");
    expect(primary.settledBy).toContain("By this rule nothing is missing");
  });
});
