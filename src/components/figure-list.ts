import type { Builder } from "./dom.js";
import { count } from "./format.js";

/** A label, its count, and what is counted. */
export type Figure = [label: string, value: number, note: string];

/** A row of large counts, each with its label and note. */
export function figureList({ h }: Builder, figures: readonly Figure[]): HTMLElement {
  return h(
    "dl",
    {},
    figures.map(([label, value, note]) =>
      h(
        "div",
        {},
        h("dt", {}, label),
        h("dd", { class: "value" }, count(value)),
        h("dd", { class: "note" }, note),
      ),
    ),
  );
}
