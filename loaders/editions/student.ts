import { alike } from "../evaluation/words.ts";
import type { Programme } from "../programme/load-settings.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import type { AtRiskPage, Freshness, SiteData } from "./page-data.ts";
import { byName, displayName } from "./rows.ts";
import type { GradeLine, StudentAction, StudentDetails } from "./student-details.ts";
import { studentKey } from "./student-key.ts";
import { readStudents, type StudentRow, type StudentRows } from "./student-rows.ts";
import { studentGaps, studentSentence } from "./student-words.ts";

/** Files over which the students' details are spread, so that a page reads one of them; the page names each. */
export const SHARDS = 16;

export interface StudentEntry {
  key: string;
  name: string;
  yearGroup: string;
  tutorGroup: string | null;
  /** Now or earlier. */
  mentored: boolean;
  onRoll: boolean;
  /** Number of the file that holds the details. */
  shard: number;
}

export interface StudentPage {
  site: SiteData;
  freshness: Freshness;
  headline: string;
  /** The time shown: from the start of the academic year to asOf. */
  from: string;
  to: string;
  /** Criteria in the programme's order, then predicted grades and results. */
  outcomes: { id: string; label: string }[];
  /** size: how many grades it has. */
  scales: { label: string; size: number }[];
  closed: { from: string; to: string; kind: "holiday" | "closure"; label: string | null }[];
  rules: Pick<AtRiskPage["rules"][number], "rule" | "label">[];
  /** By surname. */
  students: StudentEntry[];
}

/** Details by key. */
export type StudentShard = Record<string, StudentDetails>;

/** One page a student: the list to choose from, and the details in files of their own. */
export async function studentPages(
  programme: Programme,
  warehouse: Warehouse,
  site: SiteData,
  atRisk: AtRiskPage,
): Promise<{ page: StudentPage; shards: StudentShard[] }> {
  const { settings } = programme;
  const { asOf } = settings;
  const { students, of } = await readStudents(warehouse);
  const [year] = await warehouse.rows<{ year_starts_on: string }>("settings", "as_of");
  const from = year!.year_starts_on;
  const scales = [...programme.scales.values()];
  const lacks = (view: string) => site.missingViews.some((missing) => missing.view === view);
  const known = {
    reviews: !lacks("review grades"),
    predictions: !lacks("predicted grades"),
    targets: !lacks("predicted against target"),
    attendance: !lacks("attendance"),
    meetings: !lacks("dose"),
  };
  const outcomes = [
    ...programme.criteria.map(({ id, label }) => ({ id, label })),
    { id: "predictions", label: "Predicted grade" },
    { id: "test results", label: "Result" },
  ];
  const judged = new Map(atRisk.students.map((student) => [student.key, student]));
  const shards: StudentShard[] = Array.from({ length: SHARDS }, () => ({}));
  const entries = [...students].sort(byName).map((row): StudentEntry => {
    const key = studentKey(settings, row.student_id);
    const shard = Number.parseInt(key.slice(-4), 36) % SHARDS;
    const facts = of(row.student_id);
    shards[shard]![key] = {
      sentence: studentSentence(row, facts, known, asOf),
      atRisk: judged.get(key) ?? null,
      ...details(
        facts,
        outcomes.map(({ id }) => id),
        scales.map(({ id }) => id),
      ),
      missing: studentGaps(row, facts, known, { asOf, staleDays: settings.atRisk.staleDays }),
    };
    return {
      key,
      name: displayName(row),
      yearGroup: row.year_group,
      tutorGroup: row.tutor_group,
      mentored: row.starts_on !== null,
      onRoll: row.on_roll,
      shard,
    };
  });
  const closed = await warehouse.rows<{
    starts_on: string;
    ends_on: string;
    kind: string;
    label: string | null;
  }>("calendar", "starts_on, ends_on, kind");
  return {
    page: {
      site,
      freshness: atRisk.freshness,
      headline: headline(students, of),
      from,
      to: asOf,
      outcomes,
      scales: scales.map(({ label, bestFirst }) => ({ label, size: bestFirst.length })),
      closed: closed
        .filter((row) => row.kind !== "term" && row.starts_on <= asOf && row.ends_on >= from)
        .map((row) => ({
          from: row.starts_on,
          to: row.ends_on,
          kind: row.kind as "holiday" | "closure",
          label: row.label,
        })),
      rules: atRisk.rules.map(({ rule, label }) => ({ rule, label })),
      students: entries,
    },
    shards,
  };
}

