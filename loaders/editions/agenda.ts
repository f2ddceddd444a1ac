import { group } from "d3-array";
import { count, list, longDate, numberWord, sentenceCase } from "../evaluation/words.ts";
import { addDays, daysBetween } from "../programme/days.ts";
import type { Programme } from "../programme/load-settings.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { agendaDate } from "./agenda-date.ts";
import { chooseForAgenda } from "./agenda-places.ts";
import { type AgendaSubject, agendaSubjects } from "./agenda-subjects.ts";
import type { AtRiskPage, AtRiskStudent, Freshness, SiteData } from "./page-data.ts";
import { byName, displayName, type OnRollRow } from "./rows.ts";
import { studentKey } from "./student-key.ts";

/** A row of the panel's file, as the file that is saved again holds it. */
export interface PanelRow {
  panel_date: string;
  student_id: string;
  action: string;
  owner: string;
  due_on: string | null;
  success_measure: string | null;
  status: string | null;
  outcome: string | null;
}

export interface AgendaAction {
  agreedOn: string;
  action: string;
  owner: string;
  dueOn: string | null;
  /** Days past the day it was due; 0 where it is not overdue. */
  overdueDays: number;
  successMeasure: string | null;
  status: "open" | "done" | "dropped";
  outcome: string | null;
}

export interface AgendaStudent {
  /** As the panel's file names the student. */
  studentId: string;
  atRisk: AtRiskStudent;
  /** Agreed by earlier panels and still open, those due first first. */
  carried: AgendaAction[];
  /** Agreed by earlier panels and closed, the latest first. */
  closed: AgendaAction[];
  subjects: AgendaSubject[];
}

export interface AgendaPage {
  site: SiteData;
  freshness: Freshness;
  headline: string;
  /** Day of the next panel; null where neither programme.json nor the panel's file tells it. */
  panelDate: string | null;
  /** Proposed for new actions: the panel after the next. */
  dueDate: string | null;
  hasLastPanel: boolean;
  members: number;
  maxStudents: number;
  criteria: { id: string; label: string }[];
  rules: Pick<AtRiskPage["rules"][number], "rule" | "label">[];
  students: AgendaStudent[];
  /** With an open action, for whom there was no place. */
  waiting: { name: string; key: string; reason: string }[];
  /** Flagged, and without a place; first: those with most points. */
  passedOver: { students: number; first: { name: string; points: number }[] };
  /** With an open action, and not on roll any more. */
  left: { name: string; action: AgendaAction }[];
  /** All rows of the panel's file. */
  panel: PanelRow[];
}

/** The next panel's agenda: students with actions carried forward, then those with most points, up to the number the panel takes. */
export async function agendaPage(
  programme: Programme,
  warehouse: Warehouse,
  atRisk: AtRiskPage,
): Promise<AgendaPage> {
  const { settings } = programme;
  const { asOf, panel } = settings;
  const onRoll = (await warehouse.rows<OnRollRow>("on_roll", "student_id")).sort(byName);
  const byKey = new Map(atRisk.students.map((student) => [student.key, student]));
  const people = onRoll.map((row) => ({
    id: row.student_id,
    atRisk: byKey.get(studentKey(settings, row.student_id))!,
  }));
  const actions = await panelActions(warehouse, asOf);
  const { chosen, waiting } = chooseForAgenda(people, actions, panel.maxStudents);
  const ids = new Set(chosen.map(({ id }) => id));
  const subjects = await agendaSubjects(programme, warehouse, ids);
  const students = chosen.map(({ id, atRisk: student }): AgendaStudent => {
    const own = actions.get(id) ?? [];
    return {
      studentId: id,
      atRisk: student,
      carried: own.filter(({ status }) => status === "open"),
      closed: own.filter(({ status }) => status !== "open").reverse(),
      subjects: subjects.get(id) ?? [],
    };
  });
  const panelDate = agendaDate(settings, atRisk.lastPanel?.day ?? null);
  return {
    site: atRisk.site,
    freshness: atRisk.freshness,
    headline: headline(students, panelDate),
    panelDate,
    dueDate: panelDate && addDays(panelDate, 7 * panel.everyWeeks),
    hasLastPanel: atRisk.lastPanel !== null,
    members: panel.members,
    maxStudents: panel.maxStudents,
    criteria: programme.criteria.map(({ id, label }) => ({ id, label })),
    rules: atRisk.rules.map(({ rule, label }) => ({ rule, label })),
    students,
    waiting: waiting.map(({ id, atRisk: { name, key } }) => ({
      name,
      key,
      reason: openWords(actions.get(id)!.filter(({ status }) => status === "open")),
    })),
    passedOver: passedOver(people, chosen),
    left: await leavers(warehouse, actions, new Set(onRoll.map(({ student_id }) => student_id))),
    panel: await warehouse.rows<PanelRow>(
      "panel",
      "panel_date, student_id, action, owner, status nulls first",
    ),
  };
}

