import type { Standing } from "../../loaders/attainment/one-subject-away.ts";
import type {
  MeasureStandings,
  NearStudent,
  OneGradeAwayPage,
} from "../../loaders/editions/one-grade-away.ts";
import type { NearSubject } from "../../loaders/editions/threshold.ts";
import type { CsvValue } from "./csv.js";
import { type Builder, builder, card, type Options, quiet, uniqueId } from "./dom.js";
import { filteredList } from "./filtered-list.js";
import { count, date, plain, plural, share, yearGroup } from "./format.js";
import { hatchPattern } from "./hatch-pattern.js";
import { at } from "./scale.js";
import { studentLink } from "./student-link.js";
import { dataTable, details, numberCell, tableDetails } from "./table.js";

const PARTS: readonly (readonly [standing: Standing, className: string, words: string])[] = [
  ["on track", "on-track", "on track"],
  ["one grade", "one-grade", "one grade in one subject away"],
  ["one subject", "one-subject", "one subject away, by more than a grade"],
  ["further", "further", "further away"],
  ["not known", "not-known", "cannot be said"],
];

const total = ({ counts }: MeasureStandings): number =>
  Object.values(counts).reduce((sum, one) => sum + one, 0);

/** How many students stand where, a bar a measure, and what the border of a threshold is not. */
export function standingsCard(page: OneGradeAwayPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const title = "Where everybody stands";
  if (page.measures.length === 0)
    return card(
      b,
      title,
      {},
      quiet(b, "No measure is counted here. What is missing, below, names what would switch one on."),
    );
  return card(
    b,
    title,
    { class: "standings" },
    h(
      "p",
      {},
      h("strong", {}, "A threshold is an opportunity, not a student's worth. "),
      "A student two grades below deserves as much as one just below. Teaching to the border moves a number without helping most students: here it stands beside how many are further away, and how many are on track and may still rise.",
    ),
    standingsChart(b, page.measures),
    tableDetails(b, {
      caption: `Students on roll in ${page.yearGroups.map(yearGroup).join(", ")}, by where their latest predicted grades stand`,
      filename: "one-grade-away-counts",
      columns: [
        { label: "Measure" },
        ...PARTS.map(([, , words]) => ({
          label: words.charAt(0).toUpperCase() + words.slice(1),
          numeric: true,
        })),
        { label: "Students", numeric: true },
      ],
      rows: page.measures.map((measure) => [
        measure.label,
        ...PARTS.map(([standing]) => ({
          text: share(measure.counts[standing], total(measure)),
          value: measure.counts[standing],
        })),
        numberCell(total(measure), count),
      ]),
    }),
  );
}

function standingsChart(b: Builder, measures: readonly MeasureStandings[]): HTMLElement {
  const { h, s } = b;
  const bar = (measure: MeasureStandings): Element => {
    const [near, unknown] = [uniqueId("hatch"), uniqueId("hatch")];
    const fills: Partial<Record<Standing, string>> = {
      "one subject": `url(#${near})`,
      "not known": `url(#${unknown})`,
    };
    let start = 0;
    let labelled = -100;
    const parts = PARTS.flatMap(([standing, className]) => {
      const n = measure.counts[standing];
      const wide = (100 * n) / total(measure);
      const from = start;
      start += wide;
      if (n === 0) return [];
      const rect = s("rect", {
        class: className,
        x: at(from),
        width: at(wide),
        y: 1,
        height: 22,
        fill: fills[standing] ?? null,
      });
      // A number stands under its part, unless it would touch the one before.
      const middle = from + wide / 2;
      if (middle - labelled < 5) return [rect];
      labelled = middle;
      return [rect, s("text", { class: "count", x: at(middle), y: 38, "text-anchor": "middle" }, count(n))];
    });
    return s(
      "svg",
      { width: "100%", height: 42 },
      hatchPattern(b, near, "hatch near"),
      hatchPattern(b, unknown),
      parts,
    );
  };
  const shown = PARTS.filter(([standing]) => measures.some(({ counts }) => counts[standing] > 0));
  const spoken = measures
    .map(
      (measure) =>
        `${measure.label}: ${PARTS.map(([standing, , words]) => `${count(measure.counts[standing])} ${words}`).join(", ")}.`,
    )
    .join(" ");
  return h(
    "figure",
    { class: "chart standings-chart" },
    h(
      "ul",
      { class: "legend", "aria-hidden": "true" },
      shown.map(([, className, words]) => h("li", {}, h("span", { class: `swatch ${className}` }), words)),
    ),
    h(
      "div",
      { role: "img", "aria-label": `Where students stand. ${spoken}` },
      measures.map((measure) =>
        h(
          "div",
          { class: "row" },
          h("span", { class: "row-label" }, measure.label),
          bar(measure),
          h("span", { class: "row-value" }, plural(total(measure), "student")),
        ),
      ),
    ),
    h("figcaption", {}, "Each bar is everybody on roll in the year groups of the measure, not only mentees."),
  );
}

