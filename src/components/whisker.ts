import type { Change } from "../../loaders/evaluation/record.ts";
import type { Builder } from "./dom.js";
import { at, type Position } from "./scale.js";

/** A dot at a mean, and a line over its interval where there is one. */
export function whisker(
  { s }: Builder,
  { mean, ci95 }: Pick<Change, "mean" | "ci95">,
  x: Position,
  y: number,
  radius: number,
): Element[] {
  if (mean === null) return [];
  const dot = s("circle", { class: "dot", cx: at(x(mean)), cy: y, r: radius });
  if (!ci95) return [dot];
  return [s("line", { class: "whisker", x1: at(x(ci95[0])), x2: at(x(ci95[1])), y1: y, y2: y }), dot];
}
