import type { RiskRule } from "../programme/schema.ts";
import type { RiskFacts } from "./facts.ts";
import type { Flag, RiskSettings, Rule } from "./rule.ts";

/** A student judged by every rule in force on one day. */
export interface Judged {
  /** Red ones first, each in the order of the rules. */
  flags: Flag[];
  /** Main rules that cannot be judged, and why. */
  unknown: { rule: RiskRule; reason: string }[];
  /** Rules beside the main ones for which the data do not suffice. */
  unjudged: RiskRule[];
  /** Weights of the flags, red ones twice. */
  points: number;
}

export function judge(facts: RiskFacts, inForce: readonly Rule[], settings: RiskSettings): Judged {
  const judgements = inForce.map((rule) => ({ rule: rule.rule, said: rule.judge(facts, settings) }));
  const said = judgements.flatMap((one) => (one.said && "flag" in one.said ? [one.said.flag] : []));
  const flags = [
    ...said.filter(({ severity }) => severity === "red"),
    ...said.filter(({ severity }) => severity === "amber"),
  ];
  return {
    flags,
    unknown: judgements.flatMap(({ rule, said }) =>
      said && "unknown" in said ? [{ rule, reason: said.unknown }] : [],
    ),
    unjudged: judgements.flatMap(({ rule, said }) => (said && "unjudged" in said ? [rule] : [])),
    points: flags.reduce((sum, flag) => sum + pointsOf(flag, settings), 0),
  };
}

/** What a flag adds to a student's points: the rule's weight, twice where it is red. */
export function pointsOf({ rule, severity }: Flag, { weights }: RiskSettings): number {
  return weights[rule] * (severity === "red" ? 2 : 1);
}
