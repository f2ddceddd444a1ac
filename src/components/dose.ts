import type { DeliveryPage } from "../../loaders/editions/delivery.ts";
import { type Builder, builder, card, type Options, quiet } from "./dom.js";
import { count, DESCRIBE_BELOW, plural, signed } from "./format.js";
import { at, linear } from "./scale.js";
import { numberCell, tableDetails } from "./table.js";

const HEIGHT = 220;

/** Meetings held and weeks beside the change of the primary outcome, one dot a measured mentee, with the caution in words. */
export function doseCard(page: DeliveryPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const { points, sentences, outcome } = page.dose;
  const title = "Meetings, weeks and change";
  if (points.length < DESCRIBE_BELOW) {
    return card(
      b,
      title,
      {},
      quiet(
        b,
        `${plural(points.length, "student")} measured. Below ${DESCRIBE_BELOW} this page gives counts, and does not set meetings and weeks beside the change.`,
      ),
    );
  }
  const held = points.flatMap((point) =>
    point.held === null ? [] : [{ dose: point.held, gain: point.gain }],
  );
  return card(
    b,
    title,
    { class: "dose" },
    h(
      "ul",
      {},
      sentences.map((sentence) => h("li", {}, sentence)),
    ),
    h(
      "div",
      { class: "beside" },
      held.length > 0 && scatter(b, "Meetings held", outcome, held),
      scatter(
        b,
        "Weeks on the programme",
        outcome,
        points.map(({ weeks, gain }) => ({ dose: weeks, gain })),
      ),
    ),
    tableDetails(b, {
      caption: `Meetings held, weeks and change of each measured mentee: ${outcome}, in grade steps`,
      filename: "dose",
      screenOnly: true,
      columns: [
        ...(held.length > 0 ? [{ label: "Meetings held", numeric: true }] : []),
        { label: "Weeks on the programme", numeric: true },
        { label: "Change", numeric: true },
      ],
      rows: points.map(({ held: meetings, weeks, gain }) => [
        ...(meetings === null ? [] : [numberCell(meetings, count)]),
        numberCell(weeks, count),
        numberCell(gain, signed),
      ]),
      notes: ["One row a student, in the order of meetings and weeks, without a name."],
    }),
  );
}

/** Dots that lie on one another look darker. */
function scatter(
  { h, s }: Builder,
  label: string,
  outcome: string,
  points: readonly { dose: number; gain: number }[],
): HTMLElement {
  const doses = points.map(({ dose }) => dose);
  const gains = points.map(({ gain }) => gain);
  const x = linear([0, Math.max(1, ...doses)], [12, 96]);
  const y = linear([Math.min(-0.25, ...gains), Math.max(0.25, ...gains)], [HEIGHT - 40, 12]);
  const ticks = y.ticks(5);
  return h(
    "figure",
    { class: "chart" },
    h("h3", {}, `${label} and change`),
    s(
      "svg",
      {
        role: "img",
        width: "100%",
        height: HEIGHT,
        "aria-label": `${label} and change of ${outcome} in grade steps, of ${plural(points.length, "student")}. ${points.map(({ dose, gain }) => `${count(dose)}: ${signed(gain)}`).join(", ")}.`,
      },
      ticks.map((tick) => [
        s("line", {
          class: tick === 0 ? "zero" : "grid",
          x1: "12%",
          x2: "100%",
          y1: y(tick),
          y2: y(tick),
        }),
        s(
          "text",
          { x: "12%", dx: -6, y: y(tick) + 4, "text-anchor": "end" },
          tick === 0 ? "0" : signed(tick).replace(/\.?0+$/, ""),
        ),
      ]),
      x
        .ticks(6)
        .filter(Number.isInteger)
        .map((tick) => s("text", { x: at(x(tick)), y: HEIGHT - 20, "text-anchor": "middle" }, count(tick))),
      s("text", { x: "54%", y: HEIGHT - 4, "text-anchor": "middle" }, label),
      points.map(({ dose, gain }) =>
        s("circle", { class: "student-dot", cx: at(x(dose)), cy: y(gain), r: 5 }),
      ),
    ),
    h("figcaption", {}, `Up: ${outcome} rose, in grade steps. One dot a student.`),
  );
}
