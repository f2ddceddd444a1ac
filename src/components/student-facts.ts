import type { AtRiskStudent } from "../../loaders/editions/page-data.ts";
import type { Builder } from "./dom.js";
import { date } from "./format.js";

const CHANGE_WORDS = {
  new: "New since the last panel",
  worse: "More points than at the last panel",
  same: "Same points as at the last panel",
  better: "Fewer points than at the last panel",
  gone: "No flag any more, flagged at the last panel",
  "not known": "Flag gone with the data, so not known",
} as const;
const CHANGE_SIGNS = { new: "+", worse: "↓", same: "=", better: "↑", gone: "✓", "not known": "?" } as const;

/** How the flags differ from those of the last panel. */
export function sinceLine(
  { h }: Builder,
  { change, detail }: NonNullable<AtRiskStudent["since"]>,
): HTMLElement {
  return h(
    "p",
    { class: `since ${change.replace(" ", "-")}` },
    h("span", { class: "sign", "aria-hidden": "true" }, CHANGE_SIGNS[change]),
    h("strong", {}, CHANGE_WORDS[change]),
    detail !== "" && h("span", { class: "note" }, detail),
  );
}

/** Mentor and dose. */
export function mentoring({ h }: Builder, { mentored, mentor, dose }: AtRiskStudent): HTMLElement {
  const who = mentored
    ? mentor
      ? `Mentor: ${mentor}`
      : "Mentored"
    : dose
      ? "Not mentored now"
      : "Not mentored";
  return h("p", {}, h("strong", {}, who), dose && h("span", { class: "note" }, dose));
}

/** The last action agreed, and whether the measure it aimed at moved. */
export function lastAction({ h }: Builder, { lastAction: last }: AtRiskStudent): HTMLElement {
  if (last === null) return h("p", { class: "note" }, "No action agreed yet.");
  const facts = [
    last.owner,
    last.dueOn && `due ${date(last.dueOn)}`,
    last.status,
    last.outcome && `outcome: ${last.outcome}`,
  ].filter((text) => text);
  return h(
    "p",
    { class: last.status === "overdue" ? "last-action late" : "last-action" },
    h("strong", {}, last.action),
    h(
      "span",
      { class: "note" },
      `Last action, agreed ${last.agreedBy === "panel" ? "by the panel" : "with the mentor"} on ${date(last.agreedOn)} · ${facts.join(" · ")}`,
    ),
    last.successMeasure && h("span", { class: "note" }, `To be met: ${last.successMeasure}`),
    h("span", { class: "note" }, last.moved.sentence),
  );
}
