import { rules } from "../at-risk/rules.ts";
import type { Evaluation } from "../evaluation/evaluate.ts";
import { findings } from "../evaluation/sentences/findings.ts";
import { verdictRules } from "../evaluation/verdict-rule.ts";
import { definitionGroups } from "../methods/definition-groups.ts";
import { settingsInForce } from "../methods/settings-in-force.ts";
import type { Programme } from "../programme/load-settings.ts";
import type { Freshness, MethodsPage, SiteData } from "./page-data.ts";

/** The Methods page: the definitions, rules and settings of the code as they are in force, and the limits of the findings. */
export function methodsPage(
  programme: Programme,
  { record }: Evaluation,
  site: SiteData,
  freshness: Freshness,
): MethodsPage {
  const { settings, criteria } = programme;
  return {
    site,
    freshness,
    headline: "What every number means, and what none of them can show",
    verdict: { given: record.primary.verdict, rules: verdictRules.map((rule) => ({ ...rule })) },
    groups: definitionGroups.map(({ title, definitions }) => ({
      title,
      definitions: definitions.map(({ term, meaning, source }) => ({
        term,
        meaning,
        source: source ?? null,
      })),
    })),
    atRiskRules: rules.map(({ label, explanation }) => ({
      label,
      explanation: explanation(settings.atRisk),
    })),
    criteria: criteria.map(({ label, ranks }) => ({
      label,
      scale: ranks.label,
      bestFirst: [...ranks.bestFirst],
    })),
    qualifications: settings.qualifications.map(({ match, scale, scales, yearGroups }) => ({
      match: match === "*" ? "all others" : match,
      scale: (scales ?? [scale!]).map((id) => programme.scales.get(id)!.label).join(" or "),
      yearGroups: yearGroups ?? null,
    })),
    settings: settingsInForce(programme),
    limits: findings(record, settings).limits,
  };
}
