import { group } from "d3-array";
import { alike, count, list, sentenceCase, withinSentence } from "../evaluation/words.ts";
import type { Programme } from "../programme/load-settings.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { freshness } from "./freshness.ts";
import type { AtRiskPage, AtRiskStudent, Flag, SiteData, Unknown } from "./page-data.ts";
import {
  type AttendanceRow,
  byName,
  type CoverageRow,
  type DeclineRow,
  daysBetween,
  displayName,
  type OffTargetRow,
  type OnRollRow,
} from "./rows.ts";
import { farBelow, ruleTexts } from "./rule-texts.ts";

/** A student below target by this many grades in a subject is flagged red. */
/** At this share of sessions missed absence is severe (Department for Education). */
const severeAbsence = 0.5;

interface Facts {
  offTarget: ReadonlyMap<string, OffTargetRow[]>;
  declines: ReadonlyMap<string, DeclineRow[]>;
  coverage: ReadonlyMap<string, CoverageRow>;
  attendance: ReadonlyMap<string, AttendanceRow>;
}

type Judgement = { flag: Flag } | { unknown: Unknown } | null;
type RuleSettings = Programme["settings"]["atRisk"];

/** The panel's list: every student on roll, judged by each rule, with numbers, dates and what is not known. */
export async function atRiskPage(
  programme: Programme,
  warehouse: Warehouse,
  site: SiteData,
): Promise<AtRiskPage> {
  const { asOf, atRisk } = programme.settings;
  const onRoll = (await warehouse.rows<OnRollRow>("on_roll", "student_id")).sort(byName);
  const facts = await readFacts(warehouse);
  const judged = onRoll.map((student) => judge(student, facts, asOf, atRisk));
  const flagged = judged.filter((student) => student.flags.length > 0).sort(mostFirst);
  const unknown = judged.filter((student) => student.flags.length === 0 && student.unknown.length > 0);
  const students = [...flagged, ...unknown].map((student, i) => ({ ...student, key: `s${i + 1}` }));
  const counts = {
    onRoll: onRoll.length,
    flagged: flagged.length,
    clear: judged.length - flagged.length - unknown.length,
    unknown: unknown.length,
  };
  return {
    site,
    freshness: freshness(
      asOf,
      onRoll.map(({ student_id }) => facts.coverage.get(student_id)?.newest_review ?? null),
    ),
    headline: headline(counts, flagged),
    counts,
    rules: ruleTexts(atRisk).map((rule) => ({
      ...rule,
      flagged: judged.filter((student) => student.flags.some((flag) => flag.rule === rule.rule)).length,
      unknown: judged.filter((student) => student.unknown.some((gap) => gap.rule === rule.rule)).length,
    })),
    students,
  };
}

async function readFacts(warehouse: Warehouse): Promise<Facts> {
  const byStudent = <T extends { student_id: string }>(rows: T[]) =>
    new Map(rows.map((row) => [row.student_id, row]));
  return {
    offTarget: group(
      await warehouse.rows<OffTargetRow>("off_target", "student_id, subject"),
      (row) => row.student_id,
    ),
    declines: group(
      await warehouse.rows<DeclineRow>("criterion_declines", "student_id, subject, position"),
      (row) => row.student_id,
    ),
    coverage: byStudent(await warehouse.rows<CoverageRow>("review_coverage", "student_id")),
    attendance: byStudent(await warehouse.rows<AttendanceRow>("attendance_to_date", "student_id")),
  };
}

function judge(student: OnRollRow, facts: Facts, asOf: string, rules: RuleSettings): AtRiskStudent {
  const id = student.student_id;
  const judgements = [
    offTarget(facts.offTarget.get(id) ?? [], facts.coverage.get(id), asOf, rules),
    declines(facts.declines.get(id) ?? [], facts.coverage.get(id), asOf, rules),
    attendance(facts.attendance.get(id), asOf, rules),
  ];
  return {
    key: "",
    name: displayName(student),
    yearGroup: student.year_group,
    tutorGroup: student.tutor_group,
    mentored: student.mentored,
    mentor: student.mentor,
    flags: judgements.flatMap((one) => (one && "flag" in one ? [one.flag] : [])),
    unknown: judgements.flatMap((one) => (one && "unknown" in one ? [one.unknown] : [])),
  };
}

function offTarget(
  rows: readonly OffTargetRow[],
  coverage: CoverageRow | undefined,
  asOf: string,
  rules: RuleSettings,
): Judgement {
  const rule = "off_target";
  const newest = coverage?.newest_prediction ?? null;
  if (!newest) return { unknown: { rule, reason: "No predicted grade this year" } };
  if (rows.length === 0)
    return { unknown: { rule, reason: "No target grade on the same scale in any subject" } };
  const age = daysBetween(latest(rows), asOf);
  if (age > rules.staleDays) {
    return {
      unknown: {
        rule,
        reason: `No predicted grade in the last ${rules.staleDays} days (the latest is ${age} days old)`,
      },
    };
  }
  const [fresh, stale] = byAge(rows, asOf, rules);
  const below = fresh.filter((row) => row.below).sort((a, b) => b.gap - a.gap);
  if (below.length < rules.offTargetSubjects) {
    if (below.length + stale.length < rules.offTargetSubjects) return null;
    const subjects = list(stale.map((row) => row.subject));
    return {
      unknown: { rule, reason: `No predicted grade in the last ${rules.staleDays} days in ${subjects}` },
    };
  }
  return {
    flag: {
      rule,
      label: `Below target in ${below.length} of ${fresh.length} subjects`,
      detail: list(below.map((row) => `${row.subject} ${row.predicted} against ${row.target}`)),
      date: latest(below),
      ageDays: daysBetween(latest(below), asOf),
      severity: below.some((row) => row.gap >= farBelow) ? "red" : "amber",
    },
  };
}

