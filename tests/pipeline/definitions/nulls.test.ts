import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays } from "../../support/tiny-programme.ts";

const start = "2024-01-08";
const end = "2024-03-01";
const before = plusDays(start, -7);
const after = plusDays(start, 42);

/** Paths of nulls that have a why neither beside them nor beside what holds them, and of numbers that JSON loses. */
function unexplained(value: unknown, path: string, explained: boolean): string[] {
  if (value === null) return explained ? [] : [path];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== "object") return [];
  const why = "why" in value ? value.why : undefined;
  const reason = typeof why === "string" && why.length > 0;
  return Object.entries(value).flatMap(([key, part]) => {
    const named = typeof why === "object" && why !== null && key in why; // the record's own: why by key
    return unexplained(part, path ? `${path}.${key}` : key, explained || reason || named);
  });
}

const reviews = (ids: string, is: (i: number) => number) =>
  [...ids].flatMap((id, i) => [
    `${id}, Maths, ${before}, effort, ${2 + (i % 2)}`,
    `${id}, Maths, ${after}, effort, ${is(i)}`,
  ]);
const agreements = (ids: string) => [...ids].map((id) => `${id}, m, ${start}, ${end}, completed`);

describe("null means not estimable, and a why says why", () => {
  const programmes = {
    "nobody started": {
      reviews: reviews("a", () => 3),
      agreements: ["a, m, 2024-06-01"],
      costs: ["Room, , , 10"],
    },
    "nobody measured": { reviews: [`a, Maths, ${before}, effort, 3`], agreements: agreements("a") },
    "one student": { reviews: reviews("a", () => 3), agreements: agreements("a") },
    "two students": { reviews: reviews("ab", (i) => 3 + i), agreements: agreements("ab") },
    "five students": { reviews: reviews("abcde", (i) => 1 + i), agreements: agreements("abcde") },
    "twelve students": {
      reviews: reviews("abcdefghijkl", (i) => 1 + (i % 5)),
      agreements: agreements("abcdefghijkl"),
    },
    "on track and nobody in that year": {
      settings: { onTrack: { measure: "five-passes-with-english-and-maths" as const, pass: "4" } },
      students: ["a, 10"],
      reviews: reviews("a", () => 3),
      agreements: agreements("a"),
    },
    "on track and one known": {
      settings: { onTrack: { measure: "five-passes-with-english-and-maths" as const, pass: "4" } },
      predictions: [`a, English, ${before}, predicted, 3`, `a, English, ${after}, predicted, 3`],
      agreements: agreements("a"),
    },
    "attainment of one mentee": {
      settings: { onTrack: { measure: "attainment-8" as const, points: 40 } },
      students: [..."abcdef"].map((id) => `${id}, 11, , , , 100`),
      predictions: [..."abcdef"].flatMap((id) =>
        ["English", "Maths"].flatMap((subject) => [
          `${id}, ${subject}, ${before}, predicted, 3`,
          `${id}, ${subject}, ${after}, predicted, 4`,
          `${id}, ${subject}, ${after}, target, 5`,
          `${id}, ${subject}, 2024-05-20, result, 5`,
        ]),
      ),
      agreements: agreements("a"),
    },
  };

  test.each(Object.entries(programmes))("%s", async (_, programme) => {
    const { record } = await evaluateTiny(programme);
    expect(unexplained(record, "", false)).toEqual([]);
  });

  test.each(
    Object.entries(programmes).flatMap(([name, programme]) =>
      (["year-group", "matched"] as const).flatMap((group) =>
        ["", "xyz", "stuvwxyz"].map((others) => ({ name, programme, group, others })),
      ),
    ),
  )("$name, by $group, beside '$others'", async ({ programme, group, others }) => {
    const { record } = await evaluateTiny({
      ...programme,
      settings: {
        ...("settings" in programme ? programme.settings : {}),
        comparison: { group, covariates: ["sex", "prior_attainment"] },
      },
      reviews: [
        ...("reviews" in programme ? programme.reviews : []),
        ...reviews(others, (i) => 1 + ((3 * i) % 5)),
      ],
    });
    expect(unexplained(record, "", false)).toEqual([]);
  });
});
