import type { PairedShares, Share } from "../../loaders/evaluation/record.ts";
import type { Builder } from "./dom.js";
import { NOT_KNOWN, PERCENT_FROM, share, yearGroup } from "./format.js";
import { at, linear } from "./scale.js";

/** Shares before and after with their intervals: mentees above everyone in the same year groups, on one scale. */
export function pairedSharesFigure(
  { h, s }: Builder,
  { mentees, everyone }: PairedShares,
  yearGroups: readonly string[],
  what: string,
): HTMLElement {
  const groups = [
    { label: "Mentees", before: mentees.before, after: mentees.after },
    { label: "Everyone", before: everyone.before, after: everyone.after },
  ];
  const years = yearGroups.map(yearGroup).join(", ");
  const percentages = groups.every((group) => Math.min(group.before.n, group.after.n) >= PERCENT_FROM);
  const x = linear([0, 1], [2, 97]);
  const marks: [number, string][] = percentages
    ? [0, 0.5, 1].map((tick) => [tick, `${tick * 100}%`])
    : [
        [0, "none"],
        [0.5, "half"],
        [1, "all"],
      ];
  const line = (when: "before" | "after", value: Share): Element =>
    h(
      "div",
      { class: `row ${when}` },
      h("span", { class: "row-label" }, when === "before" ? "Before" : "After"),
      s(
        "svg",
        { width: "100%", height: 24 },
        marks.map(([tick]) => s("line", { class: "grid", x1: at(x(tick)), x2: at(x(tick)), y1: 0, y2: 24 })),
        value.n > 0 &&
          value.ci95 &&
          s("line", { class: "whisker", x1: at(x(value.ci95[0])), x2: at(x(value.ci95[1])), y1: 12, y2: 12 }),
        value.n > 0 && s("circle", { class: "dot", cx: at(x(value.k / value.n)), cy: 12, r: 6 }),
      ),
      h("span", { class: "row-value" }, value.n > 0 ? share(value.k, value.n) : NOT_KNOWN),
    );
  const label = groups
    .map(
      (group) =>
        `${group.label}: ${share(group.before.k, group.before.n)} before, ${share(group.after.k, group.after.n)} after.`,
    )
    .join(" ");
  return h(
    "figure",
    { class: "chart share-chart" },
    h(
      "div",
      { role: "img", "aria-label": `${what}. ${label}` },
      groups.map((group) => [
        h("p", { class: "group-label" }, `${group.label}, ${years}`),
        line("before", group.before),
        line("after", group.after),
      ]),
      h(
        "div",
        { class: "row axis" },
        s(
          "svg",
          { width: "100%", height: 20 },
          marks.map(([tick, text], i) =>
            s(
              "text",
              {
                x: at(x(tick)),
                y: 14,
                "text-anchor": i === 0 ? "start" : i === marks.length - 1 ? "end" : "middle",
              },
              text,
            ),
          ),
        ),
      ),
    ),
    h(
      "figcaption",
      {},
      "Dots are shares; lines are 95% intervals where they are known. Everyone includes the mentees.",
    ),
  );
}
