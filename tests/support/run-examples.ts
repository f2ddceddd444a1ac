import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/**
 * Runs every `@example expression // => JSON` of a folder against the functions its modules export.
 * @param folder Below the project, for example "loaders/statistics".
 */
export async function runExamples(folder: string): Promise<void> {
  const at = new URL(`../../${folder}/`, import.meta.url);
  const files = readdirSync(at).filter((file) => file.endsWith(".ts"));
  const exported: Record<string, unknown> = {};
  for (const file of files) Object.assign(exported, await import(new URL(file, at).href));

  const sourceOf = (file: string) => readFileSync(new URL(file, at), "utf8");
  const withFunctions = files.filter((file) => /^export (function|const) /m.test(sourceOf(file)));

  describe.each(withFunctions)("%s", (file) => {
    const source = sourceOf(file);
    const examples = [...source.matchAll(/@example (.+?) \/\/ => (.+?)(?: \*\/)?$/gm)];
    const functions = [...source.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name!);

    it.each(functions)("%s has an example of its own", (name) => {
      expect(examples.some(([, expression]) => expression!.includes(`${name}(`))).toBe(true);
    });

    it.each(examples.map(([, expression, json]) => ({ expression: expression!, json: json! })))(
      "$expression",
      ({ expression, json }) => {
        const run = new Function(...Object.keys(exported), `return ${expression};`);
        expectSame(asJson(run(...Object.values(exported))), JSON.parse(json));
      },
    );
  });
}

/** As JSON holds it: a bigint as a number, undefined as null. */
const asJson = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (_, part) => (typeof part === "bigint" ? Number(part) : part)));

function expectSame(actual: unknown, expected: unknown): void {
  if (typeof expected === "number" && typeof actual === "number")
    expect(Math.abs(actual - expected)).toBeLessThan(1e-9);
  else if (typeof expected === "object" && expected !== null) {
    expect(Object.keys(actual as object).toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const [key, part] of Object.entries(expected))
      expectSame((actual as Record<string, unknown>)[key], part);
  } else expect(actual).toEqual(expected);
}
