import { describe, expect, it } from "vitest";
import {
  type DateFormat,
  readCombinedName,
  readDate,
  readDateWithNote,
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
    ["2026-11-07T00:00:00+01:00", "2026-11-07"],
    ["2026-11-07T09:30:00.1234567-0500", "2026-11-07"],
    ["2026-11-06T23:00:00Z", "2026-11-06"],
    ["2026-06-05T22:59:59Z", "2026-06-05"],
    ["2026-06-05T23:00:00+01:00", "2026-06-05"],
    ["07/11/2026 09:30:00", "2026-11-07"],
    ["07/Nov/2026", "2026-11-07"],
    ["07-Nov-2026 00:00:00", "2026-11-07"],
    ["7th November 2026", "2026-11-07"],
    ["1st nov 2026", "2026-11-01"],
    ["22ND MAY 2026", "2026-05-22"],
    ["23rd May 2026", "2026-05-23"],
    ["12th May 2026", "2026-05-12"],
    ["Sat 07/11/2026", "2026-11-07"],
    ["Saturday, 7 November 2026", "2026-11-07"],
    ["Tues 10-Nov-2026", "2026-11-10"],
    ["Thurs 2026-11-12", "2026-11-12"],
    ["46333", "2026-11-07"],
    ["43647", "2019-07-01"],
    ["20000", "1954-10-03"],
    ["80000", "2119-01-11"],
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
    "19999",
    "80001",
    "046333",
    "46333.0",
    "-46333",
    "20261107",
    "0026-11-07",
    "07/11/0026",
    "１２/11/2026",
    "today",
    "07/11/2026x",
    "Fri 07/11/2026",
    "Sat 46333",
    "Nov 7 2026",
    "November 7, 2026",
    "Someday 7 November 2026",
    "7st November 2026",
    "11st November 2026",
    "07-Nov/2026",
    "11/7/2026 12:00:00 AM",
    "2026-11-07T24:00:00",
    "2026-11-07T09:60",
    "2026-11-07T09:30+25:00",
    "2026-06-05T23:00:00Z",
    "2026-06-05T23:00:00.000Z",
    "2026-06-05 23:00:00+00:00",
    "５４３２１",
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
    ["07-Nov-26", "d/m/yy", "2026-11-07"],
    ["7th November 26", "d/m/yy", "2026-11-07"],
    ["07-Nov-26", "d/m/y", null],
    ["07-Nov-2026", "y-m-d", null],
    ["46333", "y-m-d", "2026-11-07"],
    ["31/02/26", "d/m/yy", null],
    ["02/13/26", "d/m/yy", null],
    ["Sat 07/11/26", "d/m/yy", "2026-11-07"],
    ["Fri 07/11/26", "d/m/yy", null],
  ] as [string, DateFormat, string | null][])("%s with %s is %s", (text, format, iso) => {
    expect(readDate(text, format)).toBe(iso);
  });
});

describe("what a date is noted for", () => {
  it("a serial day of Excel is noted, any other date is not", () => {
    expect(readDateWithNote("46333")).toEqual({ date: "2026-11-07", note: "excel-serial" });
    expect(readDateWithNote("07/11/2026")).toEqual({ date: "2026-11-07", note: null });
    expect(readDateWithNote("today")).toBeNull();
  });
});

describe("numbers", () => {
  it.each([
    ["12", 12],
    ["-3", -3],
    ["5.75", 5.75],
    ["007", 7],
    ["5.333333333333333", 5.333333333333333],
    ["999999999999999", 999_999_999_999_999],
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
    "+1",
    "£5",
    "1 234",
    "9".repeat(400),
    `1.${"0".repeat(400)}`,
  ])("%j is no number", (text) => {
    expect(readNumber(text)).toBeNull();
    expect(readWhole(text)).toBeNull();
  });

  it("nothing below nought is left of minus nought", () => {
    expect(Object.is(readNumber("-0"), 0)).toBe(true);
    expect(Object.is(readNumber("-0.00"), 0)).toBe(true);
    expect(Object.is(readWhole("-0"), 0)).toBe(true);
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
    ["Year R", "R"],
    ["Reception", "R"],
    ["nursery", "N"],
    ["N1", "N1"],
    ["n2", "N2"],
    ["NC Year 12", "12"],
    ["Curriculum Year  12", "12"],
    ["Year Group 12", "12"],
    ["Yr. 12", "12"],
    ["12.0", "12"],
    ["14", "14"],
    ["Lower 6", "12"],
    ["Lower 6th", "12"],
    ["Lower Sixth", "12"],
    ["LVI", "12"],
    ["L6th", "12"],
    ["Upper Sixth", "13"],
    ["upper sixth form", "13"],
    ["UVI", "13"],
  ])("%s is %s", (text, year) => {
    expect(readYearGroup(text)).toBe(year);
  });

  it.each([
    "0",
    "15",
    "99",
    "12A",
    "Year",
    "Alumni",
    "-1",
    "1.5",
    "１２",
    "",
    "Year 12A",
    "12A And Year 12",
    "Year 12, Year 13",
    "Year 7 (2026)",
    "Sixth",
    "VI",
    "N3",
    "12.5",
    "Year Twelve",
    "Middle 6",
  ])("%j is none", (text) => {
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
    ["Smith, John Jr", "Smith", "John Jr"],
    ["Smith, John, Jr", "Smith", "John, Jr"],
    ["Smith,", "Smith", ""],
    ["Smith , Ann", "Smith", "Ann"],
    ["null", "null", ""],
    ["N/A", "N/A", ""],
    ["NaN, true", "NaN", "true"],
    ["Ni\u0301 Bhriain, Sea\u0301n", "N\u00ed Bhriain", "Se\u00e1n"],
    [`${"x".repeat(200)}, Ann`, "x".repeat(200), "Ann"],
  ])("%s", (text, surname, forename) => {
    expect(readCombinedName(text)).toEqual({ surname, forename });
  });
});
