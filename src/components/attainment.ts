import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import type { PassesMeasure, PointsMeasure } from "../../loaders/evaluation/attainment/record.ts";
import { type Builder, builder, card, type Options } from "./dom.js";
import { count, PERCENT_FROM, percent, shareInterval, yearGroup } from "./format.js";
import { meanChangeFigure, meanChangeTable } from "./mean-change-figure.js";
import { pairedSharesFigure } from "./paired-shares.js";
import { type Cell, numberCell, type TableSpec, tableDetails } from "./table.js";
import { uncountedNotes } from "./uncounted.js";

/** Measures of attainment besides the declared one: passes and points of the mentees beside everyone. */
export function attainmentCard(page: ImpactPage, options: Options = {}): Node {
  const b = builder(options);
  const { h } = b;
  const { passes, points } = page.record.attainment;
  const others = passes.filter(({ declared }) => !declared);
  if (others.length === 0 && points.length === 0) return b.nothing();
  return card(
    b,
    "Passes and points, mentees beside everyone",
    { class: "attainment" },
    others.length > 0 && [
      h(
        "div",
        { class: "questions" },
        others.map((measure) =>
          h(
            "div",
            { class: "question" },
            h("h3", {}, measure.label),
            pairedSharesFigure(b, measure, measure.yearGroups, measure.label),
          ),
        ),
      ),
      tableDetails(b, passesTable(others)),
    ],
    points.map((measure, i) => pointsPart(b, measure, page.findings.attainment.points[i]!)),
  );
}

function pointsPart(b: Builder, measure: PointsMeasure, sentence: string): Element {
  const { h } = b;
  const { label, mentees, everyone, slots, sources, yearGroups } = measure;
  const rows = [
    { label: "Mentees", change: mentees },
    { label: `Everyone, ${yearGroups.map(yearGroup).join(", ")}`, change: everyone },
  ];
  const notes = [
    ...uncountedNotes(" among the mentees", mentees.unknown, ["student", "students"]),
    ...uncountedNotes(" of everyone", everyone.unknown, ["student", "students"]),
    ...(slots
      ? [
          `Slots: English, maths, ${slots.baskets.map((basket) => `${count(basket.slots)} ${basket.label}`).join(", ")}, ${count(slots.open)} open.`,
        ]
      : []),
    `Points: ${sources.join("; ")}.`,
  ];
  return h(
    "div",
    { class: "question" },
    h("h3", {}, label),
    h("p", {}, sentence),
    meanChangeFigure(b, label, "points", rows),
    tableDetails(
      b,
      meanChangeTable(`${label} from predicted grades: one number a student`, measure.id, rows, notes),
    ),
  );
}

function passesTable(measures: readonly PassesMeasure[]): TableSpec {
  const percentOf = (k: number, n: number): Cell => ({
    text: n >= PERCENT_FROM ? percent(k / n) : "–",
    value: n > 0 ? k / n : null,
  });
  return {
    caption: "Students with the passes, before and after",
    filename: "passes",
    columns: [
      { label: "Measure" },
      { label: "Group" },
      { label: "Time" },
      { label: "With the passes", numeric: true },
      { label: "Of", numeric: true },
      { label: "Share", numeric: true },
      { label: "95% interval", numeric: true },
      { label: "Not known", numeric: true },
    ],
    rows: measures.flatMap(({ label, mentees, everyone }) =>
      [
        { name: "Mentees", of: mentees },
        { name: "Everyone", of: everyone },
      ].flatMap(({ name, of }) =>
        (["before", "after"] as const).map((time): Cell[] => [
          label,
          name,
          time === "before" ? "Before" : "After",
          numberCell(of[time].k, count),
          numberCell(of[time].n, count),
          percentOf(of[time].k, of[time].n),
          shareInterval(of[time].ci95, of[time].n),
          numberCell(of.unknown, count),
        ]),
      ),
    ),
    notes: [
      "A grade is a pass where it is worth the points of the pass; a double award is two. Not known: a grade that is missing could change the answer.",
    ],
  };
}
