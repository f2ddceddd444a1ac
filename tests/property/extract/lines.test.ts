import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openText } from "../../../loaders/extract/open-export.ts";
import { bytesInMemory } from "../../../loaders/extract/text/byte-source.ts";
import type { Encoding } from "../../../loaders/extract/text/decode.ts";
import { inspect } from "../../../loaders/extract/text/inspect.ts";
import type { SourceSettings } from "../../../loaders/programme/schema.ts";
import { assertAccounted, readFolder } from "../../support/programme-folder.ts";
import { readLines } from "../../support/text.ts";

/** Bytes with many line ends, quotes, delimiters, marks and broken characters. */
const hostileBytes = fc
  .array(
    fc.oneof(
      fc.constantFrom("\n", "\r", "\r\n", ",", ";", '"', '""', "A1", "3", "focus", "\0", " ", "Total"),
      fc.constantFrom(
        "\u00ff\u00fe",
        "\u00fe\u00ff",
        "\u00ef\u00bb\u00bf",
        "\u00e2\u0082",
        "\u0081",
        "\u0092",
      ),
      fc.string({
        unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
        maxLength: 6,
      }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => Buffer.from(parts.join(""), "latin1"));
const encodings = fc.constantFrom<Encoding>("utf-8", "windows-1252", "utf-16le", "utf-16be");

describe("any bytes", () => {
  it("are tiled by their lines, and no line holds a line end", () => {
    fc.assert(
      fc.property(hostileBytes, encodings, (bytes, declared) => {
        const { lines } = readLines(bytes, declared);
        expect(Buffer.concat(lines.map(({ start, end }) => bytes.subarray(start, end)))).toEqual(bytes);
        lines.forEach(({ number, text }, i) => {
          expect(number).toBe(i + 1);
          expect(text ?? "").not.toMatch(/[\n\r\0]/);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("decode to text that encodes to the same bytes", () => {
    fc.assert(
      fc.property(hostileBytes, (bytes) => {
        const { encoding, lines } = readLines(bytes, "utf-8");
        fc.pre(encoding === "utf-8");
        const mark = bytes.subarray(0, 3).equals(Buffer.from("\uFEFF")) ? 3 : 0;
        for (const { start, end, text } of lines) {
          if (text === null) continue;
          const own = bytes
            .subarray(Math.max(start, mark), end)
            .toString("utf8")
            .replace(/[\r\n]+$/, "");
          expect(text).toBe(own);
        }
      }),
    );
  });

  it.each([
    "reviews.csv",
    "students.csv",
    "marks.csv",
    "attendance-2010-10-04.csv",
    "agreements.csv",
    "other.csv",
  ])("as %s end with one fate for each line, and a reason for each that is quarantined", (name) => {
    const headers = fc.constantFrom(
      "",
      "student_id,subject,review_date,criterion,grade\n",
      "student_id,surname,forename,year_group\r\n",
      "student_id,Maths Focus,Art Effort\n",
      "student_id,mentor_id,starts_on\r",
      "student_id,MonAM,MonPM\n",
    );
    fc.assert(
      fc.property(headers, hostileBytes, encodings, (header, body, encoding) => {
        const bytes = Buffer.concat([Buffer.from(header), body]);
        const read = readFolder(
          { [name]: bytes },
          {
            sources:
              name === "marks.csv"
                ? [{ table: "marksheet", files: name, encoding, reviewDate: "2010-10-08" }]
                : [],
          },
        );
        const file = read.file(name);
        const reasons = new Set(
          file.problems.filter(({ severity }) => severity === "error").map(({ line }) => line),
        );
        if (file.lineCounts().quarantined > 0) expect(reasons.size).toBeGreaterThan(0);
        if (!reasons.has(null)) {
          for (const line of reasons) expect(line).toBeGreaterThan(1);
        }
      }),
      { numRuns: 120 },
    );
  });
});

describe("the account of a file", () => {
  it("keeps quarantine final, and quarantined bytes are those lines'", () => {
    fc.assert(
      fc.property(hostileBytes, fc.array(fc.nat(30)), (bytes, picks) => {
        const source = bytesInMemory(bytes);
        const { file } = openText(
          "x.csv",
          source,
          inspect(source),
          { encoding: "utf-8" } as SourceSettings,
          16,
        );
        const { lines } = readLines(bytes, "utf-8");
        const chosen = new Set(picks.map((pick) => pick + 1).filter((line) => line <= lines.length));
        for (const first of chosen)
          file.quarantine({ first, last: first }, { column: null, code: "stray-quote", message: "." });
        file.settle(1, lines.length, "accepted");
        assertAccounted(file);
        expect(file.lineCounts().quarantined).toBe(chosen.size);
        const kept = lines.filter(({ number }) => chosen.has(number));
        expect(Buffer.concat([...file.quarantinedPieces()].map((piece) => Buffer.from(piece)))).toEqual(
          Buffer.concat(kept.map(({ start, end }) => bytes.subarray(start, end))),
        );
      }),
    );
  });
});
