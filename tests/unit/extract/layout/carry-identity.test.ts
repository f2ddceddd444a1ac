import { describe, expect, it } from "vitest";
import {
  carriesIdentity,
  identityCarrier,
  unknownDescribing,
} from "../../../../loaders/extract/layout/carry-identity.ts";

const labels = ["UPN", "Surname", "Forename", "Year", "Aspect", "Result", "Result Date"];
const cells = (row: string) => row.split(",");
const carries = (rows: (string | null)[], header = labels) =>
  carriesIdentity(
    header,
    rows.map((row) => (row === null ? null : cells(row))),
    null,
  );
const ann = "U1,Smith,Ann,12,Maths Focus,3,07/11/2026";
const bob = "U2,Jones,Bob,12,Maths Focus,2,07/11/2026";
const same = ",,,,Maths Pred,B,07/11/2026";

describe("a report that leaves out what is the same", () => {
  it("prints each student once, with every column blank below", () => {
    expect(carries([ann, same, null, bob])).toBe(true);
    expect(carries([ann, same, same, bob, same])).toBe(true);
  });

  it("may print a student again after the header was repeated, and lose its first line", () => {
    expect(carries([ann, same, null, ann, same])).toBe(true);
    expect(carries([null, same, same, bob, same])).toBe(true);
  });

  it("may have a student without an identifier", () => {
    expect(carries([ann, same, same, ",Khan,Cy,12,Maths Focus,3,07/11/2026", same, same])).toBe(true);
  });

  it.each([
    ["no row without a student", [ann, bob]],
    [
      "a few of many rows without one: those are errors",
      [ann, bob, "U3,a,b,12,x,1,y", same, "U4,a,b,12,x,1,y"],
    ],
    ["rows that are blank but for something else", [ann, ",,,,,,"]],
  ])("is not one with %s", (_, rows) => {
    expect(carries(rows)).toBe(false);
  });

  it.each([
    ["its first row has no student", [same, ann, same]],
    ["a student is printed in the next row again", [ann, ann, same, same]],
    ["a student is printed again further down", [ann, same, bob, same, ann, same]],
    [
      "the identifier alone is blank",
      [ann, ",Smith,Ann,12,Maths Pred,B,x", same, ",Smith,Ann,12,Art Focus,1,x"],
    ],
  ])("is asked about where %s", (_, rows) => {
    expect(carries(rows)).toEqual({ question: expect.stringContaining("Many rows") });
  });

  it.each([
    [
      "one column of the student alone, which an omission can blank",
      ["UPN", "Aspect", "Result", "Result Date"],
    ],
    ["a wide marksheet", ["UPN", "Name", "Maths Focus", "Maths Pred"]],
    ["a weekly register", ["UPN", "Name", "MonAM", "MonPM"]],
    [
      "a survey, where answers may be anonymous",
      ["response_id", "student_id", "Name", "question", "answer", "date", "subject"],
    ],
  ])("cannot be %s", (_, header) => {
    const blank = header
      .map(() => "")
      .join(",")
      .slice(0, -1);
    expect(carries([header.map((_, i) => `v${i}`).join(","), `${blank}x`], header)).toBe(false);
  });
});

