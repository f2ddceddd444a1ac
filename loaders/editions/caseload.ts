import { group } from "d3-array";
import { count, list, longDate, sentenceCase } from "../evaluation/words.ts";
import { daysBetween } from "../programme/days.ts";
import type { Programme } from "../programme/load-settings.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { freshness } from "./freshness.ts";
import type { CaseloadGrade, CaseloadMentee, CaseloadMentor, CaseloadPage, SiteData } from "./page-data.ts";
import {
  type ActionRow,
  byName,
  type CaseloadGradeRow,
  type CaseloadRow,
  displayName,
  type OnRollRow,
  type PraiseRow,
  type StaffRow,
} from "./rows.ts";

interface Facts {
  grades: ReadonlyMap<string, CaseloadGradeRow[]>;
  actions: ReadonlyMap<string, ActionRow[]>;
  praise: ReadonlyMap<string, PraiseRow>;
  hasMeetings: boolean;
}

/** Every mentor's running agreements: what changed since the last meeting, what is due, and the agreement's week. */
export async function caseloadPage(
  programme: Programme,
  warehouse: Warehouse,
  site: SiteData,
): Promise<CaseloadPage> {
  const { asOf } = programme.settings;
  const rows = await warehouse.rows<CaseloadRow>("caseload", "student_id, mentor_id");
  const students = new Map(
    (await warehouse.rows<OnRollRow>("on_roll", "student_id")).map((row) => [row.student_id, row]),
  );
  const staff = await warehouse.rows<StaffRow>("staff", "staff_id");
  const outcomes = [
    ...programme.criteria.map(({ id, label }) => ({ id, label })),
    { id: "predictions", label: "Predicted grade" },
  ];
  const lacks = (name: string) => site.missingViews.some(({ view }) => view === name);
  const facts: Facts = {
    grades: group(
      await warehouse.rows<CaseloadGradeRow>("caseload_grades", "student_id, subject, outcome"),
      (row) => row.student_id,
    ),
    actions: group(
      await warehouse.rows<ActionRow>("actions_due", "student_id, due_on, action"),
      (row) => row.student_id,
    ),
    praise: new Map(
      (await warehouse.rows<PraiseRow>("praise", "student_id")).map((row) => [row.student_id, row]),
    ),
    hasMeetings: !lacks("dose"),
  };
  const onRoll = rows.filter((row) => students.has(row.student_id));
  const mentors = mentorsOf(onRoll, staff).map((mentor, i): CaseloadMentor => {
    const own = onRoll
      .filter((row) => row.mentor_id === mentor.staff_id)
      .sort((a, b) => byName(students.get(a.student_id)!, students.get(b.student_id)!));
    return {
      key: `m${i + 1}`,
      name: mentor.name,
      role: mentor.role,
      capacity: mentor.capacity,
      mentees: own
        .map((row, j) =>
          mentee(row, students.get(row.student_id)!, `m${i + 1}-${j + 1}`, facts, outcomes, programme),
        )
        .sort(byNeed),
    };
  });
  const used = [...facts.grades.values()].flat().filter((row) => row.outcome !== "predictions");
  const newest = group(used, (row) => row.student_id);
  return {
    site,
    freshness: freshness(
      asOf,
      onRoll.map(
        ({ student_id }) =>
          newest
            .get(student_id)
            ?.map((row) => row.review_date)
            .sort()
            .at(-1) ?? null,
      ),
    ),
    headline: headline(onRoll, facts, mentors.length, lacks),
    outcomes,
    mentors,
    empty:
      onRoll.length === 0
        ? `No agreement is running on ${longDate(asOf)}, so no mentor has a caseload.`
        : null,
  };
}

function mentorsOf(rows: readonly CaseloadRow[], staff: readonly StaffRow[]): StaffRow[] {
  const ids = [...new Set(rows.map((row) => row.mentor_id))];
  const order = new Intl.Collator("en-GB");
  return ids
    .map(
      (id) =>
        staff.find((one) => one.staff_id === id) ?? { staff_id: id, name: id, role: null, capacity: null },
    )
    .sort((a, b) => order.compare(a.name, b.name) || (a.staff_id < b.staff_id ? -1 : 1));
}

function mentee(
  row: CaseloadRow,
  student: OnRollRow,
  key: string,
  facts: Facts,
  outcomes: readonly { id: string; label: string }[],
  programme: Programme,
): CaseloadMentee {
  const own = facts.grades.get(row.student_id) ?? [];
  const due = facts.actions.get(row.student_id) ?? [];
  return {
    key,
    name: displayName(student),
    yearGroup: student.year_group,
    tutorGroup: student.tutor_group,
    startsOn: row.starts_on,
    week: row.week,
    agreedWeeks: row.agreed_weeks,
    lastMeeting: row.last_planned ? { date: row.last_planned, status: row.last_status! } : null,
    nextMeeting: row.next_planned,
    missedInARow: row.missed_in_a_row,
    positive: positive(own, facts.praise.get(row.student_id), outcomes),
    actionsDue: due.map((action) => ({
      action: action.action,
      subject: action.subject,
      dueOn: action.due_on,
      overdueDays: action.overdue_days,
      owner: action.owner,
    })),
    grades: gradeTable(own, outcomes),
    notes: notes(row, own, facts.hasMeetings, programme),
  };
}

