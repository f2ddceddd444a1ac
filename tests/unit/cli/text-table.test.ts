import { expect, test } from "vitest";
import { textTable, wrap } from "../../../loaders/cli/text-table.ts";

const columns = [{ label: "File", atMost: 10 }, { label: "Lines", number: true }, { label: "Why" }];
const rows = [
  ["a.csv", "3", "Short."],
  ["exports/a-long-name.csv", "1,200", "A reason that goes on for longer than the terminal is wide."],
];

test("columns are aligned, numbers to the right, and no line ends in spaces", () => {
  expect(textTable(columns, rows, Infinity)).toEqual([
    "File                     Lines  Why",
    "a.csv                        3  Short.",
    "exports/a-long-name.csv  1,200  A reason that goes on for longer than the terminal is wide.",
  ]);
});

test("on a terminal long cells go on over more lines, and nothing of them is lost", () => {
  const lines = textTable(columns, rows, 50);
  for (const line of lines) expect([...line].length).toBeLessThanOrEqual(50);
  expect(lines).toEqual([
    "File        Lines  Why",
    "a.csv           3  Short.",
    "exports/a-  1,200  A reason that goes on for",
    "long-name.         longer than the terminal is",
    "csv                wide.",
  ]);
});

test("a table narrower than the terminal is not stretched", () => {
  expect(textTable([{ label: "A" }, { label: "B", number: true }], [["x", "1"]], 100)).toEqual([
    "A  B",
    "x  1",
  ]);
});

test("text is broken at spaces, a longer word within, and a text that fits is left as it is", () => {
  expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrap("abcdefghij kl", 4)).toEqual(["abcd", "efgh", "ij", "kl"]);
  expect(wrap("one  two", 80)).toEqual(["one  two"]);
});
