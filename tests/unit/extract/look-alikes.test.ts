import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder } from "../../support/programme-folder.ts";

/** What is said of one file, in bulk and record by record. */
function told(name: string, lines: readonly string[], settings: Partial<ProgrammeInput> = {}) {
  const text = `${lines.join("\n")}\n`;
  const [inBulk, slowly] = [text, Buffer.from(`\ufeff${text}`, "utf16le")].map((bytes) =>
    readFolder({ [name]: bytes }, settings)
      .problems(name)
      .map(({ line, column, severity, message }) => ({ line, column, severity, message })),
  );
  expect(slowly).toEqual(inBulk);
  return inBulk!;
}

describe("prior attainment that is no result", () => {
  const students = (values: readonly string[], scale = "") =>
    told("students.csv", [
      "student_id,surname,forename,year_group,prior_attainment,prior_scale",
      ...values.map((value, i) => `A${i},S${i},F,12,${value},${scale}`),
    ]).map(({ line, column, message }) => ({ line, column, message }));
  const usual = ["100", "104", "98", "110", "93", "101", "107", "99"];

  it.each([
    ["0", "1 is 0 or below"],
    ["-1", "1 is 0 or below"],
    ["999", "1 is far from all others"],
    ["4.5", "1 is far from all others"],
  ])("is warned of beside usual ones: %s", (value, reason) => {
    const warnings = students([...usual, value]);
    expect(warnings).toMatchObject([{ line: 10, column: "prior_attainment" }]);
    expect(warnings[0]!.message).toContain(`Of 9 values of "prior_attainment", ${reason};`);
  });

  it.each([
    ["KS2 scaled score", "121"],
    ["KS2 scaled score", "79"],
    ["KS2 fine level", "45"],
  ])("is warned of where it is outside its scale, %s: %s", (scale, value) => {
    const warnings = students([value], scale);
    expect(warnings[0]!.message).toContain("1 is outside the scale that the line gives");
  });

  it("is one warning for a file", () => {
    const [warning, ...more] = students([...usual, "0", "0", "999"]);
    expect([more, warning!.line]).toEqual([[], 10]);
    expect(warning!.message).toContain("2 are 0 or below, 1 is far from all others");
  });

  it.each([
    [[...usual, "80", "120"], "KS2 scaled score"],
    [["4.5", "5.1", "3.9", "2.0", "6.7", "4.4", "4.9", "5.5", "4.1"], "KS2 fine level"],
    [["100", "100", "100", "100", "100", "100", "100", "100", "104"], ""],
    [["7", "900"], ""],
  ])("is none where all are likely: %j", (values, scale) => {
    expect(students(values, scale)).toEqual([]);
  });
});

describe("a register of ticks", () => {
  const rows = (...marks: string[]) => marks.map((mark, i) => `A${(i % 3) + 1},2010-10-0${i + 4},AM,${mark}`);
  const register = (...marks: string[]) =>
    told("attendance.csv", ["student_id,date,session,mark", ...rows(...marks)]);

  it.each([
    ["Y", "N", "Y"],
    ["X", "", "X"],
    ["X", "N", "N"],
  ])("is warned of once: %s %s %s", (...marks) => {
    const warnings = register(...marks);
    expect(warnings).toMatchObject([{ line: 2, column: "mark", severity: "warning" }]);
    expect(warnings[0]!.message).toContain("look like ticks");
  });

  it("is warned of in a weekly register", () => {
    const lines = ["student_id,MonAM,MonPM", "A1,Y,N", "A2,Y,Y"];
    expect(told("attendance-2010-10-04.csv", lines)).toMatchObject([{ line: 2, column: "MonAM" }]);
  });

  it.each([
    ["/", "N", "X"],
    ["N", "N", ""],
    ["/", "Y", "/"],
  ])("is none with other codes, or of absences alone: %s %s %s", (...marks) => {
    expect(register(...marks)).toEqual([]);
  });
});

describe("a column of yes and no that says only one of them", () => {
  const students = (cells: readonly string[], values: Record<string, string> = {}) =>
    told(
      "students.csv",
      ["student_id,surname,forename,year_group,FSM", ...cells.map((cell, i) => `A${i},S,F${i},12,${cell}`)],
      { sources: [{ table: "students", files: "students.csv", values: { fsm: values } }] },
    );

  it.each([
    [["", "X", "X"], 3, '{"fsm": {"X": "yes"}}'],
    [["F", "", "F"], 2, '{"fsm": {"F": "yes"}}'],
    [["", "X", "-"], 3, '{"fsm": {"X": "yes"}}'],
  ])("is warned of: %j", (cells, line, values) => {
    const warnings = students(cells);
    expect(warnings).toMatchObject([{ line, column: "FSM", severity: "warning" }]);
    expect(warnings[0]!.message).toContain(`"values": ${values}`);
  });

  it.each([[["Y", "", "Y"]], [["F", "T", ""]], [["F", "F"]], [["X", "Y", "N"]], [["", "-"]], [["", ""]]])(
    "is none otherwise: %j",
    (cells) => {
      expect(students(cells)).toEqual([]);
    },
  );

  it("is none where the letter is said to be yes", () => {
    expect(students(["F", ""], { F: "yes" })).toEqual([]);
    expect(students(["X", ""], { X: "yes" })).toEqual([]);
  });
});
