import { group } from "d3-array";
import type { PointsLine } from "../attainment/grade-points.ts";
import { pointsLines, qualificationOfScale } from "./points-tables.ts";
import models from "./reference/attainment8_models.json" with { type: "json" };
import { builtInScales } from "./scales.ts";

const stages = [
  { stage: "ks4", title: "GCSEs and equivalents" },
  { stage: "ks5", title: "A levels and equivalents" },
] as const;

/** docs/points.md: what grades are worth, by qualification, and the slots of Attainment 8; generated from the reference data. */
export function pointsPage(): string {
  const lines = [
    "# Points of grades",
    "",
    "What the measures of attainment count a grade as. Generated from `loaders/programme/reference/grade_points.csv`,",
    "`scale_points.csv` and `attainment8_models.json`. The points of the two stages are different units. Ungraded (U) is",
    "worth nothing; a grade that stands twice with different points has none.",
    "",
    "A grade has the points that `points` of its line under `qualifications` names, else those of the qualification that the",
    "export gives with it, else those of its built-in scale.",
    ...stages.flatMap(({ stage, title }) => [
      "",
      `## ${title}`,
      "",
      "| qualification | points of the grades | counts as | scale | source |",
      "|---|---|---|---|---|",
      ...[...group(pointsLines, (line) => line.qualification).values()]
        .filter(([first]) => first!.stage === stage)
        .map((of) => row(of)),
    ]),
    "",
    "## Slots of Attainment 8",
    "",
    "English and maths, and the slots below; `attainment8` of `programme.json` declares others.",
    "",
    "| results from | basket | slots | subjects |",
    "|---|---|---|---|",
    ...models.flatMap(({ fromResultsOf, baskets, open }) => [
      ...baskets.map(
        ({ label, slots, subjects }) => `| ${fromResultsOf} | ${label} | ${slots} | ${subjects.join(", ")} |`,
      ),
      `| ${fromResultsOf} | open | ${open} | any other, and what the baskets leave over |`,
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function row(of: readonly PointsLine[]): string {
  const { stage, qualification, size, source } = of[0]!;
  const grades = of.map(({ grade, points }) => `${grade}: ${points}`).join(", ");
  const scales = builtInScales
    .filter(({ id }) => qualificationOfScale(stage, id) === qualification)
    .map(({ id }) => `\`${id}\``)
    .join(", ");
  const cells = [qualification, grades, String(size), "", source].map((text) =>
    text.replace(/[\\|*_<>]/g, "\\$&"),
  );
  cells[3] = scales;
  return `| ${cells.join(" | ")} |`;
}
