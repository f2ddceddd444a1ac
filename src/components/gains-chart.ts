import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import type { Change } from "../../loaders/evaluation/record.ts";
import { builder, card, type Options, quiet } from "./dom.js";
import { count, DESCRIBE_BELOW, decimal, interval, NOT_KNOWN, pValue, sampleSize, signed } from "./format.js";
import { outcomeRows } from "./outcome-chart.js";
import { isPrimary, primaryLabel } from "./primary.js";
import { at, linear } from "./scale.js";
import { stepAxis } from "./step-axis.js";
import { type Cell, numberCell, type TableSpec, tableDetails } from "./table.js";
import { whisker } from "./whisker.js";

interface GainRow {
  label: string;
  change: Change;
  /** null where the outcome is a mean over criteria: no count of reviews belongs to it. */
  reviews: number | null;
  kind: "primary" | "criterion" | "predictions";
}

function gainRows(page: ImpactPage): GainRow[] {
  const { primary } = page.record;
  return [
    { label: primaryLabel(page), change: primary.change, reviews: null, kind: "primary" },
    ...outcomeRows(page)
      .filter((row) => !isPrimary(page, row.id))
      .map(
        (row): GainRow => ({
          label: row.label,
          change: row.change,
          reviews: row.pairs.measured,
          kind: row.id === "predictions" ? "predictions" : "criterion",
        }),
      ),
  ];
}

/** The mean gain of each outcome with its interval, the primary outcome first, beside the gain expected anyway. */
export function gainsCard(page: ImpactPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const rows = gainRows(page);
  const shown = rows.some((row) => row.change.n >= DESCRIBE_BELOW);
  return card(
    b,
    "Change in grade steps, with 95% intervals",
    { class: "gains" },
    shown
      ? [gainsChart(rows, options), tableDetails(b, gainsTable(rows))]
      : quiet(
          b,
          `Fewer than ${DESCRIBE_BELOW} students were measured: this page gives counts, not averages or intervals.`,
        ),
  );
}

function gainsTable(rows: readonly GainRow[]): TableSpec {
  const described = (change: Change): boolean => change.n < DESCRIBE_BELOW;
  const cell = (change: Change, value: number | null, format: (value: number) => string): Cell =>
    described(change) ? "counts only" : numberCell(value, format);
  return {
    caption: "Mean change of each outcome: one number a student, one step a grade, higher is better",
    filename: "gains",
    columns: [
      { label: "Outcome" },
      { label: "Students", numeric: true },
      { label: "Subject reviews", numeric: true },
      { label: "Mean before", numeric: true },
      { label: "Mean after", numeric: true },
      { label: "Change", numeric: true },
      { label: "95% interval, from", numeric: true },
      { label: "to", numeric: true },
      { label: "Exact p", numeric: true },
      { label: "p, Holm-adjusted", numeric: true },
      { label: "In SD of before (g)", numeric: true },
      { label: "At the top before", numeric: true },
      { label: "At the bottom before", numeric: true },
    ],
    rows: rows.map(({ label, change, reviews, kind }) => [
      label,
      numberCell(change.n, count),
      reviews === null ? "–" : numberCell(reviews, count),
      cell(change, change.meanBefore, decimal),
      cell(change, change.meanAfter, decimal),
      cell(change, change.mean, signed),
      cell(change, change.ci95?.[0] ?? null, signed),
      cell(change, change.ci95?.[1] ?? null, signed),
      // An unadjusted p of a secondary outcome never stands without the adjusted one.
      kind === "criterion" && change.pHolm === null ? NOT_KNOWN : cell(change, change.pExact, pValue),
      kind === "criterion" ? cell(change, change.pHolm, pValue) : "not adjusted",
      cell(change, change.gPre, signed),
      cell(
        change,
        change.atCeilingBefore,
        (value) => `${count(Math.round(value * change.n))} of ${count(change.n)}`,
      ),
      cell(
        change,
        change.atFloorBefore,
        (value) => `${count(Math.round(value * change.n))} of ${count(change.n)}`,
      ),
    ]),
    notes: [
      "Means count grade steps from 1, the lowest grade. p: exact signed-rank test on students. Holm-adjusted: over the criteria. At the top or bottom before: could not move further up or down.",
      ...new Set(rows.flatMap(({ label, change }) => (change.why ? [`${label}: ${change.why}`] : []))),
    ],
  };
}

/** Dots with whiskers on one scale through no change. */
function gainsChart(rows: readonly GainRow[], options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h, s } = b;
  const drawn = rows.filter(({ change }) => change.n >= DESCRIBE_BELOW && change.mean !== null);
  const ends = drawn.flatMap(({ change }) => [change.mean!, ...(change.ci95 ?? [])]);
  const low = Math.min(-0.25, ...ends);
  const high = Math.max(0.25, ...ends);
  const pad = (high - low) * 0.04;
  const x = linear([low - pad, high + pad], [2, 98]);
  const marks = x.ticks(5);
  const height = 28;
  const grid = (to: number): Element[] =>
    marks.map((tick) =>
      s("line", { class: tick === 0 ? "zero" : "grid", x1: at(x(tick)), x2: at(x(tick)), y1: 0, y2: to }),
    );
  const words = ({ change }: GainRow): string => {
    if (change.n < DESCRIBE_BELOW) return "counts only";
    if (change.mean === null) return NOT_KNOWN;
    return change.ci95
      ? `${signed(change.mean)} (${interval(change.ci95)})`
      : `${signed(change.mean)} (interval not known)`;
  };
  const row = (each: GainRow): Element => {
    const { change } = each;
    const dot = change.n >= DESCRIBE_BELOW && change.mean !== null;
    return h(
      "div",
      { class: `row ${each.kind === "predictions" ? "apart" : each.kind}` },
      h("span", { class: "row-label" }, each.label),
      s(
        "svg",
        { width: "100%", height },
        grid(height),
        dot && whisker(b, change, x, height / 2, each.kind === "primary" ? 6 : 5),
      ),
      h("span", { class: "row-value" }, words(each)),
      h("span", { class: "row-n" }, sampleSize(change.n, each.reviews)),
    );
  };
  const label = rows
    .map((each) => `${each.label}: ${words(each)}, ${sampleSize(each.change.n, each.reviews)}.`)
    .join(" ");
  return h(
    "figure",
    { class: "chart gains-chart" },
    h(
      "div",
      { role: "img", "aria-label": `Mean change in grade steps with 95% interval. ${label}` },
      rows.map(row),
      stepAxis(b, marks, x),
    ),
    h(
      "figcaption",
      {},
      "One step is one grade; right of 0 is higher. The first row is the primary outcome, named before the data were opened.",
    ),
  );
}
