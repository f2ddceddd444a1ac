import { group } from "d3-array";
import { readRiskFacts } from "../at-risk/facts.ts";
import { judge } from "../at-risk/judge.ts";
import { concerns, type Pattern, patternOf } from "../at-risk/pattern.ts";
import { rulesInForce } from "../at-risk/support.ts";
import { count, numberWord, sentenceCase } from "../evaluation/words.ts";
import { daysBetween } from "../programme/days.ts";
import type { Programme } from "../programme/load-settings.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import type { AtRiskPage, AtRiskStudent, Freshness, SiteData } from "./page-data.ts";
import { byName, displayName, type OnRollRow, type StaffRow } from "./rows.ts";
import { studentKey } from "./student-key.ts";

/** Where a referral stands: the furthest it came, or why it ended. */
export type ReferralState =
  | "not invited"
  | "not engaged"
  | "declined by the student"
  | "declined by the mentor"
  | "not yet paired"
  | "paired";

export interface ReferredStudent {
  /** null for one who is not on roll any more and has no page. */
  key: string | null;
  name: string;
  yearGroup: string;
  state: ReferralState;
  referredOn: string | null;
  referredBy: string | null;
  reason: string | null;
  subjects: string[];
  invitedOn: string | null;
  mentor: string | null;
  /** Days from the invitation, or else the referral, to asOf; null where neither is dated. */
  waitingDays: number | null;
}

/** Students by one characteristic of their referral; value null: not known. */
export interface ReferralCount {
  value: string | null;
  referred: number;
  paired: number;
}

export interface Candidate {
  pattern: Pattern;
  /** Where an earlier referral stands; null for one never referred. */
  referral: ReferralState | null;
  student: AtRiskStudent;
}

export interface SelectionPage {
  site: SiteData;
  freshness: Freshness;
  headline: string;
  /** Students that reached each step; measured: with a change that the evaluation counts. */
  steps: { label: string; students: number; left: string | null }[];
  states: { state: ReferralState; students: number }[];
  byReason: ReferralCount[];
  byReferrer: ReferralCount[];
  byVolunteer: ReferralCount[];
  byConcern: ReferralCount[];
  /** Referrals that did not come to an agreement, by state. */
  open: ReferredStudent[];
  patterns: { pattern: Pattern; mentees: number; candidates: number }[];
  candidates: Candidate[];
  rules: Pick<AtRiskPage["rules"][number], "rule" | "label">[];
  yearGroups: string[];
  referredMoreThanOnce: number;
  menteesWithoutReferral: number;
}

interface ReferredRow {
  student_id: string;
  referred_on: string | null;
  referred_by: string | null;
  reason: string | null;
  concern_subjects: string | null;
  invited_on: string | null;
  response: "accepted" | "declined" | "none" | null;
  mentor_id: string | null;
  mentor_response: "accepted" | "declined" | null;
  volunteer: boolean | null;
  paired: boolean;
  measured: boolean;
  referrals: number;
}

