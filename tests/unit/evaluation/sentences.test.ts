import { describe, expect, test } from "vitest";
import { change } from "../../../loaders/evaluation/change.ts";
import type {
  Cohort,
  Comparison,
  EvaluationRecord,
  OutcomeResult,
  Robustness,
} from "../../../loaders/evaluation/record.ts";
import { findings } from "../../../loaders/evaluation/sentences/findings.ts";
import { obstacleSentences } from "../../../loaders/evaluation/sentences/obstacles.ts";
import { primarySentence } from "../../../loaders/evaluation/sentences/primary.ts";
import { settledBy } from "../../../loaders/evaluation/sentences/settled-by.ts";
import type { StudentMeans } from "../../../loaders/evaluation/student-means.ts";
import { obstacles, verdict } from "../../../loaders/evaluation/verdict.ts";
import { verdictRule } from "../../../loaders/evaluation/verdict-rule.ts";
import { programmeSchema } from "../../../loaders/programme/schema.ts";
import { fraction } from "../../../loaders/statistics/fraction.ts";
import { attainmentOf } from "../../support/attainments.ts";
import {
  byOrder,
  comparisonOf,
  matchedComparison,
  noComparison,
  noDose,
  robust,
} from "../../support/comparisons.ts";

/** Verbs and phrases that no design without a comparison earns; see docs/methods.md. */
const barred =
  /\b(worked|impact of|because|due to|caused?|led to|proved?|proof|significant(ly)?|thanks to)\b|months/i;

const settings = programmeSchema.parse({
  name: "Mentoring",
  institution: "A school",
  phase: "secondary",
  academicYear: "2025-26",
  asOf: "2026-03-27",
  scales: [{ id: "five", label: "Grade", bestFirst: ["5", "4", "3", "2", "1"] }],
  criteria: [
    { id: "focus", label: "Focus", scale: "five" },
    { id: "effort", label: "Effort", scale: "five" },
  ],
});

function recordOf(
  gains: readonly number[],
  leavers = 0,
  comparison: Comparison = noComparison,
  robustness: Robustness = robust,
): EvaluationRecord {
  const students: StudentMeans[] = gains.map((gain, i) => ({
    studentId: `${i}`,
    subjects: 1,
    before: fraction(2 + (i % 2), 1),
    after: fraction(2 + (i % 2) + gain, 1),
    atCeiling: false,
    atFloor: false,
    limit: 4,
  }));
  const n = gains.length;
  const improved = gains.filter((gain) => gain > 0).length;
  const declined = gains.filter((gain) => gain < 0).length;
  const counts = {
    measured: n,
    improved,
    declined,
    unchanged: n - improved - declined,
    notMeasured: leavers,
  };
  const outcome: OutcomeResult = {
    students: { ...counts, both: 0 },
    pairs: counts,
    change: change(students),
  };
  const cohort: Cohort = {
    started: n + leavers,
    measured: n,
    unmeasured: 0,
    quickLeavers: leavers,
    active: 0,
    bySex: {},
    weeks: n ? { min: 8, median: 12, max: 16 } : { min: null, median: null, max: null },
    meetings: { planned: null, held: null, missedByStudent: null, missedByMentor: null, cancelled: null },
  };
  const main = outcome.change;
  const evidence = { change: main, robustness, comparison };
  return {
    programme: { name: "", institution: "", academicYear: "", asOf: "", synthetic: false },
    cohort,
    criteria: ["focus", "effort"].map((id) => ({ id, label: id, ...outcome })),
    primary: {
      outcome: "criteria-mean",
      label: "Mean of the criteria",
      change: main,
      robustness,
      verdict: verdict(evidence, []),
      obstacles: n < 6 ? [] : obstacles(evidence),
      rule: verdictRule,
      sentence: primarySentence(cohort, main, "criteria-mean", "Mean of the criteria", comparison),
      settledBy: settledBy(evidence, verdict(evidence, [])),
    },
    predictions: outcome,
    comparison,
    comparisonByOrder: byOrder,
    independent: [],
    subgroups: [],
    onTrack: null,
    attainment: attainmentOf(gains),
    dose: noDose,
    survey: [],
    cost: { total: null, perStudent: null },
    load: { rowsIn: 0, accepted: 0, quarantined: 0 },
    why: {},
  };
}

const evidenceOf = (n: number) => {
  const { primary, comparison } = recordOf(gains(n, Math.ceil(n / 2), 0));
  return { change: primary.change, robustness: primary.robustness, comparison };
};

