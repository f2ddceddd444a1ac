import { describe, expect, it } from "vitest";
import { json, settingsHint } from "../../../../loaders/extract/layout/snippet.ts";

const file = { name: "exports/marks.xlsx", sheet: null, source: null };

describe("what to add to programme.json for a file", () => {
  it("is a source of its own where it has none", () => {
    expect(settingsHint(file, "marksheet", { reviewDate: "<YYYY-MM-DD>" })).toBe(
      'Add to "sources" in programme.json: {"table": "marksheet", "files": "exports/marks.xlsx", "reviewDate": "<YYYY-MM-DD>"}.',
    );
  });

  it("names the sheet of a workbook", () => {
    expect(settingsHint({ ...file, sheet: 'Y11 "A"' }, "marksheet", { skipRows: 2 })).toContain(
      '{"table": "marksheet", "files": "exports/marks.xlsx", "sheet": "Y11 \\"A\\"", "skipRows": 2}.',
    );
  });

  it("is only what its source lacks, never a second source", () => {
    const source = { table: "marksheet", files: "exports/*.xlsx", columns: {}, aspects: {} };
    expect(settingsHint({ ...file, source }, "marksheet", { reviewDate: "<YYYY-MM-DD>" })).toBe(
      'Add to its source in programme.json (the one with "files": "exports/*.xlsx"): "reviewDate": "<YYYY-MM-DD>".',
    );
    expect(settingsHint({ ...file, source: { ...source, sheet: "A" } }, "marksheet", {})).toContain(
      '(the one with "files": "exports/*.xlsx", "sheet": "A")',
    );
  });

  it("is the whole setting where the source has it, so that nothing stands twice and nothing is lost", () => {
    const source = {
      table: "meetings",
      files: "m.csv",
      values: { status: { No: "cancelled" } },
      skipRows: 1,
    };
    const hint = settingsHint({ ...file, source }, "meetings", {
      values: { status: { missed: "<held>" }, kind: { x: "<y>" } },
    });
    expect(hint).toBe(
      'Write in its source in programme.json (the one with "files": "m.csv"), in place of what it says there: "values": {"status": {"No": "cancelled", "missed": "<held>"}, "kind": {"x": "<y>"}}.',
    );
    expect(settingsHint({ ...file, source }, "meetings", { skipRows: 3 })).toMatch(
      /in place of what it says there: "skipRows": 3\.$/,
    );
  });

  it("is JSON", () => {
    const value = { a: ['"', "é\n"], b: { c: 1, d: [] } };
    expect(JSON.parse(json(value))).toEqual(value);
  });
});
