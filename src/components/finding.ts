import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import type { Change } from "../../loaders/evaluation/record.ts";
import { type Builder, builder, card, type Options } from "./dom.js";
import { DESCRIBE_BELOW, interval, NOT_KNOWN, plural, pValue, signed } from "./format.js";
import { primaryLabel } from "./primary.js";
import { at, linear } from "./scale.js";
import { details } from "./table.js";

/** The finding in full, its verdict and the one change that was named before the data were opened. */
export function findingCard(page: ImpactPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const { primary } = page.record;
  return card(
    b,
    "The finding",
    { class: "finding" },
    h(
      "div",
      { class: "finding-text" },
      h("p", { class: "verdict" }, h("span", {}, "Verdict"), " ", h("strong", {}, primary.verdict)),
      page.findings.paragraph.map((sentence) => h("p", {}, sentence)),
      primary.settledBy && h("p", {}, h("strong", {}, "What would settle it: "), primary.settledBy),
      page.findings.obstacles.length > 0 && [
        h("h3", {}, "What stands between this and a promising verdict"),
        h(
          "ul",
          {},
          page.findings.obstacles.map((sentence) => h("li", {}, sentence)),
        ),
      ],
      details(b, "The rule behind the verdict", primary.verdict, h("p", {}, primary.rule)),
    ),
    h(
      "div",
      { class: "finding-side" },
      primaryChange(b, page),
      page.findings.limits.length > 0 && [
        h("h3", {}, "What this cannot tell"),
        h(
          "ul",
          {},
          page.findings.limits.map((sentence) => h("li", {}, sentence)),
        ),
      ],
    ),
  );
}

function primaryChange(b: Builder, page: ImpactPage): HTMLElement {
  const { h } = b;
  const { primary } = page.record;
  const { change } = primary;
  const heading = h("h3", {}, primaryLabel(page));
  if (change.n < DESCRIBE_BELOW)
    return h(
      "div",
      { class: "primary" },
      heading,
      h(
        "p",
        { class: "quiet" },
        `${plural(change.n, "student")} measured. Below ${DESCRIBE_BELOW} this page gives counts, not averages or intervals.`,
      ),
    );
  return h(
    "div",
    { class: "primary" },
    heading,
    h(
      "p",
      { class: "big" },
      change.mean === null ? NOT_KNOWN : signed(change.mean),
      change.mean !== null && h("span", {}, " change in grade steps, average of the students"),
    ),
    change.ci95 && intervalBar(b, change),
    h(
      "p",
      { class: "note" },
      change.ci95 ? `95% interval ${interval(change.ci95)}. ` : "Interval not known. ",
      `n = ${plural(change.n, "student")}. `,
      change.pExact !== null && `Exact ${pValue(change.pExact)} (the one primary outcome: not adjusted). `,
      primary.why ?? change.why ?? null,
    ),
  );
}

function intervalBar(b: Builder, change: Change): HTMLElement {
  const { s } = b;
  const [low, high] = change.ci95!;
  const reach = Math.max(Math.abs(low), Math.abs(high), 0.1) * 1.15;
  const x = linear([-reach, reach], [2, 98]);
  return b.h(
    "div",
    { class: "chart" },
    s(
      "svg",
      {
        role: "img",
        width: "100%",
        height: 52,
        "aria-label": `Change ${signed(change.mean)}, 95% interval ${interval(change.ci95)}, on a line through no change`,
      },
      s("line", { class: "zero", x1: at(x(0)), x2: at(x(0)), y1: 0, y2: 34 }),
      s("line", { class: "whisker", x1: at(x(low)), x2: at(x(high)), y1: 17, y2: 17 }),
      s("circle", { class: "dot", cx: at(x(change.mean!)), cy: 17, r: 6 }),
      s("text", { x: at(x(0)), y: 48, "text-anchor": "middle" }, "no change"),
      s("text", { x: "2%", y: 48 }, "lower"),
      s("text", { x: "98%", y: 48, "text-anchor": "end" }, "higher"),
    ),
  );
}
