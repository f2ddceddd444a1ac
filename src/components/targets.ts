import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import type {
  AgainstTargets,
  Standings,
  TargetsOnScale,
} from "../../loaders/evaluation/attainment/record.ts";
import { type Builder, builder, card, type Options, quiet } from "./dom.js";
import { count, DESCRIBE_BELOW } from "./format.js";
import { meanChangeFigure, meanChangeTable } from "./mean-change-figure.js";
import { isMissing } from "./missing-view.js";
import { type StandingRow, standingBars } from "./standing-bars.js";
import { type Cell, numberCell, type TableSpec, tableDetails } from "./table.js";
import { uncountedNotes } from "./uncounted.js";

/** Predicted grades against targets before and after: a scale at a time, subjects counted and gaps averaged. */
export function targetsCard(page: ImpactPage, options: Options = {}): Node {
  const b = builder(options);
  const { targets, targetsUncounted, why } = page.record.attainment;
  if (isMissing(page, "predicted against target")) return b.nothing();
  const title = "Predicted grades against targets";
  if (targets.length === 0) return card(b, title, { class: "targets" }, quiet(b, why.targets!));
  return card(
    b,
    title,
    { class: "targets" },
    targets.map((each, i) => part(b, each, page.findings.attainment.targets[i]!)),
    uncountedNotes(" of mentees", targetsUncounted, ["subject", "subjects"]).map((note) =>
      b.h("p", { class: "note" }, note),
    ),
  );
}

function part(b: Builder, each: TargetsOnScale, sentence: string): Element {
  const { h } = b;
  const { label, scale, mentees, everyone } = each;
  const gaps = [
    { label: "Mentees", change: mentees.gap },
    { label: "Everyone in their year groups", change: everyone.gap },
  ];
  return h(
    "div",
    { class: "question" },
    h("h3", {}, label),
    h("p", {}, sentence),
    standingBars(
      b,
      `Predicted grades against targets, ${label}`,
      ["below target", "at target", "above target"],
      [
        { label: "Mentees' subjects", rows: bars(mentees) },
        { label: "Everyone's subjects in their year groups", rows: bars(everyone) },
      ],
      "Beside the bars: below · at · above target.",
    ),
    tableDetails(b, subjectsTable(each)),
    mentees.gap.n >= DESCRIBE_BELOW && [
      meanChangeFigure(b, "Mean distance from target", "grades", gaps),
      tableDetails(
        b,
        meanChangeTable(
          `Mean distance from target, ${label}: predicted minus target in grades, one number a student`,
          `target-gaps-${scale}`,
          gaps,
          [],
        ),
      ),
    ],
  );
}

function bars({ pairs }: AgainstTargets): StandingRow[] {
  return (["before", "after"] as const).map((time) => {
    const { below, at, above } = pairs[time];
    return {
      label: time === "before" ? "Before" : "After",
      value: `${count(below)} · ${count(at)} · ${count(above)}`,
      below,
      level: at,
      above,
    };
  });
}

function subjectsTable({ label, scale, subjects }: TargetsOnScale): TableSpec {
  const cells = ({ n, before, after }: Standings): Cell[] =>
    [n, before.below, before.at, before.above, after.below, after.at, after.above].map((value) =>
      numberCell(value, count),
    );
  const headings = (who: string) => [
    { label: `${who}: students`, numeric: true },
    ...["before", "after"].flatMap((time) =>
      ["below", "at", "above"].map((standing) => ({ label: `${standing} ${time}`, numeric: true })),
    ),
  ];
  return {
    caption: `Students below, at and above target by subject, ${label}`,
    filename: `targets-${scale}`,
    columns: [{ label: "Subject" }, ...headings("Mentees"), ...headings("Everyone")],
    rows: subjects.map(({ subject, mentees, everyone }) => [subject, ...cells(mentees), ...cells(everyone)]),
    notes: [],
  };
}
