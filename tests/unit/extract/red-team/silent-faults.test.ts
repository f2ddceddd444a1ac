import { describe, expect, it } from "vitest";
import { readFolder } from "../../../support/programme-folder.ts";
import { factsOf, utf16 } from "./same-table.ts";

const R = "student_id,subject,review_date,criterion,grade\n";
const ms = { sources: [{ table: "marksheet" as const, files: "marks*", reviewDate: "2010-10-08" }] };

describe("wrong data, silently", () => {
  it("1. month-first dates: what is ambiguous beside a date that is surely month first is not read day first", () => {
    const { rows } = readFolder({
      "reviews.csv": `${R}A1,a,10/12/2010,focus,4\nA2,a,10/25/2010,focus,4\nA3,a,11/09/2010,focus,4\n`,
    });
    expect(rows("reviews")).toEqual([]);
  });
  it("2. a second block whose aspects are unknown is not read by the first header", () => {
    const { rows } = readFolder(
      { "marks.csv": "Adno,Name,Maths Effort\nA1,S,4\nAdno,Name,Maths Conduct\nA3,Bio,1\nA2,Bio,1\n" },
      ms,
    );
    expect(rows("reviews").map(({ student_id }) => student_id)).toEqual(["A1"]);
  });
  it("3. sessions are AM and PM whichever way a file is read", async () => {
    const text =
      "student_id,date,session,mark\nA1,2010-10-08,AM,/\nA1,2010-10-08,am,/\nA1,2010-10-11,Mon PM,N\n";
    const bulk = await factsOf({ "attendance.csv": text });
    const slow = await factsOf({ "attendance.csv": utf16(text) });
    expect(slow.rows.attendance_marks).toEqual(bulk.rows.attendance_marks);
  });
  it("3b. also where one line of a UTF-8 file is read by itself", () => {
    const { rows } = readFolder({
      "attendance.csv": 'student_id,date,session,mark,note\nA1,2010-10-08,AM,/,\nA1,2010-10-08,am,/,"a\nb"\n',
    });
    expect(rows("attendance_marks")).toHaveLength(1);
  });
  it("4. an identifier and a UPN of two different students are a contradiction", () => {
    const { problems } = readFolder({
      "reviews.csv": `student_id,UPN,subject,review_date,criterion,grade\nA2,L823432120001,Bio,2010-10-08,focus,4\n`,
    });
    expect(problems("reviews.csv")).not.toEqual([]);
  });
  it("5. two dates in a file's name are asked about", () => {
    const { rows } = readFolder({ "marks 2010-09-01 to 2010-12-17.csv": "Adno,Maths Focus\nA1,4\n" });
    expect(rows("reviews")).toEqual([]);
  });
  it("6. a total in the middle of costs is not added to the cost", () => {
    const { rows } = readFolder({
      "costs.csv": "item,hours,rate,amount\nTutor,10,20,200\nTotal,10,,200\nBooks,,,50\n",
    });
    expect(rows("costs").map(({ item }) => item)).not.toContain("Total");
  });
  it.each([
    "Class Average Maths",
    "Previous Maths",
    "Last Year Maths",
    "Autumn Maths",
    "Mock Maths",
    "Maths T1",
    "Maths Aut 1",
    "Comment on",
    "Maths Comment",
    "Teacher",
    "Number of",
  ])("7. %s is no subject", (subject) => {
    const { rows } = readFolder({ "marks.csv": `Adno,Maths Effort,${subject} Effort\nA1,4,3\n` }, ms);
    expect(rows("reviews").map(({ subject }) => subject)).toEqual(["Maths"]);
  });
  it("8. UTF-8 that is declared as Windows-1252 is warned of", () => {
    const { problems } = readFolder(
      { "reviews.csv": `${R}A1,Fran\u00e7ais,2010-10-08,focus,4\n` },
      { sources: [{ table: "reviews", files: "reviews.csv", encoding: "windows-1252" }] },
    );
    expect(problems("reviews.csv")).not.toEqual([]);
  });
});

