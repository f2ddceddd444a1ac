import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import type { Balance, ByOrder, Comparison, Matching } from "../../loaders/evaluation/record.ts";
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
  const { matching } = comparison;
  if (comparison.n === null)
    return card(
      b,
      title,
      { class: "comparison" },
      quiet(b, comparison.why.n!),
      matching &&
        primary.change.n >= DESCRIBE_BELOW && [
          h("h3", {}, "How alike they were before"),
          lovePlot(b, matching.balanceBefore),
        ],
    );
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
    h("p", {}, whoIsCompared(comparison)),
    h(
      "dl",
      {},
      figure(b, "Gain of the mentored", signed(comparison.menteeGain), plural(comparison.n[0], "student")),
      figure(
        b,
        matching ? "Gain of their partners" : "Gain of the others",
        signed(comparison.comparisonGain),
        plural(comparison.n[1], "student"),
      ),
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
    lovePlot(b, comparison.balance!, matching?.balanceBefore),
    notAllowedFor(b, comparison),
    tableDetails(b, balanceTable(comparison)),
    details(
      b,
      "How the difference is adjusted",
      "Difference in grades",
      adjustment(b, comparison, page.record.comparisonByOrder),
    ),
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

/** The group of programme.json in words, with how many of the mentored have nobody to be compared with. */
function whoIsCompared({ group, n, notCompared }: Comparison): string {
  const [mentees] = n!;
  const leftOut = notCompared === 1 ? "is left out here" : "are left out here";
  if (group === "matched") {
    const partner = "each with one other student whose chance of being mentored was much the same";
    return notCompared === 0
      ? `Matched: all ${plural(mentees, "mentored student")} are paired, ${partner}.`
      : `Matched: ${count(mentees)} of ${plural(mentees + notCompared, "mentored student")} paired, ${partner}; nobody was near enough to ${count(notCompared)}, who ${leftOut}.`;
  }
  if (group === "all-others") return "With every other student of the mentees' year groups.";
  const alone = ` ${plural(notCompared, "mentored student")} without any ${leftOut}.`;
  return `By year group: each mentored student with others of the same year.${notCompared === 0 ? "" : alone}`;
}

/** The characteristics that were declared and could not be allowed for, with the reason. */
function notAllowedFor({ h }: Builder, { ancova, matching }: Comparison): HTMLElement[] {
  const unmatched = matching?.notUsed ?? [];
  const unadjusted = (ancova?.notUsed ?? []).filter(
    ({ covariate }) => !unmatched.some((row) => row.covariate === covariate),
  );
  return [
    ...unmatched.map(({ label, why }) => `${label} is neither matched on nor adjusted for. ${why}`),
    ...unadjusted.map(({ label, why }) => `${label} is not adjusted for. ${why}`),
  ].map((sentence) => h("p", {}, sentence));
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

/**
 * Dots at the standardised differences before the start, with the two limits as dashed lines; rings where they stood
 * before students were matched.
 */
function lovePlot(
  { h, s }: Builder,
  rows: readonly Balance[],
  unmatched: readonly Balance[] = [],
): HTMLElement {
  const reach = Math.max(0.5, ...[...rows, ...unmatched].map(({ g }) => Math.abs(g ?? 0))) * 1.08;
  const x = linear([-reach, reach], [2, 98]);
  const height = 28;
  const limits = [-TOO_FAR, TOO_FAR];
  const words = ({ g, class: verdict }: Balance): string =>
    g === null ? NOT_KNOWN : `${signed(g)}, ${verdict}`;
  const earlier = ({ covariate }: Balance): number | null =>
    unmatched.find((row) => row.covariate === covariate)?.g ?? null;
  const wasAt = (each: Balance): string =>
    unmatched.length > 0 ? `${signed(earlier(each))} before matching` : "";
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
        earlier(each) !== null &&
          s("circle", { class: "ring", cx: at(x(earlier(each)!)), cy: height / 2, r: 5 }),
        each.g !== null &&
          s("circle", {
            class: "dot",
            cx: at(x(each.g)),
            cy: height / 2,
            r: each.covariate === "baseline" ? 6 : 5,
          }),
      ),
      h("span", { class: "row-value" }, words(each)),
      unmatched.length > 0 && h("span", { class: "row-n" }, wasAt(each)),
    );
  return h(
    "figure",
    { class: "chart gains-chart love-plot" },
    h(
      "div",
      {
        role: "img",
        "aria-label": `Differences before the start, mentored minus others, in standard deviations. ${rows.map((each) => `${each.label}: ${[words(each), wasAt(each)].filter(Boolean).join("; ")}.`).join(" ")}`,
      },
      rows.map(row),
      h(
        "div",
        { class: "row axis" },
        s(
          "svg",
          { width: "100%", height: 20 },
          // Away from zero, for where groups stood far apart the limits lie near each other.
          [-TOO_FAR, 0, TOO_FAR].map((tick) =>
            s(
              "text",
              {
                x: at(x(tick)),
                y: 14,
                "text-anchor": tick === 0 ? "middle" : tick < 0 ? "end" : "start",
              },
              tick === 0 ? "0" : signed(tick),
            ),
          ),
        ),
      ),
    ),
    h(
      "figcaption",
      {},
      `Mentored minus others, in standard deviations. ${unmatched.length > 0 ? "Dots: the pairs; rings: everybody, before matching. " : ""}Up to ${ALIKE} counts as alike, up to ${TOO_FAR} is adjusted for; beyond the dashed lines no adjustment makes the groups comparable.`,
    ),
  );
}

