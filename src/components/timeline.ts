import { type Builder, builder, type Options } from "./dom.js";
import { at, linear, type Position } from "./scale.js";

/** Each has a shape of its own, so that nothing hangs on colour. */
export type TimelineSign = "good" | "bad" | "partly" | "aside" | "open" | "off" | "day";

/** One subject of the timeline, on a strip of its own under its label; the label states its numbers. */
export type TimelineLane = { label: string } & (
  | { events: { day: string; sign: TimelineSign }[] }
  /** A share (0 to 1) of each span of days; what lacks to 1 hangs from the top. */
  | { shares: { from: string; to: string; share: number }[] }
  /** What counts for (up) and against (down) in each span of days. */
  | { balance: { from: string; to: string; up: number; down: number }[] }
);

export interface TimelineData {
  /** What the picture shows, for those who do not see it; the lanes' labels follow it. */
  description: string;
  from: string;
  to: string;
  lanes: TimelineLane[];
  /** Shaded throughout, such as the time on the programme; the label stands at the top. */
  windows: { from: string; to: string }[];
  windowLabel: string | null;
  /** Lightly shaded, such as holidays. */
  closed: { from: string; to: string }[];
  /** Lines throughout, with a letter at the top. */
  lines: { day: string; letter: string }[];
}

const DAY = 86_400_000;
const HEAD = 32;
const LABEL = 18;
const ROW = 13;
const STRIP = 26;
const FOOT = 20;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const number = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;

/** Strips of events, shares and balances over one axis of time, each under the label that states its numbers. */
export function timeline(data: TimelineData, options: Options = {}): SVGSVGElement {
  const b = builder(options);
  const { s } = b;
  const [first, last] = [number(data.from), number(data.to)];
  const position = linear([first, Math.max(last + 1, first + 7)], [0, 100]);
  const laid = data.lanes.map((lane) => ({ lane, height: heightOf(lane) }));
  let y = HEAD;
  const strips = laid.map(({ lane, height }) => {
    const top = y;
    y += LABEL + height + 8;
    return { lane, top, height };
  });
  const bottom = y;
  const span = (from: string, to: string) => {
    const start = Math.max(first, number(from));
    const end = Math.min(last, number(to)) + 1;
    return end <= start ? null : { x: position(start), width: position(end) - position(start) };
  };
  const shade = (from: string, to: string, name: string) => {
    const place = span(from, to);
    return (
      place &&
      s("rect", {
        class: name,
        x: at(place.x),
        y: HEAD - 4,
        width: at(place.width),
        height: bottom - HEAD + 4,
      })
    );
  };
  return s(
    "svg",
    {
      class: "timeline",
      width: "100%",
      height: bottom + FOOT,
      style: `--height: ${bottom + FOOT}px`,
      role: "img",
      "aria-label": [data.description, ...data.lanes.map(({ label }) => `${label}.`)].join(" "),
    },
    data.closed.map(({ from, to }) => shade(from, to, "closed")),
    data.windows.map(({ from, to }) => shade(from, to, "window")),
    months(b, first, last, position, bottom),
    data.windowLabel !== null && s("text", { class: "window-label", x: 0, y: HEAD - 20 }, data.windowLabel),
    lineMarks(b, data, position, bottom, [first, last]),
    strips.map(({ lane, top, height }) => [
      s("text", { x: 0, y: top + 12, class: "lane" }, lane.label),
      strip(b, lane, position, top + LABEL, height, span),
    ]),
  );
}

function heightOf(lane: TimelineLane): number {
  if (("events" in lane ? lane.events : "shares" in lane ? lane.shares : lane.balance).length === 0) return 0;
  if ("events" in lane) return ROW * Math.max(1, ...stacked(lane.events).map(({ row }) => row + 1));
  return STRIP;
}

/** Events nearer than six days stand in rows above each other. */
function stacked<T extends { day: string }>(events: readonly T[]): (T & { row: number })[] {
  const ends: number[] = [];
  return [...events]
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map((event) => {
      const day = number(event.day);
      const free = ends.findIndex((end) => end <= day - 6);
      const row = free < 0 ? ends.length : free;
      ends[row] = day;
      return { ...event, row };
    });
}

type Span = (from: string, to: string) => { x: number; width: number } | null;

