import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import type { IndependentOutcome } from "../../loaders/evaluation/record.ts";
import { builder, card, type Options, quiet } from "./dom.js";
import { count, DESCRIBE_BELOW, percentagePoints, signed } from "./format.js";
import { type Cell, numberCell, type TableSpec, tableDetails } from "./table.js";

/** Attendance, and results of tests and exams, beside the verdict: what neither mentors nor reviewers produced. */
export function independentCard(page: ImpactPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { independent } = page.record;
  const title = "What neither mentors nor reviewers judged";
  if (independent.length === 0)
    return card(
      b,
      title,
      { class: "independent" },
      quiet(
        b,
        "Neither attendance nor results of tests are known of any mentored student both before and after, so nothing can be held beside the teachers' judgements.",
      ),
    );
  return card(
    b,
    title,
    { class: "independent" },
    page.findings.independent.map((sentence) => b.h("p", {}, sentence)),
    tableDetails(b, table(independent)),
  );
}

function table(outcomes: readonly IndependentOutcome[]): TableSpec {
  return {
    caption: "Outcomes that neither mentors nor reviewers judged: one number a student, higher is better",
    filename: "independent-outcomes",
    columns: [
      { label: "Outcome" },
      { label: "Students", numeric: true },
      { label: "Change", numeric: true },
      { label: "95% interval, from", numeric: true },
      { label: "to", numeric: true },
      { label: "Others", numeric: true },
      { label: "Adjusted difference", numeric: true },
      { label: "95% interval, from", numeric: true },
      { label: "to", numeric: true },
      { label: "Supports" },
    ],
    rows: outcomes.map(({ id, label, change, comparison, supports }) => {
      const format = id === "attendance" ? percentagePoints : signed;
      const judged = (value: number | null | undefined): Cell =>
        change.n < DESCRIBE_BELOW ? "counts only" : numberCell(value ?? null, format);
      return [
        label,
        numberCell(change.n, count),
        judged(change.mean),
        judged(change.ci95?.[0]),
        judged(change.ci95?.[1]),
        numberCell(comparison.n?.[1] ?? null, count),
        judged(comparison.ancova?.b),
        judged(comparison.ancova?.ci95[0]),
        judged(comparison.ancova?.ci95[1]),
        supports ? "yes" : "no",
      ];
    }),
    notes: ["Units: percentage points of the possible sessions for attendance, grade steps for results."],
  };
}
