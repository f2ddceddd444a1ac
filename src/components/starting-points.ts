import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import type { StartingPoints } from "../../loaders/evaluation/attainment/record.ts";
import { type Builder, builder, card, type Options, quiet } from "./dom.js";
import { count, yearGroup } from "./format.js";
import { meanChangeFigure, meanChangeTable } from "./mean-change-figure.js";
import { isMissing } from "./missing-view.js";
import { tableDetails } from "./table.js";
import { uncountedNotes } from "./uncounted.js";

/** A grade in the points of each stage. */
const grade = { ks4: "One point is a GCSE grade.", ks5: "Ten points are an A level grade." };

/** Predicted points against students of the same prior attainment, before and after. */
export function startingPointsCard(page: ImpactPage, options: Options = {}): Node {
  const b = builder(options);
  const { progress, why } = page.record.attainment;
  if (isMissing(page, "progress from starting points")) return b.nothing();
  const title = "Progress from starting points";
  if (progress.length === 0) return card(b, title, { class: "progress" }, quiet(b, why.progress!));
  return card(
    b,
    title,
    { class: "progress" },
    progress.map((each, i) => part(b, each, page.findings.attainment.progress[i]!)),
  );
}

function part(b: Builder, each: StartingPoints, sentence: string): Element {
  const { h } = b;
  const { label, stage, yearGroups, fewestAlike, mentees, everyone, sources } = each;
  const rows = [
    { label: "Mentees", change: mentees },
    { label: `Everyone, ${yearGroups.map(yearGroup).join(", ")}`, change: everyone },
  ];
  return h(
    "div",
    { class: "question" },
    h("h3", {}, label),
    h("p", {}, sentence),
    meanChangeFigure(b, `Progress from starting points, ${label}`, "points a subject", rows),
    tableDetails(
      b,
      meanChangeTable(
        `Predicted points minus those of students of the same prior attainment, ${label}: one number a student`,
        `progress-${stage}`,
        rows,
        [
          `Alike: the same fifth of the year group by prior attainment, the same subject, at least ${count(fewestAlike)} other students. ${grade[stage]}`,
          ...uncountedNotes(" among the mentees", mentees.unknown, ["student", "students"]),
          ...uncountedNotes(" of everyone", everyone.unknown, ["student", "students"]),
          `Points: ${sources.join("; ")}.`,
        ],
      ),
    ),
  );
}
