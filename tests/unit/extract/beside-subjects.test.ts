import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder } from "../../support/programme-folder.ts";

const sources: ProgrammeInput["sources"] = [
  { table: "marksheet", files: "marks*", reviewDate: "2010-10-08" },
];

/** The subjects whose focus is read, and what is said of the others. */
function read(subjects: readonly string[], settings: Partial<ProgrammeInput> = {}) {
  const header = subjects.map((subject) => `${subject} Focus`);
  const text = `Adno,${header.join(",")},Music Pred\nA1,${subjects.map(() => "3").join(",")},B\n`;
  const [bulk, slow] = [text, Buffer.from(`\ufeff${text}`, "utf16le")].map((bytes) => {
    const folder = readFolder({ "marks.csv": bytes }, { sources, ...settings });
    return {
      kept: folder.rows("reviews").map(({ subject }) => subject),
      told: folder.problems("marks.csv").map(({ message }) => message),
      unmapped: folder.file("marks.csv").unmappedColumns,
    };
  });
  expect(slow).toEqual(bulk);
  return bulk!;
}

describe("a word beside subjects of the same file", () => {
  it.each([
    ["after several of them", ["Maths", "Maths Blue", "Art", "Art Blue"], ["Maths", "Art"]],
    ["before several of them", ["Maths", "Blue Maths", "Art", "Blue Art"], ["Maths", "Art"]],
    ["in brackets", ["Maths", "Maths (Blue)", "Art", "Art (Blue)"], ["Maths", "Art"]],
    ["one of two, after several", ["Maths Blue", "Maths Red", "Art Blue", "Art Red"], []],
    ["a number after several", ["Maths", "Maths 2", "Art", "Art 2"], ["Maths", "Art"]],
    ["one of two that say when", ["Initial Maths", "Final Maths", "Art"], ["Art"]],
    ["one that says whose", ["Maths", "Self Maths", "Art"], ["Maths", "Art"]],
    ["a year", ["Maths", "Year 11 Maths", "Art", "Y11 Art", "Year 11 Art"], ["Maths", "Art", "Y11 Art"]],
    ["a known aspect", ["Effort Maths", "Effort Art", "History"], ["History"]],
  ])("is no part of a subject's name: %s", (_, subjects, kept) => {
    const { kept: found, told, unmapped } = read(subjects);
    expect(found).toEqual(kept);
    expect(unmapped).toHaveLength(subjects.length - kept.length);
    expect(told[0]).toContain("may be no part of a subject's name");
  });

  it("is none beside the only subject of a file, where both have the same aspect", () => {
    const folder = (header: string) =>
      readFolder({ "marks.csv": `Adno,${header}\nA1,3,4\n` }, { sources })
        .rows("reviews")
        .map(({ subject }) => subject);
    expect(folder("Maths Focus,Maths Blue Focus")).toEqual(["Maths"]);
    expect(folder("Maths Focus,Maths Blue Effort")).toEqual(["Maths", "Maths Blue"]);
    expect(folder("Maths Focus,Maths (12A) Focus")).toEqual(["Maths", "Maths (12A)"]);
  });

  it("is told with what to do in each case, once an aspect", () => {
    expect(read(["Maths", "Maths Blue", "Art", "Art Blue"]).told).toEqual([
      '"Maths Blue Focus" and 1 more like it: The other columns show that "Blue" may be no part of a subject\'s name in "Maths Blue", but say whose grade it is, of when, or of what else, so they are not read. If "Blue Focus" is one aspect: add to its source in programme.json (the one with "files": "marks*"): "aspects": {"Blue Focus": "<criterion id>"}. If it is not to be used, add to "ignoreCriteria" in programme.json: "Blue Focus". If "Maths Blue" and "Art Blue" are subjects, add to programme.json: "subjects": {"Maths Blue": [], "Art Blue": []}.',
    ]);
    expect(read(["Maths", "Blue Maths", "Art", "Blue Art"]).told[0]).toContain(
      'If they are not to be used, add to "ignoreCriteria" in programme.json: "Blue Maths Focus", "Blue Art Focus".',
    );
  });

  it.each([
    ["as one subject has it alone", ["Maths", "Maths Blue", "Art"]],
    [
      "as it names subjects",
      ["English", "English Language", "English Literature", "French", "French Language"],
    ],
    ["as it comes before one", ["Maths", "Further Maths", "History", "Ancient History", "Art"]],
    ["as it joins", ["Art", "Art and Design", "Media", "Media & Film"]],
    ["as it is a qualification", ["Maths", "GCSE Maths", "English", "GCSE English", "Art AS", "Art"]],
    ["as it is a year group", ["Year 12 Maths", "Year 13 Maths", "Year 12 Art", "Year 13 Art"]],
    ["as it is an applied subject", ["Science", "Applied Science", "Maths", "Applied Maths"]],
    ["as it begins another subject", ["Personal Finance", "Personal Development", "Final Project"]],
    ["as it is a club's", ["Effort Club", "Maths"]],
  ])("stays one: %s", (_, subjects) => {
    expect(read(subjects)).toEqual({ kept: subjects, told: [], unmapped: [] });
  });

  it("stays one where the settings say so, and then shows nothing of others", () => {
    const subjects = { "Maths Blue": [], "Art Blue": [] };
    expect(read(["Maths", "Maths Blue", "Art", "Art Blue"], { subjects }).told).toEqual([]);
  });

  it("is asked about in a row above the aspects too", () => {
    const text = ",Maths,Maths Blue,Art,Art Blue\nAdno,Focus,Focus,Focus,Focus\nA1,1,2,3,4\n";
    const folder = readFolder({ "marks.csv": text }, { sources });
    expect(folder.rows("reviews").map(({ subject }) => subject)).toEqual(["Maths", "Art"]);
    expect(folder.problems("marks.csv")).toMatchObject([
      {
        column: "Maths Blue Focus",
        message: expect.stringMatching(
          /Leave such columns out .*"subjects": \{"Maths Blue": \[\], "Art Blue": \[\]\}\.$/,
        ),
      },
    ]);
  });

  const letters = (i: number) => String.fromCharCode(97 + (i % 26), 97 + i / 26, 97);

  it("of thousands of columns are looked at at once", () => {
    const subjects = Array.from({ length: 4_000 }, (_, i) => `${letters(i % 63)} ${letters(i / 63)} x`);
    const started = performance.now();
    read(subjects);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
