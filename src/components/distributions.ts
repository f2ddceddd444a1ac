import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import { type Builder, builder, card, type Options } from "./dom.js";
import { count, DESCRIBE_BELOW, decimal, plural } from "./format.js";
import { at, linear, type Position } from "./scale.js";
import { type Cell, numberCell, tableDetails } from "./table.js";

type Distribution = ImpactPage["distributions"][number];

/** Students by grade, in half grades: a mean over subjects may lie between two grades. */
export function halfGrades(ranks: readonly number[]): Map<number, number> {
  const bins = new Map<number, number>();
  for (const rank of ranks) {
    const bin = Math.round(rank * 2) / 2;
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  return new Map([...bins].sort((a, b) => a[0] - b[0]));
}

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
  const drawn = page.distributions.filter((each) => each.points.length > 0);
  if (drawn.length === 0) return b.nothing();
  const binned = drawn.map((each) => ({
    each,
    grades: gradesOf(page, each.outcome),
    before: halfGrades(each.points.map((point) => point.before)),
    after: halfGrades(each.points.map((point) => point.after)),
  }));
  const most = Math.max(...binned.flatMap(({ before, after }) => [...before.values(), ...after.values()]));
  return card(
    b,
    "Before and after: students by mean grade",
    { class: "distributions" },
    b.h(
      "div",
      { class: "multiples" },
      binned.map(({ each, grades, before, after }) =>
        distributionChart(b, each, grades, before, after, most),
      ),
    ),
    b.h(
      "p",
      { class: "note" },
      "Each student once: the mean grade over the subjects measured, to the nearest half grade. The worst grade is on the left. The line marks the mean of the students.",
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
      rows: binned.flatMap(({ each, grades, before, after }) =>
        [...new Set([...before.keys(), ...after.keys()])]
          .sort((a, c) => a - c)
          .map((bin): Cell[] => [
            each.label,
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
  each: Distribution,
  grades: string[] | null,
  before: Map<number, number>,
  after: Map<number, number>,
  most: number,
): HTMLElement {
  const { h, s } = b;
  const ranks = [...before.keys(), ...after.keys()];
  const best = grades?.length ?? Math.ceil(Math.max(...ranks));
  const x = linear([1, Math.max(best, 2)], [8, 92]);
  const width = (84 / (Math.max(best, 2) - 1) / 2) * 0.82;
  const means = [mean(each.points.map((p) => p.before)), mean(each.points.map((p) => p.after))] as const;
  const described = each.points.length < DESCRIBE_BELOW;
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
      h("strong", {}, each.label),
      " ",
      described
        ? plural(each.points.length, "student")
        : `mean step ${decimal(means[0])} before, ${decimal(means[1])} after; n = ${plural(each.points.length, "student")}`,
    ),
    s(
      "svg",
      {
        role: "img",
        width: "100%",
        height: 150,
        "aria-label": `${each.label}, ${plural(each.points.length, "student")}. Before: ${words(before)}. After: ${words(after)}.`,
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

/** Every grade where the names are short; else the worst and the best, which do not collide. */
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
  if (names.every((name) => name.length <= 3)) return names.map((name, i) => text(name, i, "middle"));
  return [text(names[0]!, 0, "start"), text(names.at(-1)!, names.length - 1, "end")];
}
