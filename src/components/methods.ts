import type { MethodsPage } from "../../loaders/editions/page-data.ts";
import { type Builder, builder, card, type Options } from "./dom.js";
import { type Cell, dataTable } from "./table.js";

/** When each verdict is given, the one of this programme marked. */
export function verdictCard({ verdict }: MethodsPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  return card(
    b,
    "How the verdict is reached",
    { class: "verdict-rules" },
    h("p", {}, "The first of these that fits is the verdict. It is a rule, and nobody decides it by hand."),
    h(
      "dl",
      {},
      verdict.rules.map(({ verdict: name, when, needs = [] }) =>
        h(
          "div",
          {},
          h("dt", {}, name, name === verdict.given && " (the verdict here)"),
          h("dd", {}, when, needs.length > 0 && list(b, needs)),
        ),
      ),
    ),
  );
}

function list({ h }: Builder, items: readonly string[]): HTMLElement {
  return h(
    "ul",
    {},
    items.map((item) => h("li", {}, item)),
  );
}

/** What the findings of this programme cannot tell. */
export function limitsCard({ limits }: MethodsPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  return card(b, "What this cannot tell", {}, list(b, limits));
}

/** What each number means, by heading. */
export function definitionsCard({ groups }: MethodsPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  return card(
    b,
    "What each number means",
    { class: "definitions" },
    groups.map(({ title, definitions }) => [
      b.h("h3", {}, title),
      b.h(
        "dl",
        {},
        definitions.map((definition) => definitionOf(b, definition)),
      ),
    ]),
  );
}

function definitionOf(
  { h }: Builder,
  { term, meaning, source }: MethodsPage["groups"][number]["definitions"][number],
): HTMLElement {
  return h(
    "div",
    {},
    h("dt", {}, term),
    h("dd", {}, meaning, source !== null && h("span", { class: "source" }, ` ${source}.`)),
  );
}

/** The rules of concern with their thresholds. */
export function rulesCard({ atRiskRules }: MethodsPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  return card(
    b,
    "When a student is flagged",
    {},
    dataTable(b, {
      caption: "The rules of the page At risk",
      filename: "at-risk-rules",
      columns: [{ label: "Rule" }, { label: "Flagged when" }],
      rows: atRiskRules.map(({ label, explanation }) => [label, explanation]),
    }),
  );
}

/** The criteria with their scales, and which scale predicted grades are on. */
export function scalesCard({ criteria, qualifications }: MethodsPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  return card(
    b,
    "Scales",
    {},
    dataTable(b, {
      caption: "The criteria and the grades of their scales, from the best to the worst",
      filename: "criteria",
      columns: [{ label: "Criterion" }, { label: "Scale" }, { label: "Best to worst" }],
      rows: criteria.map(({ label, scale, bestFirst }) => [label, scale, bestFirst.join(", ")]),
    }),
    qualifications.length > 0 &&
      dataTable(b, {
        caption: "The scale of predicted, target and final grades; the first line that matches counts",
        filename: "qualifications",
        columns: [{ label: "Qualification or subject" }, { label: "Scale" }, { label: "Year groups" }],
        rows: qualifications.map(({ match, scale, yearGroups }) => [
          match,
          scale,
          yearGroups?.join(", ") ?? "all",
        ]),
      }),
  );
}

/** Every setting that bears on the numbers, as it stands. */
export function settingsCard({ settings }: MethodsPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  return card(
    b,
    "Settings in force",
    {},
    dataTable(b, {
      caption: "Settings of this programme that bear on the numbers",
      filename: "settings",
      columns: [
        { label: "Setting" },
        { label: "In force" },
        { label: "Set by" },
        { label: "What it does" },
        { label: "In programme.json" },
      ],
      rows: settings.map(({ title, value, isDefault, meaning, key }): Cell[] => [
        title,
        value,
        isDefault ? "default" : "the school",
        meaning,
        key,
      ]),
    }),
  );
}
