import type { StudentPage } from "../../loaders/editions/student.ts";
import type {
  StudentAction,
  StudentBehaviour,
  StudentDetails,
} from "../../loaders/editions/student-details.ts";
import { builder, type Options, quiet } from "./dom.js";
import { count, date, NOT_KNOWN, percent, plain, plural, shortDate } from "./format.js";
import { type Cell, tableDetails } from "./table.js";
import { type TimelineLane, type TimelineSign, timeline, timelineSign } from "./timeline.js";

const MEETING_SIGNS: Record<string, TimelineSign> = {
  held: "good",
  missed_by_student: "bad",
  missed_by_mentor: "aside",
  cancelled: "off",
};
export const MEETING_WORDS: Record<string, string> = {
  held: "held",
  missed_by_student: "missed by the student",
  missed_by_mentor: "missed by the mentor",
  cancelled: "cancelled",
};
const ACTION_SIGNS: Record<StudentAction["status"], TimelineSign> = {
  done: "good",
  partly: "partly",
  "not done": "bad",
  dropped: "off",
  open: "open",
  overdue: "open",
};
const TONE_SIGNS: Record<string, TimelineSign> = { praise: "good", concern: "bad" };
const SIGNS: readonly [TimelineSign, string][] = [
  ["good", "held, done, praise"],
  ["bad", "missed by the student, not done, concern"],
  ["partly", "partly done"],
  ["aside", "missed by the mentor"],
  ["open", "open, neutral"],
  ["off", "cancelled, dropped"],
];

/** Whether a file of the folder tells of it: without one nothing is known, which is not the same as none. */
export const isTold = ({ site }: Pick<StudentPage, "site">, view: string): boolean =>
  site.missingViews.every((missing) => missing.view !== view);

/** One time axis for all that happened, with the table behind it. */
export function studentTimeline(
  page: StudentPage,
  name: string,
  details: StudentDetails,
  options: Options = {},
): Node[] {
  const b = builder(options);
  const { h } = b;
  const lanes = lanesOf(page, details);
  const hasAny = (lane: TimelineLane): boolean =>
    ("events" in lane ? lane.events : "shares" in lane ? lane.shares : lane.balance).length > 0;
  if (!lanes.some(hasAny) && details.agreements.length === 0)
    return [quiet(b, "Nothing with a date of this year is known.")];
  const used = new Set(
    lanes.flatMap((lane) => ("events" in lane ? lane.events.map(({ sign }) => sign) : [])),
  );
  const uses = usedDays(details);
  const letters = new Set(uses.map(({ letter }) => letter));
  const key = (sign: Node | string, words: string) => h("li", {}, sign, words);
  return [
    h(
      "figure",
      { class: "chart timeline-chart" },
      timeline(
        {
          description: `What is known of ${name} from ${date(page.from)} to ${date(page.to)}.`,
          from: page.from,
          to: page.to,
          lanes,
          windows: details.agreements,
          windowLabel: windowLabel(details),
          closed: page.closed,
          lines: uses,
        },
        options,
      ),
      h(
        "ul",
        { class: "legend" },
        SIGNS.filter(([sign]) => used.has(sign)).map(([sign, words]) =>
          key(timelineSign(sign, options), words),
        ),
        details.agreements.length > 0 && key(h("span", { class: "swatch window" }), "mentored"),
        page.closed.length > 0 && key(h("span", { class: "swatch closed" }), "holiday or closure"),
        lanes.some((lane) => "shares" in lane && hasAny(lane)) &&
          key(h("span", { class: "swatch lack" }), "share of sessions missed, from the top"),
        lanes.some((lane) => "balance" in lane && hasAny(lane)) && [
          key(h("span", { class: "swatch up" }), "achievement, up"),
          key(h("span", { class: "swatch down" }), "incident or suspension, down"),
        ],
        letters.has("B") && key(h("strong", {}, "B"), "baseline: review before the start"),
        letters.has("F") && key(h("strong", {}, "F"), "follow-up: review compared with it"),
      ),
    ),
    tableDetails(b, {
      caption: "What happened, by date",
      filename: "student-timeline",
      columns: [{ label: "Date" }, { label: "What" }, { label: "Detail" }],
      rows: rowsOf(page, details),
      screenOnly: true,
    }),
  ];
}

