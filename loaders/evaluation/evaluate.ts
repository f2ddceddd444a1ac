import type { Extract } from "../extract/extract.ts";
import type { Programme } from "../programme/load-settings.ts";
import { benjaminiHochberg } from "../statistics/benjamini-hochberg.ts";
import { holm } from "../statistics/holm.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { attainment } from "./attainment/attainment.ts";
import { readAttainment } from "./attainment/models.ts";
import { peopleOf } from "./attainment/people.ts";
import { yearGrades } from "./attainment/year-grades.ts";
import { byOrder } from "./by-order.ts";
import { change } from "./change.ts";
import { cohort } from "./cohort.ts";
import { comparison } from "./comparison.ts";
import { comparedGroup } from "./comparison-group.ts";
import { cost } from "./cost.ts";
import { dose } from "./dose.ts";
import { independentOutcomes } from "./independent.ts";
import { type Models, readModels } from "./models.ts";
import { onTrack } from "./on-track.ts";
import type { CriterionResult, EvaluationRecord, OutcomeResult, Verdict } from "./record.ts";
import { robustness } from "./robustness.ts";
import { primarySentence } from "./sentences/primary.ts";
import { settledBy } from "./sentences/settled-by.ts";
import { meanOverOutcomes, type StudentMeans, studentMeans } from "./student-means.ts";
import { subgroups } from "./subgroups.ts";
import { survey } from "./survey.ts";
import { type Evidence, obstacles, verdict } from "./verdict.ts";
import { fewestToJudge, verdictRule } from "./verdict-rule.ts";

/** The record, and the per-student numbers it was computed from (for distributions; no identity leaves here). */
export interface Evaluation {
  record: EvaluationRecord;
  /** By outcome: criterion id, "predictions" and "criteria-mean". */
  means: ReadonlyMap<string, readonly StudentMeans[]>;
}

/** Computes the evaluation record of a programme from its warehouse. */
export async function evaluate(
  programme: Programme,
  extract: Extract,
  warehouse: Warehouse,
): Promise<Evaluation> {
  const models = await readModels(warehouse);
  const attained = await readAttainment(warehouse);
  const counted = peopleOf(programme, models, attained);
  const grades = yearGrades(attained.grades);
  const { settings } = programme;
  const started = models.mentees.length;
  const means = meansByOutcome(programme, models);
  const outcome = (id: string): OutcomeResult => outcomeResult(models, started, id, means.get(id)!);

  const raw = programme.criteria.map(({ id, label }) => ({ id, label, ...outcome(id) }));
  const ps = raw.map((criterion) => criterion.change.pExact);
  const [byHolm, byBh] = [holm(ps), benjaminiHochberg(ps)];
  const criteria: CriterionResult[] = raw.map((criterion, i) => ({
    ...criterion,
    change: { ...criterion.change, pHolm: byHolm[i]!, pBh: byBh[i]! },
  }));
  const hasMeetings = extract.counts.meetings.rows > 0;
  const people = cohort(models, hasMeetings);
  const primary = means.get(settings.primaryOutcome)!;
  const outcomes =
    settings.primaryOutcome === "criteria-mean"
      ? programme.criteria.map(({ id }) => id)
      : [settings.primaryOutcome];
  const main = change(primary);
  const measured = models.pairs.filter((pair) => pair.measured);
  const stands = robustness(main, primary, measured, outcomes, programme.scales);
  const beside = comparedGroup(programme, models, primary, outcomes);
  const compared = comparison(programme, models, primary, outcomes, beside);
  const label = outcomeLabel(programme, settings.primaryOutcome);
  const evidence = { change: main, robustness: stands, comparison: compared };
  const independent = independentOutcomes(programme, models);
  const given = verdict(evidence, independent);
  const record: EvaluationRecord = {
    programme: {
      name: settings.name,
      institution: settings.institution,
      academicYear: settings.academicYear,
      asOf: settings.asOf,
      synthetic: settings.synthetic,
    },
    cohort: people,
    criteria,
    primary: {
      outcome: settings.primaryOutcome,
      label,
      change: main,
      robustness: stands,
      verdict: given,
      obstacles: main.n < fewestToJudge ? [] : obstacles(evidence),
      rule: verdictRule,
      sentence: primarySentence(people, main, settings.primaryOutcome, label, compared),
      ...settled(evidence, given),
    },
    predictions: outcome("predictions"),
    comparison: compared,
    comparisonByOrder: byOrder(beside),
    independent,
    subgroups: subgroups(settings.subgroups, models, primary),
    onTrack: onTrack(programme, models, counted, grades),
    attainment: attainment(programme, models, attained, counted, grades),
    dose: dose(models, primary, hasMeetings),
    survey: survey(models, settings),
    cost: cost(models, started),
    load: load(extract),
    why: settings.onTrack ? {} : { onTrack: 'On track is off: programme.json has no "onTrack".' },
  };
  return { record, means };
}

/** What readers call an outcome: a criterion's label, "Predicted grade" or "Mean of the criteria". */
export function outcomeLabel(programme: Programme, outcome: string): string {
  if (outcome === "criteria-mean") return "Mean of the criteria";
  if (outcome === "predictions") return "Predicted grade";
  return programme.criteria.find(({ id }) => id === outcome)!.label;
}

function meansByOutcome(programme: Programme, models: Models): Map<string, StudentMeans[]> {
  const measured = models.pairs.filter((pair) => pair.measured);
  const ids = [...programme.criteria.map(({ id }) => id), "predictions"];
  const means = new Map(
    ids.map((id) => [
      id,
      studentMeans(
        measured.filter((pair) => pair.outcome === id),
        programme.scales,
      ),
    ]),
  );
  means.set("criteria-mean", meanOverOutcomes(programme.criteria.map(({ id }) => means.get(id)!)));
  return means;
}

function outcomeResult(
  models: Models,
  started: number,
  id: string,
  means: readonly StudentMeans[],
): OutcomeResult {
  const students = models.studentChangeCounts.find((row) => row.outcome === id);
  const pairs = models.pairCounts.find((row) => row.outcome === id);
  const measured = students?.measured ?? 0;
  return {
    students: {
      measured,
      improved: students?.improved ?? 0,
      declined: students?.declined ?? 0,
      both: students?.both ?? 0,
      unchanged: students?.unchanged ?? 0,
      notMeasured: started - measured,
    },
    pairs: {
      measured: pairs?.measured ?? 0,
      improved: pairs?.improved ?? 0,
      declined: pairs?.declined ?? 0,
      unchanged: pairs?.unchanged ?? 0,
      notMeasured: pairs?.not_measured ?? 0,
    },
    change: change(means),
  };
}

function settled(evidence: Evidence, given: Verdict): { settledBy: string | null; why?: string } {
  const sentence = settledBy(evidence, given);
  if (sentence !== null) return { settledBy: sentence };
  return {
    settledBy: null,
    why: `${evidence.change.why} So it cannot be said how many more students would settle it.`,
  };
}

function load(extract: Extract): EvaluationRecord["load"] {
  const counts = extract.files.map((file) => file.lineCounts());
  const accepted = counts.reduce((sum, lines) => sum + lines.accepted, 0);
  const quarantined = counts.reduce((sum, lines) => sum + lines.quarantined, 0);
  return { rowsIn: accepted + quarantined, accepted, quarantined };
}
