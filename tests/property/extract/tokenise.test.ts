import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLines, readTokens } from "../../support/text.ts";

const pieces = fc.constantFrom(
  ",",
  ";",
  "\t",
  '"',
  '""',
  "\n",
  "\n\n",
  " ",
  "a",
  "Smith",
  "é",
  "😀",
  "'",
  "=A1",
  "\u2028",
  "",
);
const cell = fc.oneof(
  fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", maxLength: 8 }).map((text) => text.replace(/[\r\0\uFEFF]/g, "")),
);
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
  );
const delimiters = fc.constantFrom(",", ";", "\t");

/** RFC 4180: quoted where needed, and at random where not. */
function write(rows: string[][], delimiter: string, quoteAll: boolean): string {
  const quoted = (text: string) =>
    quoteAll || text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(quoted).join(delimiter)).join("\n");
}

function read(text: string, delimiter: string, width: number): (string[] | null)[] {
  return readTokens(Buffer.from(text, "utf8"), delimiter, width, 16).map(({ cells }) => cells);
}

/** A line within a cell that has a delimiter may look like a record of its own, and is then refused by name. */
const mayBeginRecord = (cell: string, delimiter: string): boolean =>
  cell
    .split("\n")
    .slice(1)
    .some((line) => line.includes(delimiter));

describe("a table written as RFC 4180", () => {
  it("is read as it was, and as csv-parse reads it", () => {
    fc.assert(
      fc.property(table, delimiters, fc.boolean(), (rows, delimiter, quoteAll) => {
        fc.pre(!rows.flat().some((cell) => mayBeginRecord(cell, delimiter)));
        const text = write(rows, delimiter, quoteAll);
        const cells = read(text, delimiter, rows[0]!.length);
        expect(cells).toEqual(rows);
        expect(cells).toEqual(parse(text, { delimiter, relax_column_count: false }));
      }),
      { numRuns: 1_000 },
    );
  });

  it("spans its lines without gap or overlap", () => {
    fc.assert(
      fc.property(table, delimiters, (rows, delimiter) => {
        const bytes = Buffer.from(write(rows, delimiter, false), "utf8");
        let next = 1;
        for (const token of readTokens(bytes, delimiter, rows[0]!.length, 8)) {
          expect(token.first).toBe(next);
          next = token.last + 1;
        }
        expect(next).toBe(readLines(bytes, "utf-8").lines.length + 1);
      }),
    );
  });
});

describe("any text", () => {
  it("is spanned without gap or overlap, and faults have no cells", () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 80 }),
        delimiters,
        fc.option(fc.integer({ min: 1, max: 4 })),
        (parts, delimiter, width) => {
          const bytes = Buffer.from(parts.join(""), "utf8");
          let next = 1;
          for (const token of readTokens(bytes, delimiter, width, 4)) {
            expect(token.first).toBe(next);
            expect(token.cells === null).toBe(token.fault !== null);
            if (token.fault) expect(token.last).toBe(token.first);
            if (token.last > token.first && width) expect(token.cells).toHaveLength(width);
            next = token.last + 1;
          }
          expect(next).toBe(readLines(bytes, "utf-8").lines.length + 1);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
