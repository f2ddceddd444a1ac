import { builtInScales, gradeList } from "./scales.ts";

/** docs/scales.md: every built-in scale, generated from the reference data. */
export function scalesPage(): string {
  const lines = [
    "# Built-in scales",
    "",
    "Scales that `criteria` and `qualifications` of `programme.json` may name without declaring them. Generated from",
    "`loaders/programme/reference/grade_scales.json`. A scale of your own with the same id stands in place of the built-in one.",
    "",
    "| id | scale | grades, best first |",
    "|---|---|---|",
    ...builtInScales.map(
      (scale) => `| \`${scale.id}\` | ${cell(scale.label)} | ${cell(gradeList(scale, longest))} |`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** Grades that a row lists; a longer scale is given by its ends. */
const longest = 30;

/** A text in a table of Markdown, where a bar would end the cell and a star could begin emphasis. */
function cell(text: string): string {
  return text.replace(/[\\|*_<>]/g, "\\$&");
}
