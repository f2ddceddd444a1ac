import { describe, expect, test } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { evaluateTiny, plusDays } from "../../support/tiny-programme.ts";

const start = "2024-01-08";
const end = "2024-03-01";

/** Students a to n by their grades before and after; the first ten with mentor m, three with k, one with z. */
const grades: Record<string, [number, number]> = {
  a: [2, 3],
  b: [3, 3],
  c: [2, 4],
  d: [3, 2],
  e: [1, 2],
  f: [2, 3],
  g: [2, 2],
  h: [3, 4],
  i: [2, 3],
  j: [4, 5],
  k: [2, 1],
  l: [3, 3],
  m: [2, 3],
  n: [5, 4],
};
const ids = Object.keys(grades);
const mentorOf = (id: string) => (id <= "j" ? "m1" : id <= "m" ? "k1" : "z1");

const subgroups = async (by: NonNullable<ProgrammeInput["subgroups"]>) => {
  const { record } = await evaluateTiny({
    settings: { subgroups: by },
    students: ids.map((id, i) => `${id}, ${i < 7 ? 9 : 10}, ${i % 2 === 0 ? "F" : "M"}`),
    staff: ["m1, Ms Moor, tutor", "k1, Mr Keen, coach"],
    agreements: ids.map((id) => `${id}, ${mentorOf(id)}, ${start}, ${end}, completed`),
    reviews: ids.flatMap((id) => [
      `${id}, Maths, ${plusDays(start, -7)}, effort, ${grades[id]![0]}`,
      `${id}, Maths, ${plusDays(start, 42)}, effort, ${grades[id]![1]}`,
    ]),
  });
  return record.subgroups;
};

describe("subgroups of the measured mentees", () => {
  test("are counted and averaged each by itself, years in their order", async () => {
    const [sex, year] = await subgroups(["sex", "year_group"]);
    expect(sex!.groups.map(({ value, n, up, down, same }) => [value, n, up, down, same])).toEqual([
      ["F", 7, 5, 1, 1],
      ["M", 7, 3, 2, 2],
    ]);
    expect(sex!.groups[0]!.mean).toBeCloseTo((1 + 2 + 1 + 0 + 1 - 1 + 1) / 7, 12);
    expect(year!.groups.map(({ value, n }) => [value, n])).toEqual([
      ["9", 7],
      ["10", 7],
    ]);
  });

  test("by mentor show those with six students and more by name, and the others together", async () => {
    const [mentors] = await subgroups(["mentor"]);
    expect(mentors!.label).toBe("Mentor");
    expect(mentors!.groups.map(({ value, n, up, down, same }) => [value, n, up, down, same])).toEqual([
      ["Ms Moor", 10, 7, 1, 2],
      ["Mentors of fewer students", 4, 1, 2, 1],
    ]);
  });
});
