import { expect, test } from "vitest";
import { doseSentences } from "../../../loaders/evaluation/sentences/dose.ts";

const of = (n: number, spearman: number | null, p: number | null, partial: number | null = spearman) => ({
  n,
  spearman,
  p,
  partial,
  ...(spearman === null ? { why: "There is no meetings file." } : {}),
});
const first = (n: number, spearman: number | null, p: number | null) =>
  doseSentences({ ...of(n, spearman, p), weeks: of(n, 0.1, 0.7) })[0];

test("the direction is named only where it is clear", () => {
  expect(first(30, 0.5, 0.01)).toBe(
    "The change tends to be greater with more meetings held: rank correlation +0.50; +0.50 among students alike before (p = 0.010), over 30 students.",
  );
  expect(first(30, -0.5, 0.01)).toMatch(/^The change tends to be smaller with more meetings held/);
  expect(first(30, 0.3, 0.2)).toMatch(/^The change does not clearly go with meetings held/);
});

test("what is not known says why, and fewer than six are not described", () => {
  expect(first(12, null, null)).toBe(
    "How the change goes with the meetings held is not known. There is no meetings file.",
  );
  expect(first(5, 0.9, 0.02)).toBeUndefined();
});
