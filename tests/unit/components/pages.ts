import type { OneGradeAwayPage } from "../../../loaders/editions/one-grade-away.ts";
import type {
  AtRiskPage,
  AtRiskStudent,
  CaseloadPage,
  ImpactPage,
  SiteData,
} from "../../../loaders/editions/page-data.ts";
import type { TeachersDataPage } from "../../../loaders/editions/teachers-data.ts";
import type { NearSubject } from "../../../loaders/editions/threshold.ts";
import type { Change, CriterionResult } from "../../../loaders/evaluation/record.ts";
import { noAttainment } from "../../support/attainments.ts";
import { byOrder, noComparison, noDose, robust } from "../../support/comparisons.ts";

/** Small pages for the components' tests: the published counts of the college, invented for the rest. */

export const HOSTILE = "<img src=x onerror=alert(1)>";

const site: SiteData = {
  programme: HOSTILE,
  institution: "Example College",
  academicYear: "2010-11",
  asOf: "2011-06-24",
  synthetic: true,
  missingViews: [
    { view: "onTrack", needs: "onTrack", sentence: "On track is not shown: programme.json does not set it." },
  ],
};

const freshness = {
  asOf: "2011-06-24",
  newestReview: null,
  oldestReview: null,
  sentence: "Data as of 24 June 2011.",
};

export const change = (n: number, over: Partial<Change> = {}): Change => ({
  n,
  meanBefore: 2.9,
  meanAfter: 3.03,
  mean: 0.13,
  ci95: [-0.03, 0.29],
  pExact: 0.11,
  pHolm: 0.66,
  pBh: 0.33,
  signTest: { up: 6, down: 1, same: 5, p: 0.125 },
  hodgesLehmann: { estimate: 0.125, ci95: [0, 0.25] },
  gPre: 0.2,
  gAv: 0.2,
  gZ: 0.5,
  superiority: 0.71,
  atCeilingBefore: 0,
  atFloorBefore: 0,
  ...over,
});

const criterion = (
  id: string,
  label: string,
  improved: number,
  declined: number,
  both: number,
): CriterionResult => ({
  id,
  label,
  students: {
    measured: 12,
    improved,
    declined,
    both,
    unchanged: 12 - improved - declined + both,
    notMeasured: 2,
  },
  pairs: { measured: 46, improved: 9, declined: 3, unchanged: 34, notMeasured: 10 },
  change: change(12),
});

export function impactPage(n = 12): ImpactPage {
  const criteria = [
    criterion("focus", "Focus", 6, 2, 1),
    criterion("deadlines", "Meeting deadlines", 4, 8, 1),
  ];
  for (const each of criteria) each.change = change(n);
  return {
    site,
    freshness,
    record: {
      programme: {
        name: "A",
        institution: "B",
        academicYear: "2010-11",
        asOf: "2011-06-24",
        synthetic: true,
      },
      cohort: {
        started: 14,
        measured: 12,
        unmeasured: 0,
        quickLeavers: 2,
        active: 0,
        bySex: { M: 8, F: 4 },
        weeks: { min: 8, median: 12, max: 16 },
        meetings: {
          planned: null,
          held: null,
          missedByStudent: null,
          missedByMentor: null,
          cancelled: null,
          why: "The folder holds no meetings table.",
        },
      },
      criteria,
      primary: {
        outcome: "criteria-mean",
        label: "Mean of the criteria",
        change: change(n, { pHolm: null }),
        robustness: robust,
        verdict: "inconclusive",
        obstacles: ["no comparison"],
        rule: "No comparison group.",
        sentence: "",
        settledBy: null,
      },
      predictions: {
        students: { measured: 0, improved: 0, declined: 0, both: 0, unchanged: 0, notMeasured: 14 },
        pairs: { measured: 0, improved: 0, declined: 0, unchanged: 0, notMeasured: 0 },
        change: change(0, { mean: null, ci95: null, why: "No predicted grades." }),
      },
      comparison: noComparison,
      comparisonByOrder: byOrder,
      independent: [],
      subgroups: [],
      onTrack: null,
      attainment: noAttainment,
      dose: noDose,
      survey: [],
      cost: { total: null, perStudent: null, why: "The folder holds no costs table." },
      load: { rowsIn: 10, accepted: 9, quarantined: 1 },
      why: {},
    },
    findings: {
      headline: "Grades rose for 6 of 12 students.",
      paragraph: ["One."],
      criteria: [{ id: "focus", title: "Focus", sentence: "Focus rose for 6." }],
      predictions: null,
      onTrack: null,
      attainment: { points: [], targets: [], progress: [], accuracy: [] },
      survey: [],
      leavers: "Two left.",
      obstacles: ["No comparison."],
      dose: [],
      independent: [],
      limits: ["Teachers graded."],
    },
    scales: [{ criterion: "focus", label: "Review", bestFirst: ["5", "4", "3", "2", "1"] }],
    distributions: [
      {
        outcome: "focus",
        label: HOSTILE,
        points: [
          { before: 2, after: 2.5, subjects: 4 },
          { before: 2.1, after: 3, subjects: 4 },
        ],
      },
    ],
  };
}

