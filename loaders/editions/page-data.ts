import type { EvaluationRecord } from "../evaluation/record.ts";
import type { Findings } from "../evaluation/sentences/findings.ts";
import type { SettingInForce } from "../methods/settings-in-force.ts";
import type { LoadAccount } from "../quality/account.ts";

/** What the pages of the leaders' edition are given. Components take these shapes and nothing else. */

export interface SiteData {
  programme: string;
  institution: string;
  academicYear: string;
  asOf: string;
  synthetic: boolean;
  /** Views that the folder's files do not switch on, each with the sentence that says what would. */
  missingViews: { view: string; needs: string; sentence: string }[];
}

export interface Freshness {
  /** The programme's asOf. */
  asOf: string;
  /** Newest and oldest of the latest review dates of the students on the page; null where there are none. */
  newestReview: string | null;
  oldestReview: string | null;
  /** The sentence "Data as of ..." with the age of the oldest part. */
  sentence: string;
}

export interface ImpactPage {
  site: SiteData;
  freshness: Freshness;
  record: EvaluationRecord;
  /** Generated sentences; pages print them and add none of their own about results. */
  findings: Findings;
  /** Steps from the worst to the best grade of each criterion's scale, and its label. */
  scales: { criterion: string; label: string; bestFirst: string[] }[];
  /** Before and after of each measured mentee and outcome: one number a student, in ranks. No name, no id. */
  distributions: {
    outcome: string;
    label: string;
    points: { before: number; after: number; subjects: number }[];
  }[];
}

export type Severity = "red" | "amber";

export interface Flag {
  rule: "off_target" | "criterion_decline" | "attendance";
  /** Short label: "Below target in 3 of 8 subjects". */
  label: string;
  /** With numbers: "Maths E against B, Physics D against C". */
  detail: string;
  /** Date of the newest fact used; null for attendance totals without one. */
  date: string | null;
  ageDays: number | null;
  severity: Severity;
}

export interface Unknown {
  rule: Flag["rule"];
  /** Why this cannot be judged: "No review this year", "Only 12 possible sessions, fewer than 40". */
  reason: string;
}

export interface AtRiskStudent {
  /** Position in the list, unique; used in links within the page, never an identifier of the school's. */
  key: string;
  name: string;
  yearGroup: string;
  tutorGroup: string | null;
  mentored: boolean;
  mentor: string | null;
  flags: Flag[];
  unknown: Unknown[];
}

export interface AtRiskPage {
  site: SiteData;
  freshness: Freshness;
  headline: string;
  /** Students on roll, flagged, not flagged with all rules judged, and not flagged with a rule unknown. */
  counts: { onRoll: number; flagged: number; clear: number; unknown: number };
  /** The rules in the order shown, with the wording of their threshold. */
  rules: { rule: Flag["rule"]; label: string; explanation: string; flagged: number; unknown: number }[];
  /** Flagged students first (most flags, then severity, then name), then those with unknowns. Clear students are counted only. */
  students: AtRiskStudent[];
}

export interface CaseloadGrade {
  subject: string;
  /** One an outcome, criteria in programme order, then the predicted grade. */
  cells: {
    outcome: string;
    grade: string | null;
    reviewDate: string | null;
    /**
     * Steps up (+) or down (-) since the last review on or before the last held meeting, or since the review before
     * where none came after that meeting; null if not known.
     */
    change: number | null;
    previous: string | null;
  }[];
}

export interface CaseloadMentee {
  key: string;
  name: string;
  yearGroup: string;
  tutorGroup: string | null;
  startsOn: string;
  /** School week of the agreement, 1 for the first, and its agreed length. */
  week: number;
  agreedWeeks: number;
  lastMeeting: { date: string; status: string } | null;
  nextMeeting: string | null;
  missedInARow: number;
  /** Something good to open the meeting with, where the data hold it. */
  positive: string | null;
  actionsDue: {
    action: string;
    subject: string | null;
    dueOn: string;
    overdueDays: number;
    owner: string | null;
  }[];
  grades: CaseloadGrade[];
  notes: string[];
}

export interface CaseloadMentor {
  key: string;
  name: string;
  role: string | null;
  capacity: number | null;
  mentees: CaseloadMentee[];
}

export interface CaseloadPage {
  site: SiteData;
  freshness: Freshness;
  headline: string;
  outcomes: { id: string; label: string }[];
  mentors: CaseloadMentor[];
  /** Why there is nothing to show, where there is nothing. */
  empty: string | null;
}

export interface MethodsPage {
  site: SiteData;
  freshness: Freshness;
  headline: string;
  /** The verdict of this programme, and when each is given, in the order in which they are looked at. */
  verdict: { given: string; rules: { verdict: string; when: string; needs?: readonly string[] }[] };
  /** What each number means, by heading. */
  groups: { title: string; definitions: { term: string; meaning: string; source: string | null }[] }[];
  atRiskRules: { label: string; explanation: string }[];
  criteria: { label: string; scale: string; bestFirst: string[] }[];
  /** Which scale predicted grades are on; the first line that matches counts. */
  qualifications: { match: string; scale: string; yearGroups: string[] | null }[];
  settings: SettingInForce[];
  /** What the findings of this programme cannot tell. */
  limits: string[];
}

export interface DataQualityPage {
  site: SiteData;
  freshness: Freshness;
  headline: string;
  /** "412 lines = 400 accepted + 3 quarantined + ..." */
  sum: string;
  /** Whether it is safe to go on, in words. */
  safety: string;
  account: LoadAccount;
}
