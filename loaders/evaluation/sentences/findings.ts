import type { Programme } from "../../programme/load-settings.ts";
import { smallestP } from "../../statistics/detectable.ts";
import type {
  AttritionRates,
  CriterionResult,
  EvaluationRecord,
  OnTrack,
  OutcomeResult,
  SurveyQuestion,
} from "../record.ts";
import { fewestToJudge } from "../verdict-rule.ts";
import { checkWording, designOf } from "../wording.ts";
import {
  alike,
  count,
  list,
  numberWord,
  pValue,
  sentenceCase,
  share,
  signed,
  withinSentence,
} from "../words.ts";
import { type AttainmentFindings, attainmentFindings } from "./attainment.ts";
import { comparisonSentences } from "./comparison.ts";
import { doseSentences } from "./dose.ts";
import { independentSentences } from "./independent.ts";
import { obstacleSentences } from "./obstacles.ts";

/** Every sentence about results that the Impact page prints; see docs/methods.md for the wording rules. */
export interface Findings {
  headline: string;
  paragraph: string[];
  criteria: { id: string; title: string; sentence: string }[];
  predictions: string | null;
  onTrack: string | null;
  attainment: AttainmentFindings;
  survey: { question: string; sentence: string }[];
  leavers: string;
  /** What stands between the finding and "promising". */
  obstacles: string[];
  /** How the change goes with meetings and weeks. */
  dose: string[];
  /** On outcomes that neither the mentor nor the teachers who review produced. */
  independent: string[];
  limits: string[];
}

/**
 * Generates the findings from the record alone.
 * @throws Error where a sentence says more than the design has earned.
 */
export function findings(record: EvaluationRecord, settings: Programme["settings"]): Findings {
  const said = sentencesOf(record, settings);
  const quoted = [
    record.primary.label,
    ...record.criteria.map(({ label }) => label),
    ...record.survey.flatMap(({ question, answers }) => [question, ...answers.map(({ answer }) => answer)]),
    ...(record.onTrack?.yearGroups ?? []),
    ...record.attainment.targets.map(({ label }) => label),
    ...[...record.attainment.passes, ...record.attainment.points, ...record.attainment.progress].flatMap(
      ({ yearGroups }) => yearGroups,
    ),
  ];
  const { settledBy, rule } = record.primary;
  checkWording(
    [...strings(said), rule, ...(settledBy ? [settledBy] : [])],
    designOf(record.comparison),
    quoted,
  );
  return said;
}

