import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { applyEdit, type Edit, edits } from "../../support/mutate.ts";
import { bytesOf, contentOf, type Document } from "./mutation/document.ts";
import { documents } from "./mutation/documents.ts";
import { judge, type Reading, type Verdict } from "./mutation/judge.ts";
import { lenientReading } from "./mutation/lenient-reading.ts";
import { decode } from "./mutation/oracle.ts";
import { withDocument } from "./mutation/read-document.ts";

/** Mutations over all documents; MUTATIONS asks for more, as `npm run test:nightly` does. */
const mutations = Number(process.env.MUTATIONS ?? 3_000);
const seed = 20_101_008;

describe.each(documents.map((document, i) => ({ ...document, i })))("$title", (document) => {
  const valid = bytesOf(document);

  it("is read as it was written", () => {
    const read = withDocument(document, (read) => read(valid));
    const written = document.parts.flatMap(({ facts }) => facts);
    expect(read.facts.map(contentOf).sort()).toEqual(written.map(contentOf).sort());
    expect(read.lines.map(({ fate }) => fate)).toEqual(
      document.parts.flatMap(({ fate, text }) => text.split("\n").map(() => fate)),
    );
    // That an encoding was concluded is worth a warning.
    const concluded = document.declared ? [] : [{ code: "encoding-error", severity: "warning" }];
    for (const { code, severity } of read.problems) expect(concluded).toContainEqual({ code, severity });
  });

  it("gives the same facts after one edit, or names the touched line; never other facts, never another line lost", {
    timeout: 600_000,
  }, () => {
    const verdicts: Record<Verdict, number> = {
      "the same facts": 0,
      "another valid value": 0,
      "the touched line named": 0,
      "the header changed, and said so": 0,
      "the encoding asked for": 0,
    };
    const runs = Math.ceil(mutations / documents.length);
    withDocument(document, (read) => {
      fc.assert(
        fc.property(edits(valid, document.delimiter), (edit) => {
          verdicts[judge(document, edit, read(applyEdit(valid, edit)))]++;
        }),
        { seed: seed + document.i, numRuns: runs },
      );
    });
    // Edits that a reader could pass by refusing every file, or by reading every line, would prove little.
    expect(verdicts["the touched line named"]).toBeGreaterThan(runs / 4);
    expect(verdicts["the header changed, and said so"]).toBeLessThan(runs / 3);
    expect(verdicts["the encoding asked for"]).toBeLessThan(runs / 10);
    expect(verdicts["the same facts"] + verdicts["another valid value"]).toBeGreaterThan(runs / 10);
  });
});

/** The text of a file in UTF-16, which is read record by record; null where it is not text throughout. */
function inUtf16(document: Document, bytes: Buffer): Buffer | null {
  const text = decode(bytes, document.encoding);
  return text === null || /^(?:ÿþ|þÿ|ï»¿)/.test(text)
    ? null
    : Buffer.from(`\uFEFF${text.replace(/^\uFEFF/, "")}`, "utf16le");
}

describe.each(documents.filter(({ declared }) => declared).map((document, i) => ({ ...document, i })))(
  "read in bulk and record by record: $title",
  (document) => {
    it("is the same, whatever one edit makes of it", { timeout: 600_000 }, () => {
      const valid = bytesOf(document);
      const runs = Math.ceil(mutations / documents.length / 2);
      let read = 0;
      withDocument(document, (readBytes) => {
        fc.assert(
          fc.property(edits(valid, document.delimiter), (edit) => {
            const bytes = applyEdit(valid, edit);
            const other = inUtf16(document, bytes);
            if (!other) return;
            read++;
            expect(told(readBytes(bytes))).toEqual(told(readBytes(other)));
          }),
          { seed: seed - document.i, numRuns: runs },
        );
      });
      expect(read).toBeGreaterThan(runs / 2);
    });
  },
);

/** What does not depend on the encoding, in one order; but for the warning of columns without a header. */
function told({ facts, lines, problems, unmappedColumns }: Reading) {
  return {
    facts: facts.map(contentOf).sort(),
    fates: lines.map(({ fate }) => fate),
    problems: problems.map((problem) => JSON.stringify(problem)).sort(),
    unmappedColumns,
  };
}

