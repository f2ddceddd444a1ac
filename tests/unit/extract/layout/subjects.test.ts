import { describe, expect, it } from "vitest";
import {
  subjectFinder,
  subjectsProblem,
  suggestSubjects,
} from "../../../../loaders/extract/layout/subjects.ts";
import { context } from "./context.ts";

const { settings } = context().programme;
const withSubjects = (subjects: Record<string, string[]>) => ({ ...settings, subjects });

describe("the one name of a subject", () => {
  it("is the declared one, however its other names are spelled", () => {
    const find = subjectFinder(withSubjects({ Maths: ["Mathematics", "A2 - Maths"] }));
    expect(["Maths", "MATHS", " mathematics ", "A2 -  Maths"].map(find)).toEqual(Array(4).fill("Maths"));
  });

  it("is else the first spelling of those that differ in case, spaces or &", () => {
    const find = subjectFinder(settings);
    expect(["Art & Design", "art and  design", "ART&DESIGN"].map(find)).toEqual(
      Array(3).fill("Art & Design"),
    );
    expect(find("Zoe\u0308logy")).toBe("Zo\u00eblogy");
  });

  it("never joins different words", () => {
    const find = subjectFinder(settings);
    expect(
      ["Art", "Art & Design", "Maths", "Mathematics", "Biology", "A2 - Biology", "constructor"].map(find),
    ).toEqual(["Art", "Art & Design", "Maths", "Mathematics", "Biology", "A2 - Biology", "constructor"]);
  });

  it("cannot be two", () => {
    expect(subjectsProblem(withSubjects({ Maths: ["Mathematics"], Sums: ["mathematics"] }))).toContain(
      'both "Maths" and "Sums"',
    );
    expect(subjectsProblem(withSubjects({ Maths: ["maths", "Mathematics"] }))).toBeNull();
    expect(subjectsProblem(settings)).toBeNull();
  });
});

describe("names that may be one subject are said, with what to add", () => {
  const suggest = (...names: string[]) => suggestSubjects(new Map(names.map((name, i) => [name, 100 - i])));

  it.each([
    ["Biology", "A2 - Biology"],
    ["Biology", "Biology AQA"],
    ["Biology", "GCSE Biology"],
    ["Biology", "Biology Yr 12"],
    ["Maths", "Mathematics"],
    ["Art", "Art & Design"],
    ["Business", "Business Studies"],
    ["Geography", "Geogrpahy"],
    ["PE", "Physical Education"],
    ["English Lit", "English Literature"],
  ])("%s and %s", (a, b) => {
    expect(suggest(a, b)).toEqual([
      `"${a}" and "${b}" may be one subject. If so, add to programme.json: "subjects": {"${a}": ["${b}"]}.`,
    ]);
  });

  it.each([
    ["Maths", "Further Maths"],
    ["History", "History of Art"],
    ["English Language", "English Literature"],
    ["Physics", "Psychology"],
    ["Music", "Musix"],
    ["Science 1 Core", "Science 2 Core"],
  ])("not %s and %s", (a, b) => {
    expect(suggest(a, b)).toEqual([]);
  });

  it("not a name that several others begin with", () => {
    expect(suggest("Art", "Art & Design", "Art & Textiles")).toEqual([]);
  });

  it("proposes the most frequent name for all of a group", () => {
    expect(
      suggestSubjects(
        new Map([
          ["A2 - Biology", 3],
          ["Biology AQA", 50],
          ["Biology", 40],
        ]),
      ),
    ).toEqual([
      '"Biology AQA", "Biology" and "A2 - Biology" may be one subject. If so, add to programme.json: "subjects": {"Biology AQA": ["Biology", "A2 - Biology"]}.',
    ]);
  });
});
