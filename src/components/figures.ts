import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import { builder, card, type Options } from "./dom.js";
import { count, money, NOT_KNOWN, plain } from "./format.js";
import { type Cell, numberCell, tableDetails } from "./table.js";

interface Figure {
  label: string;
  value: string;
  note: string | null;
}

const SEX: Record<string, string> = { M: "male", F: "female", unknown: "sex not stated" };

/** Who took part and what it took: started, measured, quick leavers, meetings, weeks, cost. */
export function figuresCard(page: ImpactPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const { cohort, cost } = page.record;
  const { meetings, weeks } = cohort;
  const sexes = Object.entries(cohort.bySex).map(
    ([sex, n]) => `${count(n)} ${sex === "unknown" ? "not stated" : (SEX[sex] ?? sex)}`,
  );
  const missed = [
    meetings.missedByStudent !== null && `${count(meetings.missedByStudent)} missed by students`,
    meetings.missedByMentor !== null && `${count(meetings.missedByMentor)} by mentors`,
    meetings.cancelled !== null && `${count(meetings.cancelled)} cancelled`,
  ].filter((text) => text);
  const figures: Figure[] = [
    {
      label: "Started",
      value: count(cohort.started),
      note: cohort.active === 0 ? "none still active" : `${count(cohort.active)} still active`,
    },
    { label: "Measured", value: count(cohort.measured), note: sexes.join(", ") || null },
    {
      label: "Quick leavers",
      value: count(cohort.quickLeavers),
      note:
        cohort.measured === cohort.started
          ? null
          : cohort.unmeasured === 0
            ? "everybody else was measured"
            : `${count(cohort.unmeasured)} more not measured`,
    },
    {
      label: "Meetings held",
      value: count(meetings.held),
      note:
        meetings.held === null
          ? (meetings.why ?? null)
          : [meetings.planned === null ? null : `of ${count(meetings.planned)} planned`, ...missed]
              .filter((text) => text)
              .join("; "),
    },
    {
      label: "Weeks mentored",
      value: plain(weeks.median),
      note:
        weeks.min === null
          ? null
          : weeks.min === weeks.max
            ? "for everybody measured"
            : `median of the measured; from ${plain(weeks.min)} to ${plain(weeks.max)}`,
    },
    {
      label: "Cost per student",
      value: money(cost.perStudent),
      note: cost.total === null ? (cost.why ?? null) : `${money(cost.total)} in all`,
    },
  ];
  const cell = (value: number | null, format: (value: number) => string = count): Cell =>
    numberCell(value, format);
  return card(
    b,
    "Who took part, and what it took",
    { class: "figures" },
    h(
      "dl",
      {},
      figures.map((figure) =>
        h(
          "div",
          {},
          h("dt", {}, figure.label),
          h("dd", { class: figure.value === NOT_KNOWN ? "value unknown" : "value" }, figure.value),
          figure.note && h("dd", { class: "note" }, figure.note),
        ),
      ),
    ),
    page.findings.leavers && h("p", {}, page.findings.leavers),
    tableDetails(b, {
      screenOnly: true,
      caption: "Numbers of the programme",
      filename: "figures",
      columns: [{ label: "Figure" }, { label: "Number", numeric: true }],
      rows: [
        ["Started", cell(cohort.started)],
        ["Measured", cell(cohort.measured)],
        ...Object.entries(cohort.bySex).map(([sex, n]): Cell[] => [`Measured, ${SEX[sex] ?? sex}`, cell(n)]),
        ["Not measured, other than quick leavers", cell(cohort.unmeasured)],
        ["Quick leavers", cell(cohort.quickLeavers)],
        ["Still active", cell(cohort.active)],
        ["Meetings planned", cell(meetings.planned)],
        ["Meetings held", cell(meetings.held)],
        ["Meetings missed by students", cell(meetings.missedByStudent)],
        ["Meetings missed by mentors", cell(meetings.missedByMentor)],
        ["Meetings cancelled", cell(meetings.cancelled)],
        ["Weeks, shortest", cell(weeks.min, plain)],
        ["Weeks, median", cell(weeks.median, plain)],
        ["Weeks, longest", cell(weeks.max, plain)],
        ["Cost in all", cell(cost.total, money)],
        ["Cost per student", cell(cost.perStudent, money)],
      ],
      notes: [meetings.why, cost.why].filter((why): why is string => why !== undefined),
    }),
  );
}
