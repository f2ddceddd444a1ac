import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attainment8, type Entry, type SlotModel } from "../../../loaders/attainment/attainment-8.ts";

const slots = ["eng_lang", "eng_lit", "maths", "ebacc", "arts", "open"];
const entries = fc.array(
  fc.record({
    slot: fc.constantFrom(...slots),
    points: fc.constantFrom(0, 1, 1.25, 2, 3, 4, 4.5, 5, 5.5, 7, 8.5, 9),
    double: fc.boolean(),
  }),
  { maxLength: 5 },
);
const models = fc.record({
  baskets: fc.tuple(fc.nat(3), fc.nat(2)).map(([ebacc, arts]) => [
    { id: "ebacc", slots: ebacc },
    { id: "arts", slots: arts },
  ]),
  open: fc.nat(3),
});

/** The most points that any filling of the slots gives, by trying every one. */
function mostPoints(results: readonly Entry[], model: SlotModel): number {
  const singles = results.flatMap(({ slot, points, double }) =>
    double
      ? [
          { slot, points },
          { slot, points },
        ]
      : [{ slot, points }],
  );
  const taken = (slot: string) => singles.some((single) => single.slot === slot);
  const englishWeight = taken("eng_lang") && taken("eng_lit") ? 2 : 1;
  const free = new Map([
    ["english", 1],
    ["maths", 1],
    ["open", model.open],
    ...model.baskets.map(({ id, slots: wide }) => [id, wide] as const),
  ]);
  const fill = (i: number): number => {
    const single = singles[i];
    if (!single) return 0;
    const own = single.slot.startsWith("eng_") ? "english" : single.slot;
    const weight = own === "english" ? englishWeight : own === "maths" ? 2 : 1;
    let most = fill(i + 1);
    for (const [slot, worth] of new Map([
      ["open", 1],
      [own, weight],
    ])) {
      if (free.get(slot) === 0) continue;
      free.set(slot, free.get(slot)! - 1);
      most = Math.max(most, single.points * worth + fill(i + 1));
      free.set(slot, free.get(slot)! + 1);
    }
    return most;
  };
  return fill(0);
}

describe("Attainment 8", () => {
  test("is the most that any filling of the slots gives", () => {
    fc.assert(
      fc.property(entries, models, (results, model) => {
        expect(attainment8(results, model).total).toBeCloseTo(mostPoints(results, model), 9);
      }),
    );
  });

  test("never falls when a grade rises or one more is taken", () => {
    fc.assert(
      fc.property(entries, models, fc.nat(4), (results, model, i) => {
        const { total } = attainment8(results, model);
        const raised = results.map((one, j) => (j === i ? { ...one, points: one.points + 1 } : one));
        expect(attainment8(raised, model).total).toBeGreaterThanOrEqual(total);
        const more = [...results, { slot: "open", points: 3 }];
        expect(attainment8(more, model).total).toBeGreaterThanOrEqual(total);
      }),
    );
  });
});
