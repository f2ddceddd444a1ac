import type { Evaluation } from "../evaluation/evaluate.ts";
import { outcomeLabel } from "../evaluation/evaluate.ts";
import { doseSentences } from "../evaluation/sentences/dose.ts";
import { alike, count, list, longDate, sentenceCase } from "../evaluation/words.ts";
import type { Programme } from "../programme/load-settings.ts";
import { subtract, toNumber } from "../statistics/fraction.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { type ClosedTime, closedTimes } from "./closed-times.ts";
import { age } from "./freshness.ts";
import type { Freshness, SiteData } from "./page-data.ts";

/** What became of meetings, each counted once. */
export interface MeetingCounts {
  held: number;
  missed_by_student: number;
  missed_by_mentor: number;
  cancelled: number;
  /** Put off to a day after asOf. */
  to_come: number;
}

export interface DeliveryWeek extends MeetingCounts {
  /** Its Monday. */
  week: string;
  school_days: number;
}

export interface MentorDelivery extends MeetingCounts {
  mentor_id: string;
  name: string;
  role: string | null;
  capacity: number | null;
  /** Students with an agreement so far, and those whose agreement is running. */
  mentees: number;
  active: number;
}

/** Mentees by what the evaluation makes of them; those still active are told apart. */
export interface WeeksCount {
  weeks: number;
  measured: number;
  measured_active: number;
  not_measured: number;
  not_measured_active: number;
  quick_leaver: number;
}

export interface DeliveryPage {
  site: SiteData;
  freshness: Freshness;
  headline: string;
  /** null without a meetings file. */
  meetings: DeliveredMeetings | null;
  weeks: DeliveryWeek[];
  /** In order; where the calendar gives none, empty. */
  closed: ClosedTime[];
  /** By name. */
  mentors: MentorDelivery[];
  /** School weeks on the programme, of every mentee, in order. */
  menteeWeeks: WeeksCount[];
  started: number;
  active: number;
  /** Of the active: no longer on the roll, so that the agreement's end seems not to have been entered. */
  activeOffRoll: number;
  dose: {
    outcome: string;
    /** One a measured mentee, without identity; held is null without a meetings file. */
    points: { held: number | null; weeks: number; gain: number }[];
    sentences: string[];
  };
}

interface DeliveredMeetings {
  planned: number;
  counts: MeetingCounts;
  /** Of those cancelled, and of those called missed, on days when the school was closed. */
  cancelledWhileClosed: number;
  missedWhileClosed: number;
  /** On days within no agreement of the student. */
  outsideAgreements: number;
  /** Before the week of the first agreement, so in none of the weeks. */
  beforeFirst: number;
  /** Of students who never had an agreement; not among those planned. */
  ofOthers: number;
  /** Meetings a week: held in all over the weeks of all mentees, and as the settings agree it. */
  heldPerWeek: number | null;
  agreedPerWeek: number;
}

const models = ["closed_days", "delivered_meetings", "delivery_weeks", "mentor_delivery"];

interface MenteeRow {
  student_id: string;
  weeks: number;
  active: boolean;
  quick_leaver: boolean;
}

interface MeetingRow {
  student_id: string;
  day: string;
  week: string;
  status: keyof MeetingCounts;
  closed: boolean;
  within_agreement: boolean;
}

/** How much mentoring took place: meetings by week and by mentor, weeks on the programme, and dose beside change. */
export async function deliveryPage(
  programme: Programme,
  warehouse: Warehouse,
  { record, means }: Evaluation,
  site: SiteData,
  reviews: Freshness,
): Promise<DeliveryPage> {
  await warehouse.make(models);
  const { settings } = programme;
  const hasMeetings = !site.missingViews.some(({ view }) => view === "dose");
  const mentees = await warehouse.rows<MenteeRow>("mentees", "student_id");
  const measured = new Set(
    (await warehouse.rows<MenteeRow>("measured_mentees", "student_id")).map(({ student_id }) => student_id),
  );
  const rows = await warehouse.rows<MeetingRow>("delivered_meetings", "meeting");
  const weeks = await warehouse.rows<DeliveryWeek>("delivery_weeks", "week");
  const all = await warehouse.rows<{ student_id: string }>("meetings_to_date", "student_id, day");
  const meetings = hasMeetings
    ? {
        ...countMeetings(rows, mentees, weeks[0]?.week ?? null),
        ofOthers: all.length - rows.length,
        agreedPerWeek: settings.agreement.meetingsPerWeek,
      }
    : null;
  const byName = new Intl.Collator("en-GB").compare;
  const mentors = await warehouse.rows<MentorDelivery>("mentor_delivery", "mentor_id");
  const held = new Map(
    (await warehouse.rows<{ student_id: string; held: number }>("mentee_meetings", "student_id")).map(
      (row) => [row.student_id, row.held],
    ),
  );
  const onRoll = new Set(
    (await warehouse.rows<{ student_id: string }>("on_roll", "student_id")).map(
      ({ student_id }) => student_id,
    ),
  );
  const weeksOf = new Map(mentees.map((mentee) => [mentee.student_id, mentee.weeks]));
  return {
    site,
    freshness: {
      ...reviews,
      sentence: [reviews.sentence, ageOfMeetings(rows, settings.asOf)].join(" ").trim(),
    },
    headline: headline(meetings, mentees, settings.asOf),
    meetings,
    weeks,
    closed: closedTimes(await warehouse.rows("closed_days", "day")),
    mentors: mentors.sort((a, b) => byName(a.name, b.name)),
    menteeWeeks: countWeeks(mentees, measured),
    started: mentees.length,
    active: mentees.filter(({ active }) => active).length,
    activeOffRoll: mentees.filter(({ active, student_id }) => active && !onRoll.has(student_id)).length,
    dose: {
      outcome: outcomeLabel(programme, settings.primaryOutcome),
      points: means
        .get(settings.primaryOutcome)!
        .map(({ studentId, before, after }) => ({
          held: hasMeetings ? held.get(studentId)! : null,
          weeks: weeksOf.get(studentId)!,
          gain: toNumber(subtract(after, before)),
        }))
        .sort((a, b) => (a.held ?? 0) - (b.held ?? 0) || a.weeks - b.weeks || a.gain - b.gain),
      sentences: doseSentences(record.dose),
    },
  };
}