const student = (over: Partial<AtRiskStudent>): AtRiskStudent => ({
  key: "s",
  name: "Ann Abbott",
  yearGroup: "11",
  tutorGroup: null,
  mentored: false,
  mentor: null,
  place: 0,
  dose: null,
  state: "flagged",
  rank: 1,
  points: 2,
  flags: [],
  unknown: [],
  unjudged: [],
  since: null,
  lastAction: null,
  ...over,
});

export function atRiskPage(): AtRiskPage {
  return {
    site,
    freshness,
    headline: "2 of 4 students are flagged.",
    counts: { onRoll: 4, flagged: 2, clear: 1, unknown: 1 },
    lastPanel: { day: "2011-06-03", recorded: true },
    changes: { new: 1, worse: 0, same: 1, better: 0, gone: 1, "not known": 0 },
    rules: [
      {
        rule: "off_target",
        label: "Below target",
        explanation: "In 2 subjects.",
        weight: 2,
        off: null,
        flagged: 2,
        unknown: 0,
      },
      {
        rule: "attendance",
        label: "Attendance",
        explanation: "10% missed.",
        weight: 2,
        off: null,
        flagged: 0,
        unknown: 1,
      },
    ],
    students: [
      student({
        key: "a",
        name: HOSTILE,
        mentored: true,
        flags: [
          {
            rule: "off_target",
            label: "Below target in 2",
            detail: "Maths E",
            date: null,
            ageDays: null,
            severity: "red",
            subjects: ["Maths", "Art"],
            points: 4,
          },
        ],
      }),
      student({
        key: "b",
        since: { change: "new", detail: "new: Below target in 3" },
        lastAction: {
          agreedOn: "2011-06-03",
          agreedBy: "panel",
          action: "Extra class",
          owner: "Head of Maths",
          dueOn: "2011-06-17",
          status: "overdue",
          successMeasure: "One grade up",
          outcome: null,
          moved: { direction: "not known", sentence: "No predicted grade since 3 June 2011 to compare." },
        },
        name: "Zoë Brown",
        yearGroup: "10",
        flags: [
          {
            rule: "off_target",
            label: "Below target in 3",
            detail: "Maths D",
            date: "2011-06-03",
            ageDays: 21,
            severity: "amber",
            subjects: ["Maths"],
            points: 2,
          },
        ],
      }),
      student({
        key: "c",
        name: "Cara Cole",
        state: "unknown",
        rank: null,
        points: 0,
        unknown: [{ rule: "attendance", reason: "Only 12 sessions" }],
      }),
      student({
        key: "d",
        name: "Dan Dunn",
        state: "clear",
        rank: null,
        points: 0,
        since: { change: "gone", detail: "gone: Attendance 89.0%" },
      }),
    ],
  };
}

export function caseloadPage(): CaseloadPage {
  return {
    site,
    freshness,
    headline: "One mentor.",
    outcomes: [{ id: "focus", label: "Focus" }],
    mentors: [
      {
        key: "m1",
        name: "Ms Okafor",
        role: null,
        capacity: null,
        mentees: [
          {
            key: "x",
            name: HOSTILE,
            yearGroup: "12",
            tutorGroup: null,
            startsOn: "2011-05-02",
            week: 4,
            agreedWeeks: 6,
            lastMeeting: { date: "2011-06-10", status: "missed_by_student" },
            nextMeeting: null,
            missedInARow: 1,
            positive: null,
            actionsDue: [],
            grades: [
              {
                subject: "Maths",
                cells: [
                  { outcome: "focus", grade: "2", reviewDate: "2011-06-01", change: -1, previous: "3" },
                ],
              },
            ],
            notes: [],
          },
        ],
      },
      { key: "m2", name: "Mr Nobody", role: null, capacity: null, mentees: [] },
    ],
    empty: null,
  };
}

