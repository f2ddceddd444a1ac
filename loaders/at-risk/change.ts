import { list } from "../evaluation/words.ts";
import { type Judged, pointsOf } from "./judge.ts";
import type { RiskSettings } from "./rule.ts";

/** How a student's flags differ from those of the last panel's day. */
export type RiskChange = "new" | "worse" | "same" | "better" | "gone" | "not known";

export interface ChangeSince {
  change: RiskChange;
  /** What is different, in words; empty where nothing is. */
  detail: string;
}

/**
 * Compares a student's judgements of two days. Worse and better count the points of the rules that could be judged on
 * both; a student whose flags went with the data is not known, never gone.
 * @param then Undefined for one who was not on roll on that day.
 * @returns null for a student without a flag on either day.
 */
export function changeSince(
  then: Judged | undefined,
  now: Judged,
  settings: RiskSettings,
): ChangeSince | null {
  const before = then?.flags ?? [];
  if (before.length === 0 && now.flags.length === 0) return null;
  const lost = new Set([...now.unknown.map(({ rule }) => rule), ...now.unjudged]);
  const unseen = new Set([...(then?.unknown.map(({ rule }) => rule) ?? []), ...(then?.unjudged ?? [])]);
  const isIn = (flags: Judged["flags"], rule: string) => flags.some((flag) => flag.rule === rule);
  const added = now.flags.filter(({ rule }) => !isIn(before, rule));
  const removed = before.filter(({ rule }) => !isIn(now.flags, rule) && !lost.has(rule));
  const notSeen = before.filter(({ rule }) => lost.has(rule));
  const turned = now.flags.flatMap((flag) => {
    const earlier = before.find(({ rule }) => rule === flag.rule);
    if (!earlier || (earlier.label === flag.label && earlier.severity === flag.severity)) return [];
    return [`${earlier.label} then, ${flag.label} now`];
  });
  const detail = [
    ...(added.length > 0 ? [`new: ${list(added.map(({ label }) => label))}`] : []),
    ...(removed.length > 0 ? [`gone: ${list(removed.map(({ label }) => label))}`] : []),
    ...turned,
    ...(notSeen.length > 0 ? [`not known now: ${list(notSeen.map(({ label }) => label))}`] : []),
  ].join("; ");
  if (before.length === 0) {
    return { change: "new", detail: then ? detail : "not on roll on the day of the last panel" };
  }
  if (now.flags.length === 0) return { change: notSeen.length > 0 ? "not known" : "gone", detail };
  const comparable = (flags: Judged["flags"]) =>
    flags
      .filter(({ rule }) => !lost.has(rule) && !unseen.has(rule))
      .reduce((sum, flag) => sum + pointsOf(flag, settings), 0);
  const difference = comparable(now.flags) - comparable(before);
  if (difference !== 0) return { change: difference > 0 ? "worse" : "better", detail };
  return { change: "same", detail };
}
