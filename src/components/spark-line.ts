import { builder, type Options } from "./dom.js";
import { at, linear } from "./scale.js";

export interface SparkLineData {
  /** Says in words what the line shows. */
  description: string;
  /** Values over time; at tells where between the start (0) and the end (1). */
  points: { at: number; value: number }[];
  /** The dashed line to reach. */
  target: number | null;
}

const HEIGHT = 20;

/** A small line of values over time, with the target as a dashed line; at least two steps of a grade are as high as it is. */
export function sparkLine(data: SparkLineData, options: Options = {}): SVGSVGElement {
  const { s } = builder(options);
  const values = data.points.map(({ value }) => value);
  const all = data.target === null ? values : [...values, data.target];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = Math.max(0, 2 - (high - low)) / 2;
  const y = linear([low - room, high + room], [HEIGHT - 5, 5]);
  const x = linear([0, 1], [6, 94]);
  const last = data.points.at(-1);
  return s(
    "svg",
    { class: "spark", width: "100%", height: HEIGHT, role: "img", "aria-label": data.description },
    data.target !== null &&
      s("line", { class: "target", x1: "0%", x2: "100%", y1: y(data.target), y2: y(data.target) }),
    data.points.slice(1).map((point, i) => {
      const before = data.points[i]!;
      return s("line", {
        class: "line",
        x1: at(x(before.at)),
        y1: y(before.value),
        x2: at(x(point.at)),
        y2: y(point.value),
      });
    }),
    last && s("circle", { class: "dot", cx: at(x(last.at)), cy: y(last.value), r: 3.5 }),
  );
}