/** Who was referred, by whom and why; where referrals ended; and who meets the same rules and is not mentored. */
export async function selectionPage(
  programme: Programme,
  warehouse: Warehouse,
  site: SiteData,
  atRisk: AtRiskPage,
): Promise<SelectionPage> {
  const { settings } = programme;
  const { asOf } = settings;
  await warehouse.make(["referred_students"]);
  const referred = await warehouse.rows<ReferredRow>("referred_students", "student_id");
  const students = (await warehouse.rows<OnRollRow>("students", "student_id")).sort(byName);
  const mentees = await warehouse.rows<{ student_id: string; starts_on: string }>("mentees", "student_id");
  const staff = new Map(
    (await warehouse.rows<StaffRow>("staff", "staff_id")).map((row) => [row.staff_id, row.name]),
  );
  const states = new Map(referred.map((row) => [row.student_id, stateOf(row)]));
  const patterns = await patternFinder(programme, warehouse);

  const people = new Map(students.map((row) => [row.student_id, row]));
  const started = new Map(mentees.map((row) => [row.student_id, row.starts_on]));
  const years = [...new Set(mentees.map(({ student_id }) => people.get(student_id)!.year_group))].sort(
    new Intl.Collator("en-GB", { numeric: true }).compare,
  );
  const byKey = new Map(atRisk.students.map((student) => [student.key, student]));
  const concerned = ({ flags }: AtRiskStudent) => flags.some(({ rule }) => concerns.includes(rule));
  const candidates = students
    .filter(({ student_id, year_group }) => !started.has(student_id) && years.includes(year_group))
    .flatMap((row): Candidate[] => {
      const student = byKey.get(studentKey(settings, row.student_id));
      if (!student || !concerned(student)) return [];
      return [
        {
          pattern: patterns(row.student_id, asOf),
          referral: states.get(row.student_id) ?? null,
          student,
        },
      ];
    })
    .sort((a, b) => a.student.rank! - b.student.rank!);
  const menteePatterns = mentees.map((row) => patterns(row.student_id, row.starts_on));
  const all: readonly Pattern[] = ["entrenched", "newly slipping", "neither", "not known"];
  const order = new Map(students.map((row, i) => [row.student_id, i]));
  return {
    site,
    freshness: atRisk.freshness,
    headline: headline(referred, candidates.length),
    steps: stepsOf(referred),
    states: stateOrder.map((state) => ({
      state,
      students: [...states.values()].filter((one) => one === state).length,
    })),
    byReason: tally(referred, ({ reason }) => reason),
    byReferrer: tally(referred, ({ referred_by }) => referred_by),
    byVolunteer: tally(
      referred.filter(({ paired }) => paired),
      ({ volunteer }) => (volunteer === null ? null : volunteer ? "volunteered" : "did not volunteer"),
    ),
    byConcern: inOrder(
      tally(referred, (row) => concernSizes[Math.min(3, subjectsOf(row).length)]!),
      concernSizes,
    ),
    open: referred
      .filter(({ student_id, paired }) => !paired && people.has(student_id))
      .sort((a, b) => order.get(a.student_id)! - order.get(b.student_id)!)
      .map((row): ReferredStudent => {
        const person = people.get(row.student_id)!;
        const key = studentKey(settings, row.student_id);
        const since = row.invited_on ?? row.referred_on;
        return {
          key: byKey.has(key) ? key : null,
          name: displayName(person),
          yearGroup: person.year_group,
          state: states.get(row.student_id)!,
          referredOn: row.referred_on,
          referredBy: row.referred_by,
          reason: row.reason,
          subjects: subjectsOf(row),
          invitedOn: row.invited_on,
          mentor: row.mentor_id && (staff.get(row.mentor_id) ?? row.mentor_id),
          waitingDays: since === null ? null : daysBetween(since, asOf),
        };
      }),
    patterns: all.map((pattern) => ({
      pattern,
      mentees: menteePatterns.filter((one) => one === pattern).length,
      candidates: candidates.filter((one) => one.pattern === pattern).length,
    })),
    candidates,
    rules: atRisk.rules.map(({ rule, label }) => ({ rule, label })),
    yearGroups: years,
    referredMoreThanOnce: referred.filter(({ referrals }) => referrals > 1).length,
    menteesWithoutReferral: mentees.filter(({ student_id }) => !states.has(student_id)).length,
  };
}

const stateOrder: readonly ReferralState[] = [
  "not invited",
  "not engaged",
  "declined by the student",
  "declined by the mentor",
  "not yet paired",
  "paired",
];

/** An agreement that started outweighs what the referral says. */
function stateOf(row: ReferredRow): ReferralState {
  if (row.paired) return "paired";
  if (row.response === "declined") return "declined by the student";
  if (row.mentor_response === "declined") return "declined by the mentor";
  if (row.response === "accepted") return "not yet paired";
  return row.invited_on || row.response === "none" ? "not engaged" : "not invited";
}