interface NearRow extends NearStudent {
  measure: string;
}

/** Everybody who is one subject away, with the subjects of which each alone would do. */
export function nearList(page: OneGradeAwayPage, options: Options = {}): Node {
  const b = builder(options);
  if (page.measures.length === 0) return b.nothing();
  const rows: NearRow[] = page.measures.flatMap(({ id, near }) =>
    near.map((student) => ({ ...student, measure: id })),
  );
  const title = "One subject away";
  if (rows.length === 0) return card(b, title, {}, quiet(b, "Nobody is one subject away."));
  const subjects = [...new Set(rows.flatMap(({ near }) => near.map(({ subject }) => subject)))].sort((x, y) =>
    x.localeCompare(y, "en-GB"),
  );
  const of = (id: string): MeasureStandings => page.measures.find((one) => one.id === id)!;
  return filteredList(b, {
    title,
    about: "Filter the students",
    noun: "student",
    filters: [
      {
        name: "measure",
        label: "Measure",
        choices: page.measures.map(({ id, label }) => [id, label]),
        keeps: (row, value) => row.measure === value,
      },
      {
        name: "away",
        label: "Away by",
        choices: [
          ["", "One grade or more"],
          ["one grade", "One grade"],
          ["one subject", "More than a grade"],
        ],
        keeps: (row, value) => row.standing === value,
      },
      {
        name: "subject",
        label: "Subject",
        choices: [["", "Any"], ...subjects.map((subject) => [subject, subject] as const)],
        keeps: (row, value) => row.near.some(({ subject }) => subject === value),
      },
      {
        name: "mentored",
        label: "Mentored",
        choices: [
          ["", "All"],
          ["yes", "Mentored"],
          ["no", "Not mentored"],
        ],
        keeps: (row, value) => row.mentored === (value === "yes"),
      },
    ],
    rows,
    above: ({ measure }) => {
      const { counts } = of(measure!);
      return [
        `Beside them, ${count(counts.further)} are further away and ${count(counts["on track"])} on track${counts["not known"] === 0 ? "" : `; of ${count(counts["not known"])} it cannot be said`}.`,
      ];
    },
    item: (row) => nearItem(b, row),
    csv: {
      filename: "one-grade-away",
      header: [
        "Measure",
        "Student",
        "Year group",
        "Tutor group",
        "Mentored",
        "Mentor",
        "Subject",
        "Predicted",
        "Needed",
        "Grades below",
        "Target",
        "Review date",
        "Age in days",
      ],
      cells: (row) =>
        row.near.map((near): CsvValue[] => [
          of(row.measure).label,
          row.name,
          row.yearGroup,
          row.tutorGroup,
          row.mentored ? "yes" : "no",
          row.mentor,
          near.subject,
          near.predicted,
          near.needed,
          near.below,
          near.target,
          near.reviewDate,
          near.ageDays,
        ]),
    },
  });
}

