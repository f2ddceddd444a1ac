import type {
  Candidate,
  ReferralCount,
  ReferredStudent,
  SelectionPage,
} from "../../loaders/editions/selection.ts";
import { folded } from "./at-risk-filter.js";
import { type CsvValue, csvButton } from "./csv.js";
import { type Builder, builder, card, type Options, quiet } from "./dom.js";
import { filterForm } from "./filter-form.js";
import { flagList } from "./flag-list.js";
import { count, date, NOT_KNOWN, plural, shortDate, yearGroup } from "./format.js";
import { FIRST_ROWS, longList } from "./long-list.js";
import { at, linear } from "./scale.js";
import { dataTable, numberCell, tableDetails } from "./table.js";

/** From referred to measured: how many students reached each step, and why the others did not. */
export function stepsCard(page: SelectionPage, options: Options = {}): Node {
  const b = builder(options);
  const { h } = b;
  const referred = page.steps[0]!.students;
  if (referred === 0)
    return card(
      b,
      "From referral to agreement",
      {},
      quiet(
        b,
        "No referral is known: add a referrals file, or say in the agreements who referred each student and why.",
      ),
    );
  return card(
    b,
    "From referral to agreement",
    { class: "steps" },
    bars(
      b,
      page.steps.map(({ label, students, left }) => ({ label, value: students, note: left ?? "" })),
      "Students that reached each step",
    ),
    page.referredMoreThanOnce > 0 &&
      h(
        "p",
        { class: "note" },
        `${plural(page.referredMoreThanOnce, "student was", "students were")} referred more than once; the latest counts, of a mentee the latest before the start.`,
      ),
    page.menteesWithoutReferral > 0 &&
      h(
        "p",
        { class: "note" },
        `${plural(page.menteesWithoutReferral, "mentored student has", "mentored students have")} no referral on file and ${page.menteesWithoutReferral === 1 ? "is" : "are"} not counted here.`,
      ),
    tableDetails(b, {
      caption: "Students that reached each step, and why the others did not go on",
      filename: "referral-steps",
      columns: [{ label: "Step" }, { label: "Students", numeric: true }, { label: "Did not go on" }],
      rows: page.steps.map(({ label, students, left }) => [label, numberCell(students, count), left ?? "–"]),
    }),
  );
}

/** Referrals by reason, by who referred, by the number of subjects of concern, and volunteers. */
export function referralsCard(page: SelectionPage, options: Options = {}): Node {
  const b = builder(options);
  if (page.steps[0]!.students === 0) return b.nothing();
  const part = (title: string, of: string, counts: readonly ReferralCount[]): HTMLElement =>
    b.h(
      "div",
      { class: "question" },
      b.h("h3", {}, title),
      bars(
        b,
        counts.map(({ value, referred, paired }) => ({
          label: value ?? NOT_KNOWN,
          value: referred,
          note: of === "referred" ? `${paired} paired` : "",
        })),
        `${title}: students ${of}`,
      ),
    );
  return card(
    b,
    "Who was referred, by whom and why",
    { class: "referrals" },
    b.h(
      "div",
      { class: "questions" },
      part("Reason", "referred", page.byReason),
      part("Concern in", "referred", page.byConcern),
      part("Referred by", "referred", page.byReferrer),
      part("Of the mentored", "mentored", page.byVolunteer),
    ),
    tableDetails(b, {
      caption: "Students by their referral",
      filename: "referrals",
      columns: [
        { label: "By" },
        { label: "Value" },
        { label: "Referred", numeric: true },
        { label: "Paired", numeric: true },
      ],
      rows: (
        [
          ["Reason", page.byReason],
          ["Concern in", page.byConcern],
          ["Referred by", page.byReferrer],
          ["Volunteers, of the mentored", page.byVolunteer],
        ] as const
      ).flatMap(([by, counts]) =>
        counts.map((one) => [
          by,
          one.value ?? NOT_KNOWN,
          numberCell(one.referred, count),
          numberCell(one.paired, count),
        ]),
      ),
      notes: [
        "A student counts once, by the latest referral up to the date of the data, a mentee by the latest up to the start. Where the referrals file does not name a student, what the agreement says counts.",
      ],
    }),
  );
}

