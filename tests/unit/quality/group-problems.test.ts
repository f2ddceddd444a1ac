import { describe, expect, test } from "vitest";
import type { Problem } from "../../../loaders/extract/problem.ts";
import { countKinds, groupProblems } from "../../../loaders/quality/group-problems.ts";

const problem = (over: Partial<Problem>): Problem => ({
  line: 17,
  column: "Focus",
  code: "constraint-error",
  message: "Grade 7 is not on the scale.",
  severity: "error",
  ...over,
});
const onLines = (lines: readonly number[], over: Partial<Problem> = {}) =>
  lines.map((line) => problem({ line, ...over }));
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 17);

describe("problems of a file", () => {
  test.each([
    [[17], "line 17"],
    [[17, 18], "lines 17 and 18"],
    [[19, 17, 18], "lines 17, 18 and 19"],
    [upTo(207), "lines 17, 18, 19 and 204 more"],
    [upTo(1503), "lines 17, 18, 19 and 1,500 more"],
  ])("with one reason are one entry that says where it stands first", (lines, place) => {
    expect(groupProblems(onLines(lines))).toMatchObject([{ place, count: lines.length, column: "Focus" }]);
  });

  test("of the whole file have no line", () => {
    expect(groupProblems([problem({ line: null, column: null })])).toMatchObject([
      { place: "whole file", column: null, value: null },
    ]);
  });

  test("keep apart what differs in reason, column, code or severity", () => {
    const groups = groupProblems([
      problem({}),
      problem({ message: "Grade 8 is not on the scale." }),
      problem({ column: "Effort" }),
      problem({ code: "type-error" }),
      problem({ severity: "warning" }),
    ]);
    expect(groups.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1]);
  });

  test("name the first few values where they differ, each once, and none where none may be shown", () => {
    const values = ["31/02/2011", "30/02/2011", "31/02/2011", "32/01/2011", "x", "y"];
    const [first, second] = groupProblems([
      ...values.map((value, i) => problem({ line: i + 1, value })),
      problem({ column: "Surname", value: null }),
      problem({ column: "Surname" }),
    ]);
    expect(first!.value).toBe("31/02/2011, 30/02/2011, 32/01/2011 and 2 more");
    expect(second!.value).toBeNull();
  });

  test("stand errors first, then in the order of their first lines, the whole file before all", () => {
    const groups = groupProblems([
      problem({ line: 2, severity: "warning", message: "w" }),
      problem({ line: 9, message: "nine" }),
      problem({ line: 4, message: "four" }),
      problem({ line: 30, message: "four" }),
      problem({ line: null, message: "all" }),
    ]);
    expect(groups.map(({ message }) => message)).toEqual(["all", "four", "nine", "w"]);
  });

  test("show no character that a terminal obeys, and no text without end", () => {
    const [group] = groupProblems([
      problem({
        column: `\u001b[31m${"x".repeat(500)}`,
        value: "\u0007",
        message: `\u202e${"y".repeat(9999)}`,
      }),
    ]);
    expect(group!.column).toMatch(/^\\u001b\[31mx+…$/);
    expect(group!.value).toBe("\\u0007");
    expect(group!.message.length).toBeLessThan(2_010);
  });
});

test("kinds are counted in words, errors first, then the most frequent", () => {
  expect(
    countKinds([
      ...onLines([1, 2, 3], { severity: "warning", code: "unmapped-value" }),
      ...onLines([4], { code: "extra-cell" }),
      ...onLines([5, 6]),
    ]),
  ).toEqual([
    { kind: "value that is not allowed", severity: "error", count: 2 },
    { kind: "too many cells", severity: "error", count: 1 },
    { kind: "value that no setting maps", severity: "warning", count: 3 },
  ]);
});
