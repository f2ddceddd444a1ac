import type { Contradiction } from "../../loaders/editions/contradictions.ts";
import type { SubjectFreshness, TeachersDataPage } from "../../loaders/editions/teachers-data.ts";
import { type Builder, builder, card, type Options, quiet } from "./dom.js";
import { filteredList } from "./filtered-list.js";
import {
  count,
  DESCRIBE_BELOW,
  date,
  NOT_KNOWN,
  PERCENT_FROM,
  percent,
  plain,
  plural,
  share,
  shortDate,
  signed,
  yearGroup,
} from "./format.js";
import { isMissing } from "./missing-view.js";
import { at, linear } from "./scale.js";
import { studentLink } from "./student-link.js";
import { type Cell, dataTable, details, numberCell, tableDetails } from "./table.js";
import { whisker } from "./whisker.js";

const NOT_NAMED = "not named";
const named = ({ subject, teacher }: { subject: string; teacher: string | null }): string =>
  teacher === null ? subject : `${subject}, ${teacher}`;

/** How old the newest grades are, by subject and by teacher where files name them; whom to ask. */
export function freshnessCard(page: TeachersDataPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const title = "How fresh the grades are, stalest first";
  if (page.subjects.length === 0)
    return card(b, title, {}, quiet(b, "No subject has a review or predicted grade this year."));
  const teacherColumn = page.namesTeachers ? [{ label: "Teacher" }] : [];
  const teacherCell = ({ teacher }: { teacher: string | null }): Cell[] =>
    page.namesTeachers ? [teacher ?? NOT_NAMED] : [];
  return card(
    b,
    title,
    { class: "ages" },
    h(
      "p",
      {},
      `A grade is fresh if it is no older than ${page.staleDays} days, by staleDays in programme.json. Expected are the students on roll with any grade in the subject this year. `,
      page.namesTeachers
        ? "A student counts under the teachers who gave the newest grade."
        : "No file names the teacher of a grade, so each row is a subject.",
    ),
    agesChart(b, page),
    tableDetails(b, {
      caption: `Students with a grade of the last ${page.staleDays} days, by subject${page.namesTeachers ? " and teacher" : ""}`,
      filename: "freshness",
      columns: [
        { label: "Subject" },
        ...teacherColumn,
        { label: "Fresh", numeric: true },
        { label: "Expected", numeric: true },
        { label: "Share", numeric: true },
        { label: "Newest grade", numeric: true },
        { label: "Oldest of the students' newest", numeric: true },
        { label: "Its age in days", numeric: true },
        { label: "Median age in days", numeric: true },
      ],
      rows: page.subjects.map((row): Cell[] => [
        row.subject,
        ...teacherCell(row),
        numberCell(row.fresh, count),
        numberCell(row.expected, count),
        {
          text: row.expected >= PERCENT_FROM ? percent(row.fresh / row.expected) : "–",
          value: row.expected >= PERCENT_FROM ? row.fresh / row.expected : null,
        },
        { text: shortDate(row.newest), value: row.newest },
        { text: shortDate(row.oldest), value: row.oldest },
        numberCell(row.oldestAge, count),
        numberCell(row.medianAge, plain),
      ]),
      notes: [`Shares are given from ${PERCENT_FROM} students.`],
    }),
    page.stale.length > 0 &&
      details(
        b,
        page.stale.length === 1 ? "Ask for this grade" : `Ask for these ${count(page.stale.length)} grades`,
        "students whose newest grade is too old",
        dataTable(b, {
          caption: `Students whose newest grade in a subject is older than ${page.staleDays} days: a student may have left the class`,
          filename: "ask-these-teachers",
          columns: [
            { label: "Subject" },
            ...teacherColumn,
            { label: "Student" },
            { label: "Year group" },
            { label: "Tutor group" },
            { label: "Newest grade", numeric: true },
            { label: "Age in days", numeric: true },
          ],
          rows: page.stale.map((row): Cell[] => [
            row.subject,
            ...teacherCell(row),
            row.name,
            row.yearGroup,
            row.tutorGroup ?? "–",
            { text: shortDate(row.newest), value: row.newest },
            numberCell(row.ageDays, count),
          ]),
        }),
      ),
  );
}

/** The stalest rows drawn; the table has all of them. */
const DRAWN = 40;

