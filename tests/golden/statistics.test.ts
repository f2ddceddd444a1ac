import "./matching.ts";
import "./paired.ts";
import "./tables.ts";
import "./two-group.ts";
import { describe, expect, it } from "vitest";
import { excluded, exclusionOf } from "./excluded.ts";
import { report } from "./report.ts";
import { reproduced } from "./reproduce.ts";
import { leavesOf } from "./statistics.ts";

// One file, so that the last tests see what the others reproduced.
describe("every value of statistics.json", () => {
  const leaves = leavesOf();

  it("is reproduced, or excluded for a named reason", ({ task }) => {
    expect(leaves.filter((path) => !reproduced.has(path) && !exclusionOf(path))).toEqual([]);
    task.meta.report = report(leaves);
  });

  it("is not both", () => {
    expect([...reproduced.keys()].filter((path) => exclusionOf(path))).toEqual([]);
  });

  it("leaves no exclusion without a value that needs it", () => {
    const used = new Set(leaves.map((path) => exclusionOf(path)?.pattern));
    expect(Object.values(excluded).flatMap((patterns) => patterns.filter((each) => !used.has(each)))).toEqual(
      [],
    );
  });
});
