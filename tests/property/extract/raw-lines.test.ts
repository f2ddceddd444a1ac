import fc from "fast-check";
import { expect, it } from "vitest";
import { readFolder } from "../../support/programme-folder.ts";

const header = "student_id,subject,review_date,criterion,grade,teacher,";

/** Pieces of lines, whole ones first, then what a damaged or hand-made export has: cells that are cut or run together. */
const pieces = [
  [
    ["A1,", "A2,", "A3,", '"A1",'],
    ["A3", ","],
  ],
  [
    ["Art,", '"Art, Design",', '"Art",', "Maths,"],
    ["Art, Design,", "Art ", ",Design,"],
  ],
  [["2010-10-08,", '"2010-10-08",', "2010-12-03,", "2011-01-14,"], [","]],
  [["focus,", "effort,", '"focus",'], ["focus"]],
  [["3,", "4,", '"3",', ","], [""]],
  [
    ["", "Berry", '"Berry, J"', '"Berry J"', "Bérry", '"Berry ""J"""'],
    ["Berry, J", "Berry\tJ", 'Berry "J"'],
  ],
  [[","], ["", ",x", ",,", ', ""', '" ,']],
].map(([whole, cut]) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...whole!) },
    { weight: 1, arbitrary: fc.constantFrom(...cut!) },
  ),
);

const lines = fc.array(
  fc.tuple(...pieces).map((cells) => cells.join("")),
  { minLength: 2, maxLength: 12 },
);

/** What is read of a file, whatever its encoding; the warning of columns without a header looks at other lines. */
function told(bytes: string | Uint8Array) {
  const folder = readFolder({ "reviews.csv": bytes });
  const file = folder.file("reviews.csv");
  return {
    rows: folder
      .rows("reviews")
      .map((row) => JSON.stringify(row))
      .sort(),
    fates: Array.from({ length: file.lines.total() }, (_, i) => file.fateOf(i + 1)),
    problems: file.problems.map((problem) => JSON.stringify(problem)).sort(),
  };
}

it("lines of any kind are read the same in bulk and record by record", { timeout: 120_000 }, () => {
  let rows = 0;
  fc.assert(
    fc.property(lines, fc.constantFrom("\n", "\r\n", "\r"), (body, end) => {
      const text = [header, ...body, ""].join(end);
      const read = told(text);
      rows += read.rows.length;
      expect(read).toEqual(told(Buffer.from(`\uFEFF${text}`, "utf16le")));
    }),
    { seed: 20_101_203, numRuns: 1_000 },
  );
  // Of the lines, enough must be right for the bulk to have read any.
  expect(rows).toBeGreaterThan(2_000);
});