/** Every text of a value, however deep. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

function sentencesOf(record: EvaluationRecord, settings: Programme["settings"]): Findings {
  return {
    headline: record.primary.sentence,
    paragraph: paragraph(record),
    criteria: record.criteria.map((criterion) => criterionFinding(criterion, record.criteria.length)),
    predictions: predictionsFinding(record.predictions),
    onTrack: record.onTrack ? onTrackFinding(record.onTrack) : null,
    attainment: attainmentFindings(record.attainment),
    survey: record.survey.map(surveyFinding),
    leavers: leavers(record),
    obstacles: obstacleSentences(record.primary.obstacles, record.comparison),
    dose: doseSentences(record.dose),
    independent: independentSentences(record.independent),
    limits: limits(record, settings),
  };
}

function paragraph(record: EvaluationRecord): string[] {
  const { cohort, primary } = record;
  const { change } = primary;
  const sentences = [`${started(cohort)}, ${weeks(cohort.weeks)}.`];
  if (change.n === 0) return sentences;
  const { up, down } = change.signTest;
  const [higher, same, lower] = alike(up, change.signTest.same, down);
  sentences.push(
    `On the one outcome named before the data were opened, the ${withinSentence(primary.label)}, ${higher} ${up === 1 ? "was" : "were"} graded higher, ${same} the same and ${lower} lower.`,
  );
  if (change.n < fewestToJudge) {
    sentences.push("With so few students the page describes them and judges nothing.");
    return sentences;
  }
  if (change.ci95 && change.pExact !== null) {
    sentences.push(
      `The average change is ${signed(change.mean!)} grades a student; with ${count(change.n, "student")} the plausible range runs from ${signed(change.ci95[0])} to ${signed(change.ci95[1])} (exact test, ${pValue(change.pExact)}).`,
    );
  }
  if (primary.robustness.dependsOnScoring)
    sentences.push(
      "With other distances between the grades the change is not clear: it depends on the scoring.",
    );
  return [...sentences, ...comparisonSentences(record)];
}

function started({ started, measured }: EvaluationRecord["cohort"]): string {
  if (started === 0) return "No student has started";
  if (started === 1 && measured === 1) return "One student started and could be measured";
  if (measured === started)
    return `${sentenceCase(count(started, "student"))} started and all could be measured`;
  const [all, some] = alike(started, measured);
  return `${sentenceCase(all!)} ${started === 1 ? "student" : "students"} started and ${some} could be measured`;
}

function weeks({ min, max }: EvaluationRecord["cohort"]["weeks"]): string {
  if (min === null || max === null) return "so nothing can be said of their grades";
  return min === max
    ? `after ${count(min, "week")} on the programme`
    : `after ${min} to ${max} weeks on the programme`;
}

function criterionFinding({ id, label, students, pairs, change }: CriterionResult, family: number) {
  const title = `${label}: ${students.improved} (${students.declined})`;
  if (change.n === 0) return { id, title, sentence: "No student was measured on this criterion." };
  const both = students.both > 0 ? `, ${numberWord(students.both)} of them in both columns` : "";
  const [improved, declined] = alike(students.improved, students.declined);
  const counts = `Of ${count(students.measured, "student")} (${pairs.measured} subject reviews) ${improved} improved in at least one subject and ${declined} declined in at least one${both}.`;
  if (change.n < fewestToJudge || !change.ci95) return { id, title, sentence: counts };
  const adjusted =
    family > 1 && change.pHolm !== null
      ? `; ${pValue(change.pHolm)} allowing for ${numberWord(family)} criteria`
      : "";
  return {
    id,
    title,
    sentence: `${counts} On average ${signed(change.mean!)} grades a student, plausibly ${signed(change.ci95[0])} to ${signed(change.ci95[1])} (${pValue(change.pExact!)}${adjusted}).`,
  };
}

function predictionsFinding({ students, change }: OutcomeResult): string | null {
  if (change.n === 0) return null;
  const counts = `The predicted grade improved in at least one subject for ${share(students.improved, students.measured)} students and declined in at least one for ${share(students.declined, students.measured)}.`;
  if (change.n < fewestToJudge || !change.ci95) return counts;
  return `${counts} On average ${signed(change.mean!)} grades a student, plausibly ${signed(change.ci95[0])} to ${signed(change.ci95[1])} (${pValue(change.pExact!)}). Predicted grades are teachers' judgements, and are right about half the time.`;
}

function onTrackFinding({ mentees, everyone, yearGroups }: OnTrack): string {
  const years = `Year ${list(yearGroups)}`;
  if (mentees.before.n === 0) return `No mentee of ${years} has a known status both before and after.`;
  const [became, ceased] = alike(mentees.becameOnTrack, mentees.ceasedOnTrack);
  const change = `${sentenceCase(became!)} of the mentees became on track and ${ceased} ceased to be (exact McNemar test, ${pValue(mentees.mcnemarP!)}).`;
  return `In ${years}, ${share(mentees.before.k, mentees.before.n)} mentees were on track before and ${share(mentees.after.k, mentees.after.n)} after; of everyone in the year group, ${share(everyone.before.k, everyone.before.n)} and ${share(everyone.after.k, everyone.after.n)}. ${change} Students chosen for being off track tend to move towards it anyway.`;
}

function surveyFinding({ question, n, atLeast }: SurveyQuestion): { question: string; sentence: string } {
  const parts = atLeast.map(
    ({ answer, k }, i) => `${share(k, n)} answered ${i === 0 ? "" : "at least "}\u201c${answer}\u201d`,
  );
  return { question, sentence: `${sentenceCase(list(parts))}.` };
}

function leavers({ cohort, primary, comparison }: EvaluationRecord): string {
  if (cohort.started === 0) return "Nobody has started.";
  const parts: string[] = [];
  if (cohort.quickLeavers > 0)
    parts.push(`${count(cohort.quickLeavers, "student")} left within the first weeks`);
  if (cohort.unmeasured > 0)
    parts.push(`${count(cohort.unmeasured, "student")} had no review in one of the two windows`);
  if (parts.length === 0) return "Everybody who started was measured.";
  const counted = `${sentenceCase(list(parts))}; they stay in the count of those who started, as not measured.`;
  const { attrition } = comparison;
  if (!attrition || primary.change.n < fewestToJudge) return counted;
  const [worst, best] = attrition.bounds;
  const { leavers: lost, stayers } = attrition;
  const stood =
    lost.meanBefore === null || stayers.meanBefore === null
      ? ""
      : ` Before the start they stood at ${lost.meanBefore.toFixed(2)} on average, those who were measured at ${stayers.meanBefore.toFixed(2)}.`;
  return `${counted}${stood} Had they all ended at the worst grade, the mean change of everybody who started would be ${signed(worst)}; at the best, ${signed(best)}.${missing(comparison.attritionRates)}`;
}

function missing(rates: AttritionRates | null): string {
  if (rates === null) return "";
  const { mentees, others } = rates;
  return ` Of those with grades before, ${mentees.lost} of ${mentees.of} mentored and ${others.lost} of ${others.of} other students have none after: attrition that the What Works Clearinghouse calls ${rates.class}.`;
}

function limits(
  { primary, cohort, criteria, comparison }: EvaluationRecord,
  settings: Programme["settings"],
): string[] {
  const { n } = primary.change;
  const said = [
    "Review grades and predicted grades are given by teachers who know who is mentored.",
    comparison.n === null
      ? "Nothing here compares mentored students with similar ones who were not mentored, so a rise may be no more than the rise that comes anyway."
      : "Nobody was mentored by lot, so the mentored may differ from the others in ways that no file holds.",
  ];
  if (n >= 1 && n < 12)
    said.push(
      `With ${count(n, "student")} the smallest p value that could be reached is ${smallestP(n).toPrecision(2)}.`,
    );
  if (criteria.length > 1) {
    said.push(
      `With ${numberWord(criteria.length)} criteria one of them often looks better by luck alone; the adjusted p values allow for that.`,
    );
  }
  const lost = cohort.started - cohort.measured;
  if (lost > 0) {
    const [some, all] = alike(lost, cohort.started);
    said.push(
      `${sentenceCase(some!)} of the ${all} who started could not be measured; what became of their grades is not known.`,
    );
  }
  said.push(
    `Before is the last review up to ${settings.windows.baselineDaysBefore} days before the start; after is the last review at least ${count(settings.windows.minimumWeeks, "week")} later and up to ${settings.windows.followUpDaysAfter} days after the end.`,
  );
  return said;
}
