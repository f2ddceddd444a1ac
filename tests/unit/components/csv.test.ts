import { expect, test } from "vitest";
import { csvCell, csvText } from "../../../src/components/csv.js";

test.each(["=1+1", "+44", "-1", "@SUM(A1)", "\tx", "\rx"])(
  "a text that a spreadsheet would run is guarded: %j",
  (text) => {
    expect(csvCell(text).replace(/^"/, "")).toMatch(/^'/);
  },
);

test("numbers stay numbers, unrounded", () => {
  expect(csvCell(-0.3125)).toBe("-0.3125");
  expect(csvCell(null)).toBe("");
});

test("commas, quotes and line breaks are quoted", () => {
  expect(csvText([["a,b", 'say "x"', "two\nlines", "plain"]])).toBe(
    '"a,b","say ""x""","two\nlines",plain\r\n',
  );
});
