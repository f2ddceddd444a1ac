import { describe, expect, test } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { whoBenefitsOf } from "../../support/page-data.ts";
import { ofTiny } from "../../support/tiny-pages.ts";
import { plusDays } from "../../support/tiny-programme.ts";

const start = "2024-01-08";
const end = "2024-03-01";

/** Seven girls of whom one has no review after, two boys, one of no stated sex; the last left quickly. */
const grades: [string, string, number, number | null][] = [
  ["a", "F", 1, 2],
  ["b", "F", 2, 3],
  ["c", "F", 2, 2],
  ["d", "F", 3, 3],
  ["e", "F", 4, 3],
  ["f", "F", 3, 4],
  ["g", "F", 3, null],
  ["h", "M", 2, 3],
  ["i", "M", 2, 1],
  ["j", "", 2, 3],
];

const page = (subgroups: NonNullable<ProgrammeInput["subgroups"]>) =>
  ofTiny(
    {
      settings: { subgroups },
      students: grades.map(([id, sex]) => `${id}, 11, ${sex}`),
      staff: ["m1, Ms Moor"],
      agreements: grades.map(([id]) =>
        id === "j"
          ? `${id}, z9, ${start}, ${plusDays(start, 4)}, withdrew`
          : `${id}, ${id <= "g" ? "m1" : "k1"}, ${start}, ${end}, completed`,
      ),
      reviews: grades.flatMap(([id, , before, after]) => [
        `${id}, Maths, ${plusDays(start, -7)}, effort, ${before}`,
        ...(after === null ? [] : [`${id}, Maths, ${plusDays(start, 42)}, effort, ${after}`]),
      ]),
    },
    whoBenefitsOf,
  );

describe("who benefits", () => {
  test("gives each group its students, those not measured and the mean before of those who are", async () => {
    const { subgroups, everyone } = await page(["sex"]);
    expect(subgroups[0]!.groups).toMatchObject([
      { value: "F", n: 6, notMeasured: 1, up: 3, down: 1, same: 2, meanBefore: 15 / 6 },
      { value: "M", n: 2, notMeasured: 0, up: 1, down: 1, same: 0, meanBefore: 2 },
      { value: null, n: 0, notMeasured: 1, mean: null, ci95: null, meanBefore: null },
    ]);
    expect(subgroups[0]!.groups[0]!.mean).toBeCloseTo(2 / 6, 12);
    expect(everyone.n).toBe(8);
  });

  test("puts mentors of few measured students together, one of nobody measured too", async () => {
    const { subgroups } = await page(["mentor"]);
    expect(subgroups[0]!.groups).toMatchObject([
      { value: "Ms Moor", n: 6, notMeasured: 1 },
      { value: "Mentors of fewer students", n: 2, notMeasured: 1 },
    ]);
  });

  test("names no group in its headline", async () => {
    expect((await page(["sex", "mentor"])).headline).toBe(
      "Change by sex and mentor is exploratory: two of four groups are large enough to average, and no group is a finding by itself.",
    );
    expect((await page(["year_group", "reason"])).headline).toBe(
      "Change by year group is exploratory: the one group is large enough to average, and no group is a finding by itself.",
    );
    expect((await page(["reason"])).headline).toMatch(
      /^Who benefits is not known: of no mentee do the files/,
    );
  });

  test("says so where no groups are declared", async () => {
    const { headline, subgroups } = await page([]);
    expect(subgroups).toEqual([]);
    expect(headline).toBe("Who benefits is not looked into: no groups are declared in programme.json.");
  });
});