/** Ways in which a reader could be wrong; each gives the reading changed, or null where there is nothing to spoil. */
const faults: Record<string, (reading: Reading, document: Document) => Reading | null> = {
  "loses a fact": (reading) =>
    reading.facts.length > 0 ? { ...reading, facts: reading.facts.slice(1) } : null,
  "gives a fact twice": (reading) =>
    reading.facts.length > 0 ? { ...reading, facts: [...reading.facts, reading.facts[0]!] } : null,
  "changes a value": ({ facts: [first, ...others], ...reading }) => {
    if (!first) return null;
    const [name] = Object.keys(first.values).filter((name) => !name.endsWith("_id"));
    return { ...reading, facts: [{ ...first, values: { ...first.values, [name!]: "5" } }, ...others] };
  },
  "swaps two students": ({ facts, ...reading }) => {
    const other = facts.find(({ values }) => values.student_id !== facts[0]!.values.student_id);
    if (!other) return null;
    const swapped = { ...facts[0]!, values: { ...facts[0]!.values, student_id: other.values.student_id! } };
    return { ...reading, facts: [swapped, ...facts.slice(1)] };
  },
  "names nothing": (reading) =>
    reading.problems.some(({ severity }) => severity === "error") ? { ...reading, problems: [] } : null,
  "names the line before": ({ problems, ...reading }) =>
    problems.some(({ line, severity }) => line !== null && severity === "error")
      ? {
          ...reading,
          problems: problems.map((problem) => ({ ...problem, line: problem.line && problem.line - 1 })),
        }
      : null,
  // Where the header is repeated, and a repeat was touched, a file may be refused.
  "refuses the file": (reading, { parts }) =>
    parts.filter(({ fate }) => fate === "header").length > 1
      ? null
      : {
          ...reading,
          facts: [],
          problems: [{ line: null, column: null, code: "missing-label", severity: "error" }],
        },
  "accepts a quarantined line": ({ lines, ...reading }) =>
    lines.some(({ fate }) => fate === "quarantined")
      ? {
          ...reading,
          quarantined: new Uint8Array(),
          lines: lines.map((line) => (line.fate === "quarantined" ? { ...line, fate: "accepted" } : line)),
        }
      : null,
  "keeps other bytes in quarantine": (reading) => ({ ...reading, quarantined: Buffer.from("x") }),
  "counts a line too few": ({ lines, ...reading }) => ({ ...reading, lines: lines.slice(0, -1) }),
};

describe("the judge of these mutations", () => {
  const sampled = documents.map((document) => {
    const valid = bytesOf(document);
    return { document, valid, sample: fc.sample(edits(valid, document.delimiter), { seed, numRuns: 80 }) };
  });
  let rightly: { document: Document; edit: Edit; reading: Reading }[];

  beforeAll(() => {
    rightly = sampled.flatMap(({ document, valid, sample }) =>
      withDocument(document, (read) =>
        sample
          .map((edit) => ({ document, edit, reading: read(applyEdit(valid, edit)) }))
          .filter(
            ({ edit, reading }) => judge(document, edit, reading) !== "the header changed, and said so",
          ),
      ),
    );
  });

  it.each(Object.entries(faults))("is not passed by a reader that %s", (_, spoil) => {
    let spoilt = 0;
    for (const { document, edit, reading } of rightly) {
      const wrong = spoil(reading, document);
      if (!wrong) continue;
      spoilt++;
      expect(() => judge(document, edit, wrong)).toThrow();
    }
    expect(spoilt).toBeGreaterThan(200);
  });

  it.each(sampled)(
    "is not passed by a reader that forgives quotation marks and numbers of cells: $document.title",
    ({ document, valid, sample }) => {
      const passes = (edit: Edit) => {
        try {
          return judge(document, edit, lenientReading(document, applyEdit(valid, edit)));
        } catch {
          return null;
        }
      };
      expect(passes({ at: 0, removed: 0, inserted: Buffer.alloc(0) })).toBe("the same facts");
      expect(sample.filter((edit) => passes(edit) === null).length).toBeGreaterThan(sample.length / 10);
    },
  );
});