function agesChart(b: Builder, page: TeachersDataPage): HTMLElement {
  const { h, s } = b;
  const rows = page.subjects.slice(0, DRAWN);
  const most = Math.max(page.staleDays, ...rows.map(({ oldestAge }) => oldestAge));
  const x = linear([0, most], [1, 99]);
  const row = (one: SubjectFreshness): Element =>
    h(
      "div",
      { class: "row" },
      h("span", { class: "row-label" }, named(one)),
      s(
        "svg",
        { width: "100%", height: 20 },
        s("line", { class: "grid", x1: "0%", x2: "100%", y1: 10, y2: 10 }),
        s("line", { class: "limit", x1: at(x(page.staleDays)), x2: at(x(page.staleDays)), y1: 0, y2: 20 }),
        s("line", {
          class: "whisker",
          x1: at(x(one.newestAge)),
          x2: at(x(one.oldestAge)),
          y1: 10,
          y2: 10,
        }),
        s("circle", { class: "dot", cx: at(x(one.medianAge)), cy: 10, r: 6 }),
      ),
      h("span", { class: "row-value" }, `${share(one.fresh, one.expected)} fresh`),
    );
  const axis = h(
    "div",
    { class: "row axis" },
    s(
      "svg",
      { width: "100%", height: 20 },
      x
        .ticks(5)
        .map((days) =>
          s("text", { x: at(x(days)), y: 14, "text-anchor": days === 0 ? "start" : "middle" }, count(days)),
        ),
    ),
  );
  const spoken = rows
    .map(
      (one) =>
        `${named(one)}: ${count(one.newestAge)} to ${count(one.oldestAge)} days, median ${plain(one.medianAge)}; ${share(one.fresh, one.expected)} fresh.`,
    )
    .join(" ");
  return h(
    "figure",
    { class: "chart share-chart standing-chart ages-chart" },
    h(
      "div",
      { role: "img", "aria-label": `Age of the students' newest grades in days. ${spoken}` },
      rows.map(row),
      axis,
    ),
    h(
      "figcaption",
      {},
      `Days since each student's newest grade: the line from the youngest to the oldest, the dot the median, the dashes ${page.staleDays} days.${rows.length < page.subjects.length ? ` The ${DRAWN} stalest of ${count(page.subjects.length)} rows; the table has them all.` : ""}`,
    ),
  );
}

/** The kinds of contradiction, how often each could be looked for, and where. */
export function contradictionsCard(page: TeachersDataPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const kinds = page.kinds.filter(({ comparable }) => comparable > 0);
  const unseen = page.kinds.filter(({ comparable }) => comparable === 0);
  return card(
    b,
    "Where two sources do not seem to say the same",
    { class: "contradictions" },
    h(
      "p",
      {},
      h("strong", {}, "A contradiction is a question to ask, not a mistake of the teacher. "),
      "A praise may be for the one thing that went well, and a grade may be about another week. Most counts by subject are small: they tell where to ask, not who is right.",
    ),
    kinds.length === 0
      ? quiet(b, "No two sources could be set beside each other.")
      : dataTable(b, {
          caption:
            "Kinds of contradiction: pairs that could be set beside each other, and those that do not agree",
          filename: "contradictions",
          columns: [
            { label: "Kind" },
            { label: "Pairs", numeric: true },
            { label: "Contradictions", numeric: true },
          ],
          rows: kinds.map(({ label, comparable, contradictions }) => [
            label,
            numberCell(comparable, count),
            numberCell(contradictions, count),
          ]),
          notes: unseen.map(({ label }) => `${label}: no pair could be set beside each other.`),
        }),
    kinds.length > 0 &&
      h(
        "ul",
        {},
        kinds.map(({ label, meaning }) => h("li", {}, h("strong", {}, label), `: ${meaning}`)),
      ),
    page.bySubject.length > 0 &&
      tableDetails(b, {
        caption: "Contradictions by subject and teacher, in alphabetical order",
        filename: "contradictions-by-subject",
        columns: [
          { label: "Subject" },
          { label: "Teacher" },
          { label: "Pairs", numeric: true },
          { label: "Contradictions", numeric: true },
        ],
        rows: page.bySubject.map(({ subject, teacher, comparable, contradictions }) => [
          subject,
          teacher ?? NOT_NAMED,
          numberCell(comparable, count),
          numberCell(contradictions, count),
        ]),
        notes: [
          "The teacher is the one named beside the comment or else beside the grade. A pair of grades alone counts under its subject where no file names the teacher.",
        ],
        screenOnly: true,
      }),
  );
}

/** Every contradiction, with the two facts. */
export function caseList(page: TeachersDataPage, options: Options = {}): Node {
  const b = builder(options);
  if (page.cases.length === 0) return b.nothing();
  const labels = new Map(page.kinds.map(({ kind, label }) => [kind, label]));
  const choices = (values: readonly (string | null)[]) =>
    [...new Set(values)]
      .filter((value) => value !== null)
      .sort((one, other) => one.localeCompare(other, "en-GB"))
      .map((value) => [value, value] as const);
  const teachers = choices(page.cases.map(({ teacher }) => teacher));
  return filteredList(b, {
    title: "Questions to ask",
    about: "Filter the contradictions",
    noun: "contradiction",
    filters: [
      {
        name: "kind",
        label: "Kind",
        choices: [
          ["", "Any"],
          ...page.kinds
            .filter(({ contradictions }) => contradictions > 0)
            .map(({ kind, label }) => [kind, label] as const),
        ],
        keeps: (row, value) => row.kind === value,
      },
      {
        name: "subject",
        label: "Subject",
        choices: [["", "Any"], ...choices(page.cases.map(({ subject }) => subject))],
        keeps: (row, value) => row.subject === value,
      },
      ...(teachers.length === 0
        ? []
        : [
            {
              name: "teacher",
              label: "Teacher",
              choices: [["", "Any"] as const, ...teachers],
              keeps: (row: Contradiction, value: string) => row.teacher === value,
            },
          ]),
    ],
    rows: page.cases,
    item: (row) => caseItem(b, row, labels.get(row.kind)!),
    csv: {
      filename: "questions-to-ask",
      header: [
        "Kind",
        "Student",
        "Year group",
        "Tutor group",
        "Subject",
        "Teacher",
        "Date",
        "One source",
        "The other",
      ],
      cells: (row) => [
        [
          labels.get(row.kind)!,
          row.name,
          row.yearGroup,
          row.tutorGroup,
          row.subject,
          row.teacher,
          row.date,
          row.one,
          row.other,
        ],
      ],
    },
  });
}

