import { describe, expect, test } from "vitest";
import type { LoadAccount } from "../../../loaders/quality/account.ts";
import { headline, lineSum, safety } from "../../../loaders/quality/sentences.ts";

type Totals = LoadAccount["totals"];
const lines = (total: number, quarantined = 0): Totals["lines"] => ({
  total,
  accepted: Math.max(0, total - quarantined - 1),
  quarantined,
  preamble: 0,
  header: Math.min(1, total),
  blank: 0,
  footer: 0,
});
const totals = (over: Partial<Totals> = {}): Totals => ({
  files: 58,
  refusedFiles: 0,
  lines: lines(12_345),
  lostCells: 0,
  errors: 0,
  warnings: 0,
  unmapped: 0,
  ...over,
});

test("a sum names each fate that has a line", () => {
  expect(
    lineSum({ total: 412, accepted: 400, quarantined: 3, preamble: 4, header: 1, blank: 1, footer: 3 }),
  ).toBe("412 lines = 400 accepted + 3 quarantined + 4 preamble + 1 header + 1 blank + 3 footer");
  expect(lineSum(lines(1))).toBe("1 line = 1 header");
  expect(lineSum(lines(0))).toBe("0 lines = 0");
});

test.each<[Partial<Totals>, string]>([
  [{}, "All 12,345 lines of 58 files were accounted for, and none was refused."],
  [{ lines: lines(12_345, 3) }, "All 12,345 lines of 58 files were accounted for; 3 could not be used."],
  [
    { lines: lines(12_345, 1), lostCells: 2 },
    "All 12,345 lines of 58 files were accounted for; 1 line and 2 cells could not be used.",
  ],
  [{ lostCells: 1 }, "All 12,345 lines of 58 files were accounted for; 1 cell could not be used."],
  [{ refusedFiles: 1 }, "All 12,345 lines of 58 files were accounted for; 1 file could not be used."],
  [{ files: 1, lines: lines(1) }, "The one line of 1 file was accounted for, and none was refused."],
  [{ files: 0, lines: lines(0) }, "No file of the folder was read."],
])("the finding is right in number: %o", (over, sentence) => {
  expect(headline(totals(over))).toBe(sentence);
});

describe("whether it is safe to go on", () => {
  const kept = "data/x/.impact/quarantine";

  test("yes, where nothing was refused; warnings and unmapped values are mentioned", () => {
    const safe = "Safe to go on: every line was accounted for, and nothing was refused.";
    expect(safety(totals(), kept)).toBe(safe);
    expect(safety(totals({ warnings: 1 }), kept)).toBe(`${safe} There is one warning to read.`);
    expect(safety(totals({ warnings: 2, unmapped: 1 }), kept)).toBe(
      `${safe} There are two warnings to read. Counted and not used: 1 value that is not mapped.`,
    );
  });

  test("with what was refused, and where it is kept", () => {
    expect(safety(totals({ lines: lines(12_345, 3) }), kept)).toBe(
      `Loaded with 3 lines quarantined: nothing else was lost. The lines are kept in ${kept}. Go on without them, or correct the exports and load again.`,
    );
    expect(safety(totals({ lines: lines(12_345, 1), lostCells: 2, refusedFiles: 1 }), kept)).toMatch(
      /^Loaded with 1 line quarantined \(one whole file among them\) and 2 cells left out: nothing else was lost\. The line is kept in /,
    );
  });

  test("says so where the lines could not be kept, and nothing of lines where there are none", () => {
    expect(safety(totals({ lines: lines(9, 2) }), null)).toContain("The lines are only in the exports.");
    expect(safety(totals({ lostCells: 2 }), kept)).not.toContain("kept in");
    expect(safety(totals({ refusedFiles: 2 }), kept)).toMatch(/^Loaded with two whole files refused: /);
  });
});