function balanceTable({ group, balance, matching }: Comparison): TableSpec {
  const earlier = ({ covariate }: Balance) =>
    matching?.balanceBefore.find((row) => row.covariate === covariate)?.g ?? null;
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
      ...(matching ? [{ label: "Difference before matching", numeric: true }] : []),
    ],
    rows: balance!.map((row) => [
      row.label,
      numberCell(row.mentees.mean, decimal),
      numberCell(row.mentees.n, count),
      numberCell(row.comparison.mean, decimal),
      numberCell(row.comparison.n, count),
      numberCell(row.g, signed),
      numberCell(row.varianceRatio, decimal),
      row.class ?? NOT_KNOWN,
      ...(matching ? [numberCell(earlier(row), signed)] : []),
    ]),
    notes: [
      "Means; of a category the share. Classes of the What Works Clearinghouse: satisfied, needs adjustment, fails.",
      ...(group === "year-group"
        ? [
            "Of several year groups, the others' mean is the one of as many in each year as were mentored, and standard deviations are those within years.",
          ]
        : []),
    ],
  };
}

function adjustment(
  { h }: Builder,
  { group, ancova, gainDifference, balance, matching, why }: Comparison,
  order: ByOrder,
): HTMLElement {
  const labelOf = (id: string) => balance?.find(({ covariate }) => covariate === id)?.label ?? id;
  const besides = (ids: readonly string[]) => ids.map(labelOf).join(", ").toLowerCase();
  const allowing = [
    ...(group === "year-group" ? ["the year group"] : []),
    ...(ancova && ancova.covariates.length > 0 ? [besides(ancova.covariates)] : []),
  ];
  const errors = matching ? "partners who resemble each other (clustered by pair)" : "unequal spread (HC3)";
  return h(
    "ul",
    {},
    matching && h("li", {}, pairing(matching, besides)),
    ancova
      ? h(
          "li",
          {},
          `At equal grades before${allowing.length > 0 ? `, allowing also for ${allowing.join(", ")}` : ""}: ${signed(ancova.b)} (95% interval ${interval(ancova.ci95)}, ${pValue(ancova.p)}; ${signed(ancova.g)} standard deviations; ${count(ancova.n[0])} mentored and ${count(ancova.n[1])} others). Analysis of covariance with standard errors that allow for ${errors}.`,
        )
      : h("li", {}, `Not known. ${why.ancova}`),
    h(
      "li",
      {},
      gainDifference
        ? `The plain difference of the gains, as a check: ${signed(gainDifference.estimate)} (${interval(gainDifference.ci95)}, ${pValue(gainDifference.p)}).`
        : `The plain difference of the gains is not known. ${why.gainDifference}`,
    ),
    h("li", {}, byOrder(order)),
  );
}

/** The gains by their order alone, as a second check. */
function byOrder({ cliffsDelta, ci95, p, why }: ByOrder): string {
  if (cliffsDelta === null) return `How the gains compare by their order alone is not known. ${why}`;
  const range = ci95 ? ` (${interval(ci95)}${p === null ? "" : `, ${pValue(p)}`})` : "";
  return `By their order alone, as another check: of all pairs of a mentored and another student, the share in which the mentored gained more, less the share in which the other did, is ${signed(cliffsDelta)}${range}.`;
}

function pairing(
  { covariates, caliper, others }: Matching,
  besides: (ids: readonly string[]) => string,
): string {
  const by = covariates.length > 0 ? ` and ${besides(covariates)}` : "";
  return `The chance of being mentored is estimated from the grades before${by} (logistic regression). The student with the largest chance comes first; each is paired with the nearest of ${plural(others, "other student")} who is still free, no further away than a fifth of a standard deviation (${caliper!.toPrecision(2)}).`;
}