function caseItem(b: Builder, row: Contradiction, label: string): HTMLElement {
  const { h } = b;
  const where = [yearGroup(row.yearGroup), row.tutorGroup].filter((text) => text).join(" · ");
  return h(
    "li",
    { class: "student" },
    h("div", { class: "who" }, h("h3", {}, studentLink(b, row)), h("p", { class: "note" }, where)),
    h(
      "div",
      { class: "case" },
      h("strong", {}, named(row)),
      h("p", {}, `${row.one}; ${row.other}.`),
      h("p", { class: "note" }, `${label} · `, h("time", { datetime: row.date }, date(row.date))),
    ),
  );
}

/** By how much predicted grades missed the results, a row a subject. */
export function differencesCard(page: TeachersDataPage, options: Options = {}): Node {
  const b = builder(options);
  const { h, s } = b;
  if (page.differences.length === 0 || isMissing(page, "accuracy of predictions")) return b.nothing();
  const title = "By how much predicted grades were too high or too low";
  const rows = page.differences;
  const isMixed = new Set(rows.map(({ label }) => label)).size > 1;
  const drawn = rows.flatMap(({ mean, ...row }) => (mean === null ? [] : [{ ...row, mean }]));
  const far = Math.max(0.5, ...drawn.flatMap(({ mean, ci95 }) => [mean, ...(ci95 ?? [])].map(Math.abs)));
  const x = linear([-far, far], [2, 98]);
  const name = ({ subject, label }: { subject: string; label: string }): string =>
    isMixed ? `${subject}, ${label}` : subject;
  const size = (mean: number, ci95: readonly [number, number] | null): string =>
    `${signed(mean)}${ci95 ? ` (${signed(ci95[0])} to ${signed(ci95[1])})` : ""}`;
  return card(
    b,
    title,
    { class: "differences" },
    h(
      "p",
      {},
      "The mean of predicted minus achieved, in grades, at the latest result of each student. Above 0 the predicted grades were too high. ",
      h("a", { href: "./impact.html" }, "Impact"),
      " shows the same results beside the programme.",
    ),
    drawn.length === 0
      ? quiet(b, `No subject has results of ${DESCRIBE_BELOW} students, so counts alone are given.`)
      : h(
          "figure",
          { class: "chart share-chart standing-chart differences-chart" },
          h(
            "div",
            {
              role: "img",
              "aria-label": `Predicted minus achieved, in grades. ${drawn.map((row) => `${name(row)}: ${size(row.mean, row.ci95)}, ${plural(row.n, "student")}.`).join(" ")}`,
            },
            drawn.map((row) =>
              h(
                "div",
                { class: "row" },
                h("span", { class: "row-label" }, name(row)),
                s(
                  "svg",
                  { width: "100%", height: 20 },
                  s("line", { class: "grid", x1: "0%", x2: "100%", y1: 10, y2: 10 }),
                  s("line", { class: "zero", x1: at(x(0)), x2: at(x(0)), y1: 0, y2: 20 }),
                  whisker(b, row, x, 10, 6),
                ),
                h("span", { class: "row-value" }, size(row.mean, row.ci95)),
              ),
            ),
          ),
          h(
            "figcaption",
            {},
            "Dots: the mean, with its 95% interval. Left of the line too low, right of it too high.",
          ),
        ),
    tableDetails(b, {
      caption: "Predicted minus achieved, in grades, by subject",
      filename: "predicted-minus-achieved",
      columns: [
        { label: "Subject" },
        { label: "Scale" },
        { label: "Students", numeric: true },
        { label: "As predicted", numeric: true },
        { label: "Mean difference", numeric: true },
        { label: "95% interval, from", numeric: true },
        { label: "to", numeric: true },
      ],
      rows: rows.map((row): Cell[] => [
        row.subject,
        row.label,
        numberCell(row.n, count),
        { text: share(row.exact, row.n), value: row.exact },
        row.mean === null ? "counts only" : numberCell(row.mean, signed),
        row.ci95 ? numberCell(row.ci95[0], signed) : NOT_KNOWN,
        row.ci95 ? numberCell(row.ci95[1], signed) : NOT_KNOWN,
      ]),
      notes: [
        `Means are given from ${DESCRIBE_BELOW} students, shares from ${PERCENT_FROM}. One subject of many may stand apart by chance.`,
      ],
    }),
  );
}
