import { describe, expect, it } from "vitest";
import { dateInName } from "../../../loaders/extract/date-in-name.ts";
import { registerWeek } from "../../../loaders/extract/register-week.ts";
import { readFolder } from "../../support/programme-folder.ts";

describe("the date in a file's name", () => {
  it.each([
    ["Review 2010-10-08.csv", "2010-10-08"],
    ["2010-10-01/Review 2010_10_08 final.csv", "2010-10-08"],
    ["Review 08-10-2010.csv", "2010-10-08"],
    ["Review 8.10.2010.xlsx", "2010-10-08"],
    ["Review 1 08-10-2010.csv", "2010-10-08"],
    ["Register_08_10_2010.csv", "2010-10-08"],
    ["Review 08-10-2010 (2010-10-08).csv", "2010-10-08"],
  ])("%s is of %s", (name, date) => {
    expect(dateInName(name)).toBe(date);
  });

  it.each([
    ["month first", "Review 10-28-2010.csv"],
    ["mixed signs", "Review 08-10_2010.csv"],
    ["a year group", "Year 11-10-2010.csv"],
    ["a year group with underscores", "Results_Yr_11_10_2010.csv"],
    ["the number of a review", "Review 1-11-2010.csv"],
    ["the number of an assessment point", "Y12 AP1-10-2010.csv"],
    ["the day of the export", "Review exported 2010-10-08.csv"],
    ["the day of printing", "Review_printed_08-10-2010.csv"],
    ["two dates", "Review 2010-10-08 printed 2010-11-01.csv"],
    ["a review's number and a month", "Review 1 Oct 2010.csv"],
    ["a date in the folder only", "2010-10-08/Review.csv"],
    ["an impossible day", "Review 31-02-2010.csv"],
  ])("is none: %s", (_, name) => {
    expect(dateInName(name)).toBeNull();
  });

  it("dates the grades of a marksheet, day first", () => {
    const { rows } = readFolder({ "Review 08-10-2010.csv": "Student ID,Maths Focus\nA1,3\n" });
    expect(rows("reviews")).toMatchObject([{ review_date: "2010-10-08", grade: "3" }]);
  });
});

describe("the week of a register", () => {
  it.each([
    ["wb 07-09-2026.csv", [], "2026-09-07"],
    ["Registers/07.09.2026.csv", [], "2026-09-07"],
    ["Register 07_09_2026.csv", [], "2026-09-07"],
    ["Register wc 7 Sept 2026.csv", [], "2026-09-07"],
    ["Register 07-09-2026 to 11-09-2026.csv", [], "2026-09-07"],
    ["Register.csv", ["Weekly register - week beginning 07/09/2026"], "2026-09-07"],
    ["Register.csv", ["10A/Ma1", "W/C Monday 7th September 2026"], "2026-09-07"],
    ["Register.csv", ["Week 2: 07/09/2026 - 11/09/2026"], "2026-09-07"],
    ["Register 2026-09-07.csv", ["week commencing 07/09/2026", "Printed: 14/09/2026"], "2026-09-07"],
  ])("%s %j is %s", (name, titles, monday) => {
    expect(registerWeek(name, null, titles)).toEqual({ monday });
  });

  it.each([
    ["Register.csv", ["Weekly register", "Printed: 07/09/2026"], /does not say which week/],
    ["Register exported 2026-09-07.csv", [], /does not say which week/],
    ["Register 2026-09-08.csv", [], /2026-09-08, is a Tuesday/],
    ["Register.csv", ["week beginning 08/09/2026"], /above the header, 2026-09-08, is a Tuesday/],
    ["Register 2026-11-16.csv", ["week beginning 07/09/2026"], /2026-11-16, but a title .* says 2026-09-07/],
    ["Register 2026-09-07 2026-09-14.csv", [], /two weeks, 2026-09-07 and 2026-09-14/],
    ["Register 09-07-2026.csv", [], /2026-07-09, is a Thursday/],
    ["Register 2026-09-07.csv", [",,14/09/2026,,15/09/2026,"], /a title .* says 2026-09-14/],
    ["Register 2026-09-07.csv", ["Register Date: 14/09/2026"], /a title .* says 2026-09-14/],
    ["Register 2026-09-07.csv", ["Monday 14 September 2026 to Friday 18 September 2026"], /says 2026-09-14/],
  ])("%s %j is refused", (name, titles, message) => {
    expect(registerWeek(name, null, titles)).toEqual({ refused: expect.stringMatching(message) });
  });

  it("is read from the title of the file", () => {
    const { rows } = readFolder({
      "Register.csv": "Week beginning 04/10/2010\nStudent ID,MonAM,TueAM\nA1,/,N\n",
    });
    expect(rows("attendance_marks").map(({ date, mark }) => `${date} ${mark}`)).toEqual([
      "2010-10-04 /",
      "2010-10-05 N",
    ]);
  });

  it("refuses the whole file where its name and its title disagree", () => {
    const { rows, problems, file } = readFolder({
      "Register 2010-10-11.csv": "Week beginning 04/10/2010\nStudent ID,MonAM,TueAM\nA1,/,N\n",
    });
    expect(rows("attendance_marks")).toEqual([]);
    expect(problems("Register 2010-10-11.csv")).toMatchObject([{ line: null, code: "missing-label" }]);
    expect(file("Register 2010-10-11.csv").lineCounts()).toMatchObject({ quarantined: 3 });
  });
});

describe("the sheets of a workbook", () => {
  it("have a week each by their names", () => {
    expect(registerWeek("attendance 04-10-2010.xlsx", "wb 11-10-2010", [])).toEqual({ monday: "2010-10-11" });
    expect(registerWeek("attendance.xlsx", "2010-10-04", [])).toEqual({ monday: "2010-10-04" });
    expect(registerWeek("attendance 04-10-2010.xlsx", "Marks", [])).toEqual({ monday: "2010-10-04" });
  });
});