function details(
  facts: StudentRows,
  outcomes: readonly string[],
  scales: readonly string[],
): Omit<StudentDetails, "sentence" | "atRisk" | "missing"> {
  const dates = [...new Set(facts.grades.map(({ review_date }) => review_date))].sort();
  return {
    agreements: facts.agreements.map(({ mentor, starts_on, ends_on, active }) => ({
      mentor,
      from: starts_on,
      to: ends_on,
      active,
    })),
    dates,
    grades: gradeLines(facts, dates, outcomes, scales),
    targets: facts.targets.map(({ subject, grade, rank, scale, gap }) => ({
      subject,
      grade,
      rank,
      scale: scales.indexOf(scale),
      gap,
    })),
    attendance: {
      weekly: facts.attendance.some(({ weekly }) => weekly),
      parts: facts.attendance.map(({ starts_on, ends_on, possible, attended, late }) => ({
        from: starts_on,
        to: ends_on,
        possible,
        attended,
        late,
      })),
    },
    meetings: facts.meetings.map(({ day, status }) => ({ day, status })),
    actions: facts.actions.map((row) => ({
      agreedOn: row.set_on,
      action: row.action,
      subject: row.subject,
      owner: row.owner,
      dueOn: row.due_on,
      status: row.overdue ? "overdue" : (row.outcome.replace("_", " ") as StudentAction["status"]),
      successMeasure: null,
      outcome: null,
    })),
    panel: facts.panel.map((row) => ({
      agreedOn: row.panel_date,
      action: row.action,
      subject: null,
      owner: row.owner,
      dueOn: row.due_on,
      status: row.overdue ? "overdue" : (row.status as StudentAction["status"]),
      successMeasure: row.success_measure,
      outcome: row.outcome,
    })),
    feedback: facts.feedback.map(({ date, subject, teacher, tone, comment }) => ({
      date,
      subject,
      teacher,
      tone,
      comment,
    })),
    behaviour: facts.behaviour.map(({ date, kind, points }) => ({ date, kind, points })),
  };
}

function gradeLines(
  { grades }: StudentRows,
  dates: readonly string[],
  outcomes: readonly string[],
  scales: readonly string[],
): GradeLine[] {
  const lines = new Map<string, GradeLine>();
  for (const row of grades) {
    const name = JSON.stringify([row.subject, row.outcome]);
    const line = lines.get(name) ?? {
      subject: row.subject,
      outcome: outcomes.indexOf(row.outcome),
      cells: [],
    };
    lines.set(name, line);
    line.cells.push([
      dates.indexOf(row.review_date),
      row.grade,
      row.rank,
      row.scale === null ? null : scales.indexOf(row.scale),
      row.direction,
      row.used ?? "",
    ]);
  }
  return [...lines.values()];
}

function headline(students: readonly StudentRow[], of: (id: string) => StudentRows): string {
  if (students.length === 0) return "No student is on roll at this date.";
  const mentored = students.filter(({ starts_on }) => starts_on !== null).length;
  const without = students.filter(({ student_id }) => of(student_id).grades.length === 0).length;
  const [some, bare] = alike(mentored, without);
  return `${students.length.toLocaleString("en-GB")} ${students.length === 1 ? "student" : "students"}, each on one page: ${some} mentored now or earlier, ${bare} without a grade this year.`;
}
