import { describe, expect, test } from "vitest";
import { attainmentFindings } from "../../../loaders/evaluation/sentences/attainment.ts";
import { attainmentOf, noAttainment } from "../../support/attainments.ts";

const twelve = [1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0];
const said = (changes: readonly number[]) => attainmentFindings(attainmentOf(changes));

describe("sentences on attainment", () => {
  test("give the means, the change with its range, and everyone beside them", () => {
    expect(said(twelve).points[0]).toMatch(
      /^Attainment 8 of the mentees went from 38\.00 to 38\.75: a change of \+0\.75 points \(plausibly \+0\.46 to \+1\.04; twelve students\); of everyone in Years 10 and 11 it changed by \+0\.29 \(seven students\)\. Students chosen for low grades tend to rise anyway\.$/,
    );
  });

  test("say where students stood, and no clear change where the range holds none", () => {
    const { targets, progress } = said([1, -1, 1, -1, 1, -1, 0, 0, 0, 1]);
    expect(targets[0]).toContain(
      "Of ten predicted grades of ten mentees (GCSE), ten stood below target before",
    );
    expect(targets[0]).toContain(
      "stood 1.00 grades below target before and 0.90 of a grade below target after: no clear change, +0.10 grades",
    );
    expect(progress[0]).toContain("were predicted 0.50 fewer points a subject");
  });

  test("count and average nothing of fewer than six", () => {
    const { points, targets, progress } = said([1, 1, -1]);
    expect(points[0]).toBe(
      "Attainment 8 of the mentees: known of three students, too few to average; two rose, none stayed and one fell.",
    );
    for (const sentence of [...points, ...targets, ...progress])
      expect(sentence).not.toMatch(/plausibly|average,|\d\.\d/);
  });

  test("give percentages of results from twenty students on", () => {
    expect(said(twelve).accuracy[0]).not.toContain("%");
    expect(said([...twelve, ...twelve]).accuracy[0]).toContain("23 of 24 (96%) were as predicted");
  });

  test("name those who were left out", () => {
    const attainment = attainmentOf(twelve);
    attainment.points[0]!.mentees.unknown = [
      { why: "One reason.", n: 2 },
      { why: "Another.", n: 1 },
    ];
    expect(attainmentFindings(attainment).points[0]).toMatch(
      /It is not known of three mentees; the table says why\.$/,
    );
  });

  test("of nothing are none", () => {
    expect(attainmentFindings(noAttainment)).toEqual({ points: [], targets: [], progress: [], accuracy: [] });
  });
});
