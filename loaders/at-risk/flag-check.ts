import { daysBetween } from "../programme/days.ts";
import type { RiskRule } from "../programme/schema.ts";
import type { Interval } from "../statistics/interval.ts";
import { medianInterval } from "../statistics/median-interval.ts";
import { newcombeIndependent } from "../statistics/newcombe-independent.ts";
import { wilson } from "../statistics/wilson.ts";
import type { Judged } from "./judge.ts";

/** A student whose later outcome is known, and how the rules judged the student on each review day before it. */
export interface CheckedStudent {
  missed: boolean;
  /** Day on which the outcome was known. */
  outcomeDay: string;
  /** In the order of time. */
  reviews: readonly { day: string; judged: Judged }[];
}

export interface ShareOf {
  k: number;
  n: number;
  ci95: Interval | null;
}

/** How a rule's flags met what happened later. Students for whom the rule could never be judged are left out. */
export interface RuleCheck {
  /** Students judged on at least one review day. */
  judged: number;
  /** Of those judged, who missed: what picking anybody would give. */
  missed: ShareOf;
  /** Precision: of the flagged, who missed. */
  precision: ShareOf;
  /** Recall: of those who missed, who was flagged. */
  recall: ShareOf;
  /** Of the not flagged, who missed. */
  others: ShareOf;
  /** Share that missed of the flagged, minus that of the others; null where either is nobody. */
  difference: { estimate: number; ci95: Interval } | null;
  /** Days from the first flag to the outcome, of flagged students who missed. */
  leadDays: { median: number | null; ci95: Interval | null };
  /** Whether flagged students missed more often than the others. */
  verdict: "more often" | "less often" | "cannot be told" | "too few";
}

/** Fewer flagged students than this, or fewer others, are not compared. */
const fewest = 6;

const shareOf = (k: number, n: number): ShareOf => ({ k, n, ci95: wilson(k, n) });

/**
 * Sets a rule's flags on any review day against the outcome.
 * @param flags Whether the rule flags a judgement; null where it could not be judged.
 */
export function checkRule(
  students: readonly CheckedStudent[],
  flags: (judged: Judged) => boolean | null,
): RuleCheck {
  const seen = students.flatMap((student) => {
    const said = student.reviews.map(({ day, judged }) => ({ day, flag: flags(judged) }));
    if (said.every(({ flag }) => flag === null)) return [];
    const first = said.find(({ flag }) => flag === true)?.day ?? null;
    return [{ missed: student.missed, outcomeDay: student.outcomeDay, first }];
  });
  const flagged = seen.filter(({ first }) => first !== null);
  const rest = seen.filter(({ first }) => first === null);
  const missedOf = (some: readonly { missed: boolean }[]) => some.filter(({ missed }) => missed).length;
  const [hits, misses] = [missedOf(flagged), missedOf(rest)];
  const precision = shareOf(hits, flagged.length);
  const others = shareOf(misses, rest.length);
  const interval = newcombeIndependent({ k: hits, n: flagged.length }, { k: misses, n: rest.length });
  return {
    judged: seen.length,
    missed: shareOf(hits + misses, seen.length),
    precision,
    recall: shareOf(hits, hits + misses),
    others,
    difference: interval && {
      estimate: hits / flagged.length - misses / rest.length,
      ci95: interval,
    },
    leadDays: medianInterval(
      flagged.filter(({ missed }) => missed).map(({ first, outcomeDay }) => daysBetween(first!, outcomeDay)),
    ),
    verdict: verdictOf(flagged.length, rest.length, interval),
  };
}

function verdictOf(flagged: number, others: number, interval: Interval | null): RuleCheck["verdict"] {
  if (interval === null || Math.min(flagged, others) < fewest) return "too few";
  if (interval[0] > 0) return "more often";
  return interval[1] < 0 ? "less often" : "cannot be told";
}

/** A rule's own flag; null where it could not be judged. */
export function flagOf(rule: RiskRule): (judged: Judged) => boolean | null {
  return ({ flags, unknown, unjudged }) => {
    if (flags.some((flag) => flag.rule === rule)) return true;
    return unknown.some((gap) => gap.rule === rule) || unjudged.includes(rule) ? null : false;
  };
}

/**
 * At least so many rules at once; null where what cannot be judged could reach that number.
 * @param rules Those that could be judged for somebody; without them nobody would be known not to be flagged.
 */
export function flagsAtLeast(least: number, rules: readonly RiskRule[]): (judged: Judged) => boolean | null {
  return ({ flags, unknown }) => {
    if (flags.length >= least) return true;
    const open = unknown.filter(({ rule }) => rules.includes(rule)).length;
    return flags.length + open >= least ? null : false;
  };
}