export function oneGradeAwayPage(): OneGradeAwayPage {
  const who = (key: string, name: string, mentored: boolean) => ({
    key,
    name,
    yearGroup: "11",
    tutorGroup: "11A",
    mentored,
    mentor: null,
  });
  const near = (subject: string, below: number, target: string | null): NearSubject => ({
    subject,
    predicted: below === 1 ? "D" : "E",
    needed: "C",
    below,
    target,
    reviewDate: "2011-06-03",
    ageDays: 21,
  });
  return {
    site,
    freshness,
    headline: "Two are one grade away.",
    yearGroups: ["11"],
    staleDays: 42,
    measures: [
      {
        id: "five",
        label: "Five passes",
        inPoints: false,
        counts: { "on track": 10, "one grade": 2, "one subject": 1, further: 6, "not known": 3 },
        near: [
          {
            ...who("k1", HOSTILE, true),
            standing: "one grade",
            near: [near("Maths", 1, "B"), near("Art", 2, null)],
          },
          { ...who("k2", "Zoë Brown", false), standing: "one grade", near: [near("English", 1, "C")] },
          { ...who("k3", "Cy Cole", false), standing: "one subject", near: [near("Maths", 2, "C")] },
        ],
        notKnown: [{ ...who("k4", "Dan Day", false), why: "no predicted grade in Art" }],
        reasons: [{ why: "A predicted grade is older than 42 days", n: 3 }],
      },
      {
        id: "basics",
        label: "English and maths",
        inPoints: false,
        counts: { "on track": 1, "one grade": 1, "one subject": 0, further: 0, "not known": 0 },
        near: [{ ...who("k2", "Zoë Brown", false), standing: "one grade", near: [near("English", 1, "C")] }],
        notKnown: [],
        reasons: [],
      },
    ],
  };
}

export function teachersDataPage(): TeachersDataPage {
  const ages = { newest: "2011-06-19", oldest: "2011-04-25", newestAge: 5, medianAge: 10, oldestAge: 60 };
  const found = {
    kind: "praise" as const,
    key: "k1",
    name: "Ann Abbott",
    yearGroup: "12",
    tutorGroup: null,
    subject: "Maths",
    date: "2011-06-03",
    one: "Praise of 3 June 2011: \u201c<b>\u201d",
    other: "2 down in the review",
  };
  return {
    site,
    freshness,
    headline: "All grades are fresh.",
    staleDays: 42,
    namesTeachers: true,
    subjects: [
      { subject: "Maths", teacher: HOSTILE, expected: 5, fresh: 3, ...ages },
      { subject: "Art", teacher: null, expected: 25, fresh: 20, ...ages },
    ],
    stale: [
      {
        subject: "Maths",
        teacher: HOSTILE,
        key: "k1",
        name: "Ann Abbott",
        yearGroup: "12",
        tutorGroup: null,
        newest: "2011-04-25",
        ageDays: 60,
      },
    ],
    kinds: [
      { kind: "praise", label: "Praise", meaning: "What praise is.", comparable: 3, contradictions: 2 },
      { kind: "absence", label: "Absence", meaning: "What absence is.", comparable: 0, contradictions: 0 },
    ],
    bySubject: [{ subject: "Maths", teacher: HOSTILE, comparable: 3, contradictions: 2 }],
    cases: [
      { ...found, teacher: HOSTILE },
      { ...found, teacher: null },
    ],
    record: {
      attainment: { accuracy: noAttainment.accuracy, why: { ...noAttainment.why, accuracy: "No results." } },
    },
    findings: { attainment: { accuracy: [] } },
    differences: [
      { subject: "Maths", label: "GCSE", n: 30, exact: 12, mean: 0.5, ci95: [0.2, 0.8] },
      { subject: "Art", label: "GCSE", n: 3, exact: 1, mean: null, ci95: null },
    ],
  };
}
