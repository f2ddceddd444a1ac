import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { tables } from "../../../loaders/extract/tables.ts";
import { glossaryPage } from "../../../loaders/methods/glossary-page.ts";
import { recordPage } from "../../../loaders/methods/record-page.ts";
import { programmeJsonSchema } from "../../../loaders/programme/json-schema.ts";
import { loadSettings } from "../../../loaders/programme/load-settings.ts";
import { pointsPage } from "../../../loaders/programme/points-page.ts";
import { builtInScales } from "../../../loaders/programme/scales.ts";
import { scalesPage } from "../../../loaders/programme/scales-page.ts";
import { settingsPage } from "../../../loaders/programme/settings-page.ts";
import { tablesPage } from "../../../loaders/programme/tables-page.ts";
import { templateFiles } from "../../../loaders/programme/template-files.ts";

const data = new URL("../../../data/", import.meta.url);
const committed = JSON.parse(readFileSync(new URL("programme.schema.json", data), "utf8"));

const regenerate =
  "A generated file is not what the definitions in the code give. Write it again: npm run generate:files";

describe("the JSON Schema for editors", () => {
  it("is the one that the settings are validated with", () => {
    expect(committed, regenerate).toEqual(JSON.parse(JSON.stringify(programmeJsonSchema())));
  });

  it("requires what the contract requires, and nothing that has a default", () => {
    expect([...committed.required].sort()).toEqual(
      ["name", "institution", "phase", "academicYear", "asOf", "scales", "criteria"].sort(),
    );
  });

  it("knows no other keys, at the top and inside", () => {
    const open: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== "object" || node === null) return;
      const { properties, additionalProperties } = node as Record<string, unknown>;
      if (properties && additionalProperties !== false) open.push(path);
      for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`);
    };
    walk(committed, "");
    expect(open).toEqual([]);
  });

  it.each(["college", "school", "templates"])("data/%s/programme.json is valid", (name) => {
    expect(() => loadSettings(new URL(name, data).pathname)).not.toThrow();
  });
});

describe("other generated files", () => {
  it.each([
    ["settings.md", settingsPage],
    ["tables.md", tablesPage],
    ["scales.md", scalesPage],
    ["record.md", recordPage],
    ["points.md", pointsPage],
    ["GLOSSARY.md", glossaryPage],
  ])("docs/%s lists what there is", (name, page) => {
    expect(readFileSync(new URL(`../docs/${name}`, data), "utf8"), regenerate).toBe(page());
  });

  it("docs/tables.md has a row for every column, with what it needs and allows", () => {
    const page = tablesPage();
    for (const [name, { columns }] of Object.entries(tables)) {
      const section = page.split(`\n## ${name}\n`)[1]!.split("\n## ")[0]!;
      const rows = section.split("\n").filter((line) => line.startsWith("| `"));
      expect(rows).toHaveLength(Object.keys(columns).length);
    }
    expect(page).toContain(
      "| `status` | yes | one of `held`, `missed_by_student`, `missed_by_mentor`, `cancelled` |",
    );
    expect(page).toContain("| `sex` |  | sex: `M`, `F`, another single letter |");
    expect(page).toContain("| `volunteer` |  | yes or no |");
  });

  it("docs/scales.md has a row for every built-in scale, and gives a long one by its ends", () => {
    const page = scalesPage();
    for (const { id } of builtInScales) expect(page).toContain(`| \`${id}\` | `);
    expect(page).toContain("| A\\*, A, B, C, D, E, U |");
    expect(page).toContain("| 120, 119, 118 ... 81, 80 |");
  });

  it("data/templates has a file for every table, with the columns that are read and two example rows", () => {
    const { settings } = loadSettings(fileURLToPath(new URL("templates", data)));
    for (const [name, content] of templateFiles(settings)) {
      expect(readFileSync(new URL(`templates/${name}`, data), "utf8"), regenerate).toBe(content);
    }
  });

  it("the template's programme.json is usable", () => {
    expect(loadSettings(fileURLToPath(new URL("templates", data))).settings.criteria).toHaveLength(6);
  });
});
