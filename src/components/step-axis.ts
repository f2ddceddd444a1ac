import type { Builder } from "./dom.js";
import { signed } from "./format.js";
import { at, type Position } from "./scale.js";

/** The axis under a chart of changes: its marks as signed steps without trailing zeros. */
export function stepAxis({ h, s }: Builder, marks: readonly number[], x: Position): HTMLElement {
  return h(
    "div",
    { class: "row axis" },
    s(
      "svg",
      { width: "100%", height: 20 },
      marks.map((tick) =>
        s(
          "text",
          { x: at(x(tick)), y: 14, "text-anchor": "middle" },
          tick === 0 ? "0" : signed(tick).replace(/\.?0+$/, ""),
        ),
      ),
    ),
  );
}
