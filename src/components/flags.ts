import type { RuleCheck, ShareOf } from "../../loaders/at-risk/flag-check.ts";
import type { FlagCheck, FlagsPage } from "../../loaders/editions/flags.ts";
import { type Builder, builder, card, type Options, quiet } from "./dom.js";
import { count, date, NOT_KNOWN, PERCENT_FROM, percent, plural, share, shareInterval } from "./format.js";
import { at, linear, type Position } from "./scale.js";
import { type Cell, dataTable, numberCell, tableDetails } from "./table.js";

const VERDICTS: Record<RuleCheck["verdict"], string> = {
  "more often": "Flagged students missed more often",
  "less often": "Flagged students missed less often",
  "cannot be told": "Cannot be told apart from the others",
  "too few": "Too few to say",
};

/** What precision, recall and lead time are, and what the check cannot tell. */
export function flagsReading(page: FlagsPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  if (page.checks.length === 0) return card(b, "Nothing to check yet", {}, quiet(b, page.headline));
  return card(
    b,
    "How to read this",
    {},
    h(
      "ul",
      {},
      h(
        "li",
        {},
        h("strong", {}, "Precision: "),
        "of the students a rule flagged, how many later missed. Compare it with those it did not flag: a rule earns its place where flagged students missed more often than the others.",
      ),
      h("li", {}, h("strong", {}, "Recall: "), "of the students who missed, how many the rule had flagged."),
      h(
        "li",
        {},
        h("strong", {}, "Lead time: "),
        "from the first flag to the day the outcome was known, of flagged students who missed; the middle one of them.",
      ),
    ),
    h(
      "p",
      {},
      "A flagged student who met the target counts against the rule, also where help was given in time: so a rule that is acted upon looks weaker than it is. Of several rules one often stands out by luck alone. A rule that does not earn its place over some years can be switched off by giving it 0 points.",
    ),
  );
}

/** One outcome: each rule's flagged students beside the others. */
export function flagChecks(page: FlagsPage, options: Options = {}): Node {
  const b = builder(options);
  const all = b.nothing();
  for (const check of page.checks) all.appendChild(checkCard(b, check));
  return all;
}

function checkCard(b: Builder, check: FlagCheck): HTMLElement {
  const { h } = b;
  const drawn = check.rules.filter(({ check: { judged } }) => judged > 0);
  const absent = check.rules.filter(({ check: { judged } }) => judged === 0).map(({ label }) => label);
  return card(
    b,
    check.title,
    { class: "flag-check" },
    h("p", {}, `${share(check.missed, check.students)} students missed. ${check.explanation}`),
    check.leftOut > 0 &&
      h(
        "p",
        { class: "note" },
        `${plural(check.leftOut, "student")} left out: the outcome or an earlier review is not known.`,
      ),
    chart(b, drawn),
    absent.length > 0 && h("p", { class: "note" }, `No data of that time for: ${absent.join(", ")}.`),
    tableDetails(b, ruleTable(check), "Show the table, rule by rule"),
    check.byDay.length > 1 && tableDetails(b, dayTable(check), "Show the table, review by review"),
  );
}

function chart(b: Builder, rules: FlagCheck["rules"]): HTMLElement {
  const { h, s } = b;
  const x = linear([0, 1], [1, 99]);
  const marks = [0, 0.25, 0.5, 0.75, 1];
  const height = 36;
  const label = rules
    .map(
      ({ label: name, check }) =>
        `${name}: ${share(check.precision.k, check.precision.n)} flagged missed, ${share(check.others.k, check.others.n)} others missed. ${VERDICTS[check.verdict]}.`,
    )
    .join(" ");
  return h(
    "figure",
    { class: "chart gains-chart flags-chart" },
    h(
      "ul",
      { class: "legend" },
      h("li", {}, swatch(b, "flagged"), "missed, of those flagged"),
      h("li", {}, swatch(b, "others"), "missed, of the others"),
    ),
    h(
      "div",
      { role: "img", "aria-label": `Share that missed, flagged and others, with 95% intervals. ${label}` },
      rules.map(({ label: name, check }) =>
        h(
          "div",
          { class: "row" },
          h("span", { class: "row-label" }, name),
          s(
            "svg",
            { width: "100%", height },
            marks.map((mark) =>
              s("line", { class: "grid", x1: at(x(mark)), x2: at(x(mark)), y1: 0, y2: height }),
            ),
            dot(b, check.precision, x, 11, "flagged"),
            dot(b, check.others, x, 25, "before"),
          ),
          h(
            "span",
            { class: "row-value" },
            check.precision.n === 0 ? "nobody flagged" : share(check.precision.k, check.precision.n),
          ),
          h("span", { class: "row-n" }, VERDICTS[check.verdict]),
        ),
      ),
      h(
        "div",
        { class: "row axis" },
        s(
          "svg",
          { width: "100%", height: 20 },
          marks.map((mark) =>
            s(
              "text",
              { x: at(x(mark)), y: 14, "text-anchor": mark === 0 ? "start" : mark === 1 ? "end" : "middle" },
              percent(mark),
            ),
          ),
        ),
      ),
    ),
    h(
      "figcaption",
      {},
      `Bars are 95% intervals. Shares of fewer than ${PERCENT_FROM} students are not drawn; the table counts them.`,
    ),
  );
}

