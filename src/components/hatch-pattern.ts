import type { Builder } from "./dom.js";

/** Lines across a shape, so that it differs from a filled one without colour; the class gives their colour. */
export function hatchPattern({ s }: Builder, id: string, lines = "hatch"): Element {
  return s(
    "defs",
    {},
    s(
      "pattern",
      { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      s("line", { class: lines, x1: 0, x2: 0, y1: 0, y2: 6 }),
    ),
  );
}
