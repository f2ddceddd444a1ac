import type { ChangeSince, RiskChange } from "../at-risk/change.ts";
import type { Flag } from "../at-risk/rule.ts";
import type { EvaluationRecord } from "../evaluation/record.ts";
import type { Findings } from "../evaluation/sentences/findings.ts";
import type { SettingInForce } from "../methods/settings-in-force.ts";
import type { RiskRule } from "../programme/schema.ts";
import type { LoadAccount } from "../quality/account.ts";
import type { LastAction } from "./last-action.ts";

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

export interface AtRiskStudent {
  /** Used in addresses within the pages, never an identifier of the school's. */
  key: string;
  name: string;
  yearGroup: string;
  tutorGroup: string | null;
  mentored: boolean;
  mentor: string | null;
  /** Place by surname among everybody on roll. */
  place: number;
  /** "8 of 10 meetings held, 14 weeks on the programme"; null for one who never was. */
  dose: string | null;
  /** Unknown: no flag, and a main rule that cannot be judged. */
  state: "flagged" | "unknown" | "clear";
  /** Place among the flagged, 1 for most points; those with the same points share it. */
  rank: number | null;
  points: number;
  flags: (Flag & { points: number })[];
  unknown: { rule: RiskRule; reason: string }[];
  /** Rules beside the main ones for which the data do not suffice. */
  unjudged: RiskRule[];
  /** null without a last panel, and for a student without a flag then and now. */
  since: ChangeSince | null;
  lastAction: LastAction | null;
}

export interface AtRiskPage {
  site: SiteData;
  freshness: Freshness;
  headline: string;
  counts: { onRoll: number; flagged: number; unknown: number; clear: number };
  /** recorded: in the panel's file, not reckoned from the next panel. */
  lastPanel: { day: string; recorded: boolean } | null;
  changes: Record<RiskChange, number> | null;
  /** Every rule in the order shown; off says why one is not applied. */
  rules: {
    rule: RiskRule;
    label: string;
    explanation: string;
    weight: number;
    off: string | null;
    flagged: number;
    unknown: number;
  }[];
  /** Everybody on roll: flagged ones by rank, then unknown, then clear, by name. */
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
