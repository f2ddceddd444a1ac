import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import type { Subgroups } from "../../loaders/evaluation/record.ts";
import { type Builder, builder, card, type Options } from "./dom.js";
import { count, DESCRIBE_BELOW, interval, NOT_KNOWN, plural, signed } from "./format.js";
import { at, linear, type Position } from "./scale.js";
import { type Cell, numberCell, type TableSpec, tableDetails } from "./table.js";
import { whisker } from "./whisker.js";

type Group = Subgroups["groups"][number];

/** The change within each declared subgroup, with intervals where a group is large enough; nothing where none is declared. */
export function subgroupsCard(page: ImpactPage, options: Options = {}): Node {
  const b = builder(options);
  const { subgroups } = page.record;
  if (subgroups.length === 0) return b.nothing();
  const ends = subgroups.flatMap(({ groups }) =>
    groups.flatMap((group) => (isShown(group) ? [group.mean!, ...(group.ci95 ?? [])] : [])),
  );
  const [low, high] = [Math.min(-0.25, ...ends), Math.max(0.25, ...ends)];
  const pad = (high - low) * 0.04;
  const x = linear([low - pad, high + pad], [2, 98]);
  return card(
    b,
    "Change by group, exploratory",
    { class: "subgroups" },
    b.h(
      "p",
      { class: "note" },
      `Of several groups one often stands out by luck alone, so no group is a finding by itself. Groups of fewer than ${DESCRIBE_BELOW} students are counted and not averaged.`,
    ),
    subgroups.map((each) => chart(b, each, x)),
    subgroups.some(({ by }) => by === "mentor") &&
      b.h(
        "p",
        { class: "note" },
        "Mentors stand in the order of the alphabet. Their students were not given to them by lot, so these figures do not measure a mentor.",
      ),
    b.h(
      "p",
      { class: "note" },
      "The upright line is no change; right of it is higher. Bars are 95% intervals.",
    ),
    tableDetails(b, table(subgroups)),
  );
}

const isShown = ({ n, mean }: Group): boolean => n >= DESCRIBE_BELOW && mean !== null;

function nameOf(by: string, value: string | null): string {
  if (value === null) return NOT_KNOWN;
  if (by === "sex") return value === "F" ? "Female" : value === "M" ? "Male" : value;
  return by === "year_group" ? `Year ${value}` : value;
}

function words(group: Group): string {
  if (group.n < DESCRIBE_BELOW) return `${count(group.up)} up, ${count(group.down)} down`;
  if (group.mean === null) return NOT_KNOWN;
  return group.ci95 ? `${signed(group.mean)} (${interval(group.ci95)})` : signed(group.mean);
}

function chart(b: Builder, { by, label, groups }: Subgroups, x: Position): HTMLElement {
  const { h, s } = b;
  const height = 28;
  return h(
    "figure",
    { class: "chart gains-chart" },
    h("h3", {}, label),
    h(
      "div",
      {
        role: "img",
        "aria-label": `${label}: mean change in grade steps. ${groups.map((group) => `${nameOf(by, group.value)}: ${words(group)}, ${plural(group.n, "student")}.`).join(" ")}`,
      },
      groups.map((group) =>
        h(
          "div",
          { class: "row" },
          h("span", { class: "row-label" }, nameOf(by, group.value)),
          s(
            "svg",
            { width: "100%", height },
            s("line", { class: "zero", x1: at(x(0)), x2: at(x(0)), y1: 0, y2: height }),
            isShown(group) && whisker(b, group, x, height / 2, 5),
          ),
          h("span", { class: "row-value" }, words(group)),
          h("span", { class: "row-n" }, plural(group.n, "student")),
        ),
      ),
    ),
  );
}

function table(subgroups: readonly Subgroups[]): TableSpec {
  const averaged = (group: Group, value: number | null): Cell =>
    group.n < DESCRIBE_BELOW ? "counts only" : numberCell(value, signed);
  return {
    caption: "Change of the primary outcome by group: one number a student, higher is better",
    filename: "groups",
    columns: [
      { label: "By" },
      { label: "Group" },
      { label: "Students", numeric: true },
      { label: "Up", numeric: true },
      { label: "Down", numeric: true },
      { label: "Same", numeric: true },
      { label: "Change", numeric: true },
      { label: "95% interval, from", numeric: true },
      { label: "to", numeric: true },
    ],
    rows: subgroups.flatMap(({ by, label, groups }) =>
      groups.map((group) => [
        label,
        nameOf(by, group.value),
        numberCell(group.n, count),
        numberCell(group.up, count),
        numberCell(group.down, count),
        numberCell(group.same, count),
        averaged(group, group.mean),
        averaged(group, group.ci95?.[0] ?? null),
        averaged(group, group.ci95?.[1] ?? null),
      ]),
    ),
    notes: [],
  };
}
