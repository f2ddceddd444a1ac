import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extract } from "../../../loaders/extract/extract.ts";
import type { Encoding } from "../../../loaders/extract/text/decode.ts";
import { loadSettings } from "../../../loaders/programme/load-settings.ts";
import { type Generated, writeProgramme } from "../../bench/programme.ts";
import { applyEdit, edits, linesOf } from "../../support/mutate.ts";
import { rowsOf } from "../../support/programme-folder.ts";

/** As for the other mutations, but fewer, for each reads the whole file. */
const mutations = Number(process.env.MUTATIONS ?? 2_000);
const rows = 90_000;
/** Bytes that are in memory at a time while a file is read. */
const window = 4 * 1024 * 1024;

describe("a file that is larger than what is read of it at a time", () => {
  let folder: string;
  let generated: Generated;
  let valid: Buffer;
  let known: Set<string>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "large-"));
    generated = writeProgramme(folder, rows, null);
    valid = readFileSync(generated.reviews);
    known = new Set(lineTexts(valid));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is one", () => {
    expect(valid.length).toBeGreaterThan(window + 500_000);
  });

  it("loses no line but the touched ones, wherever the bytes at hand end", { timeout: 600_000 }, () => {
    const near = 150;
    const part = valid.subarray(window - near, window + near);
    let named = 0;
    fc.assert(
      fc.property(edits(part, ","), ({ at, ...edit }) => {
        const bytes = applyEdit(valid, { at: at + window - near, ...edit });
        writeFileSync(generated.reviews, bytes);
        const texts = lineTexts(bytes);
        const touched = texts.flatMap((text, i) => (known.has(text) ? [] : [i + 1]));
        const read = extract(loadSettings(folder));
        const file = read.files.find(({ name }) => name === "reviews.csv")!;
        const facts = rowsOf(read, "reviews").map((row) =>
          [
            row.student_id,
            row.subject,
            row.review_date,
            row.criterion,
            row.grade,
            row.review,
            row.teacher,
          ].join(),
        );
        const untouched = texts.filter((text, i) => i > 0 && known.has(text));
        const extra = new Set(facts);
        for (const text of untouched) expect(extra.delete(text), text).toBe(true);
        expect(facts).toHaveLength(untouched.length + extra.size);
        const { encoding } = file;
        const readings = touched.map((line) => plainReading(texts[line - 1]!, encoding!));
        for (const fact of extra) expect(readings).toContain(fact);
        const lines = file.problems.map(({ line }) => line);
        for (const line of lines) expect(touched).toContain(line);
        for (const line of touched) {
          const isConcluded = encoding === "windows-1252" && /[\x80-\xff]/.test(texts[line - 1]!);
          if (file.fateOf(line) === "quarantined" || isConcluded) expect(lines).toContain(line);
        }
        expect(touched.filter((line) => file.fateOf(line) === "accepted")).toHaveLength(extra.size);
        expect(file.lineCounts()).toMatchObject({ total: texts.length, header: 1 });
        named += lines.length;
      }),
      { seed: 4, numRuns: Math.ceil(mutations / 250), endOnFailure: true },
    );
    expect(named).toBeGreaterThan(mutations / 500);
  });
});

function lineTexts(bytes: Buffer): string[] {
  return linesOf(bytes).map(({ start, end }) => bytes.toString("latin1", start, end).replace(/[\r\n]+$/, ""));
}

/** The cells of a line without quotation marks within, as a row is printed. */
function plainReading(text: string, encoding: Encoding): string {
  const decoded = new TextDecoder(encoding).decode(Buffer.from(text, "latin1"));
  const cells = decoded.split(",").map((cell) => cell.replace(/^"(.*)"$/, "$1").trim());
  return cells.map((cell, i) => (i === 3 ? cell.toLowerCase() : cell)).join();
}
