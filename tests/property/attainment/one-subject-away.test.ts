import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  oneSubjectAway,
  type Standing,
  type SubjectBelow,
} from "../../../loaders/attainment/one-subject-away.ts";

const subjects = fc.array(
  fc.record({
    below: fc.option(fc.constantFrom(-2, 0, 0.5, 1, 1.5, 2, 4), { freq: 3 }),
    entries: fc.constantFrom(1, 1, 1, 2),
    english: fc.boolean(),
    maths: fc.boolean(),
  }),
  { maxLength: 8 },
);

/** The rule again, written from its words: a list of passes, ticked off. */
function isOnTrack(passed: readonly SubjectBelow[], five: boolean): boolean {
  if (!passed.some((one) => one.english)) return false;
  if (!passed.some((one) => one.maths)) return false;
  return !five || passed.flatMap(({ entries }) => Array(entries).fill("pass")).length > 4;
}

/** Every way in which what is not known may have turned out. */
function outcomes(all: readonly SubjectBelow[]): SubjectBelow[][] {
  const unseen = (["english", "maths"] as const)
    .filter((of) => !all.some((one) => one[of]))
    .map((of): SubjectBelow => ({ below: null, entries: 1, english: false, maths: false, [of]: true }));
  return [...all, ...unseen].reduce<SubjectBelow[][]>(
    (ways, one) =>
      one.below === null
        ? ways.flatMap((way) => [
            [...way, { ...one, below: 0 }],
            // So far below that it is never counted as near: whether it is, is not known either.
            [...way, { ...one, below: 99 }],
          ])
        : ways.map((way) => [...way, one]),
    [[]],
  );
}

/** Raises each subject in turn and judges again. */
function bruteForce(way: readonly SubjectBelow[], five: boolean): { standing: Standing; wouldDo: number[] } {
  const passes = (list: readonly SubjectBelow[]) => list.filter((one) => (one.below ?? 99) <= 0);
  if (isOnTrack(passes(way), five)) return { standing: "on track", wouldDo: [] };
  const wouldDo: number[] = [];
  for (let i = 0; i < way.length; i += 1) {
    if (way[i]!.below! <= 0) continue;
    const raised = way.map((one, j) => (i === j ? { ...one, below: 0 } : one));
    if (isOnTrack(passes(raised), five)) wouldDo.push(i);
  }
  const nearest = Math.min(...wouldDo.map((i) => way[i]!.below!));
  if (wouldDo.length === 0) return { standing: "further", wouldDo };
  return { standing: nearest <= 1 ? "one grade" : "one subject", wouldDo };
}

describe("one subject away", () => {
  test("is what raising each subject in turn gives, however what is not known turned out", () => {
    const seen = new Map<Standing, number>();
    fc.assert(
      fc.property(subjects, fc.boolean(), (all, five) => {
        const { standing, wouldDo } = oneSubjectAway(all, five);
        seen.set(standing, (seen.get(standing) ?? 0) + 1);
        const judged = outcomes(all).map((way) => bruteForce(way, five));
        const standings = new Set(judged.map((one) => one.standing));
        const isKnown = all.some(({ below }) => below !== null) && standings.size === 1;
        expect(standing).toBe(isKnown ? [...standings][0] : "not known");
        if (isKnown)
          expect(wouldDo).toEqual(
            all.flatMap((_, i) => (judged.every((one) => one.wouldDo.includes(i)) ? [i] : [])),
          );
      }),
      { numRuns: 3000, seed: 11 },
    );
    // The property says something of each standing.
    expect([...seen.keys()].sort()).toEqual(["further", "not known", "on track", "one grade", "one subject"]);
  });

  test("without anything known nothing is said, though too few subjects be there", () => {
    const one: SubjectBelow = { below: null, entries: 1, english: false, maths: false };
    expect(oneSubjectAway([one], true)).toEqual({ standing: "not known", wouldDo: [] });
    expect(oneSubjectAway([], false)).toEqual({ standing: "not known", wouldDo: [] });
  });
});