type Person = { id: string; atRisk: AtRiskStudent };

function passedOver(people: readonly Person[], chosen: readonly Person[]): AgendaPage["passedOver"] {
  const others = people
    .filter((person) => !chosen.includes(person) && person.atRisk.state === "flagged")
    .map(({ atRisk }) => atRisk)
    .sort((a, b) => a.rank! - b.rank!);
  return { students: others.length, first: others.slice(0, 5).map(({ name, points }) => ({ name, points })) };
}

interface PanelActionRow extends PanelRow {
  status: "open" | "done" | "dropped";
  overdue: boolean;
}

/** Actions of earlier panels by student: open ones by the day they are due, closed ones by the day they were agreed. */
async function panelActions(warehouse: Warehouse, asOf: string): Promise<Map<string, AgendaAction[]>> {
  const rows = await warehouse.rows<PanelActionRow>(
    "panel_actions",
    "student_id, status = 'open' desc, case when status = 'open' then due_on else panel_date end nulls last, action",
  );
  return new Map(
    [...group(rows, (row) => row.student_id)].map(([id, own]) => [
      id,
      own.map((row) => ({
        agreedOn: row.panel_date,
        action: row.action,
        owner: row.owner,
        dueOn: row.due_on,
        overdueDays: row.overdue ? daysBetween(row.due_on!, asOf) : 0,
        successMeasure: row.success_measure,
        status: row.status,
        outcome: row.outcome,
      })),
    ]),
  );
}

async function leavers(
  warehouse: Warehouse,
  actions: ReadonlyMap<string, AgendaAction[]>,
  onRoll: ReadonlySet<string>,
): Promise<AgendaPage["left"]> {
  const gone = (await warehouse.rows<OnRollRow>("students", "student_id"))
    .filter(({ student_id }) => actions.has(student_id) && !onRoll.has(student_id))
    .sort(byName);
  return gone.flatMap((row) =>
    actions
      .get(row.student_id)!
      .filter(({ status }) => status === "open")
      .map((action) => ({ name: displayName(row), action })),
  );
}

function openWords(open: readonly AgendaAction[]): string {
  return list(
    open.map(({ action, dueOn, overdueDays }) => {
      const due =
        dueOn === null
          ? "no date"
          : overdueDays > 0
            ? `was due ${longDate(dueOn)}`
            : `due ${longDate(dueOn)}`;
      return `${action} (${due})`;
    }),
  );
}

function headline(students: readonly AgendaStudent[], panelDate: string | null): string {
  const when = panelDate === null ? "the next panel" : `the panel on ${longDate(panelDate)}`;
  if (students.length === 0) return `No student is flagged and no action is open, so ${when} has no agenda.`;
  const carried = students.filter((student) => student.carried.length > 0).length;
  const overdue = students.filter((student) =>
    student.carried.some(({ overdueDays }) => overdueDays > 0),
  ).length;
  const who = `${sentenceCase(count(students.length, "student"))} for ${when}`;
  if (carried === 0) return `${who}, none with an action carried forward.`;
  const some = carried === students.length ? "all" : numberWord(carried);
  const late = overdue === carried ? "all" : overdue === 0 ? "none" : numberWord(overdue);
  const have = (n: number) => (n === 1 ? "has" : "have");
  return `${who}: ${some} ${have(carried)} an action carried forward, ${late} ${overdue === 1 ? "has" : "have"} one that is overdue.`;
}