function countMeetings(
  rows: readonly MeetingRow[],
  mentees: readonly MenteeRow[],
  firstWeek: string | null,
): Omit<DeliveredMeetings, "ofOthers" | "agreedPerWeek"> {
  const number = (keep: (row: MeetingRow) => boolean) => rows.filter(keep).length;
  const of = (status: keyof MeetingCounts) => number((row) => row.status === status);
  const weeks = mentees.reduce((sum, mentee) => sum + mentee.weeks, 0);
  return {
    planned: rows.length,
    counts: {
      held: of("held"),
      missed_by_student: of("missed_by_student"),
      missed_by_mentor: of("missed_by_mentor"),
      cancelled: of("cancelled"),
      to_come: of("to_come"),
    },
    cancelledWhileClosed: number(({ status, closed }) => closed && status === "cancelled"),
    missedWhileClosed: number(({ status, closed }) => closed && status.startsWith("missed")),
    outsideAgreements: number(({ within_agreement }) => !within_agreement),
    beforeFirst: number(({ week }) => firstWeek !== null && week < firstWeek),
    heldPerWeek: weeks === 0 ? null : of("held") / weeks,
  };
}

function countWeeks(mentees: readonly MenteeRow[], measured: ReadonlySet<string>): WeeksCount[] {
  const longest = Math.max(-1, ...mentees.map(({ weeks }) => weeks));
  const all = Array.from(
    { length: longest + 1 },
    (_, weeks): WeeksCount => ({
      weeks,
      measured: 0,
      measured_active: 0,
      not_measured: 0,
      not_measured_active: 0,
      quick_leaver: 0,
    }),
  );
  for (const { student_id, weeks, active, quick_leaver } of mentees) {
    const kind = measured.has(student_id) ? "measured" : "not_measured";
    all[weeks]![quick_leaver ? "quick_leaver" : active ? (`${kind}_active` as const) : kind] += 1;
  }
  return all;
}

function ageOfMeetings(rows: readonly MeetingRow[], asOf: string): string {
  const latest = rows
    .map(({ day }) => day)
    .sort()
    .at(-1);
  return latest ? `The latest meeting on file is of ${longDate(latest)}, ${age(latest, asOf)}.` : "";
}

function headline(meetings: DeliveryPage["meetings"], mentees: readonly MenteeRow[], asOf: string): string {
  if (mentees.length === 0) return `No student had started by ${longDate(asOf)}.`;
  const weeks = mentees.map((mentee) => mentee.weeks);
  const [least, most] = [Math.min(...weeks), Math.max(...weeks)];
  const spent = `${sentenceCase(count(mentees.length, "mentee"))} spent ${least === most ? count(least, "week") : `${least} to ${most} weeks`} on the programme`;
  if (!meetings) return `${spent}; how many meetings were held is not known, for there is no meetings file.`;
  const { planned, counts } = meetings;
  if (planned === 0) return `${spent}; no meeting was planned by ${longDate(asOf)}.`;
  const { held, missed_by_student, missed_by_mentor, cancelled, to_come } = counts;
  const [students, mentors, off, later] = alike(missed_by_student, missed_by_mentor, cancelled, to_come);
  const rest = [
    `students missed ${students}`,
    `mentors ${mentors}`,
    `${off} ${cancelled === 1 ? "was" : "were"} cancelled`,
    ...(to_come > 0 ? [`${later} ${to_come === 1 ? "is" : "are"} put off`] : []),
  ];
  const percent = planned >= 20 ? ` (${Math.round((100 * held) / planned)}%)` : "";
  const [came, all] = alike(held, planned);
  return `${sentenceCase(came!)} of ${all} planned ${planned === 1 ? "meeting" : "meetings"} ${held === 1 ? "was" : "were"} held${percent}: ${list(rest)}.`;
}