function stepsOf(referred: readonly ReferredRow[]): SelectionPage["steps"] {
  const states = referred.map(stateOf);
  const reached = (...out: ReferralState[]) => states.filter((state) => !out.includes(state)).length;
  const number = (state: ReferralState) => states.filter((one) => one === state).length;
  const paired = number("paired");
  const measured = referred.filter((row) => row.measured).length;
  const left = (students: number, words: string) => (students === 0 ? null : `${students} ${words}`);
  return [
    { label: "Referred", students: referred.length, left: left(number("not invited"), "not invited") },
    {
      label: "Invited",
      students: reached("not invited"),
      left: left(number("not engaged"), "did not engage"),
    },
    {
      label: "Answered",
      students: reached("not invited", "not engaged"),
      left: left(number("declined by the student"), "declined by the student"),
    },
    {
      label: "Accepted by the student",
      students: reached("not invited", "not engaged", "declined by the student"),
      left: left(number("declined by the mentor"), "declined by the mentor"),
    },
    {
      label: "Accepted by both",
      students: number("not yet paired") + paired,
      left: left(number("not yet paired"), "not yet paired"),
    },
    { label: "Paired", students: paired, left: left(paired - measured, "not measured") },
    { label: "Measured", students: measured, left: null },
  ];
}

const subjectsOf = ({ concern_subjects }: ReferredRow): string[] =>
  (concern_subjects ?? "")
    .split(/[;,|/]/)
    .map((text) => text.trim())
    .filter(Boolean);

/** By the number of subjects; 0 is not known. */
const concernSizes = [null, "one subject", "two subjects", "three or more subjects"] as const;

function inOrder(counts: ReferralCount[], values: readonly (string | null)[]): ReferralCount[] {
  const place = ({ value }: ReferralCount) => (value === null ? values.length : values.indexOf(value));
  return counts.sort((a, b) => place(a) - place(b));
}

/** Most students first, those not known last. */
function tally(rows: readonly ReferredRow[], value: (row: ReferredRow) => string | null): ReferralCount[] {
  const order = new Intl.Collator("en-GB", { numeric: true });
  return [...group(rows, value)]
    .map(([name, own]) => ({
      value: name,
      referred: own.length,
      paired: own.filter(({ paired }) => paired).length,
    }))
    .sort(
      (a, b) =>
        Number(a.value === null) - Number(b.value === null) ||
        b.referred - a.referred ||
        order.compare(a.value ?? "", b.value ?? ""),
    );
}

async function patternFinder(
  programme: Programme,
  warehouse: Warehouse,
): Promise<(studentId: string, until: string) => Pattern> {
  const { atRisk, academicYear } = programme.settings;
  const facts = await readRiskFacts(warehouse);
  const inForce = (await rulesInForce(warehouse, atRisk))
    .filter(({ off }) => off === null)
    .map(({ rule }) => rule);
  const year = `${academicYear.slice(0, 4)}-09-01`;
  const reviews = group(
    facts.judgements.filter(({ review, year_starts_on }) => review && year_starts_on === year),
    ({ student_id }) => student_id,
  );
  return (studentId, until) =>
    patternOf(
      (reviews.get(studentId) ?? [])
        .filter(({ day }) => day <= until)
        .map(({ day }) => judge(facts.of(studentId, day)!, inForce, atRisk)),
      inForce.map(({ rule }) => rule),
    );
}

function headline(referred: readonly ReferredRow[], candidates: number): string {
  const others =
    candidates === 0
      ? "nobody else of their year groups meets the rules about concern in several subjects."
      : `${count(candidates, "other student")} of their year groups ${candidates === 1 ? "is" : "are"} below target or slipping in several subjects and not mentored.`;
  const paired = referred.filter((row) => row.paired);
  const known = paired.filter((row) => subjectsOf(row).length > 0);
  if (known.length === 0) return `No referral says in which subjects the concern was; ${others}`;
  const several = known.filter((row) => subjectsOf(row).length > 1).length;
  return `${sentenceCase(numberWord(several))} of ${known.length} mentored students ${several === 1 ? "was" : "were"} referred for more than one subject; ${others}`;
}
