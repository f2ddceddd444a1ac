import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonFault, parseStrictJson } from "../../../loaders/programme/strict-json.ts";

/** What JSON.parse makes of a text, or null where it refuses. */
function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

describe("strict JSON beside JSON.parse", () => {
  it("reads what JSON.parse reads, as the same value", () => {
    const plainKey = fc.string().filter((key) => !["__proto__", "constructor", "prototype"].includes(key));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.string({ unit: "binary" }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(plainKey, tie("value"), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 2, "\t"), (data, indent) => {
        const text = JSON.stringify(data, null, indent);
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("refuses what JSON.parse refuses, always as a JsonFault", () => {
    const sample = '{"a": [1, -2.5e3, "x\\u0041\\n"], "b": {"c": true, "d": null}}';
    const pieces = [
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "\\",
      "0",
      ".",
      "-",
      "e",
      "/",
      "t",
      "\n",
      "\u0000",
      "é",
    ];
    fc.assert(
      fc.property(
        fc.nat(sample.length),
        fc.nat(2),
        fc.array(fc.constantFrom(...pieces), { maxLength: 2 }),
        (at, removed, added) => {
          const text = sample.slice(0, at) + added.join("") + sample.slice(at + removed);
          try {
            expect(parseStrictJson(text)).toEqual(parsed(text)?.value);
          } catch (error) {
            expect(error).toBeInstanceOf(JsonFault);
            if (!/stands twice|too large/.test((error as Error).message)) expect(parsed(text)).toBeNull();
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("reads exactly 32 levels", () => {
    const text = `${"[".repeat(32)}1${"]".repeat(32)}`;
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  it("reads five megabytes of short texts within a few seconds", () => {
    const text = JSON.stringify(Array.from({ length: 300_000 }, (_, i) => ({ key: `\\n${i}` })));
    const before = performance.now();
    expect(parseStrictJson(text)).toHaveLength(300_000);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
