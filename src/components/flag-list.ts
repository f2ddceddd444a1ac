import type { AtRiskStudent } from "../../loaders/editions/page-data.ts";
import type { Builder } from "./dom.js";
import { age, date, NOT_KNOWN, plural } from "./format.js";

/** A student's flags and what cannot be judged, each with its severity as a word, its numbers and the age of its data. */
export function flagList(
  b: Builder,
  student: Pick<AtRiskStudent, "flags" | "unknown" | "state">,
  ruleLabel: (rule: AtRiskStudent["flags"][number]["rule"]) => string,
): HTMLElement {
  const { h } = b;
  return h(
    "ul",
    { class: "flags" },
    student.flags.map((flag) =>
      h(
        "li",
        { class: `flag ${flag.severity}` },
        h("span", { class: "chip" }, flag.severity === "red" ? "Red" : "Amber"),
        h(
          "div",
          {},
          h("strong", {}, flag.label),
          h("span", { class: "detail" }, flag.detail),
          h("span", { class: "note" }, flagDate(b, flag), ` · ${plural(flag.points, "point")}`),
        ),
      ),
    ),
    student.unknown.map((unknown) =>
      h(
        "li",
        { class: "flag unknown-rule" },
        h("span", { class: "chip" }, "Unknown"),
        h(
          "div",
          {},
          h("strong", {}, ruleLabel(unknown.rule)),
          h("span", { class: "detail" }, unknown.reason),
        ),
      ),
    ),
    student.state === "clear" &&
      h(
        "li",
        { class: "flag" },
        h("span", { class: "chip" }, "Clear"),
        h("div", {}, h("span", { class: "detail" }, "No rule flags this student.")),
      ),
  );
}

function flagDate(b: Builder, flag: AtRiskStudent["flags"][number]): (Node | string)[] {
  if (flag.date === null) return [`Date ${NOT_KNOWN}`];
  const days = age(flag.ageDays);
  return [b.h("time", { datetime: flag.date }, date(flag.date)), days === null ? "" : `, ${days}`];
}
