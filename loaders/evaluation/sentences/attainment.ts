import type {
  Accuracy,
  Attainment,
  KnownMeanChange,
  MeanChange,
  PointsMeasure,
  StartingPoints,
  TargetsOnScale,
} from "../attainment/record.ts";
import { fewestToJudge } from "../verdict-rule.ts";
import { alike, count, list, sentenceCase, signed, withinSentence } from "../words.ts";

/** Sentences on attainment: one a measure, in the record's order. Of passes the picture says all. */
export interface AttainmentFindings {
  points: string[];
  targets: string[];
  progress: string[];
  accuracy: string[];
}

export function attainmentFindings(attainment: Attainment): AttainmentFindings {
  return {
    points: attainment.points.map(pointsFinding),
    targets: attainment.targets.map(targetsFinding),
    progress: attainment.progress.map(progressFinding),
    accuracy: accuracyFindings(attainment.accuracy),
  };
}

function pointsFinding({ label, mentees, everyone, yearGroups }: PointsMeasure): string {
  const what = `${label} of the mentees`;
  const others = `of everyone in ${years(yearGroups)} it changed by ${signed(everyone.mean!)} (${count(everyone.n, "student")})`;
  if (mentees.n === 0) return `${label} is not known of any mentee; ${others}.`;
  if (mentees.n < fewestToJudge) return tooFew(what, mentees);
  return `${what} went from ${unsigned(mentees.meanBefore!)} to ${unsigned(mentees.meanAfter!)}: ${changed(mentees, "points")}; ${others}. Students chosen for low grades tend to rise anyway.${notKnown(mentees)}`;
}

function targetsFinding({ label, mentees }: TargetsOnScale): string {
  const { before, after, n } = mentees.pairs;
  const [was, is] = alike(before.below, after.below);
  const counted = `Of ${count(n, "predicted grade")} of ${count(mentees.students, "mentee")} (${label}), ${was} stood below target before and ${is} after.`;
  if (mentees.gap.n < fewestToJudge) return counted;
  const stood = (value: number) => {
    const size = Math.abs(value).toFixed(2);
    if (Number(size) === 0) return "at target";
    return `${size} ${Number(size) < 1 ? "of a grade" : "grades"} ${value < 0 ? "below" : "above"} target`;
  };
  return `${counted} On average a mentee stood ${stood(mentees.gap.meanBefore!)} before and ${stood(mentees.gap.meanAfter!)} after: ${changed(mentees.gap, "grades")}. Students who stand below target tend to move towards it anyway. Both times are set against the latest target.`;
}

function progressFinding({ label, mentees }: StartingPoints): string {
  if (mentees.n === 0)
    return `No mentee could be set against students of the same prior attainment (${label}).`;
  if (mentees.n < fewestToJudge)
    return tooFew(
      `Predicted points of mentees against students of the same prior attainment (${label})`,
      mentees,
    );
  const stood = (value: number) => {
    const size = Math.abs(value).toFixed(2);
    if (Number(size) === 0) return "as many";
    return `${size} ${value < 0 ? "fewer" : "more"}`;
  };
  return `In ${withinSentence(label)} the mentees were predicted ${stood(mentees.meanBefore!)} points a subject than students of the same prior attainment before, and ${stood(mentees.meanAfter!)} after: ${changed(mentees, "points")}. Students who stand below others like them tend to move towards them anyway.${notKnown(mentees)}`;
}

function accuracyFindings({ students, pairs, subjects }: Accuracy): string[] {
  if (pairs === 0) return [];
  const total = (of: "exact" | "withinOne" | "over" | "under") =>
    subjects.reduce((sum, subject) => sum + subject[of].k, 0);
  // Percentages stand on students, so that many subjects of few students earn none.
  const percent = (k: number) => (students >= 20 ? ` (${Math.round((100 * k) / pairs)}%)` : "");
  const of = (k: number) => `${digits(k)} of ${digits(pairs)}${percent(k)}`;
  return [
    `Of the results of ${count(students, "student")} in their subjects, ${of(total("exact"))} were as predicted and ${of(total("withinOne"))} within one grade; ${digits(total("over"))} predicted grades were too high and ${digits(total("under"))} too low.`,
    "So a predicted grade is a judgement, and a change in predicted grades is no change in results.",
  ];
}

/** "a change of +1.67 points (plausibly +0.00 to +3.33; nine students)". */
function changed({ n, mean, ci95 }: MeanChange, unit: string): string {
  if (!ci95) return `a change of ${signed(mean!)} ${unit}, the same for ${count(n, "student")}`;
  const clear = ci95[0] > 0 || ci95[1] < 0 ? "a change" : "no clear change,";
  const by = clear === "a change" ? `of ${signed(mean!)}` : signed(mean!);
  return `${clear} ${by} ${unit} (plausibly ${signed(ci95[0])} to ${signed(ci95[1])}; ${count(n, "student")})`;
}

/** A sentence on the mentees who were left out; empty where nobody was. */
function notKnown({ unknown }: KnownMeanChange): string {
  const left = unknown.reduce((sum, { n }) => sum + n, 0);
  return left === 0 ? "" : ` It is not known of ${count(left, "mentee")}; the table says why.`;
}

const digits = (n: number): string => n.toLocaleString("en-GB");

const years = (yearGroups: readonly string[]): string =>
  `${yearGroups.length === 1 ? "Year" : "Years"} ${list(yearGroups)}`;

/** Two decimals with a real minus sign, and no plus. */
const unsigned = (value: number): string => signed(value).replace("+", "");

function tooFew(what: string, { rose, same, fell, n }: MeanChange): string {
  const [up, level, down] = alike(rose, same, fell);
  return `${sentenceCase(what)}: known of ${count(n, "student")}, too few to average; ${up} rose, ${level} stayed and ${down} fell.`;
}
