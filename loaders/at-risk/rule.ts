import type { ProgrammeSettings, RiskRule } from "../programme/schema.ts";
import type { RiskFacts } from "./facts.ts";

export type Severity = "red" | "amber";

/** What a rule says of a student. */
export interface Flag {
  rule: RiskRule;
  /** Short label: "Below target in 3 of 8 subjects". */
  label: string;
  /** With numbers: "Maths E against B, Physics D against C". */
  detail: string;
  /** Date of the newest fact used, and its age on the day of the judgement; null for what has no date. */
  date: string | null;
  ageDays: number | null;
  severity: Severity;
  /** Subjects it names. */
  subjects: readonly string[];
}

/**
 * A flag; why a student cannot be judged ("No review this year"); that a rule beside the main ones cannot be judged,
 * which leaves the student's state as it is; or null where the rule does not flag.
 */
export type Judgement = { flag: Flag } | { unknown: string } | { unjudged: true } | null;

export type RiskSettings = ProgrammeSettings["atRisk"];

/** Whether the programme holds what a rule needs; a sentence where it does not. */
export interface RuleSupport {
  behaviour: boolean;
  lateness: boolean;
  meetings: boolean;
  sessionMarks: boolean;
  deadlineCriteria: boolean;
  /** The measure of onTrack counts passes. */
  passMeasure: boolean;
}

/** One rule of concern. */
export interface Rule {
  rule: RiskRule;
  /** The threshold in words. */
  explanation(settings: RiskSettings): string;
  /** Why the programme cannot apply the rule to anybody; null where it can. */
  missing(support: RuleSupport, settings: RiskSettings): string | null;
  judge(facts: RiskFacts, settings: RiskSettings): Judgement;
}

/** A rule with the name that pages give it. */
export interface NamedRule extends Rule {
  label: string;
}
