import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { programmeJsonSchema } from "../../../loaders/programme/json-schema.ts";
import { loadSettings } from "../../../loaders/programme/load-settings.ts";

const data = new URL("../../../data/", import.meta.url);
const committed = JSON.parse(readFileSync(new URL("programme.schema.json", data), "utf8"));

const regenerate = `data/programme.schema.json is not what loaders/programme/schema.ts gives. Write it again: npx tsx -e 'import { programmeJsonSchema } from "./loaders/programme/json-schema.ts"; console.log(JSON.stringify(programmeJsonSchema(), null, 2));' > data/programme.schema.json && npx biome format --write data/programme.schema.json`;

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