describe("a report that leaves out what is the same, sorted since", () => {
  const header = ["UPN", "Surname", "Subject", "Aspect", "Result"];
  /** Students with three subjects and two aspects, printed once. */
  const report = ["U1,Smith", "U2,Jones", "U3,Patel", "U4,Khan"].flatMap((student, i) =>
    ["Art", "Maths", "Physics"].flatMap((subject, j) =>
      ["Focus", "Effort"].map(
        (aspect, k) => `${j + k === 0 ? student : ","},${subject},${aspect},${((i + 2 * j + k) % 5) + 1}`,
      ),
    ),
  );
  const sortedBy = (column: number, order: number) =>
    [...report].sort((a, b) => order * cells(a)[column]!.localeCompare(cells(b)[column]!));

  it("is carried on as it was made", () => {
    expect(carries(report, header)).toBe(true);
  });

  it.each([
    ["Subject", 2, 1],
    ["Aspect", 3, -1],
    ["Result", 4, 1],
  ])("is asked about where it was sorted by %s", (label, column, order) => {
    expect(carries(sortedBy(column, order), header)).toEqual({
      question: expect.stringContaining(`sorted by "${label}" since`),
    });
  });

  it("is not taken for sorted where students have no subject in common, or all the same", () => {
    const each = ["U1,Smith", "U2,Jones", "U3,Patel"].flatMap((student, i) => [
      `${student},Subject ${i},Focus,1`,
      `,,Subject ${i},Effort,2`,
      `,,Other ${i},Focus,1`,
      `,,Other ${i},Effort,2`,
    ]);
    expect(carries(each, header)).toBe(true);
    expect(
      carries(
        report.map((row) => row.replace(/Art|Physics/, "Maths")),
        header,
      ),
    ).toBe(true);
  });
});

describe("the student carried on", () => {
  const carrier = () => {
    const { carry, interrupt } = identityCarrier(labels, null);
    return {
      interrupt,
      carry: (row: string) => {
        const result = carry(cells(row));
        return "cells" in result ? result.cells.join(",") : result.refused;
      },
    };
  };

  it("is the one of the last row that has one, with all its columns and nothing else", () => {
    const { carry } = carrier();
    expect(carry(ann)).toBe(ann);
    expect(carry(same)).toBe("U1,Smith,Ann,12,Maths Pred,B,07/11/2026");
    expect(carry("U2,Jones,,,Maths Focus,2,x")).toBe("U2,Jones,,,Maths Focus,2,x");
    expect(carry(same)).toBe("U2,Jones,,,Maths Pred,B,07/11/2026");
  });

  it.each(["quarantined", "header", "statistics"] as const)("is not carried over a line that is %s", (by) => {
    const { carry, interrupt } = carrier();
    carry(ann);
    interrupt(by);
    expect(carry(same)).toMatch(/^This line names no student, and .* stands? between|could not be read/);
    expect(carry(same)).toMatch(/^This line names no student/);
    expect(carry(bob)).toBe(bob);
    expect(carry(same)).toMatch(/^U2,/);
  });

  it("is not given to a row that describes a student without identifier, nor to the rows below it", () => {
    const { carry } = carrier();
    carry(ann);
    expect(carry(",Smith,Ann,12,Maths Pred,B,x")).toContain("has no identifier");
    expect(carry(same)).toContain("no identifier");
    expect(carry(bob)).toBe(bob);
  });

  it("is nobody at the start", () => {
    const { carry, interrupt } = carrier();
    expect(carry(same)).toContain("there is no student above it");
    interrupt("quarantined");
    interrupt("header");
    expect(carry(same)).toContain("could not be read");
  });

  it("is never named in a message", () => {
    const { carry, interrupt } = carrier();
    carry(ann);
    interrupt("quarantined");
    expect(carry(same)).not.toMatch(/U1|Smith|Ann/);
  });
});

describe("a column of no known meaning", () => {
  const header = ["UPN", "Surname", "Legal Name", "Subject", "Aspect", "Result", "Comment"];
  const rows = [
    "U1,Smith,Smith Ann,Maths,Focus,3,good",
    ",,,Art,Focus,4,",
    ",,Zed New,Physics,Focus,1,good",
    ",,,Music,Focus,1,",
    "U2,Jones,Jones Bob,Maths,Focus,2,",
    ",,,Art,Focus,5,good",
  ].map(cells);

  it("describes the student where it is filled where a student is printed, and blank below", () => {
    expect(unknownDescribing(header, rows, null)).toEqual([2]);
  });

  it("then tells that a row is about somebody else, and so are those below it", () => {
    const carrier = identityCarrier(header, null, [2]);
    expect(rows.map((row) => ("refused" in carrier.carry(row) ? "refused" : "read"))).toEqual([
      "read",
      "read",
      "refused",
      "refused",
      "read",
      "read",
    ]);
  });
});
