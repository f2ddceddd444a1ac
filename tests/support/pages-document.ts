import type { AnsweringPage } from "../../loaders/editions/start.ts";

/** docs/pages.md: every page of the leaders' edition with its question and a picture. */
export function pagesDocument(
  pages: readonly Pick<AnsweringPage, "name" | "path" | "question" | "group">[],
): string {
  const sections = pages.flatMap(({ name, path, question, group }, i) => [
    ...(group === pages[i - 1]?.group ? [] : [`## ${group}`, ""]),
    ...(name === group ? [] : [`### ${name}`, ""]),
    question,
    "",
    `<img src="images/pages/${path.slice(1)}.png" width="768" alt="The top of the page ${name} of the sample school">`,
    "",
  ]);
  return [
    "# The pages",
    "",
    "Each page answers one question of its reader in its title, says how old the data are, shows the picture, holds the",
    "table behind it as CSV, and says what is missing. These are the pages of the leaders' edition of the sample school;",
    "every person in it is invented. `npm run generate:pictures` takes the pictures and writes this page.",
    "",
    ...sections,
  ].join("\n");
}
