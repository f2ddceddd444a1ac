import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { attainment8, type Entry } from "../../loaders/attainment/attainment-8.ts";
import { programmeSchema } from "../../loaders/programme/schema.ts";
import { slotModel } from "../../loaders/programme/slot-model.ts";

interface Example {
  name: string;
  results: Entry[];
  expected: {
    english: number;
    maths: number;
    ebacc: number;
    open: number;
    a8: number;
    empty_slots: number;
  };
}

const examples: Example[] = JSON.parse(readFileSync(new URL("attainment-8.json", import.meta.url), "utf8"));

/** The slots that the results of 2024 fall under. */
const published = slotModel(
  programmeSchema.parse({
    name: "Mentoring",
    institution: "A school",
    phase: "secondary",
    academicYear: "2023-24",
    asOf: "2024-05-31",
    scales: [],
    criteria: [{ id: "effort", label: "Effort", scale: "effort_4best" }],
  }),
)!;

describe("worked examples of Attainment 8", () => {
  it("are counted by the published slots: three EBacc, three open", () => {
    expect(published.baskets.map(({ label, slots }) => [label, slots])).toEqual([["EBacc", 3]]);
    expect(published.open).toBe(3);
  });

  it.each(examples)("$name", ({ results, expected }) => {
    const { slots } = published.baskets[0]!;
    const { english, maths, baskets, open, total, emptySlots } = attainment8(results, {
      baskets: [{ id: "ebacc", slots }],
      open: published.open,
    });
    expect({ english, maths, ebacc: baskets.ebacc, open, a8: total, empty_slots: emptySlots }).toEqual(
      expected,
    );
  });
});
