import { describe, expect, it } from "vitest";
import { readFolder } from "../../support/programme-folder.ts";

const asOf = "2010-10-31";
const said = (files: Record<string, string>, name = Object.keys(files)[0]!) =>
  readFolder(files, { asOf })
    .problems(name)
    .map(({ message }) => message)
    .filter((message) => message.includes("dated after asOf"));

describe("facts after the day on which the programme is looked at", () => {
  it("are counted once a file, grades of reviews and predictions together", () => {
    const files = {
      "Review.csv":
        "Student ID,Review Date,Maths Focus,Maths Effort,Maths Target\nA1,2010-10-31,3,3,A\nA2,2010-11-01,3,4,A\nA3,2010-12-01,3,-,B\n",
    };
    const read = readFolder(files, { asOf });
    expect(read.problems("Review.csv")).toMatchObject([
      {
        line: null,
        severity: "warning",
        message:
          "5 grades of this file are dated after asOf 2010-10-31 and are not used. Move asOf in programme.json.",
      },
    ]);
  });

  it("of one file are not said of another", () => {
    const long = (date: string) =>
      `student_id,subject,review_date,criterion,grade\nA1,Maths,${date},focus,3\n`;
    const files = { "reviews a.csv": long("2010-10-31"), "reviews b.csv": long("2010-11-01") };
    expect(said(files, "reviews a.csv")).toEqual([]);
    expect(said(files, "reviews b.csv")).toEqual([
      "1 grade of this file is dated after asOf 2010-10-31 and is not used. Move asOf in programme.json.",
    ]);
  });

  it("thousands are written as such", () => {
    const days = Array.from({ length: 1_200 }, (_, i) =>
      new Date(Date.UTC(2010, 10, 1 + i)).toISOString().slice(0, 10),
    );
    const marks = days.map((day) => `A1,${day},AM,/\n`).join("");
    expect(said({ "attendance.csv": `student_id,date,session,mark\n${marks}` })).toEqual([
      expect.stringMatching(/^1,200 marks of this file are/),
    ]);
  });

  it.each([
    ["behaviour", "student_id,date,kind\nA1,2010-11-01,incident\n"],
    ["referrals", "student_id,referred_on\nA1,2010-11-01\n"],
    ["agreements", "student_id,mentor_id,starts_on\nA1,M1,2010-11-01\n"],
    ["actions", "student_id,set_on,action,due_on\nA1,2010-11-01,Read,2010-11-08\n"],
    ["feedback", "student_id,date,tone\nA1,2010-11-01,praise\n"],
    ["panel", "panel_date,student_id,action,owner\n2010-11-01,A1,Call,Head\n"],
    ["meetings", "student_id,planned_on,status,held_on\nA1,2010-10-29,held,2010-11-01\n"],
    ["meetings", "student_id,planned_on,status\nA1,2010-11-01,held\n"],
  ])("%s", (table, text) => {
    expect(said({ [`${table}.csv`]: text })).toHaveLength(1);
  });

  it.each([
    ["a meeting that is planned", "meetings", "student_id,planned_on,status\nA1,2010-11-01,cancelled\n"],
    ["a due date", "actions", "student_id,set_on,action,due_on\nA1,2010-10-31,Read,2010-11-08\n"],
    ["a term", "calendar", "starts_on,ends_on,kind\n2010-11-01,2010-12-17,term\n"],
  ])("%s is none", (_, table, text) => {
    expect(said({ [`${table}.csv`]: text })).toEqual([]);
  });
});

describe("students who are not in the list", () => {
  const reviews = (...ids: string[]) =>
    `student_id,subject,review_date,criterion,grade\n${ids.map((id) => `${id},Maths,2010-10-08,focus,3\n`).join("")}`;
  const notices = (files: Record<string, string>) => readFolder(files).notices;

  it("are summed over the files that name them", () => {
    expect(
      notices({
        "reviews a.csv": reviews("Z1", "Z2", "A1", "Z1"),
        "reviews b.csv": reviews("Z1", "Z3"),
        "attendance-2010-10-04.csv": "Student ID,MonAM\nZ1,/\nZ2,/\n",
      }),
    ).toEqual([
      "2 students, named in 3 files, are not in the student list. One cause may explain them all: look at the student list first, and export it again with those who left.",
    ]);
  });

  it("are not summed where each stands in one file", () => {
    expect(notices({ "reviews a.csv": reviews("Z1", "Z1"), "reviews b.csv": reviews("Z2") })).toEqual([]);
  });

  it("are called identifiers where they are of two kinds", () => {
    const byUpn = "UPN,Maths Focus\nA823432120099,3\n";
    expect(
      notices({
        "reviews a.csv": reviews("Z1"),
        "reviews b.csv": reviews("Z1"),
        "marks 2010-10-08.csv": byUpn,
        "marks 2010-11-08.csv": `${byUpn}A823432120002,3\n`,
      }),
    ).toEqual([expect.stringMatching(/^2 identifiers of students, named in 4 files, are not/)]);
  });
});
