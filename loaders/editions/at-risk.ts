import { changeSince, type RiskChange } from "../at-risk/change.ts";
import { readRiskFacts } from "../at-risk/facts.ts";
import { type Judged, judge, pointsOf } from "../at-risk/judge.ts";
import { rulesInForce } from "../at-risk/support.ts";
import { alike, count, longDate, sentenceCase } from "../evaluation/words.ts";
import type { Programme } from "../programme/load-settings.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { freshness } from "./freshness.ts";
import { lastActions } from "./last-action.ts";
import type { AtRiskPage, AtRiskStudent, SiteData } from "./page-data.ts";
import { byName, displayName, type OnRollRow } from "./rows.ts";
import { studentKey } from "./student-key.ts";

interface DoseRow {
  student_id: string;
  active: boolean;
  ends_on: string;
  weeks: number;
  held: number;
  planned: number;
}

/** The panel's list: every student on roll, judged by each rule in force, now and on the day of the last panel. */
export async function atRiskPage(
  programme: Programme,
  warehouse: Warehouse,
  site: SiteData,
): Promise<AtRiskPage> {
  const { settings } = programme;
  const { asOf, atRisk } = settings;
  const facts = await readRiskFacts(warehouse);
  const rules = await rulesInForce(warehouse, atRisk);
  const inForce = rules.filter(({ off }) => off === null).map(({ rule }) => rule);
  const onRoll = (await warehouse.rows<OnRollRow>("on_roll", "student_id")).sort(byName);
  const [lastPanel] = await warehouse.rows<{ day: string; recorded: boolean }>("last_panel", "day");
  const doses = new Map(
    (await warehouse.rows<DoseRow>("doses", "student_id")).map((row) => [row.student_id, row]),
  );
  const actions = await lastActions(programme, warehouse, facts);
  const hasMeetings = !site.missingViews.some(({ view }) => view === "dose");

  const students = onRoll.map((row, place): AtRiskStudent => {
    const id = row.student_id;
    const now = judge(facts.of(id, asOf)!, inForce, atRisk);
    const before = lastPanel && facts.of(id, lastPanel.day);
    const then = before && judge(before, inForce, atRisk);
    return {
      key: studentKey(settings, id),
      name: displayName(row),
      yearGroup: row.year_group,
      tutorGroup: row.tutor_group,
      mentored: row.mentored,
      mentor: row.mentor,
      place,
      dose: doseWords(doses.get(id), hasMeetings),
      state: stateOf(now),
      rank: null,
      points: now.points,
      flags: now.flags.map((flag) => ({ ...flag, points: pointsOf(flag, atRisk) })),
      unknown: now.unknown,
      unjudged: now.unjudged,
      since: lastPanel ? changeSince(then, now, atRisk) : null,
      lastAction: actions.get(id) ?? null,
    };
  });
  const ranked = students.sort(highestFirst).map((student) => ({
    ...student,
    rank:
      student.state === "flagged"
        ? 1 + students.filter(({ points }) => points > student.points).length
        : null,
  }));
  const inState = (state: AtRiskStudent["state"]) => students.filter((one) => one.state === state).length;
  const counts = {
    onRoll: onRoll.length,
    flagged: inState("flagged"),
    unknown: inState("unknown"),
    clear: inState("clear"),
  };
  const flagging = (rule: string) =>
    students.filter((student) => student.flags.some((flag) => flag.rule === rule)).length;
  const newest = new Map(
    onRoll.map(({ student_id }) => [student_id, facts.of(student_id, asOf)!.coverage?.newest_review ?? null]),
  );
  return {
    site,
    freshness: freshness(asOf, [...newest.values()]),
    headline: headline(counts, students),
    counts,
    lastPanel: lastPanel ?? null,
    changes: lastPanel ? countChanges(students) : null,
    rules: rules.map(({ rule, weight, off }) => ({
      rule: rule.rule,
      label: rule.label,
      explanation: rule.explanation(atRisk),
      weight,
      off,
      flagged: flagging(rule.rule),
      unknown: students.filter(
        (student) =>
          student.unknown.some((gap) => gap.rule === rule.rule) || student.unjudged.includes(rule.rule),
      ).length,
    })),
    students: ranked,
  };
}

function stateOf(judged: Judged): AtRiskStudent["state"] {
  if (judged.flags.length > 0) return "flagged";
  return judged.unknown.length > 0 ? "unknown" : "clear";
}

/** Flagged, then unknown, then clear; most points first, then most red flags; students that tie stay in the order of names. */
function highestFirst(a: AtRiskStudent, b: AtRiskStudent): number {
  const states = ["flagged", "unknown", "clear"];
  const red = ({ flags }: AtRiskStudent) => flags.filter(({ severity }) => severity === "red").length;
  return states.indexOf(a.state) - states.indexOf(b.state) || b.points - a.points || red(b) - red(a);
}

function doseWords(dose: DoseRow | undefined, hasMeetings: boolean): string | null {
  if (!dose) return null;
  const weeks = `${count(dose.weeks, "week")} on the programme`;
  const meetings = hasMeetings ? `${dose.held} of ${dose.planned} meetings held, ` : "";
  const ended = dose.active ? "" : `; ended on ${longDate(dose.ends_on)}`;
  return `${meetings}${weeks}${ended}`;
}

function countChanges(students: readonly AtRiskStudent[]): Record<RiskChange, number> {
  const of = (change: RiskChange) => students.filter(({ since }) => since?.change === change).length;
  return {
    new: of("new"),
    worse: of("worse"),
    same: of("same"),
    better: of("better"),
    gone: of("gone"),
    "not known": of("not known"),
  };
}

function headline(counts: AtRiskPage["counts"], students: readonly AtRiskStudent[]): string {
  if (counts.onRoll === 0) return "No student is on roll at this date.";
  const flagged = students.filter(({ state }) => state === "flagged");
  const several = flagged.filter((student) => student.flags.length > 1).length;
  const mentored = flagged.filter((student) => student.mentored).length;
  if (counts.flagged === 0) {
    const unknown =
      counts.unknown === 0
        ? "Everybody could be judged by every main rule."
        : `${sentenceCase(count(counts.unknown, "student"))} cannot be judged by every main rule.`;
    return `No student on roll meets a rule of concern. ${unknown}`;
  }
  const [some, all, more, helped] = alike(counts.flagged, counts.onRoll, several, mentored);
  return `${sentenceCase(some!)} of ${all} students on roll ${counts.flagged === 1 ? "meets" : "meet"} at least one rule of concern; of these, ${more} ${several === 1 ? "meets" : "meet"} more than one and ${helped} ${mentored === 1 ? "is" : "are"} mentored.`;
}