function swatch({ s }: Builder, kind: "flagged" | "others"): Element {
  return s(
    "svg",
    { width: 16, height: 12, "aria-hidden": "true", class: kind === "others" ? "before" : null },
    s("circle", { class: "dot", cx: 8, cy: 6, r: 5 }),
  );
}

function dot({ s }: Builder, { k, n, ci95 }: ShareOf, x: Position, y: number, group: string): Element | null {
  if (n < PERCENT_FROM || ci95 === null) return null;
  return s(
    "g",
    { class: group },
    s("line", { class: "whisker", x1: at(x(ci95[0])), x2: at(x(ci95[1])), y1: y, y2: y }),
    s("circle", { class: "dot", cx: at(x(k / n)), cy: y, r: 5 }),
  );
}

const weeks = (days: number): string => plural(Math.round(days / 7), "week");

function lead({ leadDays, precision }: RuleCheck): Cell {
  if (leadDays.median === null) return { text: "–", value: null };
  const interval =
    leadDays.ci95 === null || precision.k < PERCENT_FROM
      ? ""
      : ` (${Math.round(leadDays.ci95[0] / 7)} to ${Math.round(leadDays.ci95[1] / 7)})`;
  return { text: `${weeks(leadDays.median)}${interval}`, value: leadDays.median };
}

function shareCell({ k, n }: ShareOf): Cell {
  return n === 0 ? { text: "–", value: null } : { text: share(k, n), value: k / n };
}

const intervalCell = ({ ci95, n }: ShareOf): Cell => (n === 0 ? "–" : shareInterval(ci95, n));

function ruleTable(check: FlagCheck) {
  return {
    caption: `${check.title}: each rule`,
    filename: `flags-${check.key}`,
    columns: [
      { label: "Rule" },
      { label: "Students judged", numeric: true },
      { label: "Precision", numeric: true },
      { label: "95% interval", numeric: true },
      { label: "Missed, of the others", numeric: true },
      { label: "Recall", numeric: true },
      { label: "95% interval", numeric: true },
      { label: "Lead time (95% interval)", numeric: true },
      { label: "Beside the others" },
    ],
    rows: check.rules.map(({ label, check: one }) => [
      label,
      numberCell(one.judged, count),
      shareCell(one.precision),
      intervalCell(one.precision),
      shareCell(one.others),
      shareCell(one.recall),
      intervalCell(one.recall),
      lead(one),
      one.judged === 0 ? NOT_KNOWN : VERDICTS[one.verdict],
    ]),
    notes: [
      "A student counts as flagged by a rule that flagged at any review counted here. Beside the others: by the 95% interval of the difference between the two shares (Newcombe); fewer than 6 on either side are too few.",
    ],
  };
}

function dayTable(check: FlagCheck) {
  return {
    caption: `${check.title}: flagged by any rule, review by review`,
    filename: `flags-by-day-${check.key}`,
    columns: [
      { label: "Review" },
      { label: "Students judged", numeric: true },
      { label: "Precision", numeric: true },
      { label: "95% interval", numeric: true },
      { label: "Recall", numeric: true },
      { label: "95% interval", numeric: true },
    ],
    rows: check.byDay.map(({ day, check: one }) => [
      date(day),
      numberCell(one.judged, count),
      shareCell(one.precision),
      intervalCell(one.precision),
      shareCell(one.recall),
      intervalCell(one.recall),
    ]),
  };
}

/** Rules that are not applied, and why. */
export function rulesOff(page: FlagsPage, options: Options = {}): Node {
  const b = builder(options);
  if (page.off.length === 0) return b.nothing();
  return card(
    b,
    "Rules that are not applied",
    {},
    dataTable(b, {
      caption: "Rules that flag nobody in this programme",
      filename: "rules-off",
      columns: [{ label: "Rule" }, { label: "Why" }],
      rows: page.off.map(({ label, why }) => [label, why]),
    }),
  );
}
