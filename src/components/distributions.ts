import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import { type Builder, builder, card, type Options } from "./dom.js";
import { count, DESCRIBE_BELOW, decimal, plural, signed } from "./format.js";
import { isPrimary, primaryLabel } from "./primary.js";
import { at, linear, type Position } from "./scale.js";
import { type Cell, numberCell, tableDetails } from "./table.js";

interface Chart {
  label: string;
  points: ImpactPage["distributions"][number]["points"];
  /** From the worst to the best; null where there is no one scale. */
  grades: string[] | null;
  /** Width of a bar, in grades. */
  step: number;
  before: Map<number, number>;
  after: Map<number, number>;
}

/** Students by grade, to the nearest half grade (a mean over subjects may lie between two) or another step. */
function binned(ranks: readonly number[], step: number): Map<number, number> {
  const bins = new Map<number, number>();
  for (const rank of ranks) {
    const bin = Math.round(rank / step) * step;
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  return new Map([...bins].sort((a, b) => a[0] - b[0]));
}

/** Half grades where there is room for them: a scale of marks is drawn in whole ones. */
const stepOf = (grades: string[] | null): number => (grades && grades.length > 9 ? 1 : 0.5);

/** Grades from the worst to the best; null where the outcome has no one scale. */
function gradesOf(page: ImpactPage, outcome: string): string[] | null {
  const scale = page.scales.find((each) => each.criterion === outcome);
  if (scale) return [...scale.bestFirst].reverse();
  if (outcome !== "criteria-mean" && outcome !== page.record.primary.outcome) return null;
  const criteria = page.scales.filter((each) => each.criterion !== "predictions");
  const first = criteria[0]?.bestFirst;
  return first && criteria.every((each) => each.bestFirst.join("\n") === first.join("\n"))
    ? [...first].reverse()
    : null;
}

function gradeName(rank: number, grades: string[] | null): string {
  if (!grades) return `Step ${decimal(rank).replace(/\.?0+$/, "")}`;
  const below = grades[Math.floor(rank) - 1] ?? "?";
  return Number.isInteger(rank) ? below : `${below} to ${grades[Math.floor(rank)] ?? "?"}`;
}

/** Before and after, one small chart an outcome, all on one scale of students. */
export function distributionsCard(page: ImpactPage, options: Options = {}): Node {
  const b = builder(options);
  const { outcome: primary } = page.record.primary;
  const drawn = page.distributions.filter(
    (each) => each.points.length > 0 && (each.outcome === primary || !isPrimary(page, each.outcome)),
  );
  if (drawn.length === 0) return b.nothing();
  const charts = drawn.map((each): Chart => {
    const grades = gradesOf(page, each.outcome);
    const step = stepOf(grades);
    return {
      label: each.outcome === primary ? primaryLabel(page) : each.label,
      points: each.points,
      grades,
      step,
      before: binned(
        each.points.map((point) => point.before),
        step,
      ),
      after: binned(
        each.points.map((point) => point.after),
        step,
      ),
    };
  });
  const most = Math.max(...charts.flatMap(({ before, after }) => [...before.values(), ...after.values()]));
  return card(
    b,
    "Before and after: students by mean grade",
    { class: "distributions" },
    b.h(
      "div",
      { class: "multiples" },
      charts.map((chart) => distributionChart(b, chart, most)),
    ),
    b.h(
      "p",
      { class: "note" },
      [
        "Each student once: the mean grade over the subjects measured, to the nearest half or whole grade. The lowest grade is on the left. The mark under the bars is the mean of the students.",
        charts.some((chart) => chart.grades === null) &&
          "Where grades are on more than one scale, steps are counted up from the lowest grade.",
      ]
        .filter(Boolean)
        .join(" "),
    ),
    tableDetails(b, {
      caption: "Students by mean grade before and after",
      filename: "before-and-after",
      screenOnly: true,
      columns: [
        { label: "Outcome" },
        { label: "Mean grade" },
        { label: "Students before", numeric: true },
        { label: "Students after", numeric: true },
      ],
      rows: charts.flatMap(({ label, grades, before, after }) =>
        [...new Set([...before.keys(), ...after.keys()])]
          .sort((a, c) => a - c)
          .map((bin): Cell[] => [
            label,
            gradeName(bin, grades),
            numberCell(before.get(bin) ?? 0, count),
            numberCell(after.get(bin) ?? 0, count),
          ]),
      ),
    }),
  );
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function distributionChart(
  b: Builder,
  { label, points, grades, step, before, after }: Chart,
  most: number,
): HTMLElement {
  const { h, s } = b;
  const ranks = [...before.keys(), ...after.keys()];
  const best = grades?.length ?? Math.ceil(Math.max(...ranks));
  const x = linear([1, Math.max(best, 2)], [8, 92]);
  const width = (84 / (Math.max(best, 2) - 1)) * step * 0.82;
  const means = [mean(points.map((p) => p.before)), mean(points.map((p) => p.after))] as const;
  const described = points.length < DESCRIBE_BELOW;
  const students = plural(points.length, "student");
  const panel = (
    top: number,
    kind: "before" | "after",
    bins: Map<number, number>,
    average: number,
  ): Element =>
    s(
      "g",
      { class: kind },
      [...bins].map(([bin, n]) => {
        const size = (n / most) * 40;
        return [
          s("rect", { x: at(x(bin) - width / 2), width: at(width), y: top + 58 - size, height: size }),
          s("text", { class: "count", x: at(x(bin)), y: top + 54 - size, "text-anchor": "middle" }, count(n)),
        ];
      }),
      s("line", { class: "base", x1: "0%", x2: "100%", y1: top + 58, y2: top + 58 }),
      !described && meanLine(b, x, average, top),
      s("text", { class: "panel-label", x: 0, y: top + 12 }, kind === "before" ? "Before" : "After"),
    );
  const words = (bins: Map<number, number>): string =>
    [...bins].map(([bin, n]) => `${gradeName(bin, grades)}: ${count(n)}`).join(", ");
  const names = grades ?? Array.from({ length: best }, (_, i) => String(i + 1));
  return h(
    "figure",
    { class: "chart distribution" },
    h(
      "figcaption",
      {},
      h("strong", {}, label),
      " ",
      described ? students : `${students}, mean change ${signed(means[1] - means[0])}`,
    ),
    s(
      "svg",
      {
        role: "img",
        width: "100%",
        height: 150,
        "aria-label": `${label}, ${students}. Before: ${words(before)}. After: ${words(after)}.`,
      },
      panel(0, "before", before, means[0]),
      panel(64, "after", after, means[1]),
      axisNames(b, x, names),
    ),
  );
}

function meanLine(b: Builder, x: Position, average: number, top: number): Element {
  return b.s("line", { class: "mean", x1: at(x(average)), x2: at(x(average)), y1: top + 56, y2: top + 64 });
}

/** Every grade where there is room for it, every other where they are many; else the worst and the best. */
function axisNames(b: Builder, x: Position, names: string[]): Element[] {
  const text = (name: string, i: number, anchor: string): Element =>
    b.s(
      "text",
      {
        x: anchor === "middle" ? at(x(i + 1)) : anchor === "start" ? "0%" : "100%",
        y: 140,
        "text-anchor": anchor,
      },
      name,
    );
  const every = Math.ceil(names.length / 9);
  if (names.every((name) => name.length <= 3))
    return names.flatMap((name, i) => (i % every === 0 ? [text(name, i, "middle")] : []));
  return [text(names[0]!, 0, "start"), text(names.at(-1)!, names.length - 1, "end")];
}
