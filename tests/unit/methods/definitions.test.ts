import { describe, expect, it } from "vitest";
import { wordingProblem } from "../../../loaders/evaluation/wording.ts";
import { definitionGroups } from "../../../loaders/methods/definition-groups.ts";

const definitions = definitionGroups.flatMap((group) => group.definitions);

describe("the definitions", () => {
  it("claim no field of the record twice", () => {
    const defined = definitions.flatMap(({ fields }) => fields).sort();
    expect(defined).toEqual([...new Set(defined)]);
  });

  it.each(definitions.map(({ term, meaning }) => [term, meaning]))(
    "%s is said in sentences that no design has to earn",
    (_, meaning) => {
      expect(meaning).toMatch(/^\p{Lu}.*\.$/u);
      expect(wordingProblem(meaning, "no comparison")).toBeNull();
    },
  );

  it("give each term once", () => {
    const terms = definitions.map(({ term }) => term);
    expect(terms).toEqual([...new Set(terms)]);
  });
});
