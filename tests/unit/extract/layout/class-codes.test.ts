import { describe, expect, it } from "vitest";
import { suggestClasses } from "../../../../loaders/extract/layout/class-codes.ts";

describe("subjects that may be classes of one", () => {
  it.each([
    [["Maths", "Maths (1)"], '"Maths" and "Maths (1)"', '{"Maths": ["Maths (1)"]}'],
    [["Maths", "Maths (12A)", "Art"], '"Maths" and "Maths (12A)"', '{"Maths": ["Maths (12A)"]}'],
    [
      ["Maths (Set 1)", "Maths (Set 2)"],
      '"Maths (Set 1)" and "Maths (Set 2)"',
      '{"Maths": ["Maths (Set 1)", "Maths (Set 2)"]}',
    ],
    [["MATHS", "Maths (12B/Ma1)"], '"MATHS" and "Maths (12B/Ma1)"', '{"MATHS": ["Maths (12B/Ma1)"]}'],
    [
      ["12B/Ma1", "12A/Ma2", "12A/En1"],
      '"12B/Ma1" and "12A/Ma2"',
      '{"<the subject>": ["12B/Ma1", "12A/Ma2"]}',
    ],
  ])("%j are said, with what to add", (subjects, named, entry) => {
    expect(suggestClasses(subjects)).toEqual([
      `${named} may be classes of one subject. If so, add to programme.json: "subjects": ${entry}.`,
    ]);
  });

  it.each([
    [["Maths", "Maths (9-1)"]],
    [["Maths (AS)", "Maths (A2)"]],
    [["Art", "Art (Textiles)", "Art (Photography)"]],
    [["Maths (12A)"]],
    [["12B/Ma1", "12B/En1"]],
    [["D/T", "Art"]],
  ])("%j are not", (subjects) => {
    expect(suggestClasses(subjects)).toEqual([]);
  });
});
