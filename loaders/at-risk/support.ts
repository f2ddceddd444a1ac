import type { Warehouse } from "../warehouse/warehouse.ts";
import { riskModels } from "./models.ts";
import type { NamedRule, RiskSettings, RuleSupport } from "./rule.ts";
import { rules } from "./rules.ts";

interface SupportRow {
  behaviour: boolean;
  meetings: boolean;
  session_marks: boolean;
  lateness: boolean;
  deadline_criteria: boolean;
  pass_measure: boolean;
}

/** A rule with its weight, and why it is not applied where it is not. */
export interface RuleInForce {
  rule: NamedRule;
  weight: number;
  off: string | null;
}

export async function rulesInForce(warehouse: Warehouse, settings: RiskSettings): Promise<RuleInForce[]> {
  await warehouse.make(riskModels);
  const [row] = await warehouse.rows<SupportRow>("rule_support", "behaviour");
  const support: RuleSupport = {
    behaviour: row!.behaviour,
    meetings: row!.meetings,
    sessionMarks: row!.session_marks,
    lateness: row!.lateness,
    deadlineCriteria: row!.deadline_criteria,
    passMeasure: row!.pass_measure,
  };
  return rules.map((rule) => {
    const weight = settings.weights[rule.rule];
    const off =
      weight === 0 ? "Switched off: its weight in programme.json is 0." : rule.missing(support, settings);
    return { rule, weight, off };
  });
}