describe("lost", () => {
  it.each([
    ["reviews.csv", `A2,Bio,2010-10-08,focus,4\n${R}A1,Bio,2010-10-08,focus,4\n`],
    ["marks.csv", "A2,Jones,3,2\nAdno,Name,Maths Focus,Art Focus\nA1,Smith,4,3\n"],
    ["meetings.csv", "A2,08/10/2010,held\nstudent_id,planned_on,status\nA1,2010-10-08,held\n"],
    ["attendance-2010-10-04.csv", "A1,/,\\\nStudentId,MonAM,MonPM\nA2,/,\\\n"],
    ["more/students.csv", "Pupil list,,,\nA9,Zed,Z,12\nstudent_id,surname,forename,year_group\nA8,Y,Y,12\n"],
  ])("10. one line of data above the header of %s is not a title", (name, text) => {
    const { problems } = readFolder({ [name]: text }, ms);
    expect(problems(name)).not.toEqual([]);
  });
  it("11. a bulk file and a slow file refuse the same: a second identifier that cannot be one", async () => {
    const text = "student_id,upn,subject,review_date,criterion,grade\nA3,1.2E+12,Bio,2010-10-08,focus,4\n";
    expect((await factsOf({ "reviews.csv": utf16(text) })).rows.reviews).toEqual(
      (await factsOf({ "reviews.csv": text })).rows.reviews,
    );
  });
  it("12. a bulk file and a slow file refuse the same: a cell of more than 100,000 characters", async () => {
    const text = `student_id,subject,review_date,criterion,grade,Comment\nA1,Bio,2010-10-08,focus,4,${"x".repeat(100_001)}\n`;
    expect((await factsOf({ "reviews.csv": utf16(text) })).rows.reviews).toEqual(
      (await factsOf({ "reviews.csv": text })).rows.reviews,
    );
  });
});

describe("hang", () => {
  it("13. 4,000 subjects are read within two seconds", () => {
    const before = performance.now();
    readFolder({
      "reviews.csv": R + Array.from({ length: 4000 }, (_, i) => `A1,S${i},2010-10-08,focus,4\n`).join(""),
    });
    expect(performance.now() - before).toBeLessThan(2000);
  }, 120_000);
});

describe("messages and privacy", () => {
  it("14. values of shifted lines name nobody", () => {
    const { files } = readFolder({
      "reviews.csv": `${R.trim()},teacher\nA1,Bio,Zebedee Quux,focus,4,T\nA1,Bio,2010-10-08,Zebedee Quux,4,T\n`,
      "meetings.csv": "student_id,planned_on,status,note\nA1,2010-10-08,Zebedee Quux cried,x\n",
      "agreements.csv": "student_id,mentor_id,starts_on\nA1,M1,A3\n",
    });
    expect(JSON.stringify(files.flatMap(({ problems }) => problems))).not.toMatch(/Zebedee|"A3"/);
  });
  it("15. a line of a student who was refused for a conflict says so", () => {
    const { problems } = readFolder({
      "students-2.csv": "student_id,surname,forename,year_group\nA1,Smith,Anne,12\n",
      "reviews.csv": `${R}A1,Bio,2010-10-08,focus,4\n`,
    });
    expect(problems("reviews.csv")[0]!.message).not.toMatch(/not in the students table/);
  });
  it("16. a NUL is named as such", () => {
    const { problems } = readFolder({ "reviews.csv": `${R}A1,B\u0000,2010-10-08,focus,4\n` });
    expect(problems("reviews.csv")[0]!.message).not.toMatch(/encoding/);
  });
  it("17. the spelling of a subject does not come from a refused line", async () => {
    const text =
      "student_id,subject,review_date,criterion,grade\nA1,bio,31/02/2010,focus,4\nA1,Bio,2010-10-08,focus,4\n";
    expect((await factsOf({ "reviews.csv": text })).rows.reviews).toEqual(
      (await factsOf({ "reviews.csv": utf16(text) })).rows.reviews,
    );
  });
});
