import { expect, test } from "vitest";
import { longDate, pValue, share, signed } from "../../../loaders/evaluation/words.ts";
import * as page from "../../../src/components/format.ts";

// Sentences are made while loading and figures while drawing; a reader must not see one number in two ways.
test("sentences and figures write the same number in the same way", () => {
  for (const value of [-1.005, -0.03, -0.001, 0, 0.0049, 0.125, 2])
    expect(page.signed(value)).toBe(signed(value));
  for (const p of [0.0004, 0.0034, 0.0547, 0.0996, 0.29, 0.999, 1]) expect(page.pValue(p)).toBe(pValue(p));
  for (const n of [3, 19, 20, 250]) expect(page.share(3, n)).toBe(share(3, n));
  expect(page.date("2011-04-01")).toBe(longDate("2011-04-01"));
});