function strip(
  b: Builder,
  lane: TimelineLane,
  position: Position,
  top: number,
  height: number,
  span: Span,
): SVGElement[] {
  const { s } = b;
  if ("events" in lane) {
    return stacked(lane.events).map(({ day, sign: name, row }) =>
      s(
        "svg",
        { x: at(position(number(day) + 0.5)), y: top + ROW * row + ROW / 2, overflow: "visible" },
        sign(b, name),
      ),
    );
  }
  if ("shares" in lane) {
    return lane.shares.flatMap(({ from, to, share }) => {
      const place = span(from, to);
      if (!place) return [];
      const box = { x: at(place.x), width: at(place.width * 0.94) };
      return [
        s("rect", { class: "share", ...box, y: top, height }),
        s("rect", { class: "lack", ...box, y: top, height: height * (1 - share) }),
      ];
    });
  }
  const most = Math.max(1, ...lane.balance.flatMap(({ up, down }) => [up, down]));
  const middle = top + height / 2;
  const bars = lane.balance.flatMap(({ from, to, up, down }) => {
    const place = span(from, to);
    if (!place) return [];
    const box = { x: at(place.x), width: at(place.width * 0.8) };
    const size = (value: number) => (value / most) * (height / 2 - 1);
    return [
      s("rect", { class: "up", ...box, y: middle - size(up), height: size(up) }),
      s("rect", { class: "down", ...box, y: middle, height: size(down) }),
    ];
  });
  if (bars.length === 0) return [];
  return [...bars, s("line", { class: "base", x1: "0%", x2: "100%", y1: middle, y2: middle })];
}

/** The shape of an event, about its own middle. */
function sign({ s }: Builder, name: TimelineSign): SVGElement {
  if (name === "good") return s("circle", { class: "sign-good", r: 4.5 });
  if (name === "bad") return s("path", { class: "sign-bad", d: "M-4 -4L4 4M4 -4L-4 4" });
  if (name === "open") return s("circle", { class: "sign-open", r: 4 });
  if (name === "aside") return s("rect", { class: "sign-open", x: -3.5, y: -3.5, width: 7, height: 7 });
  if (name === "day") return s("path", { class: "sign-off", d: "M0 -5L0 5" });
  if (name === "off") return s("path", { class: "sign-off", d: "M-4 0L4 0" });
  return s(
    "g",
    {},
    s("circle", { class: "sign-open", r: 4 }),
    s("path", { class: "sign-good", d: "M0 -4A4 4 0 0 0 0 4Z" }),
  );
}

/** A sign by itself, for the words that explain it. */
export function timelineSign(name: TimelineSign, options: Options = {}): SVGSVGElement {
  const b = builder(options);
  return b.s(
    "svg",
    { class: "timeline sign", width: 12, height: 12, viewBox: "-6 -6 12 12", "aria-hidden": "true" },
    sign(b, name),
  );
}

function months(
  { s }: Builder,
  first: number,
  last: number,
  position: Position,
  bottom: number,
): SVGElement[] {
  const from = new Date(first * DAY);
  const marks: SVGElement[] = [];
  for (let month = from.getUTCMonth(); ; month += 1) {
    const day = Date.UTC(from.getUTCFullYear(), month, 1) / DAY;
    if (day > last) return marks;
    const x = at(position(Math.max(first, day)));
    marks.push(
      s("line", { class: "grid", x1: x, x2: x, y1: HEAD - 4, y2: bottom + 4 }),
      ...(last - day > 12
        ? [s("text", { x, dx: 2, y: bottom + 15, class: "month" }, MONTHS[month % 12]!)]
        : []),
    );
  }
}

/** A letter that would touch the one before it is left out; its line stays. */
function lineMarks(
  { s }: Builder,
  { lines }: TimelineData,
  position: Position,
  bottom: number,
  [first, last]: [number, number],
): SVGElement[] {
  let previous = -Infinity;
  return lines.flatMap(({ day, letter }) => {
    const middle = number(day) + 0.5;
    if (middle < first || middle > last + 1) return [];
    const x = position(middle);
    const near = x - previous < 4;
    if (!near) previous = x;
    return [
      s("line", { class: "mark", x1: at(x), x2: at(x), y1: HEAD - 2, y2: bottom }),
      ...(near
        ? []
        : [s("text", { class: "letter", x: at(x), y: HEAD - 6, "text-anchor": "middle" }, letter)]),
    ];
  });
}