/** Referrals that did not come to an agreement: one table a state, nobody forgotten. */
export function openReferralsCard(page: SelectionPage, options: Options = {}): Node {
  const b = builder(options);
  if (page.open.length === 0) return b.nothing();
  const shown = page.states.filter(({ state, students }) => state !== "paired" && students > 0);
  return card(
    b,
    "Referred, and not mentored",
    { class: "open-referrals" },
    shown.map(({ state }) =>
      stateTable(
        b,
        state,
        page.open.filter((one) => one.state === state),
      ),
    ),
  );
}

function stateTable(b: Builder, state: string, students: readonly ReferredStudent[]): HTMLElement {
  const title = `${state.charAt(0).toUpperCase()}${state.slice(1)}`;
  const waits = state === "not yet paired" || state === "not engaged" || state === "not invited";
  return b.h(
    "div",
    {},
    b.h("h3", {}, `${title}: ${plural(students.length, "student")}`),
    dataTable(b, {
      caption: `${title}${waits ? ", with the days that have passed" : ""}`,
      filename: state.replaceAll(" ", "-"),
      columns: [
        { label: "Student" },
        { label: "Year group" },
        { label: "Referred" },
        { label: "By" },
        { label: "Reason" },
        { label: "Subjects of concern" },
        { label: "Mentor asked" },
        { label: "Days since", numeric: true },
      ],
      rows: students.map((one) => [
        one.key === null
          ? `${one.name} (left)`
          : { text: one.name, value: one.name, href: `./student.html#student=${one.key}` },
        yearGroup(one.yearGroup),
        one.referredOn ? shortDate(one.referredOn) : NOT_KNOWN,
        one.referredBy ?? NOT_KNOWN,
        one.reason ?? NOT_KNOWN,
        one.subjects.join(", ") || NOT_KNOWN,
        one.mentor ?? "–",
        numberCell(one.waitingDays, count),
      ]),
      notes: [
        "Days since: from the invitation, or the referral where no invitation is dated, to the date of the data.",
      ],
    }),
  );
}

/** Whether the concern was old or new, for those chosen and for those who could be. */
export function patternCard(page: SelectionPage, options: Options = {}): Node {
  const b = builder(options);
  return card(
    b,
    "Entrenched, or newly slipping",
    {},
    b.h(
      "p",
      {},
      "A concern is: predicted below target, or review grades down, in as many subjects as the school's rules say. Entrenched: in more than half of the reviews of the year so far, of at least three. Newly slipping: at the latest review and at none before. Mentees are looked at on the day they started, the others now.",
    ),
    dataTable(b, {
      caption: "Students by how old their concern is",
      filename: "patterns",
      columns: [
        { label: "The concern is" },
        { label: "Mentees, at their start", numeric: true },
        { label: "Others with a concern now", numeric: true },
      ],
      rows: page.patterns.map(({ pattern, mentees, candidates }) => [
        pattern === "not known" ? "not known: fewer than three reviews" : pattern,
        numberCell(mentees, count),
        numberCell(candidates, count),
      ]),
    }),
  );
}

