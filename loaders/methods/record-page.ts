import { definitionGroups } from "./definition-groups.ts";

/** docs/record.md: every field of the evaluation record with what it means, generated from the definitions. */
export function recordPage(): string {
  const lines = [
    "# The evaluation record",
    "",
    "`npm run -s evaluate -- FOLDER` prints it. Numbers are unrounded. `null` is not estimable, and a `why` beside it, or",
    "beside what holds it, says why. Criteria follow the order of programme.json. The types are in",
    "`loaders/evaluation/record.ts`. Generated from `loaders/methods/definitions`, which the page Methods shows too; `[]`",
    "stands for each item of a list, `*` for each key.",
  ];
  for (const { title, definitions } of definitionGroups) {
    const own = definitions.filter(({ fields }) => fields.length > 0);
    if (own.length === 0) continue;
    lines.push("", `## ${title}`, "", "| field | term | meaning | source |", "|---|---|---|---|");
    for (const { fields, term, meaning, source } of own)
      lines.push(
        `| ${fields.map((field) => `\`${field}\``).join(" ")} | ${term} | ${meaning} | ${source ?? ""} |`,
      );
  }
  return `${lines.join("\n")}\n`;
}
