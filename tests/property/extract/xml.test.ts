import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ContainerError } from "../../../loaders/extract/container-error.ts";
import { readXml, type XmlRows } from "../../../loaders/extract/xml/read-xml.ts";
import { packageRoot } from "../../../loaders/publish/paths.ts";

const names = ["UPN", "Legal_x0020_Surname", "Reg", "__proto__", "_x0025__x0020_Attend"] as const;
const decoded = ["UPN", "Legal Surname", "Reg", "__proto__", "% Attend"];

/** A value as a cell holds it: no blanks at its ends, no line break, nothing XML forbids. */
const value = fc
  .oneof(
    fc.constantFrom(
      "O'Brien",
      "Year  12",
      "<b>&amp;</b>",
      "]]>",
      "Ní Bhriain",
      "D’Arcy",
      "004321",
      "a;b",
      "&",
      "x",
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
  )
  .map((text) =>
    text
      .replace(/[\p{Cc}\ufffe\uffff]/gu, "-")
      .replace(/\p{Surrogate}/gu, "-")
      .trim(),
  );

/** How a value is written. */
const writings = ["escaped", "references", "CDATA", "with a comment"] as const;
type Writing = (typeof writings)[number];

function written(text: string, how: Writing): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  if (how === "references") return [...text].map((c) => `&#${c.codePointAt(0)};`).join("");
  if (how === "CDATA" && !text.includes("]]>")) return `<![CDATA[${text}]]>`;
  return how === "with a comment" ? `<!-- a -->${escaped}<?b c?>` : escaped;
}

const cell = fc.option(fc.record({ text: value, how: fc.constantFrom(...writings) }), { nil: null });
const report = fc.record({
  records: fc.array(fc.array(cell, { minLength: names.length, maxLength: names.length }), {
    minLength: 1,
    maxLength: 8,
  }),
  end: fc.constantFrom("\n", "\r\n", "\r", ""),
  encoding: fc.constantFrom("utf-8", "utf-16le", "utf-16be"),
});
type Report = typeof report extends fc.Arbitrary<infer R> ? R : never;

/** The file and, for each record, its values and lines. */
function write({ records, end, encoding }: Report) {
  const breakLines = end === "" ? 0 : 1;
  const head = `<?xml version="1.0"?>${end}<R>${end}`;
  const text = `${head}${records
    .map((record) => {
      const cells = record.map((given, i) =>
        given === null ? "" : `<${names[i]}>${written(given.text, given.how)}</${names[i]}>${end}`,
      );
      return `<r>${end}${cells.join("")}</r>${end}`;
    })
    .join("")}</R>`;
  let line = 1 + 2 * breakLines;
  const lines = records.map((record) => {
    const first = line;
    const last = first + breakLines * (1 + record.filter((given) => given !== null).length);
    line = last + breakLines;
    return { first, last };
  });
  const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
  const bytes =
    encoding === "utf-8" ? Buffer.from(text, "utf8") : encoding === "utf-16le" ? utf16 : utf16.swap16();
  return { bytes, lines };
}

const readOrNull = (bytes: Uint8Array): XmlRows | null => {
  try {
    return readXml(bytes);
  } catch (error) {
    if (error instanceof ContainerError) return null;
    throw error;
  }
};

/** Rows by label, so that the order in which columns turn up does not matter. */
const byLabel = ({ labels, rows }: XmlRows) =>
  rows.map(
    ({ cells }) => new Map(labels.map((label, i) => [label, cells[i]!] as const).filter(([, c]) => c)),
  );

const hasCells = ({ records }: Report) => records.some((record) => record.some((given) => given !== null));

describe("any records written as an XML report", () => {
  it("are read as the same rows, with their physical lines", () => {
    fc.assert(
      fc.property(report.filter(hasCells), (given) => {
        const { bytes, lines } = write(given);
        const read = readXml(bytes);
        expect(read.encoding).toBe(given.encoding);
        expect(byLabel(read)).toEqual(
          given.records.map(
            (record) => new Map(record.flatMap((c, i) => (c?.text ? [[decoded[i]!, c.text] as const] : []))),
          ),
        );
        expect(read.rows.map(({ first, last }) => ({ first, last }))).toEqual(lines);
        expect(read.notices).toEqual([]);
        for (const row of read.rows) expect(row.cells).toHaveLength(read.labels.length);
      }),
      { numRuns: 500 },
    );
  });

  it("that lose a byte are refused, or keep every record and all but one value", () => {
    fc.assert(
      fc.property(report.filter(hasCells), fc.nat(), (given, place) => {
        const { bytes } = write(given);
        const at = place % bytes.length;
        const read = readOrNull(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]));
        if (read === null) return;
        const [before, after] = [byLabel(readXml(bytes)), byLabel(read)];
        expect(after).toHaveLength(before.length);
        const touched = before.flatMap((row, i) =>
          decoded.filter((label) => row.get(label) !== after[i]!.get(label)),
        );
        expect(touched.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2_000 },
    );
  });

  it("that break off are refused", () => {
    fc.assert(
      fc.property(report.filter(hasCells), fc.nat(), (given, place) => {
        const { bytes } = write(given);
        expect(readOrNull(bytes.subarray(0, place % bytes.length))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it("with any byte changed are read or refused, never otherwise", () => {
    fc.assert(
      fc.property(report, fc.nat(), fc.nat(255), (given, place, byte) => {
        const { bytes } = write(given);
        bytes[place % bytes.length] = byte;
        const read = readOrNull(bytes);
        if (read) for (const row of read.rows) expect(row.cells).toHaveLength(read.labels.length);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("each byte of a sample file, taken out or put twice", () => {
  it.each(["sims_commandreporter.xml", "ctf_25.xml"])("%s is refused, or keeps all but one value", (name) => {
    const bytes = readFileSync(join(packageRoot, "tests/support/formats", name));
    const before = readXml(bytes);
    let kept = 0;
    for (let at = 0; at < bytes.length; at++) {
      for (const from of [at, at + 1]) {
        const read = readOrNull(Buffer.concat([bytes.subarray(0, from), bytes.subarray(2 * at + 1 - from)]));
        if (read === null) continue;
        kept++;
        expect(read.rows).toHaveLength(before.rows.length);
        const touched = byLabel(before).flatMap((row, i) => {
          const after = byLabel(read)[i]!;
          // The scale says what the score is, so the two go together.
          return before.labels.filter(
            (label) => label !== "prior_scale" && row.get(label) !== after.get(label),
          );
        });
        expect(touched.length).toBeLessThanOrEqual(1);
      }
    }
    expect(kept).toBeGreaterThan(50);
  });
});
