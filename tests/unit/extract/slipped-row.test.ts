import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder } from "../../support/programme-folder.ts";

const sources: ProgrammeInput["sources"] = [
  { table: "marksheet", files: "marks*", reviewDate: "2010-10-08" },
];

const read = (row: string) => {
  const text = `Adno,Name,Maths Focus,Art Focus,Comment\n${row}\nA2,Jones,5,5,\n`;
  const [bulk, slow] = [text, Buffer.from(`\ufeff${text}`, "utf16le")].map((bytes) => {
    const folder = readFolder({ "marks.csv": bytes }, { sources });
    return {
      kept: folder.rows("reviews").map(({ student_id, subject }) => `${student_id} ${subject}`),
      told: folder.problems("marks.csv").map(({ line, column, message }) => ({ line, column, message })),
      lines: folder.file("marks.csv").lineCounts(),
    };
  });
  expect(slow).toEqual(bulk);
  return bulk!;
};

describe("a row whose cells have slipped by a comma in a name", () => {
  it.each([
    ["of a listed student", "A1,Smith, Ann,4,3"],
    ["of the student, as the row says it", "A1,Brown Zoe, Zoe,4,3"],
    ["of the student, with another word", "A1,Brown Zoe,Zoe Mary,4,3"],
  ])("is not read at all, where a grade should be the name %s", (_, row) => {
    const { kept, told, lines } = read(row);
    expect(kept).toEqual(["A2 Maths", "A2 Art"]);
    expect(lines).toMatchObject({ accepted: 1, quarantined: 1 });
    expect(told).toMatchObject([
      { line: 2, column: "Maths Focus", message: expect.stringContaining("have slipped") },
    ]);
    expect(told[0]!.message).not.toMatch(/Ann|Zoe/);
  });

  it.each([
    ["a word that is nobody's name", "A1,Smith,absent,3,x"],
    ["a grade of another scale that is a name too", "A1,Merit,Merit,3,x"],
  ])("is not told by %s: that costs its cell", (_, row) => {
    const { kept, lines } = read(row);
    expect(kept).toEqual(["A1 Art", "A2 Maths", "A2 Art"]);
    expect(lines).toMatchObject({ accepted: 2, quarantined: 0 });
  });
});
