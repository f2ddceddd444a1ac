import { describe, expect, it } from "vitest";
import { aspectFinder } from "../../../loaders/extract/aspects.ts";
import { resolveSettings } from "../../../loaders/programme/load-settings.ts";
import { minimalSettings } from "../../support/programme-folder.ts";

const programme = resolveSettings("/nowhere", {
  ...minimalSettings,
  ignoreCriteria: ["Attendance %"],
  criteria: [
    { id: "effort", label: "Effort", scale: "review5" },
    { id: "lesson", label: "Effort in Lesson", scale: "review5" },
  ],
  sources: [
    { table: "marksheet", files: "x", aspects: { Pred: { predictions: "predicted" }, "*Effort": "effort" } },
  ],
});
const finder = aspectFinder(programme, programme.settings.sources[0]!);

describe("subject and aspect of a header", () => {
  it.each([
    ["Biology Effort", "Biology", { criterion: "effort" }],
    ["Biology Effort in Lesson", "Biology", { criterion: "lesson" }],
    ["Biology - Effort", "Biology", { criterion: "effort" }],
    ["English_Language_Effort", "English Language", { criterion: "effort" }],
    ["Further Maths   pred", "Further Maths", { prediction: "predicted" }],
    ["Maths Minimum Target", "Maths", { prediction: "minimum_target" }],
    ["Maths *Effort", "Maths", { criterion: "effort" }],
    ["İngilizce Effort", "İngilizce", { criterion: "effort" }],
    ["Maths Attendance %", "Maths", "ignored"],
  ])("%s", (header, subject, aspect) => {
    expect(finder.split(header)).toEqual({ subject, aspect });
  });

  it.each(["Effort", "BiologyEffort", "Effort Biology", "Biology", "", "constructor", "Maths Effort 2"])(
    "%j has none",
    (header) => {
      expect(finder.split(header)).toBeNull();
    },
  );
});

describe("an aspect alone", () => {
  it.each([
    ["EFFORT", { criterion: "effort" }],
    ["effort in  lesson", { criterion: "lesson" }],
    ["working_at", { prediction: "working_at" }],
    ["Attendance %", "ignored"],
    ["Effor", null],
    ["constructor", null],
  ])("%s", (text, aspect) => {
    expect(finder.whole(text)).toEqual(aspect);
  });

  it("what a source declares wins over what is ignored", () => {
    const own = resolveSettings("/nowhere", {
      ...minimalSettings,
      ignoreCriteria: ["Effort"],
      sources: [{ table: "marksheet", files: "x", aspects: { Effort: "focus" } }],
    });
    expect(aspectFinder(own, own.settings.sources[0]!).whole("Effort")).toEqual({ criterion: "focus" });
    expect(aspectFinder(own, null).whole("Effort")).toBe("ignored");
  });
});
