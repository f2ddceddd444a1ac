import type { BenefitGroup, WhoBenefitsPage } from "../../loaders/editions/who-benefits.ts";
import { type Builder, builder, card, type Options, quiet } from "./dom.js";
import { count, DESCRIBE_BELOW, decimal, interval, NOT_KNOWN, plural, signed } from "./format.js";
import { at, linear, type Position } from "./scale.js";
import { stepAxis } from "./step-axis.js";
import { type Cell, numberCell, type TableSpec, tableDetails } from "./table.js";
import { whisker } from "./whisker.js";

type Subgroup = WhoBenefitsPage["subgroups"][number];

/** What readers call a school's codes. */
const WORDS = new Map([
  ["sex F", "Female"],
  ["sex M", "Male"],
  ["pupil_premium yes", "Yes"],
  ["pupil_premium no", "No"],
  ["sen N", "None"],
  ["sen K", "SEN support (K)"],
  ["sen E", "Education, health and care plan (E)"],
  ["sen A", "School Action (A)"],
  ["sen P", "School Action Plus (P)"],
  ["sen S", "Statement (S)"],
]);

/** What would tell a characteristic. */
const SOURCES: Record<string, string> = {
  sex: "add it to the student list",
  pupil_premium: "add it to the student list",
  sen: "add it to the student list",
  year_group: "add it to the student list",
  reason: "add the reason to the agreements file",
  mentor_role: "add a staff file with each mentor's role",
};

/** How far a look at groups goes, or the setting that would switch it on. */
export function cautionCard(page: WhoBenefitsPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  if (page.subgroups.length === 0) {
    return card(
      b,
      "No groups are declared",
      {},
      quiet(
        b,
        "Change by group is not shown: name the groups in subgroups in programme.json (sex, pupil_premium, sen, year_group, reason, mentor_role, mentor), before looking at the data.",
      ),
    );
  }
  return card(
    b,
    "Exploratory: read with caution",
    { class: "caution" },
    h(
      "ul",
      {},
      h(
        "li",
        {},
        "Of several groups one often stands out by luck alone, so no group is a finding by itself. A pattern to act on is one that comes again in another year, in a group named beforehand.",
      ),
      h(
        "li",
        {},
        "Each group is looked at by itself. That one interval lies above no change and another does not is no difference between the two groups.",
      ),
      h(
        "li",
        {},
        "Groups that stood lower before had more room to rise, and tend to be graded nearer the middle the next time, mentored or not: see the mean before.",
      ),
      h("li", {}, `Groups of fewer than ${DESCRIBE_BELOW} students are counted and not averaged.`),
      page.subgroups.some(({ by }) => by === "mentor") &&
        h(
          "li",
          {},
          "Mentors stand in the order of the alphabet. Their students were not given to them by lot, so these figures do not measure a mentor.",
        ),
    ),
  );
}

/** The change within each declared subgroup, with intervals where a group is large enough. */
export function groupsCard(page: WhoBenefitsPage, options: Options = {}): Node {
  const b = builder(options);
  const { subgroups, everyone, outcome } = page;
  if (subgroups.every(({ groups }) => groups.length === 0)) return b.nothing();
  const isKnown = ({ groups }: Subgroup) => groups.some(({ value }) => value !== null);
  const known = subgroups.filter(isKnown);
  const drawn = [everyone, ...known.flatMap(({ groups }) => groups)].filter(isShown);
  const ends = drawn.flatMap(({ mean, ci95 }) => [mean!, ...(ci95 ?? [])]);
  const [low, high] = [Math.min(-0.25, ...ends), Math.max(0.25, ...ends)];
  const pad = (high - low) * 0.04;
  const x = linear([low - pad, high + pad], [2, 98]);
  const marks = x.ticks(5);
  return card(
    b,
    "Change by group, exploratory",
    { class: "subgroups" },
    known.some(({ groups }) => groups.some(isShown)) &&
      b.h(
        "p",
        { class: "note" },
        `${outcome}, in grade steps. The upright line is no change; right of it is higher. Bars are 95% intervals.${isShown(everyone) ? " The dashed line is the mean of all measured mentees." : ""}`,
      ),
    known.map((each) => chart(b, each, everyone, x, marks)),
    subgroups
      .filter((each) => !isKnown(each))
      .map(({ by, label }) => quiet(b, `${label} is ${NOT_KNOWN} of any mentee: ${SOURCES[by]}.`)),
    known.length > 0 && tableDetails(b, table(page)),
  );
}

