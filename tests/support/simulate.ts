import { change } from "../../loaders/evaluation/change.ts";
import { comparison } from "../../loaders/evaluation/comparison.ts";
import { comparedGroup } from "../../loaders/evaluation/comparison-group.ts";
import type { Models } from "../../loaders/evaluation/models.ts";
import type { Comparison, ComparisonGroup, Verdict } from "../../loaders/evaluation/record.ts";
import { robustness } from "../../loaders/evaluation/robustness.ts";
import { type MeasuredPair, meanOverOutcomes, studentMeans } from "../../loaders/evaluation/student-means.ts";
import { verdict } from "../../loaders/evaluation/verdict.ts";
import type { Programme } from "../../loaders/programme/load-settings.ts";

/** A school in which some students are mentored, drawn by chance. */
export interface Simulated {
  mentees: number;
  others: number;
  /** Gain that mentoring gives, in standard deviations of students' mean grades before; 0 where it does nothing. */
  effect: number;
  /** By lot, the students with the lowest grades before, or more of the low than of the high. */
  chosen: "lot" | "lowest" | "rather low";
  group?: ComparisonGroup;
  seed: number;
}

const criteria = ["c1", "c2", "c3", "c4", "c5", "c6"];
const subjects = 4;
const top = 5;
const scale = { id: "five", label: "Grade", bestFirst: ["5", "4", "3", "2", "1"] };
const scales: Programme["scales"] = new Map([["five", scale]]);

/** Spread between students, between a student's subjects, and of one review about them, in grades. */
const betweenStudents = 0.6;
const betweenSubjects = 0.5;
const ofReview = 0.7;
/** Share of the chance of a review that a student has in all subjects, and that a subject has in all criteria. */
const inAllSubjects = 0.4;
const inAllCriteria = 0.5;

/** The verdict on a simulated programme, with the change and comparison it rests on. */
export function judgeSimulated({ mentees, others, effect, chosen, group = "all-others", seed }: Simulated): {
  verdict: Verdict;
  comparison: Comparison;
} {
  const normal = normals(seed);
  const students = Array.from({ length: mentees + others }, (_, i) => drawStudent(i, normal));
  const order = [...students];
  if (chosen === "lowest")
    order.sort((a, b) => meanOf(a.before) - meanOf(b.before) || a.id.localeCompare(b.id));
  if (chosen === "rather low") {
    const standing = new Map(students.map((student) => [student, meanOf(student.before) + normal()]));
    order.sort((a, b) => standing.get(a)! - standing.get(b)!);
  }
  const mentored = new Set(order.slice(0, mentees).map(({ id }) => id));
  // The spread of a mean grade before: of students, their subjects, and what their reviews share.
  const sd = Math.sqrt(
    betweenStudents ** 2 + betweenSubjects ** 2 / subjects + ofReview ** 2 * (inAllSubjects + 0.15),
  );
  const pairs = students.flatMap((student) =>
    mentored.has(student.id) ? pairsOf(student, effect * sd) : [],
  );
  const means = criteria.map((outcome) =>
    studentMeans(
      pairs.filter((pair) => pair.outcome === outcome),
      scales,
    ),
  );
  const primary = meanOverOutcomes(means);
  const main = change(primary);
  const stands = robustness(main, primary, pairs, criteria, scales);
  const models = {
    mentees: [...mentored].map((student_id) => ({ student_id })),
    pairs: [],
    students: new Map(students.map(({ id }) => [id, { student_id: id }])),
    comparisonMeans: students.flatMap((student) => (mentored.has(student.id) ? [] : rowsOf(student))),
  } as unknown as Models;
  const programme = { settings: { comparison: { group, covariates: [] } }, scales } as unknown as Programme;
  const compared = comparison(
    programme,
    models,
    primary,
    criteria,
    comparedGroup(programme, models, primary, criteria),
  );
  return {
    verdict: verdict({ change: main, robustness: stands, comparison: compared }, []),
    comparison: compared,
  };
}

/** The share of simulated programmes that are found promising or better. */
export function shareAbove(programmes: number, simulated: Omit<Simulated, "seed">, seed: number): number {
  let above = 0;
  for (let i = 0; i < programmes; i++) {
    const { verdict } = judgeSimulated({ ...simulated, seed: seed + i });
    if (verdict === "promising" || verdict === "supported") above++;
  }
  return above / programmes;
}

/** Latent grades, by criterion and subject. */
interface SimulatedStudent {
  id: string;
  before: number[][];
  after: number[][];
}

function drawStudent(i: number, normal: () => number): SimulatedStudent {
  const level = 3 + betweenStudents * normal();
  const levels = Array.from({ length: subjects }, () => level + betweenSubjects * normal());
  const review = (): number[][] => {
    const ofStudent = Math.sqrt(inAllSubjects) * normal();
    const ofSubject = levels.map(() => Math.sqrt((1 - inAllSubjects) * inAllCriteria) * normal());
    const rest = Math.sqrt((1 - inAllSubjects) * (1 - inAllCriteria));
    return criteria.map(() =>
      levels.map((own, j) => own + ofReview * (ofStudent + ofSubject[j]! + rest * normal())),
    );
  };
  return { id: String(i).padStart(6, "0"), before: review(), after: review() };
}

const grade = (latent: number): number => Math.min(top, Math.max(1, Math.round(latent)));

function meanOf(latent: readonly (readonly number[])[]): number {
  const all = latent.flat().map(grade);
  return all.reduce((sum, value) => sum + value) / all.length;
}

function pairsOf({ id, before, after }: SimulatedStudent, gain: number): MeasuredPair[] {
  return criteria.flatMap((outcome, c) =>
    before[c]!.map((latent, j) => ({
      student_id: id,
      outcome,
      before_scale: scale.id,
      before_sum: grade(latent),
      before_count: 1,
      after_sum: grade(after[c]![j]! + gain),
      after_count: 1,
    })),
  );
}

function rowsOf({ id, before, after }: SimulatedStudent): Models["comparisonMeans"] {
  return criteria.map((outcome, c) => ({
    student_id: id,
    outcome,
    subjects_before: subjects,
    subjects,
    before: meanOf([before[c]!]),
    after: meanOf([after[c]!]),
  }));
}

/** Normal deviates by Box and Muller, from a generator that gives the same ones for the same seed. */
function normals(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
