import { describe, expect, it } from "vitest";
import {
  type DateFormat,
  readCombinedName,
  readDate,
  readNumber,
  readSen,
  readSex,
  readWhole,
  readYearGroup,
  readYesNo,
} from "../../../loaders/extract/values.ts";

describe("dates", () => {
  it.each([
    ["07/11/2026", "2026-11-07"],
    ["7/1/2026", "2026-01-07"],
    ["7.11.2026", "2026-11-07"],
    ["7-11-2026", "2026-11-07"],
    ["13/02/2026", "2026-02-13"],
    ["02/12/2026", "2026-12-02"],
    ["2026-11-07", "2026-11-07"],
    ["2026-11-07T00:00:00", "2026-11-07"],
    ["2026-11-07T09:30:00.123Z", "2026-11-07"],
    ["2026-11-07 09:30", "2026-11-07"],
    ["07/11/2026 09:30", "2026-11-07"],
    ["07-Nov-2026", "2026-11-07"],
    ["7 November 2026", "2026-11-07"],
    ["7 sept 2026", "2026-09-07"],
    ["29/02/2028", "2028-02-29"],
  ])("%s is %s", (text, iso) => {
    expect(readDate(text)).toBe(iso);
  });

  it.each([
    "31/02/2026",
    "29/02/2027",
    "02/13/2026",
    "00/01/2026",
    "2026-02-31",
    "2026-13-01",
    "07/11/26",
    "07-Nov-26",
    "07-Mayhem-2026",
    "07/11-2026",
    "2026/11/07",
    "46333",
    "0026-11-07",
    "07/11/0026",
    "１２/11/2026",
    "today",
    "07/11/2026x",
    "",
  ])("%j is no date", (text) => {
    expect(readDate(text)).toBeNull();
  });

  it.each([
    ["07/11/26", "d/m/yy", "2026-11-07"],
    ["07/11/98", "d/m/yy", "1998-11-07"],
    ["07/11/2026", "d/m/yy", "2026-11-07"],
    ["07/11/26", "d/m/y", null],
    ["07/11/2026", "y-m-d", null],
    ["2026-11-07", "y-m-d", "2026-11-07"],
  ] as [string, DateFormat, string | null][])("%s with %s is %s", (text, format, iso) => {
    expect(readDate(text, format)).toBe(iso);
  });
});

describe("numbers", () => {
  it.each([
    ["12", 12],
    ["-3", -3],
    ["5.75", 5.75],
    ["007", 7],
  ])("%s is %d", (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each([
    "1,234",
    "1e3",
    "1.2E+12",
    "Infinity",
    "NaN",
    "107%",
    "１２",
    "0x10",
    "1_000",
    ".5",
    "5.",
    "",
    " 1",
    "--1",
  ])("%j is no number", (text) => {
    expect(readNumber(text)).toBeNull();
    expect(readWhole(text)).toBeNull();
  });

  it("a whole number has no fraction and fits the database", () => {
    expect(readWhole("5.0")).toBeNull();
    expect(readWhole("999999999")).toBe(999_999_999);
    expect(readWhole("99999999999")).toBeNull();
  });
});

describe("year groups", () => {
  it.each([
    ["12", "12"],
    ["Y12", "12"],
    ["Yr 12", "12"],
    ["Year  12", "12"],
    ["year 9", "9"],
    ["07", "7"],
    ["007", "7"],
    ["L6", "12"],
    ["u6", "13"],
    ["R", "R"],
    ["YR", "R"],
    ["N", "N"],
  ])("%s is %s", (text, year) => {
    expect(readYearGroup(text)).toBe(year);
  });

  it.each(["0", "15", "99", "12A", "Year", "Alumni", "-1", "1.5", "１２", ""])("%j is none", (text) => {
    expect(readYearGroup(text)).toBeNull();
  });
});

describe("sex, SEN, yes and no", () => {
  it.each([
    ["M", "M"],
    ["male", "M"],
    ["Female", "F"],
    ["girl", "F"],
    ["x", "X"],
    ["Unknown", null],
    ["MF", null],
    ["1", null],
  ])("sex %s is %s", (text, sex) => {
    expect(readSex(text)).toBe(sex);
  });

  it.each([
    ["K", "K"],
    ["k - SEN Support", "K"],
    ["SEN Support", "K"],
    ["EHCP", "E"],
    ["No SEN", "N"],
    ["School Action Plus", "P"],
    ["maybe", null],
    ["constructor", null],
    ["__proto__", null],
    ["Severe", null],
  ])("SEN %s is %s", (text, code) => {
    expect(readSen(text)).toBe(code);
  });

  it.each([
    ["Y", true],
    ["yes", true],
    ["TRUE", true],
    ["1", true],
    ["n", false],
    ["0", false],
    ["False", false],
    ["Ever 6", null],
    ["2", null],
  ])("%s is %s", (text, value) => {
    expect(readYesNo(text)).toBe(value);
  });
});

describe("a name in one cell", () => {
  it.each([
    ["O'Brien, Jack", "O'Brien", "Jack"],
    ["O’Brien,Jack", "O’Brien", "Jack"],
    ["Bloggs: Fred", "Bloggs", "Fred"],
    ["Sukarno", "Sukarno", ""],
    ["Smith-Jones, Zoë Ann", "Smith-Jones", "Zoë Ann"],
    ["Jack O'Brien", "Jack O'Brien", ""],
    [",", ",", ""],
  ])("%s", (text, surname, forename) => {
    expect(readCombinedName(text)).toEqual({ surname, forename });
  });
});