function nearItem(b: Builder, row: NearRow): HTMLElement {
  const { h } = b;
  const facts = [
    yearGroup(row.yearGroup),
    row.tutorGroup,
    row.mentored ? (row.mentor ? `mentor: ${row.mentor}` : "mentored") : "not mentored",
  ].filter((text) => text);
  return h(
    "li",
    { class: "student" },
    h(
      "div",
      { class: "who" },
      h("h3", {}, studentLink(b, row)),
      h("p", { class: "note" }, facts.join(" · ")),
    ),
    h(
      "ul",
      { class: "flags" },
      row.near.map((near) =>
        h(
          "li",
          { class: near.below <= 1 ? "flag near" : "flag" },
          h("span", { class: "chip" }, near.below === 1 ? "1 grade" : `${plain(near.below)} grades`),
          h(
            "div",
            {},
            h("strong", {}, near.subject),
            h("span", { class: "detail" }, gradeWords(near)),
            h(
              "span",
              { class: "note" },
              h("time", { datetime: near.reviewDate }, date(near.reviewDate)),
              `, ${plural(near.ageDays, "day")} old`,
            ),
          ),
        ),
      ),
      row.near.length > 1 && h("li", { class: "note" }, "Each of these alone would do."),
    ),
  );
}

const gradeWords = ({ predicted, needed, target }: NearSubject): string =>
  `predicted ${predicted}, needed ${needed}, ${target === null ? "target not known" : `target ${target}`}`;

/** Of whom it cannot be said, and why. */
export function notKnownCard(page: OneGradeAwayPage, options: Options = {}): Node {
  const b = builder(options);
  const unsaid = page.measures.filter(({ notKnown }) => notKnown.length > 0);
  if (unsaid.length === 0) return b.nothing();
  return card(
    b,
    "Of whom it cannot be said, and why",
    { class: "not-said" },
    b.h(
      "p",
      {},
      "What is not known could change the answer for these students. It is not the same as being far away.",
    ),
    unsaid.map(({ id, label, reasons, notKnown }) => [
      dataTable(b, {
        caption: `${label}: ${plural(notKnown.length, "student")}`,
        filename: `cannot-be-said-reasons-${id}`,
        columns: [{ label: "Reason" }, { label: "Students", numeric: true }],
        rows: reasons.map(({ why, n }) => [why, numberCell(n, count)]),
        notes: reasons.length > 1 ? ["A student may have more than one reason."] : [],
      }),
      details(
        b,
        "Show the students",
        label,
        dataTable(b, {
          caption: `${label}: of whom it cannot be said`,
          filename: `cannot-be-said-${id}`,
          columns: [
            { label: "Student" },
            { label: "Year group" },
            { label: "Tutor group" },
            { label: "Mentored" },
            { label: "What is not known" },
          ],
          rows: notKnown.map((student) => [
            student.name,
            student.yearGroup,
            student.tutorGroup ?? "–",
            student.mentored ? "yes" : "no",
            student.why,
          ]),
        }),
      ),
    ]),
  );
}

/** What the words of the page mean. */
export function meaningCard(page: OneGradeAwayPage, options: Options = {}): Node {
  const b = builder(options);
  if (page.measures.length === 0) return b.nothing();
  const points = page.measures.some(({ inPoints }) => inPoints);
  const passes = page.measures.some(({ inPoints }) => !inPoints);
  return card(
    b,
    "How this is reckoned",
    {},
    b.h(
      "ul",
      {},
      [
        `Each student on roll is judged by the latest predicted grade of the year in each subject. A grade older than ${page.staleDays} days counts as not known. Where teachers differ, the mean of their grades counts.`,
        passes &&
          "One subject away: the student would meet the measure if exactly one subject that is below the pass reached it, and all else stayed. Every such subject is named.",
        passes &&
          "One grade away: one of those subjects is one grade, or less where teachers differ, below the pass.",
        points &&
          "For a measure in points, a subject would do if the points were reached with it alone at a higher grade of its scale; needed is the lowest such grade. One subject that is not known leaves the points unknown.",
        "Cannot be said: subjects that are not known could change where the student stands.",
        "A predicted grade is a teacher's judgement, not a result. The page Teachers\u2019 data shows how predicted grades met the results, where results are known.",
      ].map((text) => text && b.h("li", {}, text)),
    ),
  );
}
