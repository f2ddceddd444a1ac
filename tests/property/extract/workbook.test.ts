import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../../loaders/extract/workbook/read-workbook.ts";
import { type CellInput, workbookBytes } from "../../support/write-workbook.ts";

/** Text that XML can hold, with what workbooks escape. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.constantFrom(
        "\r\n",
        "\r",
        "\n",
        "\t",
        " ",
        "_x000D_",
        "_x",
        "_",
        "<",
        "&",
        '"',
        "]]>",
        "é",
        "🙂",
        "=",
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(""))
  .filter((value) => [...value].every(isOfXml));

function isOfXml(character: string): boolean {
  return character >= " " ? !/[\ufffe\uffff]|\p{Surrogate}/u.test(character) : "\t\n\r".includes(character);
}

/** Numbers as a school types them: up to 15 digits, with the text they are shown as. */
const number = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999_999_999 }), fc.nat(14), fc.boolean())
  .map(([digits, decimals, negative]) => {
    const padded = String(digits).padStart(decimals + 1, "0");
    const whole = padded.slice(0, padded.length - decimals);
    const rest = padded.slice(padded.length - decimals).replace(/0+$/, "");
    const shown = rest === "" ? whole : `${whole}.${rest}`;
    return negative && digits > 0 ? `-${shown}` : shown;
  });

const cell: fc.Arbitrary<{ written: CellInput; read: string }> = fc.oneof(
  fc.record({ value: text, inline: fc.boolean() }).map((input) => ({ written: input, read: input.value })),
  text.map((value) => ({ written: { value, formula: "A1" }, read: value })),
  number.map((shown) => ({ written: Number(shown), read: shown })),
  fc.boolean().map((value) => ({ written: value, read: value ? "TRUE" : "FALSE" })),
  fc.constant({ written: null, read: "" }),
);

describe("a workbook", () => {
  it("gives back the texts, numbers and booleans it was written with, each in its place", async () => {
    const grid = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const [sheet] = await readWorkbook(
          await workbookBytes({
            sheets: [{ name: "Marks", rows: rows.map((row) => row.map(({ written }) => written)) }],
          }),
        );
        const texts = rows.map((row) => row.map(({ read }) => read));
        const width = Math.max(0, ...texts.map((row) => row.findLastIndex((value) => value !== "") + 1));
        const expected = texts.flatMap((row, i) =>
          row.some((value) => value !== "")
            ? [
                {
                  number: i + 1,
                  hidden: false,
                  cells: Array.from({ length: width }, (_, j) => row[j] ?? ""),
                },
              ]
            : [],
        );
        expect(sheet!.rows).toEqual(expected);
        expect(sheet!.lastRow).toBe(expected.at(-1)?.number ?? 0);
        expect(sheet!.notices).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("gives a number with the letters and zeros that its format puts before it", async () => {
    const identifier = fc.record({
      value: fc.nat(9_999_999),
      letters: fc.string({ unit: fc.constantFrom(..."ABdmyhs0#?.,;@%-"), maxLength: 4 }),
      digits: fc.integer({ min: 1, max: 10 }),
      rest: fc.constantFrom("", ";@", ";-0", ";;;", "_-", ';[Red]-0;"none"'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(identifier, { minLength: 1, maxLength: 20 }), async (all) => {
        const row = all.map(({ value, letters, digits, rest }) => ({
          value: value + 1,
          format: `"${letters}"${"0".repeat(digits)}${rest}`,
        }));
        const [sheet] = await readWorkbook(await workbookBytes({ sheets: [{ name: "List", rows: [row] }] }));
        expect(sheet!.rows[0]!.cells).toEqual(
          all.map(({ value, letters, digits }) => letters + String(value + 1).padStart(digits, "0")),
        );
        expect(sheet!.notices).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("reads a number whatever its format, with what is shown, nothing, or a notice", async () => {
    const piece = fc.constantFrom(
      ...'0#?.,%/@;_*-+()[]"\\ £eEdmyhsAb',
      "General",
      "[=1]",
      "[>=10]",
      "[Red]",
      "[$£-809]",
      "[h]",
      "AM/PM",
      "E+00",
    );
    const format = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    await fc.assert(
      fc.asyncProperty(format, fc.integer({ min: -100_000, max: 100_000 }), async (code, value) => {
        const row = ["x", { value: value / 10, format: code }, { value: "x", format: code }];
        const [sheet] = await readWorkbook(await workbookBytes({ sheets: [{ name: "Any", rows: [row] }] }));
        const { cells } = sheet!.rows[0]!;
        const noted = new Set(sheet!.notices.map(({ column }) => column));
        for (const [i, column] of ["A", "B", "C"].entries()) {
          expect((cells[i] ?? "") !== "" || noted.has(column)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives every day from 1 March 1900 as its ISO date, in both date systems", async () => {
    const day = fc.integer({
      min: Date.UTC(1904, 0, 1) / 86_400_000,
      max: Date.UTC(2199, 11, 31) / 86_400_000,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(day, { minLength: 1, maxLength: 50 }),
        fc.boolean(),
        async (days, date1904) => {
          const epoch = (date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)) / 86_400_000;
          const row = days.map((value) => ({ value: value - epoch, format: 14 }));
          const [sheet] = await readWorkbook(
            await workbookBytes({ sheets: [{ name: "Dates", rows: [row] }], date1904 }),
          );
          expect(sheet!.rows[0]!.cells).toEqual(
            days.map((value) => new Date(value * 86_400_000).toISOString().slice(0, 10)),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});
