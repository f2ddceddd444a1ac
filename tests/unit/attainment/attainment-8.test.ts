import { describe, expect, it } from "vitest";
import { attainment8, type Entry } from "../../../loaders/attainment/attainment-8.ts";

const ebacc = { baskets: [{ id: "ebacc", slots: 3 }], open: 3 };
const one = (slot: string, points: number, double = false): Entry => ({ slot, points, double });

describe("Attainment 8", () => {
  it("of nothing is nothing, in eight empty slots", () => {
    expect(attainment8([], ebacc)).toEqual({
      english: 0,
      maths: 0,
      baskets: { ebacc: 0 },
      open: 0,
      total: 0,
      emptySlots: 8,
    });
  });

  it("parts a double award between the last slot of its basket and an open one", () => {
    const { baskets, open } = attainment8(
      [one("ebacc", 9), one("ebacc", 8), one("ebacc", 4.5, true), one("open", 7)],
      ebacc,
    );
    expect(baskets.ebacc).toBe(9 + 8 + 4.5);
    expect(open).toBe(7 + 4.5);
  });

  it("puts the fourth EBacc subject before weaker open ones", () => {
    const { open } = attainment8(
      [...[7, 7, 7, 6].map((points) => one("ebacc", points)), one("open", 2)],
      ebacc,
    );
    expect(open).toBe(8);
  });

  it("counts literature alone once, and language with an ungraded literature twice", () => {
    expect(attainment8([one("eng_lit", 6)], ebacc).english).toBe(6);
    expect(attainment8([one("eng_lang", 6), one("eng_lit", 0)], ebacc).english).toBe(12);
  });

  it("counts a second maths among the open ones", () => {
    expect(attainment8([one("maths", 9), one("maths", 8)], ebacc)).toMatchObject({ maths: 18, open: 8 });
  });

  it("takes its slots from the model", () => {
    const model = {
      baskets: [
        { id: "science", slots: 2 },
        { id: "breadth", slots: 1 },
      ],
      open: 1,
    };
    const score = attainment8(
      [one("science", 5), one("science", 4), one("science", 3), one("breadth", 7), one("breadth", 6)],
      model,
    );
    expect(score).toMatchObject({ baskets: { science: 9, breadth: 7 }, open: 6, total: 22, emptySlots: 2 });
  });

  it("does not depend on the order of the results", () => {
    const entries = [one("eng_lang", 4), one("eng_lit", 6), one("ebacc", 4.5, true), one("open", 2)];
    expect(attainment8(entries.toReversed(), ebacc)).toEqual(attainment8(entries, ebacc));
  });

  it("refuses a slot that the model lacks", () => {
    expect(() => attainment8([one("arts", 5)], ebacc)).toThrow(
      'The argument entries has the slot "arts", which the model lacks; give one of eng_lang, eng_lit, maths, open, ebacc.',
    );
  });
});
