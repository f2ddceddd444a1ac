import type { Builder } from "./dom.js";
import { at } from "./scale.js";

/** A row of a standing chart: how many are below, level and above. */
export interface StandingRow {
  label: string;
  value: string;
  below: number;
  level: number;
  above: number;
}

/** Names of the three parts, in their order. */
export type StandingNames = readonly [below: string, level: string, above: string];

/** Bars of full width in three parts: below, level, above. */
export function standingBars(
  { h, s }: Builder,
  what: string,
  names: StandingNames,
  groups: readonly { label: string | null; rows: readonly StandingRow[] }[],
  caption: string,
): HTMLElement {
  const classes = ["down", "same", "up"];
  const bar = ({ below, level, above }: StandingRow): (Element | false)[] => {
    const n = below + level + above;
    const parts = [below, level, above];
    return parts.map((k, i) => {
      const start = parts.slice(0, i).reduce((sum, part) => sum + part, 0);
      return (
        k > 0 &&
        s("rect", {
          class: classes[i]!,
          x: at((100 * start) / n),
          width: at((100 * k) / n),
          y: 2,
          height: 16,
        })
      );
    });
  };
  const spoken = groups
    .flatMap(({ label, rows }) =>
      rows.map(
        (row) =>
          `${[label, row.label].filter(Boolean).join(", ")}: ${row.below} ${names[0]}, ${row.level} ${names[1]}, ${row.above} ${names[2]}.`,
      ),
    )
    .join(" ");
  return h(
    "figure",
    { class: "chart share-chart standing-chart" },
    h(
      "ul",
      { class: "legend", "aria-hidden": "true" },
      names.map((name, i) => h("li", {}, h("span", { class: `swatch ${classes[i]}` }), name)),
    ),
    h(
      "div",
      { role: "img", "aria-label": `${what}. ${spoken}` },
      groups.map(({ label, rows }) => [
        label !== null && h("p", { class: "group-label" }, label),
        rows.map((row) =>
          h(
            "div",
            { class: "row" },
            h("span", { class: "row-label" }, row.label),
            s("svg", { width: "100%", height: 20 }, bar(row)),
            h("span", { class: "row-value" }, row.value),
          ),
        ),
      ]),
    ),
    h("figcaption", {}, caption),
  );
}
