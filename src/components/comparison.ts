import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import type { Balance, Comparison } from "../../loaders/evaluation/record.ts";
import { type Builder, builder, card, type Options, quiet } from "./dom.js";
import { count, DESCRIBE_BELOW, decimal, interval, NOT_KNOWN, plural, pValue, signed } from "./format.js";
import { at, linear } from "./scale.js";
import { details, numberCell, type TableSpec, tableDetails } from "./table.js";

/** Beyond these two standardised differences the groups must be adjusted for, and cannot be compared. */
const ALIKE = 0.05;
const TOO_FAR = 0.25;

/** Mentored students beside others: what was to be expected anyway, how alike they were before, and how different after. */
export function comparisonCard(page: ImpactPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const { comparison, primary } = page.record;
  const title = "Compared with students who were not mentored";
  if (comparison.n === null) return card(b, title, { class: "comparison" }, quiet(b, comparison.why.n!));
  if (primary.change.n < DESCRIBE_BELOW)
    return card(
      b,
      title,
      { class: "comparison" },
      quiet(b, `Fewer than ${DESCRIBE_BELOW} students were measured, too few to compare with others.`),
    );
  return card(
    b,
    title,
    { class: "comparison" },
    h(
      "dl",
      {},
      figure(b, "Gain of the mentored", signed(primary.change.mean), plural(comparison.n[0], "student")),
      figure(b, "Gain of the others", signed(comparison.comparisonGain), plural(comparison.n[1], "student")),
      figure(
        b,
        "To be expected anyway",
        signed(comparison.expectedGain),
        comparison.why.expectedGain ?? "of students who stood where the mentored stood",
      ),
      figure(
        b,
        "Adjusted difference",
        signed(comparison.ancova?.b),
        comparison.why.ancova ?? `95% interval ${interval(comparison.ancova?.ci95)}`,
      ),
    ),
    h("h3", {}, "How alike they were before"),
    lovePlot(b, comparison.balance!),
    tableDetails(b, balanceTable(comparison.balance!)),
    details(b, "How the difference is adjusted", "Difference in grades", adjustment(b, comparison)),
    page.findings.dose.length > 0 && [
      h("h3", {}, "Meetings, weeks and change"),
      h(
        "ul",
        {},
        page.findings.dose.map((sentence) => h("li", {}, sentence)),
      ),
    ],
  );
}

function figure({ h }: Builder, label: string, value: string, note: string): HTMLElement {
  return h(
    "div",
    {},
    h("dt", {}, label),
    h("dd", { class: value === NOT_KNOWN ? "value unknown" : "value" }, value),
    h("dd", { class: "note" }, note),
  );
}

/** Dots at the standardised differences before the start, with the two limits as bands. */
function lovePlot({ h, s }: Builder, rows: readonly Balance[]): HTMLElement {
  const reach = Math.max(0.5, ...rows.map(({ g }) => Math.abs(g ?? 0))) * 1.08;
  const x = linear([-reach, reach], [2, 98]);
  const height = 28;
  const limits = [-TOO_FAR, TOO_FAR];
  const words = ({ g, class: verdict }: Balance): string =>
    g === null ? NOT_KNOWN : `${signed(g)}, ${verdict}`;
  const row = (each: Balance): HTMLElement =>
    h(
      "div",
      { class: each.covariate === "baseline" ? "row primary" : "row" },
      h("span", { class: "row-label" }, each.label),
      s(
        "svg",
        { width: "100%", height },
        limits.map((limit) =>
          s("line", { class: "limit", x1: at(x(limit)), x2: at(x(limit)), y1: 0, y2: height }),
        ),
        s("line", { class: "zero", x1: at(x(0)), x2: at(x(0)), y1: 0, y2: height }),
        each.g !== null &&
          s("circle", {
            class: "dot",
            cx: at(x(each.g)),
            cy: height / 2,
            r: each.covariate === "baseline" ? 6 : 5,
          }),
      ),
      h("span", { class: "row-value" }, words(each)),
    );
  return h(
    "figure",
    { class: "chart gains-chart love-plot" },
    h(
      "div",
      {
        role: "img",
        "aria-label": `Differences before the start, mentored minus others, in standard deviations. ${rows.map((each) => `${each.label}: ${words(each)}.`).join(" ")}`,
      },
      rows.map(row),
      h(
        "div",
        { class: "row axis" },
        s(
          "svg",
          { width: "100%", height: 20 },
          [-TOO_FAR, 0, TOO_FAR].map((tick) =>
            s("text", { x: at(x(tick)), y: 14, "text-anchor": "middle" }, tick === 0 ? "0" : signed(tick)),
          ),
        ),
      ),
    ),
    h(
      "figcaption",
      {},
      `Mentored minus others, in standard deviations. Up to ${ALIKE} counts as alike, up to ${TOO_FAR} is adjusted for; beyond the dashed lines no adjustment makes the groups comparable.`,
    ),
  );
}

function balanceTable(rows: readonly Balance[]): TableSpec {
  return {
    caption: "Mentored and other students before the start",
    filename: "balance",
    columns: [
      { label: "Characteristic" },
      { label: "Mentored", numeric: true },
      { label: "known of", numeric: true },
      { label: "Others", numeric: true },
      { label: "known of", numeric: true },
      { label: "Difference in SD", numeric: true },
      { label: "Ratio of variances", numeric: true },
      { label: "Class" },
    ],
    rows: rows.map(({ label, mentees, comparison, g, varianceRatio, class: verdict }) => [
      label,
      numberCell(mentees.mean, decimal),
      numberCell(mentees.n, count),
      numberCell(comparison.mean, decimal),
      numberCell(comparison.n, count),
      numberCell(g, signed),
      numberCell(varianceRatio, decimal),
      verdict ?? NOT_KNOWN,
    ]),
    notes: [
      "Means; of a category the share. Classes of the What Works Clearinghouse: satisfied, needs adjustment, fails.",
    ],
  };
}

function adjustment({ h }: Builder, { ancova, gainDifference, balance, why }: Comparison): HTMLElement {
  const labelOf = (id: string) => balance?.find(({ covariate }) => covariate === id)?.label ?? id;
  const besides = ancova?.covariates.map(labelOf) ?? [];
  return h(
    "ul",
    {},
    ancova
      ? h(
          "li",
          {},
          `At equal grades before${besides.length > 0 ? `, allowing also for ${besides.join(", ").toLowerCase()}` : ""}: ${signed(ancova.b)} (95% interval ${interval(ancova.ci95)}, ${pValue(ancova.p)}; ${signed(ancova.g)} standard deviations; ${count(ancova.n[0])} mentored and ${count(ancova.n[1])} others). Analysis of covariance with standard errors that allow for unequal spread (HC3).`,
        )
      : h("li", {}, `Not known. ${why.ancova}`),
    ancova?.notUsed.map(({ label, why: reason }) => h("li", {}, `${label} is not adjusted for. ${reason}`)),
    h(
      "li",
      {},
      gainDifference
        ? `The plain difference of the gains, as a check: ${signed(gainDifference.estimate)} (${interval(gainDifference.ci95)}, ${pValue(gainDifference.p)}).`
        : `The plain difference of the gains is not known. ${why.gainDifference}`,
    ),
  );
}