/** Null for one who was never mentored. */
function windowLabel({ agreements }: StudentDetails): string | null {
  const [first] = agreements;
  if (!first) return null;
  const active = agreements.some((one) => one.active);
  const last = agreements
    .map(({ to }) => to)
    .sort()
    .at(-1);
  const several = agreements.length > 1 ? ` (${agreements.length} agreements)` : "";
  return `Mentored from ${shortDate(first.from)}${active ? "" : ` to ${shortDate(last)}`}${several}`;
}

/** Days of the reviews that the evaluation took as baseline or follow-up. */
function usedDays({ grades, dates }: StudentDetails): { day: string; letter: string }[] {
  const days = grades.flatMap(({ cells }) =>
    cells.flatMap(([place, , , , , letter]) => (letter === "" ? [] : [`${dates[place]!} ${letter}`])),
  );
  return [...new Set(days)].sort().map((text) => ({ day: text.slice(0, 10), letter: text.slice(11) }));
}

function lanesOf(page: StudentPage, details: StudentDetails): TimelineLane[] {
  const { attendance, meetings, actions, panel, behaviour, feedback, agreements } = details;
  const lanes: TimelineLane[] = [];
  const mentored = agreements.length > 0;
  if (isTold(page, "attendance")) {
    lanes.push({
      label: attendanceWords(details),
      shares: attendance.parts.map(({ from, to, possible, attended }) => ({
        from,
        to,
        share: attended / possible,
      })),
    });
  }
  if (isTold(page, "review grades"))
    lanes.push({
      label: `Grades: ${reviewDays(details).length === 0 ? "none this year" : `on ${plural(reviewDays(details).length, "date")}`}`,
      events: reviewDays(details).map((day) => ({ day, sign: "day" })),
    });
  if (isTold(page, "dose") && (mentored || meetings.length > 0)) {
    lanes.push({
      label: `Meetings: ${tally(
        meetings.map(({ status }) => status ?? "put off"),
        [
          ["held", "held"],
          ["missed_by_student", "missed by the student"],
          ["missed_by_mentor", "by the mentor"],
          ["cancelled", "cancelled"],
          ["put off", "put off"],
        ],
      )}`,
      events: meetings.map(({ day, status }) => ({ day, sign: MEETING_SIGNS[status ?? ""] ?? "open" })),
    });
  }
  if (isTold(page, "actions due") && (mentored || actions.length > 0))
    lanes.push({ label: `Actions: ${tallyActions(actions)}`, events: actionEvents(actions) });
  if (isTold(page, "panel's decisions"))
    lanes.push({ label: `Panel: ${tallyActions(panel)}`, events: actionEvents(panel) });
  if (isTold(page, "behaviour"))
    lanes.push({
      label: `Behaviour: ${tally(
        behaviour.map(({ kind }) => kind),
        [
          ["achievement", "achievement", "achievements"],
          ["incident", "incident", "incidents"],
          ["suspension", "suspension", "suspensions"],
        ],
      )}`,
      balance: weeks(behaviour),
    });
  if (isTold(page, "praise"))
    lanes.push({
      label: `Feedback: ${tally(
        feedback.map(({ tone }) => tone ?? "no tone given"),
        [
          ["praise", "praise"],
          ["concern", "concern", "concerns"],
          ["neutral", "neutral"],
          ["no tone given", "without a tone"],
        ],
      )}`,
      events: feedback.map(({ date: day, tone }) => ({ day, sign: TONE_SIGNS[tone ?? ""] ?? "open" })),
    });
  return lanes;
}

/** "412 of 438 sessions (94%)". */
function attendanceWords({ attendance }: StudentDetails): string {
  const { parts, weekly } = attendance;
  if (parts.length === 0) return `Attendance: ${NOT_KNOWN}`;
  const possible = parts.reduce((sum, part) => sum + part.possible, 0);
  const attended = parts.reduce((sum, part) => sum + part.attended, 0);
  return `Attendance by ${weekly ? "week" : "period"}: ${count(attended)} of ${count(possible)} (${percent(attended / possible)})`;
}

/** Days with a grade of any outcome. */
function reviewDays({ grades, dates }: StudentDetails): string[] {
  const places = new Set(grades.flatMap(({ cells }) => cells.map(([place]) => place)));
  return dates.filter((_, place) => places.has(place));
}

