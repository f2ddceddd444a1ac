import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { glossaryPage } from "../methods/glossary-page.ts";
import { recordPage } from "../methods/record-page.ts";
import { packageRoot } from "../publish/paths.ts";
import { programmeJsonSchema } from "./json-schema.ts";
import { loadSettings } from "./load-settings.ts";
import { pointsPage } from "./points-page.ts";
import { scalesPage } from "./scales-page.ts";
import { settingsPage } from "./settings-page.ts";
import { tablesPage } from "./tables-page.ts";
import { templateFiles } from "./template-files.ts";

const templates = join(packageRoot, "data", "templates");

/** Writes the files that are generated from definitions in the code: `npm run generate:files`. */
for (const [name, content] of [
  ["settings.md", settingsPage()],
  ["tables.md", tablesPage()],
  ["scales.md", scalesPage()],
  ["record.md", recordPage()],
  ["points.md", pointsPage()],
  ["GLOSSARY.md", glossaryPage()],
] as const)
  writeFileSync(join(packageRoot, "docs", name), content);
writeFileSync(
  join(packageRoot, "data", "programme.schema.json"),
  `${JSON.stringify(programmeJsonSchema(), null, 2)}\n`,
);
for (const [name, content] of templateFiles(loadSettings(templates).settings))
  writeFileSync(join(templates, name), content);
