import { describe, expect, it } from "vitest";
import { readFolder } from "../../../support/programme-folder.ts";

const students = `student_id,surname,forename,year_group,date_of_birth\n${Array.from({ length: 20 }, (_, i) => `S${i},Smith,A${i},12,${i === 0 ? "2001-09-30" : "1994-02-03"}\n`).join("")}`;

/** What is said of dates, in bulk and record by record. */
function told(name: string, lines: readonly string[], files: Record<string, string> = {}) {
  const text = `${lines.join("\n")}\n`;
  const [inBulk, slowly] = [text, Buffer.from(`\ufeff${text}`, "utf16le")].map((bytes) => {
    const { problems } = readFolder({ "students.csv": students, ...files, [name]: bytes });
    return problems(name)
      .filter(({ message }) => message.startsWith("Of "))
      .map(({ line, column, severity, message }) => ({ line, column, severity, message }));
  });
  expect(slowly).toEqual(inBulk);
  return inBulk!;
}

const review = (student: number, date: string, grade = 4) => `S${student},Maths,${date},focus,${grade}`;
const header = "student_id,subject,Review date,criterion,grade";

describe("dates that are not likely", () => {
  it.each([
    ["2001-10-08", "1 lies more than 2 years before the academic year 2010-11"],
    ["1910-10-08", "1 lies more than 2 years before"],
    ["1994-02-03", "1 is the student's date of birth"],
    ["2009-11-08", "1 is of another academic year than nearly all others"],
    ["2010-01-14", "1 is of another academic year"],
    ["2013-10-08", "1 lies more than 2 years after"],
  ])("are warned of in reviews: %s", (date, reason) => {
    const rows = Array.from({ length: 12 }, (_, i) => review(i + 1, "2010-10-08"));
    const warnings = told("reviews.csv", [header, ...rows, review(13, date)]);
    expect(warnings).toMatchObject([{ line: 14, column: "Review date", severity: "warning" }]);
    expect(warnings[0]!.message).toContain(reason);
    expect(warnings[0]!.message).not.toContain("1994");
  });

  it.each(["2010-07-05", "2011-10-20"])("are fine where they lie about the year: %s", (date) => {
    const rows = Array.from({ length: 12 }, (_, i) => review(i + 1, "2010-10-08"));
    expect(told("reviews.csv", [header, ...rows, review(13, date)])).toEqual([]);
  });

  it("are named before the student was five", () => {
    const [warning] = told("reviews.csv", [header, review(0, "2011-01-14"), review(1, "2011-01-14")]);
    expect(warning).toBeUndefined();
    const born = students.replace("2001-09-30", "2006-03-01");
    const [young] = told("reviews.csv", [header, review(0, "2011-01-14"), review(1, "2011-01-14")], {
      "students.csv": born,
    });
    expect(young).toMatchObject({ line: 2, message: expect.stringContaining("before the student was 5") });
  });

  it("are one warning for a file and column, whatever is wrong", () => {
    const rows = Array.from({ length: 19 }, (_, i) => review(i + 1, "2001-10-08"));
    const warnings = told("reviews.csv", [header, ...rows, review(2, "1994-02-03")]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]!.message).toMatch(
      /^Of the dates that this file gives for "Review date", 20 in all, 1 is the student's date of birth, 19 lie more than 2 years before/,
    );
  });

  it("are not looked for in last year's files, nor in one of two years", () => {
    const last = Array.from({ length: 12 }, (_, i) => review(i + 1, "2009-10-08"));
    expect(told("reviews.csv", [header, ...last])).toEqual([]);
    expect(told("reviews.csv", [header, ...last, review(1, "2010-11-08"), review(2, "2010-11-08")])).toEqual(
      [],
    );
  });

  it("are found by the name of a register", () => {
    const warnings = told("attendance-2001-10-08.csv", ["student_id,MonAM,MonPM", "S1,/,\\", "S2,/,\\"]);
    expect(warnings).toMatchObject([{ line: 2, column: "date" }]);
    expect(warnings[0]!.message).toContain("4 lie more than 2 years before");
  });

  it.each([
    ["agreements.csv", "student_id,mentor_id,starts_on,ended_on", "S1,M1,01/10/1910,01/12/2010", "starts_on"],
    ["feedback.csv", "student_id,date,comment", "S1,2001-10-08,Good", "date"],
    ["behaviour.csv", "student_id,date,kind", "S1,2001-10-08,incident", "date"],
    ["actions.csv", "student_id,set_on,action,due_on", "S1,2010-11-08,Read,2101-11-08", "due_on"],
    ["meetings.csv", "student_id,planned_on,status", "S1,2001-11-08,held", "planned_on"],
    ["attendance.csv", "student_id,date,session,mark", "S1,2001-11-08,AM,/", "date"],
    ["panel.csv", "panel_date,student_id,action,owner", "2001-11-08,S1,Call,Head", "panel_date"],
  ])("are found in %s", (name, header, row, column) => {
    expect(told(name, [header, row])).toMatchObject([{ line: 2, column, severity: "warning" }]);
  });
});

describe("an agreement that starts before the academic year", () => {
  const said = (row: string) =>
    readFolder({ "agreements.csv": `student_id,mentor_id,starts_on,ended_on,end_reason\n${row}\n` })
      .problems("agreements.csv")
      .map(({ column, message }) => [column, message.slice(0, 66)]);

  it("is warned of where it has no end", () => {
    const message = "The agreement starts before the academic year 2010-11 and has no e";
    expect(said("A1,M1,2010-03-01,,")).toEqual([["starts_on", message]]);
    expect(said("A1,M1,2010-03-01,2010-10-01,completed")).toEqual([]);
    expect(said("A1,M1,2010-08-30,,")).toEqual([]);
  });
});
