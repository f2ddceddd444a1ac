import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import type { OutcomeResult } from "../../loaders/evaluation/record.ts";
import { builder, card, type Options, uniqueId } from "./dom.js";
import { count, improvedDeclined, plural } from "./format.js";
import { hatchPattern } from "./hatch-pattern.js";
import { at } from "./scale.js";
import { dataTable, details, numberCell } from "./table.js";

interface OutcomeRow extends OutcomeResult {
  id: string;
  label: string;
}

/** The criteria in the programme's order, then the predicted grade where there is any. */
export function outcomeRows(page: ImpactPage): OutcomeRow[] {
  const { criteria, predictions } = page.record;
  const predicted = predictions.students.measured > 0;
  return [
    ...criteria,
    ...(predicted ? [{ ...predictions, id: "predictions", label: "Predicted grade" }] : []),
  ];
}

/** Students up, down, the same and not measured on each criterion, with the practitioners' table beside the chart. */
export function outcomeCard(page: ImpactPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const rows = outcomeRows(page);
  const sentences = page.findings.criteria.map(({ sentence }, i): [string, string] => [
    page.record.criteria[i]!.label,
    sentence,
  ]);
  if (page.findings.predictions) sentences.push(["Predicted grade", page.findings.predictions]);
  return card(
    b,
    "Students graded higher and lower, by criterion",
    { class: "outcomes" },
    b.h(
      "div",
      { class: "beside" },
      outcomeChart(rows, page.record.cohort.started, options),
      dataTable(b, {
        caption: `Students whose grade improved in one or more subjects (declined in brackets), of ${count(page.record.cohort.started)} who started`,
        filename: "students-up-and-down",
        columns: [
          { label: "Criterion" },
          { label: "Improved (declined)", numeric: true },
          { label: "Both", numeric: true },
          { label: "Unchanged", numeric: true },
          { label: "Not measured", numeric: true },
          { label: "Measured", numeric: true },
          { label: "Subject reviews", numeric: true },
        ],
        rows: rows.map(({ label, students, pairs }) => [
          label,
          improvedDeclined(students),
          numberCell(students.both, count),
          numberCell(students.unchanged, count),
          numberCell(students.notMeasured, count),
          numberCell(students.measured, count),
          numberCell(pairs.measured, count),
        ]),
        notes: [
          "Both: up in one subject and down in another, so counted as improved and as declined.",
          ...(page.record.predictions.students.measured === 0
            ? [`Predicted grade: not known. ${page.record.predictions.change.why ?? ""}`.trim()]
            : []),
        ],
      }),
    ),
    sentences.length > 0 &&
      details(
        b,
        "Each criterion in words",
        "sentences",
        b.h(
          "ul",
          {},
          sentences.map(([label, sentence]) => b.h("li", {}, b.h("strong", {}, label), ". ", sentence)),
        ),
      ),
  );
}

/** What a listener hears in place of the picture: the numbers of every bar. */
function outcomeLabel(rows: readonly OutcomeRow[], started: number): string {
  const parts = rows.map(({ label, students }) => {
    const both = students.both > 0 ? ` (${count(students.both)} of them in both)` : "";
    return `${label}: ${count(students.improved)} improved, ${count(students.declined)} declined${both}, ${count(students.unchanged)} unchanged, ${count(students.notMeasured)} not measured.`;
  });
  return `Students by criterion, of ${count(started)} who started. ${parts.join(" ")}`;
}

const GAP = 1;

/** One diverging bar a criterion. One scale for all rows; up to 40 students wide, every student is a block. */
function outcomeChart(rows: readonly OutcomeRow[], started: number, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h, s } = b;
  const most = (of: keyof OutcomeResult["students"]): number =>
    Math.max(0, ...rows.map((row) => row.students[of]));
  const total = most("declined") + most("improved") + most("unchanged") + most("notMeasured");
  // Room for the number at the end of a bar, by its digits, where the chart is narrowest.
  const room = 6.5 + 2.5 * String(Math.max(most("declined"), most("improved"), most("unchanged"))).length;
  const unit = (100 - 4 * room - 2 * GAP) / Math.max(total, 1);
  const zero = room + most("declined") * unit;
  const unchanged = zero + most("improved") * unit + room + GAP;
  const notMeasured = unchanged + most("unchanged") * unit + room + GAP;
  const blocks = total <= 40;
  const height = 24;

  const bar = (
    className: string,
    start: number,
    n: number,
    attributes: Record<string, string> = {},
  ): Element[] => {
    if (n <= 0) return [];
    const marks: Element[] = [
      s("rect", {
        class: className,
        x: at(start),
        width: at(n * unit),
        y: 2,
        height: height - 4,
        ...attributes,
      }),
    ];
    for (let i = 1; blocks && i < n; i += 1)
      marks.push(
        s("line", {
          class: "block",
          x1: at(start + i * unit),
          x2: at(start + i * unit),
          y1: 2,
          y2: height - 2,
        }),
      );
    return marks;
  };
  const number = (text: string, x: number, dx: number, anchor: string, className: string): Element =>
    s("text", { class: className, x: at(x), dx, y: height / 2, dy: "0.35em", "text-anchor": anchor }, text);

  const row = ({ id, label, students }: OutcomeRow): Element => {
    const hatch = uniqueId("hatch");
    const { improved, declined, both } = students;
    return h(
      "div",
      { class: id === "predictions" ? "row apart" : "row" },
      h("span", { class: "row-label" }, label),
      s(
        "svg",
        { width: "100%", height },
        hatchPattern(b, hatch),
        bar("down", zero - declined * unit, declined - both),
        bar("down both", zero - both * unit, both),
        bar("up both", zero, both),
        bar("up", zero + both * unit, improved - both),
        bar("same", unchanged, students.unchanged),
        bar("not-measured", notMeasured, students.notMeasured, { fill: `url(#${hatch})` }),
        s("line", { class: "zero", x1: at(zero), x2: at(zero), y1: 0, y2: height }),
        number(`↓ ${count(declined)}`, zero - declined * unit, -5, "end", "count"),
        number(`↑ ${count(improved)}`, zero + improved * unit, 5, "start", "count"),
        number(`= ${count(students.unchanged)}`, unchanged + students.unchanged * unit, 5, "start", "count"),
        students.notMeasured > 0 &&
          number(count(students.notMeasured), notMeasured + students.notMeasured * unit, 5, "start", "count"),
      ),
    );
  };

  const swatch = (className: string, text: string): Element =>
    h("li", {}, h("span", { class: `swatch ${className}` }), text);
  return h(
    "figure",
    { class: "chart outcome-chart" },
    h(
      "ul",
      { class: "legend", "aria-hidden": "true" },
      swatch("down", "↓ declined"),
      swatch("up", "↑ improved"),
      swatch("same", "= unchanged"),
      most("notMeasured") > 0 && swatch("not-measured", "not measured"),
      rows.some((each) => each.students.both > 0) && swatch("both", "outlined: in both, once on each side"),
    ),
    h("div", { role: "img", "aria-label": outcomeLabel(rows, started) }, rows.map(row)),
    h(
      "figcaption",
      {},
      `${blocks ? "Every block is one student" : "Bars are students, one scale for all rows"}; ${plural(started, "student")} started.`,
    ),
  );
}