const sentencesOf = (record: EvaluationRecord): string[] => {
  const all = findings(record, settings);
  return [
    all.headline,
    ...all.paragraph,
    ...all.criteria.map((criterion) => criterion.sentence),
    ...(all.predictions ? [all.predictions] : []),
    ...Object.values(all.attainment).flat(),
    all.leavers,
    ...obstacleSentences(record.primary.obstacles, record.comparison),
    ...all.limits,
    record.primary.rule,
    ...(record.primary.settledBy ? [record.primary.settledBy] : []),
  ];
};

const gains = (n: number, up: number, down: number) => [
  ...Array(up).fill(1),
  ...Array(down).fill(-1),
  ...Array(n - up - down).fill(0),
];

describe.each([
  ["none measured", gains(0, 0, 0)],
  ["one", gains(1, 1, 0)],
  ["two", gains(2, 1, 0)],
  ["five", gains(5, 3, 1)],
  ["six alike", gains(6, 6, 0)],
  ["twelve", gains(12, 7, 1)],
  ["twelve down", gains(12, 0, 9)],
  ["thirty", gains(30, 18, 3)],
  ["two hundred", gains(200, 90, 60)],
])("sentences for %s", (_name, all) => {
  describe.each([
    ["no comparison", noComparison],
    ["a comparison that fails at the start", comparisonOf(-0.8, [0.05, 0.3])],
    ["one that needs adjustment", comparisonOf(-0.2, [-0.1, 0.3])],
    ["one of students who stood alike", comparisonOf(0.01, [0.05, 0.3], { expectedGain: -0.1 })],
    ["matched partners for all", matchedComparison([all.length, 0], -0.2, [0.05, 0.3])],
    ["partners for most", matchedComparison([Math.max(all.length - 1, 0), 1], 0.01, [0.05, 0.3])],
    [
      "partners not alike in something else",
      matchedComparison([Math.max(all.length - 2, 1), 2], -0.2, [0, 0.3], 0.9),
    ],
    [
      "each beside the own year",
      comparisonOf(-0.2, [-0.1, 0.3], {
        group: "year-group",
        n: [Math.max(all.length - 1, 1), 230],
        notCompared: 1,
      }),
    ],
    [
      "one without an estimate",
      comparisonOf(-0.2, [0, 0], { ancova: null, why: { ancova: "Too few students." } }),
    ],
  ])("with %s", (_name, comparison) => check(all, comparison));
});

function check(all: readonly number[], comparison: Comparison): void {
  const record = recordOf(all, 2, comparison);
  const sentences = sentencesOf(record);

  test("are whole sentences in the right number, with no word the design has not earned", () => {
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z0-9].*\.$/s);
      expect(sentence).not.toMatch(barred);
      expect(sentence).not.toMatch(
        /\bone (students|weeks|mentees|criteria)\b|\b(two|three|12|30) (student|week|mentee)\b/,
      );
      expect(sentence).not.toMatch(/undefined|null|NaN|Infinity|-\d/);
      expect(sentence).not.toMatch(/\d\.\d{4,}/);
    }
  });

  test("percentages stand only on twenty or more students", () => {
    if (all.length < 20) for (const sentence of sentences) expect(sentence).not.toMatch(/\d%/);
  });

  test("fewer than six are described and not judged", () => {
    const text = sentences.join(" ");
    if (all.length > 0 && all.length < 6) {
      expect(text).toContain("Too few students to judge");
      expect(text).not.toMatch(/plausibl|exact test/);
    }
  });
}