/** Students who meet the rules about concern in several subjects and are not mentored, with the evidence. */
export function candidatesCard(page: SelectionPage, options: Options = {}): Node {
  const b = builder(options);
  const { h } = b;
  if (page.candidates.length === 0) return b.nothing();
  const labels = new Map(page.rules.map(({ rule, label }) => [rule, label]));
  const status = h("p", { class: "status", role: "status", "aria-live": "polite" });
  const list = longList<Candidate>(b, "students", (one) => candidateRow(b, one, labels));
  let found: Candidate[] = [];
  const form = filterForm(
    b,
    "Filter the students",
    [
      { name: "q", label: "Name", search: true },
      {
        name: "year",
        label: "Year group",
        choices: [["", "All"], ...page.yearGroups.map((year) => [year, yearGroup(year)] as const)],
      },
      {
        name: "pattern",
        label: "The concern is",
        choices: [["", "Any"], ...page.patterns.map(({ pattern }) => [pattern, pattern] as const)],
      },
      {
        name: "referral",
        label: "Referred",
        choices: [
          ["", "All"],
          ["never", "Never referred"],
          ["before", "Referred before"],
        ],
      },
    ],
    ({ q = "", year, pattern, referral }) => {
      const words = folded(q).split(/\s+/).filter(Boolean);
      found = page.candidates.filter(
        (one) =>
          (!year || one.student.yearGroup === year) &&
          (!pattern || one.pattern === pattern) &&
          (!referral || (one.referral === null) === (referral === "never")) &&
          words.every((word) => folded(one.student.name).includes(word)),
      );
      list.show(found);
      const shown = found.length > FIRST_ROWS ? `, the first ${FIRST_ROWS} shown` : "";
      status.textContent =
        found.length === 0
          ? "No student matches these filters."
          : `${plural(found.length, "student")} of ${count(page.candidates.length)}${shown}.`;
    },
  );
  form.start();
  return card(
    b,
    "Not mentored, with a concern in several subjects",
    { class: "at-risk" },
    h(
      "p",
      { class: "note" },
      "Students of the mentees' year groups who were not mentored this year, most points first. Being listed is no reason by itself: who gains from mentoring is the question of the page Who benefits.",
    ),
    form.element,
    h(
      "div",
      { class: "list-head" },
      status,
      csvButton(b, "candidates", "the students listed", () => csvRows(found)),
    ),
    list.elements,
  );
}

function candidateRow(
  b: Builder,
  { student, pattern, referral }: Candidate,
  labels: ReadonlyMap<string, string>,
): HTMLElement {
  const { h } = b;
  const who = [yearGroup(student.yearGroup), student.tutorGroup].filter((text) => text).join(" · ");
  return h(
    "li",
    { class: "student" },
    h(
      "div",
      { class: "who" },
      h("h3", {}, h("a", { href: `./student.html#student=${student.key}` }, student.name)),
      h("p", { class: "note" }, who),
    ),
    flagList(b, student, (rule) => labels.get(rule) ?? rule),
    h(
      "div",
      { class: "help" },
      h(
        "p",
        {},
        h(
          "strong",
          {},
          pattern === "not known"
            ? "Too few reviews to say how old the concern is"
            : `The concern is ${pattern === "neither" ? "neither entrenched nor new" : pattern}`,
        ),
      ),
      h("p", { class: "note" }, referral === null ? "Never referred" : `Referred before: ${referral}`),
    ),
  );
}

function csvRows(candidates: readonly Candidate[]): CsvValue[][] {
  return [
    ["Student", "Year group", "Tutor group", "Points", "Concern", "Referral", "Reason", "Detail", "Date"],
    ...candidates.flatMap(({ student, pattern, referral }) =>
      student.flags.map((flag): CsvValue[] => [
        student.name,
        student.yearGroup,
        student.tutorGroup,
        student.points,
        pattern,
        referral,
        flag.label,
        flag.detail,
        flag.date && date(flag.date),
      ]),
    ),
  ];
}

function bars(
  b: Builder,
  rows: readonly { label: string; value: number; note: string }[],
  what: string,
): HTMLElement {
  const { h, s } = b;
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const x = linear([0, most], [0, 100]);
  return h(
    "figure",
    { class: "chart share-chart count-chart" },
    h(
      "div",
      {
        role: "img",
        "aria-label": `${what}. ${rows.map(({ label, value, note }) => `${label}: ${count(value)}${note ? ` (${note})` : ""}.`).join(" ")}`,
      },
      rows.map(({ label, value, note }) =>
        h(
          "div",
          { class: "row" },
          h("span", { class: "row-label" }, label),
          s(
            "svg",
            { width: "100%", height: 16 },
            s("rect", { class: "track", x: 0, y: 2, width: "100%", height: 12 }),
            value > 0 && s("rect", { class: "bar", x: 0, y: 2, width: at(x(value)), height: 12 }),
          ),
          h(
            "span",
            { class: "row-value" },
            h("strong", {}, count(value)),
            note && h("span", { class: "row-n" }, ` ${note}`),
          ),
        ),
      ),
    ),
  );
}
