import type { StudentEntry, StudentPage } from "../../loaders/editions/student.ts";
import type { StudentDetails } from "../../loaders/editions/student-details.ts";
import { builder, card, type Options } from "./dom.js";
import { flagList } from "./flag-list.js";
import { date } from "./format.js";
import { lastAction, sinceLine } from "./student-facts.js";
import { studentHeatMaps, studentTargets } from "./student-grades.js";
import { studentLists } from "./student-lists.js";
import { isTold, studentTimeline } from "./student-timeline.js";

/** Everything known about one student; condensed to one page on paper. */
export function studentSheet(
  page: StudentPage,
  entry: StudentEntry,
  details: StudentDetails,
  options: Options = {},
): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const { atRisk } = details;
  const labels = new Map(page.rules.map(({ rule, label }) => [rule, label]));
  const predicted = isTold(page, "predicted grades");
  return h(
    "div",
    { class: "student-sheet" },
    card(
      b,
      entry.name,
      { class: "student-head" },
      h("p", { class: "lead" }, details.sentence),
      h(
        "div",
        { class: "sheet-facts" },
        h(
          "div",
          {},
          h("h3", {}, "Flags now"),
          atRisk
            ? flagList(b, atRisk, (rule) => labels.get(rule) ?? rule)
            : h("p", { class: "note" }, "Not on roll, and so not judged."),
        ),
        atRisk &&
          h(
            "div",
            { class: "help" },
            h("h3", {}, "Since the last panel"),
            atRisk.since
              ? sinceLine(b, atRisk.since)
              : h("p", { class: "note" }, "No flag then or now, or no earlier panel is known."),
            lastAction(b, atRisk),
          ),
      ),
    ),
    card(
      b,
      "The year on one axis",
      { class: "student-year" },
      ...studentTimeline(page, entry.name, details, options),
    ),
    isTold(page, "review grades") &&
      card(
        b,
        "Review grades by criterion",
        { class: "student-reviews" },
        studentHeatMaps(page, details, options),
      ),
    h(
      "div",
      { class: "student-below" },
      predicted &&
        card(
          b,
          "Predicted against target",
          { class: "student-targets" },
          studentTargets(page, details, options),
        ),
      h("div", { class: "student-lists" }, studentLists(page, details, options)),
    ),
    details.missing.length > 0 &&
      card(
        b,
        "Not known of this student",
        { class: "missing" },
        h(
          "ul",
          {},
          details.missing.map((text) => h("li", {}, text)),
        ),
      ),
    h(
      "p",
      { class: "note paper-only" },
      [
        page.site.synthetic && "Invented data: no real student",
        page.site.programme,
        page.site.institution,
        page.site.academicYear,
        `data as of ${date(page.to)}`,
      ]
        .filter((text) => text)
        .join(" · "),
    ),
  );
}
