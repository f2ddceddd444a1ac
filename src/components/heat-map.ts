import { builder, type Options, uniqueId } from "./dom.js";

export interface HeatCell {
  /** The grade. */
  text: string;
  /** Its place on the scale, 0 for the worst grade and 1 for the best; null where none can be given. */
  level: number | null;
  /** Up (+) or down (-) since the one before. */
  direction: number | null;
  /** A letter that outlines the cell, and what it stands for. */
  mark: { letter: string; words: string } | null;
}

export interface HeatMapData {
  title: string;
  rowHeader: string;
  /** Two short lines each, such as day and month, and the words that they stand for. */
  columns: { lines: readonly [string, string]; words: string; onPaper: boolean }[];
  rows: { label: string; cells: (HeatCell | null)[] }[];
}

const SHADES = 6;

/** Letters of a row's label that paper has room for in one line. */
const LABEL = 20;

/** A table of grades, shaded by their place on the scale: each cell states its grade, so nothing hangs on the shade. */
export function heatMap(data: HeatMapData, options: Options = {}): HTMLElement {
  const { h } = builder(options);
  const id = uniqueId("heat");
  const paper = (i: number): string | null => (data.columns[i]!.onPaper ? null : "screen");
  return h(
    "div",
    { class: "heat-map scroll", role: "region", tabindex: 0, "aria-labelledby": id },
    h(
      "table",
      {},
      h("caption", { id }, h("span", {}, data.title)),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, h("span", { class: "hidden" }, data.rowHeader)),
          data.columns.map(({ lines, words }, i) =>
            h(
              "th",
              { scope: "col", class: paper(i) },
              h("span", { "aria-hidden": "true" }, lines[0]),
              h("span", { "aria-hidden": "true" }, lines[1]),
              h("span", { class: "hidden" }, words),
            ),
          ),
        ),
      ),
      h(
        "tbody",
        {},
        data.rows.map(({ label, cells }) =>
          h(
            "tr",
            {},
            h(
              "th",
              { scope: "row" },
              label.length <= LABEL
                ? label
                : [
                    h("span", { class: "screen" }, label),
                    h(
                      "span",
                      { class: "paper-only", "aria-hidden": "true" },
                      `${label.slice(0, LABEL - 1).trimEnd()}…`,
                    ),
                  ],
            ),
            cells.map((cell, i) => {
              if (!cell) return h("td", { class: paper(i) }, h("span", { class: "hidden" }, "no grade"));
              const { text, level, direction, mark } = cell;
              const shade = level === null ? null : `heat-${Math.round(level * SHADES)}`;
              const classes = [shade, mark && "marked", paper(i)].filter((name) => name);
              return h(
                "td",
                { class: classes.join(" ") || null },
                text,
                direction !== null &&
                  direction !== 0 && [
                    h("span", { class: "arrow", "aria-hidden": "true" }, direction > 0 ? "↑" : "↓"),
                    h("span", { class: "hidden" }, direction > 0 ? " up" : " down"),
                  ],
                mark && [
                  h("sup", { "aria-hidden": "true" }, mark.letter),
                  h("span", { class: "hidden" }, ` ${mark.words}`),
                ],
              );
            }),
          ),
        ),
      ),
    ),
  );
}
