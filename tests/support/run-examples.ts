import { describe, expect, it } from "vitest";
import { functionModules } from "./exported-functions.ts";

/**
 * Runs every `@example expression // => JSON` of a folder of pure functions against the functions its modules export; each
 * function must have one of its own, and each module name its source.
 * @param folder Below the project, for example "loaders/statistics".
 */
export async function runExamples(folder: string): Promise<void> {
  const modules = functionModules(folder);
  const exported: Record<string, unknown> = {};
  for (const { url } of modules) Object.assign(exported, await import(url));

  describe.each(modules.filter(({ functions }) => functions.length > 0))(
    "$file",
    ({ file, source, functions }) => {
      const examples = [...source.matchAll(/@example (.+?) \/\/ => (.+?)(?: \*\/)?$/gm)];

      it.each(functions)("$name has an example of its own", ({ name, comment }) => {
        const own = [...comment.matchAll(/@example (.+?) \/\/ => /g)].map(([, expression]) => expression!);
        expect(own.some((expression) => expression.includes(`${name}(`))).toBe(true);
      });

      if (!file.startsWith("check-")) it("names its source", () => expect(source).toContain(" * Source: "));

      it.each(examples.map(([, expression, json]) => ({ expression: expression!, json: json! })))(
        "$expression",
        ({ expression, json }) => {
          const run = new Function(...Object.keys(exported), `return ${expression};`);
          expectSame(asJson(run(...Object.values(exported))), JSON.parse(json));
        },
      );
    },
  );
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
