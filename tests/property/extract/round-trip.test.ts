import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extract } from "../../../loaders/extract/extract.ts";
import { keepQuarantined } from "../../../loaders/extract/keep-quarantined.ts";
import type { SourceFile } from "../../../loaders/extract/source-file.ts";
import { loadSettings } from "../../../loaders/programme/load-settings.ts";
import { packageRoot } from "../../../loaders/publish/paths.ts";
import { duckdbCsv } from "../../support/corpora.ts";
import { applyEdit, edits } from "../../support/mutate.ts";
import { inProgrammeFolder } from "../../support/programme-folder.ts";
import { bytesOf } from "./mutation/document.ts";
import { documents } from "./mutation/documents.ts";

/**
 * Puts a file together again from its lines, run by run of one fate: the bytes that the account gives back, and for
 * quarantined lines those that are kept on disk.
 */
function rebuilt(file: SourceFile, quarantined: Uint8Array): Buffer {
  const parts: Uint8Array[] = [];
  const total = file.lines.total();
  let taken = 0;
  for (let first = 1, last = 1; first <= total; first = ++last) {
    const fate = file.fateOf(first);
    while (last < total && file.fateOf(last + 1) === fate) last++;
    const run = Buffer.concat(Array.from(file.lines.bytesOf(first, last), (piece) => Buffer.from(piece)));
    parts.push(fate === "quarantined" ? quarantined.subarray(taken, taken + run.length) : run);
    if (fate === "quarantined") taken += run.length;
  }
  if (taken !== quarantined.length)
    throw new Error(`${file.name}: ${quarantined.length - taken} quarantined bytes are left over.`);
  return Buffer.concat(parts);
}

/** Reads a folder, and makes sure that each of its exports can be put together again; returns how many there were. */
function expectRoundTrip(folder: string): number {
  const { files } = extract(loadSettings(folder));
  keepQuarantined(folder, files);
  const kept = new Set(
    readdirSync(join(folder, ".impact", "quarantine"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of files) {
    const bytes = readFileSync(join(folder, file.name));
    const path = join(folder, ".impact", "quarantine", file.name);
    const quarantined = kept.has(path) ? readFileSync(path) : new Uint8Array();
    expect(kept.delete(path), file.name).toBe(file.lineCounts().quarantined > 0);
    expect(rebuilt(file, quarantined).equals(bytes), file.name).toBe(true);
  }
  expect([...kept]).toEqual([]);
  return files.length;
}

/** The files of a folder by their path in it, but for hidden ones. */
function filesBelow(folder: string): Record<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  const shown = paths.filter((path) => !path.split("/").some((part) => part.startsWith(".")));
  return Object.fromEntries(shown.map((path) => [path, readFileSync(join(folder, path))]));
}

describe("accepted, quarantined and the other lines put together are the file, byte for byte", () => {
  it.each(["college", "school"])("of the sample %s", { timeout: 60_000 }, (name) => {
    const files = filesBelow(join(packageRoot, "data", name));
    const exports = Object.keys(files).filter((file) => file.endsWith(".csv"));
    expect(inProgrammeFolder({ "students.csv": null, ...files }, {}, expectRoundTrip)).toBe(exports.length);
  });

  it("of the formats that MIS write", () => {
    const files = filesBelow(join(packageRoot, "tests", "support", "formats"));
    const exports = Object.keys(files).filter((file) => /\.(csv|xml)$/.test(file));
    expect(exports).toHaveLength(7);
    expect(inProgrammeFolder({ "students.csv": null, ...files }, {}, expectRoundTrip)).toBe(7);
  });

  it.each(documents)("of $title, whole and after edits", { timeout: 60_000 }, (document) => {
    const valid = bytesOf(document);
    fc.assert(
      fc.property(fc.array(edits(valid, document.delimiter), { maxLength: 1 }), ([edit]) => {
        const bytes = edit ? applyEdit(valid, edit) : valid;
        inProgrammeFolder(
          { ...document.companions, [document.name]: bytes },
          document.settings,
          expectRoundTrip,
        );
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  const encodings = fc.constantFrom("utf-8", "windows-1252", "utf-16le", "utf-16be");
  it("of any bytes, in any encoding", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), encodings, (bytes, encoding) => {
        const sources = [{ table: "reviews" as const, files: "any.csv", encoding }];
        inProgrammeFolder({ "any.csv": bytes }, { sources }, expectRoundTrip);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

const corpus = await duckdbCsv();
describe.skipIf(corpus.missing)(corpus.title, () => {
  it("is put together again, every file in one folder", { timeout: 60_000 }, () => {
    const files = Object.fromEntries([...corpus.files].map(([name, bytes]) => [`${name}.csv`, bytes]));
    const shown = Object.keys(files).filter((name) => !name.split("/").some((part) => part.startsWith(".")));
    expect(inProgrammeFolder({ "students.csv": null, ...files }, {}, expectRoundTrip)).toBe(shown.length);
  });
});
