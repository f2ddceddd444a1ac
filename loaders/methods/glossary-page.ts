import { terms } from "./terms.ts";

/** docs/GLOSSARY.md. */
export function glossaryPage(): string {
  return [
    "# Glossary",
    "",
    "Code, pages and documents use these words in these senses. Written from `loaders/methods/terms.ts` by",
    "`npm run generate:files`; pages explain those that have forms where they stand.",
    "",
    "| word | sense |",
    "|---|---|",
    ...terms.map(({ word, sense }) => `| ${word} | ${sense} |`),
    "",
  ].join("\n");
}
