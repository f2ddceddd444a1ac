import { meanChange } from "../../loaders/evaluation/attainment/mean-change.ts";
import type { Attainment, KnownMeanChange } from "../../loaders/evaluation/attainment/record.ts";
import { pairedShares } from "../../loaders/evaluation/paired-shares.ts";

/** The attainment of a programme without predicted grades, targets, prior attainment or results. */
export const noAttainment: Attainment = {
  passes: [],
  points: [],
  targets: [],
  targetsUncounted: [],
  progress: [],
  accuracy: { students: 0, pairs: 0, subjects: [], uncounted: [] },
  why: {},
};

const of = (changes: readonly number[], start: number): KnownMeanChange => ({
  ...meanChange(changes.map((change) => ({ before: start, after: start + change }))),
  unknown: [],
});

/** Attainment with one of everything, for mentees whose numbers changed by these steps. */
export function attainmentOf(changes: readonly number[]): Attainment {
  const n = changes.length;
  const rows = changes.map((change, i) => ({
    student_id: `${i}`,
    mentee: true,
    measured: true,
    before: change < 0,
    after: change > 0,
  }));
  const everyone = of([0, 1, 0, 2, -1, 0, 0], 40);
  const standing = { below: n, at: 0, above: 0 };
  const pairs = { n, before: standing, after: { below: 0, at: n, above: 0 } };
  const against = {
    students: n,
    pairs,
    studentsBelow: { before: n, after: 0 },
    gap: of(changes, -1),
  };
  const share = (k: number) => ({ k, ci95: null });
  return {
    ...noAttainment,
    passes: [
      {
        id: "basics-standard",
        label: "English and maths at 4 or above",
        yearGroups: ["11"],
        declared: false,
        ...pairedShares(rows),
      },
    ],
    points: [
      {
        id: "attainment-8",
        label: "Attainment 8",
        yearGroups: ["10", "11"],
        slots: { baskets: [{ label: "EBacc", slots: 3, subjects: ["History"] }], open: 3 },
        mentees: of(changes, 38),
        everyone,
        sources: ["a table of points"],
      },
    ],
    targets: [
      {
        scale: "gcse91",
        label: "GCSE",
        mentees: against,
        everyone: against,
        subjects: [{ subject: "Maths", mentees: pairs, everyone: pairs }],
      },
    ],
    progress: [
      {
        stage: "ks4",
        label: "GCSEs and equivalents",
        yearGroups: ["11"],
        fewestAlike: 5,
        mentees: of(changes, -0.5),
        everyone,
        sources: ["a table of points"],
      },
    ],
    accuracy: {
      students: n,
      pairs: n,
      subjects:
        n === 0
          ? []
          : [
              {
                subject: "Maths",
                scale: "gcse91",
                label: "GCSE",
                n,
                exact: share(n - 1),
                withinOne: share(n),
                over: share(1),
                under: share(0),
              },
            ],
      uncounted: [],
    },
  };
}
