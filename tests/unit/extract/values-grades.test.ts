import { describe, expect, it } from "vitest";
import { ambiguousGrade, gradeRefusal, gradeRemedy } from "../../../loaders/extract/values/grade-refusal.ts";
import { builtInScales, type Scale, scalesWith } from "../../../loaders/programme/scales.ts";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder } from "../../support/programme-folder.ts";

const builtIn = (id: string): Scale => builtInScales.find((scale) => scale.id === id)!;
const review5: Scale = { id: "review5", label: "Review grade", bestFirst: ["5", "4", "3", "2", "1"] };

describe("the message about a grade off its scale", () => {
  it("names the scale and its grades, and no more where no more is known", () => {
    expect(gradeRefusal([review5], "7", null)).toBe("Grade 7 is not on the scale review5 (5, 4, 3, 2, 1).");
    expect(gradeRefusal([review5], "7", "Maths")).toBe(
      "Grade 7 is not on the scale review5 (5, 4, 3, 2, 1).",
    );
    expect(gradeRefusal([builtIn("alevel")], "B1", "Maths")).toMatch(/\(A\*, A, B, C, D, E, U\)\.$/);
    expect(gradeRefusal([builtIn("alevel")], "B+", null)).toMatch(/\(A\*, A, B, C, D, E, U\)\.$/);
  });

  it("names the built-in scales that have a predicted grade, four at most, as lines to paste", () => {
    expect(gradeRefusal([builtIn("gcse91")], "M2", "Health")).toBe(
      'Grade M2 is not on the scale gcse91 (9, 8, 7, 6, 5, 4, 3, 2, 1, U). If Health is graded on another scale, add to "qualifications" in programme.json, before the line that names gcse91: {"match": "Health", "scale": "btec_l12"}.',
    );
    const many = scalesWith(["B"]);
    expect(many.length).toBeGreaterThan(4);
    const lines = gradeRefusal([builtIn("gcse91")], "B", "Art").match(/\{"match": "Art", "scale": "\w+"\}/g)!;
    expect(lines.map((line) => JSON.parse(line).scale)).toEqual(many.slice(0, 4));
    expect(gradeRefusal([review5], "B", "Art")).not.toContain("qualifications");
  });

  it("never says to add a grade to a built-in scale", () => {
    expect(gradeRemedy([review5], null)).toBe(
      "Correct it in the export, or add it to the scale in programme.json.",
    );
    expect(gradeRemedy([{ ...builtIn("gcse91") }], null)).toContain("add it to the scale");
    for (const subject of ["Maths", null])
      expect(gradeRemedy([builtIn("gcse91")], subject)).not.toContain("add it to the scale");
  });

  it("suggests the finer built-in scale, as a line to paste", () => {
    expect(gradeRefusal([builtIn("gcse91")], "6+", "Maths")).toContain(
      '"qualifications" in programme.json, before the line that names gcse91: {"match": "Maths", "scale": "gcse91_fine_pme"}.',
    );
    expect(gradeRefusal([builtIn("gcse91")], "7a", 'The "Arts"')).toContain(
      '{"match": "The \\"Arts\\"", "scale": "gcse91_fine_abc"}',
    );
    expect(gradeRefusal([builtIn("gcse91")], "4.6", "Maths")).toContain('"scale": "gcse91_fine_dec"}');
    expect(gradeRefusal([builtIn("gcse91")], "6+", null)).not.toContain("qualifications");
  });

  it.each([
    ["05-Apr", "Excel turned it into a date; it was probably 5-4."],
    ["43647", "it was probably 7-1."],
    ["#NAME?", "Excel left the error #NAME? here, and the value is lost."],
  ])("names what Excel did to %s, and the remedy", (typed, words) => {
    const message = gradeRefusal([builtIn("gcse_double")], typed, "Science");
    expect(message).toMatch(/^(Grade \S+|This text) is not on the scale gcse_double/);
    expect(message).toContain(words);
    expect(message).toMatch(/Export the file again .*\.$/);
  });

  it("names strange digits and hidden characters", () => {
    expect(gradeRefusal([builtIn("gcse91")], "７", null)).toContain("digits that are not the plain 0 to 9");
    const hidden = gradeRefusal([builtIn("gcse91")], "7\u200b", null);
    expect(hidden).toContain("an invisible character (U+200B)");
    expect(hidden).not.toContain("\u200b");
  });

  it("does not quote a comment that strayed among the grades, and lists a long scale by its ends", () => {
    expect(gradeRefusal([builtIn("gcse91")], "Fred was late", null)).toMatch(
      /^This text is not on the scale gcse91/,
    );
    expect(gradeRefusal([review5], "Outstanding", null)).toMatch(/^Grade Outstanding is not/);
    expect(gradeRefusal([builtIn("ks2_scaled")], "121", null)).toBe(
      "Grade 121 is not on the scale ks2_scaled (120, 119, 118 ... 81, 80).",
    );
  });

  it("says what to do where two declared scales have the grade", () => {
    expect(ambiguousGrade([builtIn("alevel"), builtIn("btec_ext_cert")], "D", "Business")).toBe(
      'Grade D is on more than one of the scales declared for Business (alevel, btec_ext_cert). Add a qualification column to the export, or give each qualification its own line under "qualifications" in programme.json.',
    );
  });
});

describe("the scale of a subject's predicted grades", () => {
  const read = (lines: string[], settings: Partial<ProgrammeInput>) =>
    readFolder(
      { "predictions.csv": `student_id,subject,review_date,kind,grade\n${lines.join("\n")}\n` },
      settings,
    )
      .rows("predictions")
      .map(({ student_id, scale }) => `${student_id} ${scale}`)
      .sort();
  const line = (id: string, subject: string) => `${id},${subject},2010-10-08,predicted,D`;

  it("does not depend on the spelling that came first", () => {
    const qualifications = [
      { match: "Art & Design", scale: "btec_unit" },
      { match: "*", scale: "alevel" },
    ];
    const lines = [line("A1", "Art and Design"), line("A2", "Art & Design")];
    for (const order of [lines, lines.toReversed()])
      expect(read(order, { qualifications })).toEqual(["A1 btec_unit", "A2 btec_unit"]);
  });

  it("may be declared by any name of the subject", () => {
    const qualifications = [
      { match: "Maths", scale: "btec_unit" },
      { match: "*", scale: "alevel" },
    ];
    expect(read([line("A1", "Maths")], { qualifications, subjects: { Mathematics: ["Maths"] } })).toEqual([
      "A1 btec_unit",
    ]);
  });
});
