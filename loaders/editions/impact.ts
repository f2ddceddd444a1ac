import type { Evaluation } from "../evaluation/evaluate.ts";
import { outcomeLabel } from "../evaluation/evaluate.ts";
import { findings } from "../evaluation/sentences/findings.ts";
import type { Programme } from "../programme/load-settings.ts";
import { toNumber } from "../statistics/fraction.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { freshness } from "./freshness.ts";
import type { ImpactPage, SiteData } from "./page-data.ts";

interface Pair {
  student_id: string;
  outcome: string;
  before_scale: string;
  after_date: string | null;
  measured: boolean;
}

/** The leaders' Impact page: the record, its sentences, and before and after of each measured mentee without identity. */
export async function impactPage(
  programme: Programme,
  warehouse: Warehouse,
  { record, means }: Evaluation,
  site: SiteData,
): Promise<ImpactPage> {
  const pairs = await warehouse.rows<Pair>("mentee_pairs", "student_id, subject, outcome");
  const newest = new Map<string, string>();
  for (const { student_id, after_date, measured } of pairs) {
    if (measured && after_date && after_date > (newest.get(student_id) ?? ""))
      newest.set(student_id, after_date);
  }
  const primary = programme.settings.primaryOutcome;
  const outcomes = [...new Set([primary, ...programme.criteria.map(({ id }) => id), "predictions"])];
  return {
    site,
    freshness: freshness(programme.settings.asOf, [...newest.values()]),
    record,
    findings: findings(record, programme.settings),
    scales: [
      ...programme.criteria.map(({ id, ranks }) => ({ criterion: id, ranks })),
      ...predictedScale(programme, pairs),
    ].map(({ criterion, ranks }) => ({ criterion, label: ranks.label, bestFirst: [...ranks.bestFirst] })),
    distributions: outcomes
      .filter((outcome) => means.get(outcome)!.length > 0)
      .map((outcome) => ({
        outcome,
        label: outcomeLabel(programme, outcome),
        points: means
          .get(outcome)!
          .map(({ before, after, subjects }) => ({
            before: toNumber(before),
            after: toNumber(after),
            subjects,
          }))
          .sort((a, b) => a.before - b.before || a.after - b.after || a.subjects - b.subjects),
      })),
  };
}

/** The scale of the predicted grades, where all that are measured stand on one. */
function predictedScale(programme: Programme, pairs: readonly Pair[]) {
  const used = new Set(
    pairs.flatMap((pair) => (pair.measured && pair.outcome === "predictions" ? [pair.before_scale] : [])),
  );
  if (used.size !== 1) return [];
  const [id] = used;
  return [{ criterion: "predictions", ranks: programme.scales.get(id!)! }];
}
