import { describe, expect, it } from "vitest";
import { isUnreadable, readValue } from "../../../loaders/extract/read-value.ts";
import type { ColumnType } from "../../../loaders/extract/tables.ts";
import type { DateFormat } from "../../../loaders/extract/values.ts";

function expected(text: string, type: ColumnType, format?: DateFormat): string {
  const value = readValue(text, type, format);
  if (!isUnreadable(value)) throw new Error(`${text} was read as ${value}`);
  return value.expected;
}

describe("a date that is refused says why", () => {
  it.each([
    ["02/13/2026", "looks month first"],
    ["2/28/26", "looks month first"],
    ["Nov 7 2026", "looks month first"],
    ["11/7/2026 12:00:00 AM", "12-hour time"],
    ["31/02/2026", "no such day"],
    ["2026-02-31", "no such day"],
    ["14/15/2026", "no such day"],
    ["07/11/1066", "between 1900 and 2199"],
    ["07/11/26", "its year has two digits"],
    ["07-Nov-26", "its year has two digits"],
    ["Fri 07/11/2026", "another weekday"],
    ["2026-06-05T23:00:00Z", "midnight of the next day"],
    ["12345", "serial day"],
    ["October 2010", "it has no day of the month"],
    ["2010", "it has no day of the month"],
    ["8 Oct", "it has no year"],
    ["08/10", "it has no year"],
    ["Week 8", "it is a week only"],
    ["Friday", "it is a weekday only"],
    ["#N/A", "Excel left the error #N/A"],
    ["########", "too narrow"],
    ["=TODAY()", "formula"],
    ["１２/11/2026", "digits that are not the plain 0 to 9"],
  ])("%s", (text, reason) => {
    expect(expected(text, "date")).toMatch(/^a real date: /);
    expect(expected(text, "date")).toContain(reason);
  });

  it("by the declared format", () => {
    expect(expected("07/11/2026", "date", "y-m-d")).toContain("dateFormat says y-m-d");
    expect(expected("02/13/2026", "date", "y-m-d")).toContain("dateFormat says y-m-d");
    expect(expected("some day", "date", "y-m-d")).toBe("a real date, written YYYY-MM-DD");
    expect(expected("some day", "date", "d/m/yy")).toBe("a real date, day first, or ISO");
  });
});

describe("a number that is refused says why", () => {
  it.each([
    ["1,234", "thousands separator"],
    ["1,234,567.5", "thousands separator"],
    ["£1,800", "thousands separator"],
    ["3,5", "comma"],
    ["107%", "percentage"],
    ["88.4%", "percentage"],
    ["1e3", "power of ten"],
    ["1.2E+12", "Excel shortened a long number"],
    ["Infinity", "no finite number"],
    ["-inf", "no finite number"],
    ["NaN", "no finite number"],
    ["£5", "currency"],
    ["+5", "plus sign"],
    ["9".repeat(400), "too many digits"],
    ["#DIV/0!", "Excel left the error #DIV/0!"],
    ["＃１２", "digits that are not the plain 0 to 9"],
  ])("%s", (text, reason) => {
    expect(expected(text, "number")).toMatch(/^a plain number: /);
    expect(expected(text, "number")).toContain(reason);
    expect(expected(text, "whole")).toContain(reason);
  });

  it("a count with a decimal part, or of ten digits, is no whole number", () => {
    expect(expected("5.5", "whole")).toBe("a whole number: it has a decimal part");
    expect(expected("9999999999", "whole")).toBe("a whole number: it has too many digits");
    expect(expected("many", "number")).toBe("a plain number");
  });
});

describe("a year group that is refused says why", () => {
  it.each([
    ["Year 12, Year 13", "more than one year group"],
    ["Year 12 and Year 13", "more than one year group"],
    ["12A And Year 12", "something else beside a year group"],
    ["Year 7 (2026)", "intake"],
    ["Year 12A", "tutor group"],
    ["12/Bi1", "something else beside"],
    ["15", "1 to 14"],
    ["#REF!", "Excel left the error #REF!"],
  ])("%s", (text, reason) => {
    expect(expected(text, "year_group")).toContain(reason);
  });
});

describe("a cell of very many characters", () => {
  const types: ColumnType[] = ["date", "number", "whole", "yes_no", "year_group", "sex", "sen", ["done"]];

  it.each([" ", "9", ",", "a", "1 ", "=", "#", "-", ". "])("of %j is refused at once", (unit) => {
    const text = `Year${unit.repeat(200_000)}x`;
    const start = performance.now();
    for (const type of types)
      for (const cell of [text, text.slice(4), text.slice(4, -1)]) expected(cell, type);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

describe("codes", () => {
  it("what Excel left is named in any typed column", () => {
    for (const type of ["yes_no", "sex", "sen", ["done", "open"]] as ColumnType[])
      expect(expected("#NAME?", type)).toContain("Excel left the error #NAME?");
    expect(expected("maybe", "yes_no")).toBe("yes or no");
  });

  it("text is kept as it is, composed", () => {
    for (const text of ["#N/A", "=HYPERLINK(1)", "null", "1,234", "constructor"])
      expect(readValue(text, "text")).toBe(text);
    expect(readValue("Zoe\u0308", "text")).toBe("Zo\u00eb");
  });
});
