import type { MeanChange } from "../../loaders/evaluation/attainment/record.ts";
import type { Builder } from "./dom.js";
import { count, DESCRIBE_BELOW, decimal, interval, NOT_KNOWN, plural, signed } from "./format.js";
import { at, linear } from "./scale.js";
import { stepAxis } from "./step-axis.js";
import { type Cell, numberCell, type TableSpec } from "./table.js";
import { whisker } from "./whisker.js";

/** A group of students with one number each, before and after. */
export interface ChangeRow {
  label: string;
  change: MeanChange;
}

const isShown = ({ change }: ChangeRow): boolean => change.n >= DESCRIBE_BELOW && change.mean !== null;

function words({ change }: ChangeRow): string {
  if (change.n < DESCRIBE_BELOW)
    return change.n === 0 ? NOT_KNOWN : `${count(change.rose)} rose, ${count(change.fell)} fell`;
  return change.ci95 ? `${signed(change.mean)} (${interval(change.ci95)})` : signed(change.mean);
}

const fromTo = (each: ChangeRow): string =>
  isShown(each) ? `from ${decimal(each.change.meanBefore)} to ${decimal(each.change.meanAfter)}, ` : "";

/** Mean changes with intervals on one scale through no change, each with its means before and after. */
export function meanChangeFigure(
  b: Builder,
  what: string,
  unit: string,
  rows: readonly ChangeRow[],
): HTMLElement {
  const { h, s } = b;
  const ends = rows.filter(isShown).flatMap(({ change }) => [change.mean!, ...(change.ci95 ?? [])]);
  const [low, high] = [Math.min(-0.1, ...ends), Math.max(0.1, ...ends)];
  const pad = (high - low) * 0.04;
  const x = linear([low - pad, high + pad], [2, 98]);
  const marks = x.ticks(5);
  const height = 28;
  return h(
    "figure",
    { class: "chart gains-chart" },
    h(
      "div",
      {
        role: "img",
        "aria-label": `${what}, change in ${unit} with 95% interval. ${rows.map((each) => `${each.label}: ${words(each)}, ${fromTo(each)}${plural(each.change.n, "student")}.`).join(" ")}`,
      },
      rows.map((each) =>
        h(
          "div",
          { class: "row" },
          h("span", { class: "row-label" }, each.label),
          s(
            "svg",
            { width: "100%", height },
            marks.map((tick) =>
              s("line", {
                class: tick === 0 ? "zero" : "grid",
                x1: at(x(tick)),
                x2: at(x(tick)),
                y1: 0,
                y2: height,
              }),
            ),
            isShown(each) && whisker(b, each.change, x, height / 2, 5),
          ),
          h("span", { class: "row-value" }, words(each)),
          h("span", { class: "row-n" }, `${fromTo(each)}${plural(each.change.n, "student")}`),
        ),
      ),
      stepAxis(b, marks, x),
    ),
    h("figcaption", {}, `Change in ${unit}, 95% intervals; right of 0 is higher.`),
  );
}

/** The numbers behind such figures, a row each. */
export function meanChangeTable(
  caption: string,
  filename: string,
  rows: readonly ChangeRow[],
  notes: readonly string[],
): TableSpec {
  const averaged = ({ change }: ChangeRow, value: number | null, format: (value: number) => string): Cell =>
    change.n < DESCRIBE_BELOW ? "counts only" : numberCell(value, format);
  return {
    caption,
    filename,
    columns: [
      { label: "Group" },
      { label: "Students", numeric: true },
      { label: "Mean before", numeric: true },
      { label: "Mean after", numeric: true },
      { label: "Change", numeric: true },
      { label: "95% interval, from", numeric: true },
      { label: "to", numeric: true },
      { label: "Rose", numeric: true },
      { label: "Same", numeric: true },
      { label: "Fell", numeric: true },
    ],
    rows: rows.map((each) => {
      const { change } = each;
      return [
        each.label,
        numberCell(change.n, count),
        averaged(each, change.meanBefore, decimal),
        averaged(each, change.meanAfter, decimal),
        averaged(each, change.mean, signed),
        averaged(each, change.ci95?.[0] ?? null, signed),
        averaged(each, change.ci95?.[1] ?? null, signed),
        numberCell(change.rose, count),
        numberCell(change.same, count),
        numberCell(change.fell, count),
      ];
    }),
    notes: [...notes],
  };
}