function gradeTable(rows: readonly CaseloadGradeRow[], outcomes: readonly { id: string }[]): CaseloadGrade[] {
  return [...group(rows, (row) => row.subject)].map(([subject, own]) => ({
    subject,
    cells: outcomes.map(({ id }) => {
      const cell = own.find((row) => row.outcome === id);
      return {
        outcome: id,
        grade: cell?.grade ?? null,
        reviewDate: cell?.review_date ?? null,
        change: cell?.change ?? null,
        previous: cell?.earlier_grade ?? null,
      };
    }),
  }));
}

/** The best rise, or else the latest praise. */
function positive(
  rows: readonly CaseloadGradeRow[],
  praise: PraiseRow | undefined,
  outcomes: readonly { id: string; label: string }[],
): string | null {
  const best = rows.reduce<CaseloadGradeRow | null>(
    (top, row) => ((row.change ?? 0) > (top?.change ?? 0) ? row : top),
    null,
  );
  if (best) {
    const label = outcomes.find(({ id }) => id === best.outcome)!.label;
    return `${label} in ${best.subject} rose from ${best.earlier_grade} to ${best.grade} (${longDate(best.review_date)}).`;
  }
  if (!praise) return null;
  return `Praise${praise.subject ? ` in ${praise.subject}` : ""} on ${longDate(praise.date)}: \u201c${praise.comment}\u201d`;
}

function notes(
  row: CaseloadRow,
  rows: readonly CaseloadGradeRow[],
  hasMeetings: boolean,
  programme: Programme,
): string[] {
  const { asOf, atRisk } = programme.settings;
  const said: string[] = [];
  const latest = rows
    .map((one) => one.review_date)
    .sort()
    .at(-1);
  if (!latest) said.push("No review this year.");
  else if (hasMeetings) {
    if (!row.last_held) said.push("No meeting has been held yet; changes are since the review before.");
    else if (latest <= row.last_held) {
      said.push(
        `No review since the last meeting held on ${longDate(row.last_held)}; changes are since the review before.`,
      );
    } else said.push(`Changes are since the last meeting held, on ${longDate(row.last_held)}.`);
  } else said.push("Changes are since the review before; there is no meetings file.");
  const stale = [...group(rows, (one) => one.subject)]
    .filter(([, own]) => own.every((one) => daysBetween(one.review_date, asOf) > atRisk.staleDays))
    .map(([subject]) => subject);
  if (stale.length > 0)
    said.push(`No grade in the last ${atRisk.staleDays} days in ${list(stale)}: ask the teacher.`);
  said.push(...agreementNotes(row, asOf));
  return said;
}

function agreementNotes(row: CaseloadRow, asOf: string): string[] {
  if (row.extended_to && row.extended_to >= asOf) return [`Extended to ${longDate(row.extended_to)}.`];
  if (row.extended_to) {
    return [`The extension ended on ${longDate(row.extended_to)}: decide whether to extend again or to end.`];
  }
  if (row.week < row.agreed_weeks) return [];
  return [
    row.week === row.agreed_weeks
      ? "This is the last agreed week: decide whether to extend or to end."
      : `The agreed ${count(row.agreed_weeks, "week")} are over: decide whether to extend or to end.`,
  ];
}

/** Missed meetings in a row first, then overdue actions, then subjects down. */
function byNeed(a: CaseloadMentee, b: CaseloadMentee): number {
  const overdue = (one: CaseloadMentee) => one.actionsDue.filter((action) => action.overdueDays > 0).length;
  const down = (one: CaseloadMentee) =>
    one.grades.filter((line) => line.cells.some((cell) => (cell.change ?? 0) < 0)).length;
  return b.missedInARow - a.missedInARow || overdue(b) - overdue(a) || down(b) - down(a);
}

/** What no file tells is left out, never said to be none. */
/** Counts each mentee once, also one with two mentors. */
function headline(
  rows: readonly CaseloadRow[],
  facts: Facts,
  mentors: number,
  lacks: (view: string) => boolean,
): string {
  const mentees = new Map(rows.map((row) => [row.student_id, row]));
  if (mentees.size === 0) return "No mentor has a running agreement.";
  const due = [...mentees.keys()].flatMap((id) => facts.actions.get(id) ?? []);
  const overdue = due.filter((action) => action.overdue_days > 0).length;
  const missed = [...mentees.values()].filter((row) => row.missed_in_a_row > 0).length;
  const parts = [
    ...(lacks("actions due") ? [] : [`${count(overdue, "action is", "actions are")} overdue`]),
    ...(lacks("dose")
      ? []
      : [`${missed === 0 ? "nobody" : count(missed, "mentee")} missed the latest meeting`]),
  ];
  const who = `${sentenceCase(count(mentees.size, "mentee"))} with ${count(mentors, "mentor")}`;
  return parts.length === 0 ? `${who}.` : `${who}: ${list(parts)}.`;
}
