import { compare, type Fraction, isZero, meanOf, subtract, toNumber } from "../statistics/fraction.ts";
import { hedgesPaired } from "../statistics/hedges.ts";
import { hodgesLehmann } from "../statistics/hodges-lehmann.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { signTest } from "../statistics/sign-test.ts";
import { signedRank } from "../statistics/signed-rank.ts";
import { superiority } from "../statistics/superiority.ts";
import type { Change } from "./record.ts";
import type { StudentMeans } from "./student-means.ts";

/**
 * The change of one outcome over the measured students, one number a student: counts, mean with t interval, exact
 * tests and standardised sizes. pHolm and pBh are those of an outcome alone, which are pExact; a family of outcomes
 * replaces them.
 */
export function change(students: readonly StudentMeans[]): Change {
  const n = students.length;
  const gains = students.map(({ before, after }) => subtract(after, before));
  const up = gains.filter((gain) => gain.numerator > 0n).length;
  const down = gains.filter((gain) => gain.numerator < 0n).length;
  const counts = { up, down, same: n - up - down };
  if (n === 0) return { ...nothing, why: "No student was measured on this outcome." };

  const before = students.map((student) => student.before);
  const after = students.map((student) => student.after);
  const limit = Math.max(...students.map((student) => student.limit));
  const allEqual = gains.every((gain) => compare(gain, gains[0]!) === 0);
  const pExact = signedRank(gains).p;
  const interval = allEqual ? null : meanInterval(gains.map(toNumber), { limit });
  const sizes = allEqual ? { gPre: null, gAv: null, gZ: null } : hedgesPaired(before, after);
  return {
    n,
    meanBefore: toNumber(meanOf(before)!),
    meanAfter: toNumber(meanOf(after)!),
    mean: toNumber(meanOf(gains)!),
    ci95: interval,
    pExact,
    pHolm: pExact,
    pBh: pExact,
    signTest: { ...counts, p: signTest(counts).p },
    hodgesLehmann: location(gains),
    ...sizes,
    superiority: superiority(counts),
    atCeilingBefore: students.filter((student) => student.atCeiling).length / n,
    atFloorBefore: students.filter((student) => student.atFloor).length / n,
    ...why(n, allEqual, gains.every(isZero), sizes.gPre),
  };
}

const nothing: Change = {
  n: 0,
  meanBefore: null,
  meanAfter: null,
  mean: null,
  ci95: null,
  pExact: null,
  pHolm: null,
  pBh: null,
  signTest: { up: 0, down: 0, same: 0, p: null },
  hodgesLehmann: { estimate: null, ci95: null },
  gPre: null,
  gAv: null,
  gZ: null,
  superiority: null,
  atCeilingBefore: null,
  atFloorBefore: null,
};

function location(gains: readonly Fraction[]): Change["hodgesLehmann"] {
  const { estimate, ci95 } = hodgesLehmann(gains);
  const unbounded = ci95?.includes(null)
    ? {
        why: "With so few students the exact test rejects no shift, however far, so the interval has no limit.",
      }
    : {};
  return { estimate, ci95, ...unbounded };
}

function why(n: number, allEqual: boolean, allZero: boolean, gPre: number | null): { why?: string } {
  if (n === 1) return { why: "One student has no spread, so no interval or standardised size can be given." };
  if (allZero)
    return {
      why: "No student changed, so there is no spread to make an interval or a standardised size from.",
    };
  if (allEqual)
    return {
      why: "All students changed by the same amount, so there is no spread to make an interval or a standardised size from.",
    };
  if (gPre === null)
    return {
      why: "Too few students, or all stood at the same grade before, so a standardised size cannot be given.",
    };
  return {};
}