const isShown = ({ n, mean }: Pick<BenefitGroup, "n" | "mean">): boolean =>
  n >= DESCRIBE_BELOW && mean !== null;

function nameOf(by: string, value: string | null): string {
  if (value === null) return NOT_KNOWN;
  const words = WORDS.get(`${by} ${value}`);
  if (words) return words;
  return by === "year_group" && /^\d+$/.test(value) ? `Year ${value}` : value;
}

function words(group: BenefitGroup): string {
  if (group.n < DESCRIBE_BELOW) {
    return group.n === 0 ? "" : `${count(group.up)} up, ${count(group.down)} down, ${count(group.same)} same`;
  }
  if (group.mean === null) return NOT_KNOWN;
  return group.ci95 ? `${signed(group.mean)} (${interval(group.ci95)})` : signed(group.mean);
}

function people({ n, notMeasured }: BenefitGroup): string {
  const measured = n === 0 ? "nobody measured" : `${plural(n, "student")} measured`;
  return notMeasured === 0 ? measured : `${measured}, ${count(notMeasured)} not`;
}

function chart(
  b: Builder,
  { by, label, groups }: Subgroup,
  everyone: WhoBenefitsPage["everyone"],
  x: Position,
  marks: readonly number[],
): HTMLElement {
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
        "aria-label": `${label}: mean change in grade steps. ${groups.map((group) => `${nameOf(by, group.value)}: ${[words(group), people(group)].filter((text) => text !== "").join(", ")}.`).join(" ")}`,
      },
      groups.map((group) =>
        h(
          "div",
          { class: "row" },
          h("span", { class: "row-label" }, nameOf(by, group.value)),
          isShown(group) &&
            s(
              "svg",
              { width: "100%", height },
              s("line", { class: "zero", x1: at(x(0)), x2: at(x(0)), y1: 0, y2: height }),
              isShown(everyone) &&
                s("line", {
                  class: "limit",
                  x1: at(x(everyone.mean!)),
                  x2: at(x(everyone.mean!)),
                  y1: 0,
                  y2: height,
                }),
              whisker(b, group, x, height / 2, 5),
            ),
          h("span", { class: "row-value" }, words(group)),
          h("span", { class: "row-n" }, people(group)),
        ),
      ),
      groups.some(isShown) && stepAxis(b, marks, x),
    ),
  );
}

function table({ subgroups, outcome }: WhoBenefitsPage): TableSpec {
  const averaged = (group: BenefitGroup, value: number | null, format: (value: number) => string): Cell =>
    group.n < DESCRIBE_BELOW ? "counts only" : numberCell(value, format);
  return {
    caption: `Change by group: ${outcome}, one number a student, higher is better`,
    filename: "groups",
    columns: [
      { label: "By" },
      { label: "Group" },
      { label: "Measured", numeric: true },
      { label: "Not measured", numeric: true },
      { label: "Up", numeric: true },
      { label: "Down", numeric: true },
      { label: "Same", numeric: true },
      { label: "Mean before", numeric: true },
      { label: "Change", numeric: true },
      { label: "95% interval, from", numeric: true },
      { label: "to", numeric: true },
    ],
    rows: subgroups.flatMap(({ by, label, groups }) =>
      groups.map((group) => [
        label,
        nameOf(by, group.value),
        numberCell(group.n, count),
        numberCell(group.notMeasured, count),
        numberCell(group.up, count),
        numberCell(group.down, count),
        numberCell(group.same, count),
        averaged(group, group.meanBefore, decimal),
        averaged(group, group.mean, signed),
        averaged(group, group.ci95?.[0] ?? null, signed),
        averaged(group, group.ci95?.[1] ?? null, signed),
      ]),
    ),
    notes: [
      "Means count grade steps from 1, the lowest grade. Not measured: mentees who started and lack a review before or after, quick leavers among them.",
      ...new Set(
        subgroups.flatMap(({ by, label, groups }) =>
          groups.flatMap((group) =>
            group.n >= DESCRIBE_BELOW && group.why
              ? [`${label}, ${nameOf(by, group.value)}: ${group.why}`]
              : [],
          ),
        ),
      ),
    ],
  };
}
