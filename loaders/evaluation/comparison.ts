import type { Programme } from "../programme/load-settings.ts";
import { regressionToMean } from "../statistics/regression-to-mean.ts";
import { attrition } from "./attrition.ts";
import { attritionRates } from "./attrition-rates.ts";
import type { ComparedGroup } from "./comparison-group.ts";
import { differences } from "./differences.ts";
import type { Models } from "./models.ts";
import type { Comparison } from "./record.ts";
import type { StudentMeans } from "./student-means.ts";

/**
 * Mentored students beside the others on the primary outcome: how alike before, how different after, and who is missing.
 * @param compared Who is compared with whom.
 * @param outcomes The criteria whose means are averaged, or the one outcome.
 */
export function comparison(
  { settings, scales }: Programme,
  models: Models,
  mentees: readonly StudentMeans[],
  outcomes: readonly string[],
  compared: ComparedGroup,
): Comparison {
  const { group, cutOff } = settings.comparison;
  const started = models.mentees.map(({ student_id }) => student_id);
  const lost = attrition(started, mentees, models.pairs, outcomes, scales);
  const rates = attritionRates(lost, models.comparisonMeans, outcomes);
  const found = differences(compared);
  const why: Record<string, string> = { ...found.why };
  // Without anybody to compare, what was to be expected can still be reckoned from the cut-off.
  const byCutOff = found.n === null && cutOff && mentees.length > 0 ? regressionToMean(cutOff) : null;
  if (byCutOff !== null) delete why.expectedGain;
  if (lost === null)
    why.attrition = "Nobody was measured, so it is not known how far grades could have moved.";
  if (rates === null)
    why.attritionRates = "No mentored student, or no other student, has the outcome before the start.";
  return {
    group,
    ...found,
    expectedGain: found.expectedGain ?? byCutOff,
    notCompared: mentees.length - (found.n?.[0] ?? 0),
    ...(compared.matching ? { matching: compared.matching } : {}),
    attrition: lost,
    attritionRates: rates,
    why,
  };
}