function declines(
  rows: readonly DeclineRow[],
  coverage: CoverageRow | undefined,
  asOf: string,
  rules: RuleSettings,
): Judgement {
  const rule = "criterion_decline";
  const newest = coverage?.newest_review ?? null;
  if (!newest) return { unknown: { rule, reason: "No review this year" } };
  const age = daysBetween(newest, asOf);
  if (age > rules.staleDays) {
    return {
      unknown: {
        rule,
        reason: `No review in the last ${rules.staleDays} days (the latest is ${age} days old)`,
      },
    };
  }
  if (coverage!.subjects_compared === 0) {
    const reason =
      coverage!.subjects_reviewed_twice === 0
        ? "Only one review this year, so nothing to compare it with"
        : `No subject with a review in the last ${rules.staleDays} days has one before it this year`;
    return { unknown: { rule, reason } };
  }
  const [fresh] = byAge(rows, asOf, rules);
  const subjects = group(fresh, (row) => row.subject);
  if (subjects.size < rules.declineSubjects) {
    const stale = coverage!.stale_subjects;
    if (subjects.size + stale < rules.declineSubjects) return null;
    return {
      unknown: {
        rule,
        reason: `No review in the last ${rules.staleDays} days in ${count(stale, "subject")}`,
      },
    };
  }
  const detail = [...subjects].map(([subject, own]) => {
    const moves = own.map((row) => `${withinSentence(row.criterion)} ${row.earlier_grade} to ${row.grade}`);
    return `${subject}: ${list(moves)}`;
  });
  return {
    flag: {
      rule,
      label: `Review grades down in ${subjects.size} subjects`,
      detail: detail.join("; "),
      date: latest(fresh),
      ageDays: daysBetween(latest(fresh), asOf),
      severity: "amber",
    },
  };
}

/** Rows that may be judged, and those older than staleDays, which count as unknown. */
function byAge<T extends { review_date: string }>(
  rows: readonly T[],
  asOf: string,
  { staleDays }: RuleSettings,
): [fresh: T[], stale: T[]] {
  const isFresh = (row: T) => daysBetween(row.review_date, asOf) <= staleDays;
  return [rows.filter(isFresh), rows.filter((row) => !isFresh(row))];
}

/** The latest review date of at least one row. */
function latest(rows: readonly { review_date: string }[]): string {
  return rows
    .map((row) => row.review_date)
    .sort()
    .at(-1)!;
}

function attendance(row: AttendanceRow | undefined, asOf: string, rules: RuleSettings): Judgement {
  const rule = "attendance";
  if (!row) return { unknown: { rule, reason: "No attendance this year" } };
  if (row.possible < rules.minimumSessions) {
    return {
      unknown: {
        rule,
        reason: `Only ${row.possible} possible sessions, fewer than ${rules.minimumSessions}`,
      },
    };
  }
  const missed = row.possible - row.attended;
  if (missed / row.possible < rules.persistentAbsence) return null;
  const severe = missed / row.possible >= severeAbsence;
  return {
    flag: {
      rule,
      label: `Attendance ${((100 * row.attended) / row.possible).toFixed(1)}%`,
      detail: `missed ${missed} of ${row.possible} possible sessions${severe ? ", severe absence" : ""}`,
      date: row.latest,
      ageDays: daysBetween(row.latest, asOf),
      severity: "red",
    },
  };
}

/** Most rules first, then most red ones; students that tie stay in the order of names. */
function mostFirst(a: AtRiskStudent, b: AtRiskStudent): number {
  const red = (student: AtRiskStudent) => student.flags.filter((flag) => flag.severity === "red").length;
  return b.flags.length - a.flags.length || red(b) - red(a);
}

function headline(counts: AtRiskPage["counts"], flagged: readonly AtRiskStudent[]): string {
  if (counts.onRoll === 0) return "No student is on roll at this date.";
  const several = flagged.filter((student) => student.flags.length > 1).length;
  const mentored = flagged.filter((student) => student.mentored).length;
  if (counts.flagged === 0) {
    const unknown =
      counts.unknown === 0
        ? "Everybody could be judged by every rule."
        : `${sentenceCase(count(counts.unknown, "student"))} cannot be judged by every rule.`;
    return `No student on roll meets a rule of concern. ${unknown}`;
  }
  const [some, all, more, helped] = alike(counts.flagged, counts.onRoll, several, mentored);
  return `${sentenceCase(some!)} of ${all} students on roll ${counts.flagged === 1 ? "meets" : "meet"} at least one rule of concern; of these, ${more} ${several === 1 ? "meets" : "meet"} more than one and ${helped} ${mentored === 1 ? "is" : "are"} mentored.`;
}
