import { count, list, longDate } from "../evaluation/words.ts";
import type { Aim } from "./aim.ts";
import type { JudgedGradeRow, RiskFacts } from "./facts.ts";

/** What the data say of the measure that an action aimed at, since the day it was agreed. */
export interface Moved {
  direction: "up" | "down" | "same" | "mixed" | "not known";
  /** "Attendance 84.2% of 38 sessions in the four weeks before, 95.0% of 20 since". */
  sentence: string;
}

/** Fewer possible sessions than this on either side say nothing about a change. */
const fewestSessions = 20;

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/**
 * Sets the measure of an action before the day it was agreed beside the same since. It does not say that the action
 * moved it.
 * @param then Facts of the day on which the action was agreed; undefined where the student was not on roll.
 * @param grades Latest grades on that day and now.
 */
export function moved(
  aim: Aim | null,
  then: RiskFacts | undefined,
  now: RiskFacts,
  grades: { before: readonly JudgedGradeRow[]; after: readonly JudgedGradeRow[] },
): Moved {
  if (aim === null) return unknown("The data hold no measure of what this action aimed at.");
  if (then === undefined) return unknown("The student was not on roll when this was agreed.");
  if ("outcomes" in aim) return gradesMoved(aim, then.day, grades);
  if (aim.measure === "attendance") return attendanceMoved(then, now);
  if (aim.measure === "punctuality") return punctualityMoved(then, now);
  return behaviourMoved(then, now);
}

const unknown = (sentence: string): Moved => ({ direction: "not known", sentence });

const between = (before: number, after: number): Moved["direction"] =>
  after === before ? "same" : after > before ? "up" : "down";

function attendanceMoved(then: RiskFacts, now: RiskFacts): Moved {
  const [a, b] = [then.attendance, now.attendance];
  if (!a || !b || b.possible < a.possible) return unknown("Attendance since then is not known.");
  const possible = b.possible - a.possible;
  const attended = b.attended - a.attended;
  if (Math.min(possible, a.possible_lately) < fewestSessions) {
    return unknown(`Attendance: only ${possible} possible sessions since, too few to compare.`);
  }
  return {
    direction: between(a.attended_lately * possible, attended * a.possible_lately),
    sentence: `Attendance ${percent(a.attended_lately / a.possible_lately)} of ${a.possible_lately} sessions in the four weeks before, ${percent(attended / possible)} of ${possible} since.`,
  };
}

function punctualityMoved(then: RiskFacts, now: RiskFacts): Moved {
  const [a, b] = [then.attendance, now.attendance];
  if (!a || !b || a.late === null || b.late === null || b.possible < a.possible) {
    return unknown("Punctuality since then is not known.");
  }
  const [possible, late] = [b.possible - a.possible, b.late - a.late];
  if (Math.min(possible, a.possible) < fewestSessions) {
    return unknown(`Punctuality: only ${possible} possible sessions since, too few to compare.`);
  }
  return {
    direction: between(-a.late * possible, -late * a.possible),
    sentence: `Late to ${percent(a.late / a.possible)} of ${a.possible} sessions before, to ${percent(late / possible)} of ${possible} since.`,
  };
}

function behaviourMoved(then: RiskFacts, now: RiskFacts): Moved {
  const [a, b] = [then.behaviour, now.behaviour];
  if (!a || !b) return unknown("Behaviour since then is not known.");
  const since = b.incidents + b.suspensions - a.incidents - a.suspensions;
  return {
    direction: since > 0 ? "down" : "same",
    sentence:
      since > 0
        ? `${count(since, "incident")} since ${longDate(then.day)}.`
        : `No incident since ${longDate(then.day)}.`,
  };
}

function gradesMoved(
  { outcomes, subject }: Extract<Aim, { outcomes: readonly string[] }>,
  day: string,
  grades: { before: readonly JudgedGradeRow[]; after: readonly JudgedGradeRow[] },
): Moved {
  const own = (rows: readonly JudgedGradeRow[]) =>
    rows.filter((row) => outcomes.includes(row.outcome) && (subject === null || row.subject === subject));
  const pairs = own(grades.after).flatMap((after) => {
    const before = own(grades.before).find(
      (row) => row.subject === after.subject && row.outcome === after.outcome && row.scale === after.scale,
    );
    return before && after.scale !== null && after.review_date > day ? [{ before, after }] : [];
  });
  const what = outcomes.length === 1 && outcomes[0] === "predictions" ? "predicted grade" : "review grade";
  const where = subject === null ? "" : ` in ${subject}`;
  if (pairs.length === 0) return unknown(`No ${what}${where} since ${longDate(day)} to compare.`);
  const steps = pairs.map(
    ({ before, after }) => after.rank_sum * before.rank_count - before.rank_sum * after.rank_count,
  );
  const [up, down] = [steps.filter((step) => step > 0).length, steps.filter((step) => step < 0).length];
  const direction = up > 0 && down > 0 ? "mixed" : up > 0 ? "up" : down > 0 ? "down" : "same";
  if (pairs.length === 1) {
    const [{ before, after }] = pairs as [(typeof pairs)[0]];
    const words = { up: "up", down: "down", same: "the same", mixed: "" }[direction];
    return {
      direction,
      sentence: `${what === "predicted grade" ? "Predicted grade" : "Review grade"} in ${after.subject} ${words}: ${before.grade} then, ${after.grade} on ${longDate(after.review_date)}.`,
    };
  }
  const counts = [...(up > 0 ? [`${up} up`] : []), ...(down > 0 ? [`${down} down`] : [])];
  const moves = counts.length === 0 ? "none up or down" : list(counts);
  return { direction, sentence: `Of ${pairs.length} ${what}s${where} since: ${moves}.` };
}
