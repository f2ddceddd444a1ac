import { readFileSync } from "node:fs";
import { join } from "node:path";
import { headerHtml, headHtml } from "./src/components/shell.ts";

/**
 * Framework builds one staged edition at a time. The build writes the stage (pages, components and the data that the
 * audience may see) and names it here; see docs/decisions/0002-staged-editions.md.
 */
const root = process.env.MENTORING_STAGE ?? "src/.observablehq/stage";
const output = process.env.MENTORING_OUTPUT ?? "dist";

interface Stage {
  title: string;
  institution: string;
  pages: { name: string; path: string; group?: string }[];
}
const stage: Stage = JSON.parse(readFileSync(join(root, "stage.json"), "utf8"));

process.env.OBSERVABLE_TELEMETRY_DISABLE = "true";

export default {
  root,
  output,
  title: `${stage.title}, ${stage.institution}`,
  pages: stage.pages,
  style: "components/styles/site.css",
  head: headHtml(),
  header: ({ path }: { path: string }) =>
    headerHtml(stage.pages, { path, programme: stage.title, institution: stage.institution }),
  footer: "",
  globalStylesheets: [],
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  preserveExtension: true,
  preserveIndex: true,
};
