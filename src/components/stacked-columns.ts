import type { Builder } from "./dom.js";
import { count } from "./format.js";
import { type Look, pieces } from "./piece.js";
import { at, linear } from "./scale.js";

interface Columns {
  /** The whole picture in words. */
  label: string;
  /** From the bottom of each column up. */
  looks: readonly Look[];
  /** One a column: the size of each part, in the order of the looks. */
  columns: readonly (readonly number[])[];
  /** Under the columns, by the place of each among them; a second line is for years. */
  ticks: readonly { place: number; text: string; below?: string }[];
  /** Shaded behind the columns, from and to in columns, with a mark above. */
  bands?: readonly { from: number; to: number; mark: string }[];
}

const PLOT = 176;

/** Columns of parts that stand on one another, over a scale of whole numbers. */
export function stackedColumns(b: Builder, { label, looks, columns, ticks, bands = [] }: Columns): Element {
  const { s } = b;
  const top = bands.length > 0 ? 24 : 8;
  const floor = top + PLOT;
  const most = Math.max(1, ...columns.map((parts) => parts.reduce((sum, part) => sum + part, 0)));
  const x = linear([0, columns.length], [6, 100]);
  const y = linear([0, most], [floor, top]);
  const gap = (x(1) - x(0)) * 0.12;
  const { defs, piece } = pieces(b, looks);
  const stack = (parts: readonly number[], place: number): Element[] => {
    let below = 0;
    return parts.flatMap((part, i) => {
      if (part === 0) return [];
      const [from, to] = [y(below), y(below + part)];
      below += part;
      return [
        piece(looks[i]!, {
          x: at(x(place) + gap),
          width: at(x(1) - x(0) - 2 * gap),
          y: to + 1,
          height: Math.max(1, from - to - 2),
        }),
      ];
    });
  };
  return s(
    "svg",
    {
      role: "img",
      width: "100%",
      height: floor + (ticks.some(({ below }) => below !== undefined) ? 36 : 22),
      "aria-label": label,
    },
    defs,
    bands.map(({ from, to, mark }) => [
      s("rect", { class: "closed", x: at(x(from)), width: at(x(to) - x(from)), y: top, height: PLOT }),
      s("text", { class: "mark", x: at(x((from + to) / 2)), y: top - 8, "text-anchor": "middle" }, mark),
    ]),
    y
      .ticks(4)
      .filter(Number.isInteger)
      .map((tick) => [
        s("line", { class: "grid", x1: at(x(0)), x2: "100%", y1: y(tick), y2: y(tick) }),
        s("text", { x: at(x(0)), dx: -6, y: y(tick) + 4, "text-anchor": "end" }, count(tick)),
      ]),
    columns.map(stack),
    ticks.map(({ place, text, below }) => {
      const under = (words: string, y: number) =>
        s("text", { x: at(x(place + 0.5)), y, "text-anchor": "middle" }, words);
      return [under(text, floor + 18), below !== undefined && under(below, floor + 33)];
    }),
  );
}