const actionEvents = (actions: readonly StudentAction[]) =>
  actions.map(({ agreedOn, status }) => ({ day: agreedOn, sign: ACTION_SIGNS[status] }));

const tallyActions = (actions: readonly StudentAction[]): string =>
  tally(
    actions.map(({ status }) => status),
    (["done", "partly", "not done", "open", "overdue", "dropped"] as const).map((status) => [
      status,
      status === "partly" ? "partly done" : status,
    ]),
  );

/** "3 held, 1 cancelled", in the order given; without any, "none recorded". */
function tally(
  values: readonly string[],
  words: readonly (readonly [value: string, one: string, many?: string])[],
): string {
  const parts = words.flatMap(([value, one, many = one]) => {
    const n = values.filter((each) => each === value).length;
    return n === 0 ? [] : [plural(n, one, many)];
  });
  return parts.length === 0 ? "none recorded" : parts.join(", ");
}

const DAY = 86_400_000;
const plus = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
const monday = (iso: string): string => plus(iso, -((new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Points by week; what has no points counts as one. */
function weeks(
  behaviour: readonly StudentBehaviour[],
): { from: string; to: string; up: number; down: number }[] {
  const size = ({ points }: StudentBehaviour): number => Math.abs(points ?? 1);
  return [...new Set(behaviour.map(({ date: day }) => monday(day)))].map((from) => {
    const own = behaviour.filter(({ date: day }) => monday(day) === from);
    const sum = (up: boolean) =>
      own.filter(({ kind }) => (kind === "achievement") === up).reduce((total, one) => total + size(one), 0);
    return { from, to: plus(from, 6), up: sum(true), down: sum(false) };
  });
}

function rowsOf(page: StudentPage, details: StudentDetails): Cell[][] {
  const on = (day: string): Cell => ({ text: shortDate(day), value: day });
  const row = (day: string, what: string, detail: string): [string, Cell[]] => [day, [on(day), what, detail]];
  const action = (by: string) => (one: StudentAction) =>
    row(one.agreedOn, by, `${one.action}: ${one.status === "partly" ? "partly done" : one.status}`);
  const named = (words: readonly (string | null)[]) => words.filter((text) => text).join(", ");
  return [
    ...details.agreements.flatMap(({ from, to, active, mentor }) => [
      row(from, "Agreement", `Mentoring by ${mentor} starts`),
      ...(active ? [] : [row(to, "Agreement", `Mentoring by ${mentor} ends`)]),
    ]),
    ...page.closed.map(({ from, to, kind, label }) =>
      row(from, kind === "holiday" ? "Holiday" : "Closure", `${label ?? kind}, to ${shortDate(to)}`),
    ),
    ...details.attendance.parts.map(({ from, to, possible, attended, late }) =>
      row(
        from,
        details.attendance.weekly ? "Attendance of the week" : "Attendance of the period",
        `${count(attended)} of ${count(possible)} sessions to ${shortDate(to)}${late === null ? "" : `, ${count(late)} late`}`,
      ),
    ),
    ...reviewDays(details).map((day) => row(day, "Grades", reviewWords(details, day))),
    ...details.meetings.map(({ day, status }) =>
      row(day, "Meeting", status === null ? "put off" : MEETING_WORDS[status]!),
    ),
    ...details.actions.map(action("Action")),
    ...details.panel.map(action("Panel")),
    ...details.behaviour.map(({ date: day, kind, points }) =>
      row(
        day,
        "Behaviour",
        points === null ? kind : `${kind}, ${plain(points)} ${points === 1 ? "point" : "points"}`,
      ),
    ),
    ...details.feedback.map(({ date: day, subject, teacher, tone, comment }) =>
      row(day, "Feedback", [named([tone, subject, teacher]), comment].filter((text) => text).join(": ")),
    ),
  ]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, cells]) => cells);
}

function reviewWords({ grades, dates }: StudentDetails, day: string): string {
  const cells = grades.flatMap(({ cells: own }) => own.filter(([place]) => dates[place] === day));
  const used = new Set(cells.map(([, , , , , letter]) => letter));
  const parts = [
    plural(cells.length, "grade"),
    used.has("B") && "with baselines",
    used.has("F") && "with follow-ups",
  ];
  return parts.filter((text) => text).join(", ");
}
