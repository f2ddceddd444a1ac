import { describe, expect, it } from "vitest";
import { damageRemedy, excelDamage, excelLoss } from "../../../loaders/extract/values/excel-damage.ts";
import { leadingZerosMessage, lostLeadingZeros } from "../../../loaders/extract/values/leading-zeros.ts";

describe("a grade that Excel turned into a date", () => {
  it.each([
    ["05-Apr", "5-4"],
    ["5-Apr", "5-4"],
    ["04-May", "5-4"],
    ["Apr-05", "5-4"],
    ["05-Apr-26", "5-4"],
    ["05-Apr-2026", "5-4"],
    ["05/04/2026", "5-4"],
    ["04/05/2026", "5-4"],
    ["05/04/2026 00:00", "5-4"],
    ["05.04.26", "5-4"],
    ["2026-04-05", "5-4"],
    ["2026-04-05T00:00:00", "5-4"],
    ["2026-04-05 00:00:00", "5-4"],
    ["09-Sep", "9-9"],
    ["43647", "7-1"],
    ["46117", "5-4"],
    ["11-Dec", "11-12"],
  ])("%s was probably %s", (text, typed) => {
    expect(excelDamage(text)).toBe(`Excel turned it into a date; it was probably ${typed}`);
  });

  it.each([
    "5-4",
    "54",
    "9-8",
    "B1",
    "6+",
    "=",
    "-",
    "+",
    "++",
    "--",
    "Apr",
    "Distinction",
    "12345",
    "99999",
    "40-Apr",
    "05-Foo",
    "5/4",
    "",
  ])("%j is no date", (text) => {
    expect(excelDamage(text)).toBeNull();
  });
});

describe("what Excel leaves in place of a value", () => {
  it.each([
    ["#N/A", "the error #N/A"],
    ["#n/a", "the error #N/A"],
    ["#NAME?", "the error #NAME?"],
    ["#REF!", "the error #REF!"],
    ["#VALUE!", "the error #VALUE!"],
    ["#DIV/0!", "the error #DIV/0!"],
    ["#NUM!", "the error #NUM!"],
    ["####", "too narrow"],
    ["1.2E+12", "last digits are lost"],
    ["8,23432E+11", "last digits are lost"],
    ["=A1", "formula"],
    ["=SUM(A1:A3)", "formula"],
    ["=6", "formula"],
  ])("%s is named", (text, words) => {
    expect(excelLoss(text)).toContain(words);
    expect(excelDamage(text)).toBe(excelLoss(text));
  });

  it.each(["#", "N/A", "NAME?", "1E2", "7E1", "12E3", "=", "1.2", "004321", "43647", "05-Apr"])(
    "%j is none of it",
    (text) => {
      expect(excelLoss(text)).toBeNull();
    },
  );

  it("the remedy is a sentence", () => {
    expect(damageRemedy).toMatch(/^[A-Z].+Excel.+\.$/);
  });
});

describe("lost leading zeros", () => {
  const known =
    (...ids: string[]) =>
    (id: string) =>
      ids.includes(id);

  it("are seen here, or in the students table", () => {
    expect(lostLeadingZeros("4321", known("004321"))).toBe("here");
    expect(lostLeadingZeros("004321", known("4321"))).toBe("students");
    expect(lostLeadingZeros("000", known("0"))).toBe("students");
  });

  it.each(["5321", "S4321", "43 21", "", "4321.0", "-4321", "__proto__", "4".repeat(300)])(
    "explain nothing about %s",
    (id) => {
      expect(lostLeadingZeros(id, known("004321", "S004321"))).toBeNull();
    },
  );

  it("are explained in a sentence that says where to look", () => {
    expect(leadingZerosMessage("here")).toMatch(
      /do not open it in Excel, or give the column the number format 000000 .* and save\.$/,
    );
    expect(leadingZerosMessage("students")).toContain("students file");
  });
});