describe("the finding says", () => {
  test("rose, and that it cannot be told whether it would have come anyway", () => {
    expect(recordOf(gains(12, 9, 0)).primary.sentence).toMatch(
      /^Review grades of mentored students rose: .*; whether they would have risen anyway cannot be told\.$/,
    );
  });

  test("fell", () => {
    expect(recordOf(gains(12, 0, 9)).primary.sentence).toMatch(/^Review grades of mentored students fell/);
  });

  test("no clear change", () => {
    expect(recordOf(gains(12, 5, 4)).primary.sentence).toMatch(/^No clear change in review grades/);
  });

  test("what would settle it: two more cohorts of twelve for half a standard deviation", () => {
    expect(settledBy(evidenceOf(12), "inconclusive")).toContain(
      "Two more cohorts of this size (about 36 students in all)",
    );
    expect(settledBy(evidenceOf(1), "inconclusive")).toBeNull();
    expect(settledBy(evidenceOf(200), "inconclusive")).not.toContain("more cohort");
    expect(settledBy(evidenceOf(12), "inconclusive")).toMatch(
      /With as many of them as were mentored, a difference of 1\.20 standard deviations between the groups would be found four times out of five\.$/,
    );
  });

  test("nobody has started: nothing is said to have been measured", () => {
    const none = recordOf([]);
    expect(none.primary.sentence).toBe("No student has started, so nothing can be said of review grades.");
    const { paragraph, leavers } = findings(none, settings);
    expect(paragraph).toEqual(["No student has started, so nothing can be said of their grades."]);
    expect(leavers).toBe("Nobody has started.");
  });

  test("what of a rise was to be expected anyway", () => {
    const record = recordOf(gains(12, 9, 0), 0, comparisonOf(-0.8, [0.05, 0.3]));
    expect(record.primary.sentence).toMatch(/; \+0\.12 was to be expected anyway\.$/);
    expect(findings(record, settings).paragraph.join(" ")).toContain(
      "+0.12 was to be expected anyway, a small part of the gain of the mentored.",
    );
  });

  test("alongside where the groups stood too far apart, associated where that can be allowed for", () => {
    const said = (g: number) =>
      findings(recordOf(gains(12, 9, 0), 0, comparisonOf(g, [0.05, 0.3])), settings).paragraph.join(" ");
    expect(said(-0.8)).toMatch(/0\.80 standard deviations lower, too far apart .* alongside mentoring/);
    expect(said(-0.8)).not.toContain("associated");
    expect(said(0.2)).toMatch(/0\.20 standard deviations higher, which is allowed for: .* associated with/);
    expect(said(0.2)).not.toContain("alongside");
  });

  test("who was paired, who was not, and what of the gain of the paired was to be expected", () => {
    const said = (comparison: Comparison) => {
      const record = recordOf(gains(12, 9, 0), 0, comparison);
      const { headline, paragraph, obstacles } = findings(record, settings);
      return [headline, ...paragraph, ...obstacles, record.primary.settledBy].join(" ");
    };
    const some = said(matchedComparison([10, 2], -0.2, [0.05, 0.3]));
    expect(some).toContain("+0.12 was to be expected anyway of the ten who could be compared.");
    expect(some).toContain("Ten of the twelve mentored students are paired, each with one other student");
    expect(some).toContain("nobody was near enough to two, who are left out of the comparison.");
    expect(some).toContain("The partners' grades changed by +0.05 on average in the same weeks.");
    expect(some).toContain("Of students who stood where the paired stood, +0.12");
    const all = said(matchedComparison([12, 0], -0.2, [0.05, 0.3]));
    expect(all).toContain("All twelve mentored students are paired");
    expect(all).toContain("+0.12 was to be expected anyway. ");
    const few = said(matchedComparison([5, 7], -0.2, [0.05, 0.3]));
    expect(few).toContain("Only five of the mentored students could be compared");
    expect(few).toContain("What is missing are students like the mentored who could not be compared.");
  });

  test("what partners were not alike in, and nothing of an association then", () => {
    const record = recordOf(gains(12, 9, 0), 0, matchedComparison([12, 0], 0.01, [0.05, 0.3], 0.9));
    const { paragraph, obstacles } = findings(record, settings);
    expect(paragraph.join(" ")).toMatch(
      /the paired students stood as the others did; they were not alike in pupil premium \(0\.90 standard deviations\), too far apart .* alongside mentoring/,
    );
    expect(paragraph.join(" ")).not.toContain("associated");
    expect(obstacles).toEqual([
      "The comparison group stood too far from the mentored students before the start in pupil premium.",
    ]);
    expect(record.primary.settledBy).toContain("students who are like the mentored in pupil premium too.");
  });

  test("who has nobody of the own year", () => {
    const comparison = comparisonOf(-0.2, [0.05, 0.3], { group: "year-group", n: [11, 230], notCompared: 1 });
    expect(findings(recordOf(gains(12, 9, 0), 0, comparison), settings).paragraph.join(" ")).toContain(
      "One mentored student has nobody of their own year group to be set beside, and is left out of the comparison.",
    );
  });

  test("aloud where the plain difference of gains says otherwise", () => {
    const said = (interval: readonly [number, number]) =>
      findings(recordOf(gains(12, 9, 0), 0, comparisonOf(-0.2, interval)), settings).paragraph.join(" ");
    expect(said([-0.1, 0.3])).toContain("says otherwise");
    expect(said([0.05, 0.3])).not.toContain("says otherwise");
  });

  test("who of those with grades before is missing, beside the others, and what that is called", () => {
    const compared = recordOf(gains(12, 5, 4), 2, comparisonOf(-0.2, [0.05, 0.3]));
    expect(findings(compared, settings).leavers).toMatch(
      / Of those with grades before, 1 of 13 mentored and 7 of 237 other students have none after: attrition that the What Works Clearinghouse calls low\.$/,
    );
  });

  test("leavers stay in the count", () => {
    expect(findings(recordOf(gains(12, 5, 4), 2), settings).leavers).toMatch(
      /^Two students left within the first weeks; they stay in the count/,
    );
    expect(findings(recordOf(gains(12, 5, 4), 0), settings).leavers).toBe(
      "Everybody who started was measured.",
    );
  });
});
