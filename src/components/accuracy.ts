import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import type { Attainment, SubjectAccuracy } from "../../loaders/evaluation/attainment/record.ts";
import { builder, card, type Options, quiet } from "./dom.js";
import { count, PERCENT_FROM, percent, share, shareInterval } from "./format.js";
import { isMissing } from "./missing-view.js";
import { standingBars } from "./standing-bars.js";
import { type Cell, numberCell, type TableSpec, tableDetails } from "./table.js";
import { uncountedNotes } from "./uncounted.js";

type AccuracyPage = Pick<ImpactPage, "site"> & {
  record: { attainment: Pick<Attainment, "accuracy" | "why"> };
  findings: { attainment: { accuracy: string[] } };
};

/** How predicted grades met the results, a bar a subject. */
export function accuracyCard(page: AccuracyPage, options: Options = {}): Node {
  const b = builder(options);
  const { accuracy, why } = page.record.attainment;
  if (isMissing(page, "accuracy of predictions")) return b.nothing();
  const title = "How predicted grades met the results";
  if (accuracy.pairs === 0) return card(b, title, { class: "accuracy" }, quiet(b, why.accuracy!));
  const isMixed = new Set(accuracy.subjects.map(({ scale }) => scale)).size > 1;
  return card(
    b,
    title,
    { class: "accuracy" },
    b.h("p", {}, page.findings.attainment.accuracy.join(" ")),
    standingBars(
      b,
      "Predicted grades against results by subject",
      ["too low", "as predicted", "too high"],
      [
        {
          label: null,
          rows: accuracy.subjects.map(({ subject, label, n, exact, over, under }) => ({
            label: isMixed ? `${subject}, ${label}` : subject,
            value: share(exact.k, n),
            below: under.k,
            level: exact.k,
            above: over.k,
          })),
        },
      ],
      "Beside the bars: the grades that were as predicted.",
    ),
    tableDetails(b, table(accuracy.subjects, uncountedNotes("", accuracy.uncounted, ["result", "results"]))),
  );
}

function table(subjects: readonly SubjectAccuracy[], notes: readonly string[]): TableSpec {
  const parts = ["exact", "withinOne", "over", "under"] as const;
  const labels = { exact: "As predicted", withinOne: "Within one grade", over: "Too high", under: "Too low" };
  return {
    caption: "Predicted grades against results: students by subject, with 95% intervals of the shares",
    filename: "accuracy",
    columns: [
      { label: "Subject" },
      { label: "Scale" },
      { label: "Students", numeric: true },
      ...parts.flatMap((part) => [
        { label: labels[part], numeric: true },
        { label: "share", numeric: true },
        { label: "95% interval", numeric: true },
      ]),
    ],
    rows: subjects.map((subject) => [
      subject.subject,
      subject.label,
      numberCell(subject.n, count),
      ...parts.flatMap((part): Cell[] => {
        const { k, ci95 } = subject[part];
        return [
          numberCell(k, count),
          { text: subject.n >= PERCENT_FROM ? percent(k / subject.n) : "–", value: k / subject.n },
          shareInterval(ci95, subject.n),
        ];
      }),
    ]),
    notes: [
      "Predicted: the last predicted grade in the year before the result. Too high and too low count halves of a grade too, where teachers differed.",
      ...notes,
    ],
  };
}
