import { describe, expect, it } from "vitest";
import { readFolder } from "../../../support/programme-folder.ts";

const marksheet = {
  sources: [{ table: "marksheet" as const, files: "marks.csv", reviewDate: "2010-10-08" }],
};
const long = "student_id,subject,review_date,criterion,grade\n";
const manyLong = Array.from({ length: 300 }, (_, i) => `A1,S${i},2010-10-08,focus,4\n`).join("");
const manyWide = Array.from({ length: 300 }, (_, i) => `A${1 + (i % 3)},S,4\n`).join("");

describe("a second table below the first", () => {
  it.each([
    [
      "with the columns in another order",
      "reviews.csv",
      long + manyLong,
      "student_id,subject,review_date,grade,criterion\nA3,Bio,2010-10-08,4,focus\n",
      300,
    ],
    [
      "of another subject",
      "marks.csv",
      `Adno,Name,Maths Focus\n${manyWide}`,
      "Adno,Name,Art Focus\nA3,J,1\n",
      3,
    ],
    [
      "of another aspect",
      "marks.csv",
      `Adno,Name,Maths Focus\n${manyWide}`,
      "Adno,Name,Maths Effort\nA3,J,1\n",
      3,
    ],
    [
      "of students",
      "reviews.csv",
      long + manyLong,
      "student_id,surname,forename,year_group,\nA3,Patel,Cyd,12,\n",
      300,
    ],
  ])("is never read by the header of the first: %s", (_, name, first, second, kept) => {
    const { rows, problems, quarantined } = readFolder(
      { [name]: first + second },
      name === "marks.csv" ? marksheet : {},
    );
    expect(rows("reviews")).toHaveLength(kept);
    expect(problems(name)).toMatchObject([{ line: 302, code: "unknown-table" }]);
    expect(Buffer.concat(quarantined(name)).toString()).toBe(second);
  });

  it.each([
    [
      "subjects swapped",
      "Adno,Name,Maths Focus,Art Focus\nA1,S,4,3\nAdno,Name,Art Focus,Maths Focus\nA2,J,4,3\n",
    ],
    [
      "other subjects under a title",
      "Adno,Name,Maths Focus,Art Focus\nA1,S,4,3\nClass 12B\nAdno,Name,PE Focus,French Focus\nA2,J,4,3\n",
    ],
    [
      "other subjects over the same aspects",
      ",,Maths,\nAdno,Name,Focus,Effort\nA1,S,1,2\n,,Art,\nAdno,Name,Focus,Effort\nA2,S,1,2\n",
    ],
  ])("among the first rows is asked about: %s", (_, text) => {
    const { rows, problems } = readFolder({ "marks.csv": text }, marksheet);
    expect(rows("reviews")).toEqual([]);
    expect(problems("marks.csv")).toMatchObject([
      { line: null, message: expect.stringContaining("could both be the header") },
    ]);
  });
});

describe("lines between the records", () => {
  it("that repeat the header, count pages or hold statistics are no records, also deep in a long file", () => {
    const { rows, problems, file } = readFolder({
      "reviews.csv": `${long}${manyLong}${long}Page 1 of 2,,,,\nMean,,,,3.5\nA2,Bio,2010-10-08,focus,4\nReport printed 12/11/2010,,,,\nTotal,,,,3.5\n`,
    });
    expect(rows("reviews")).toHaveLength(301);
    expect(problems("reviews.csv")).toEqual([]);
    expect(file("reviews.csv").lineCounts()).toMatchObject({ header: 2, footer: 4, accepted: 301 });
  });

  it("never make a student of a total, nor a total of a student called Mean, Count or Total", () => {
    const { rows, file } = readFolder(
      {
        "students.csv":
          "student_id,surname,forename,year_group\nA1,Mean,Max,12\nA2,Total,Sum,12\nA3,Count,Dracula,12\n",
        "marks.csv":
          "Adno,Surname,Forename,Maths Focus\nA1,Mean,Max,4\nA3,Count,Dracula,3\nA2,Total,Sum,2\n,Mean,,3\n,Total,,9\n",
      },
      marksheet,
    );
    expect(rows("reviews").map(({ student_id, grade }) => [student_id, grade])).toEqual([
      ["A1", "4"],
      ["A3", "3"],
      ["A2", "2"],
    ]);
    expect(file("marks.csv").lineCounts()).toMatchObject({ accepted: 3, footer: 2 });
  });

  it("lines of data above the header are asked about", () => {
    const { problems } = readFolder({
      "reviews.csv": `A2,Bio,2010-10-08,focus,4\nA2,Art,2010-10-08,focus,4\n${long}A1,Bio,2010-10-08,focus,4\n`,
    });
    expect(problems("reviews.csv")).toMatchObject([
      { line: null, message: expect.stringContaining("2 lines above it may hold data") },
    ]);
  });
});

describe("a report that leaves out the student where it is the same as above", () => {
  const report =
    "student_id,surname,subject,review_date,criterion,grade\nA1,Smith,Bio,2010-10-08,focus,4\n,,Art,2010-10-08,focus,4\n";
  it.each([
    ["a line that cannot be read", '"A2,Jones,Bio,2010-10-08,focus,3\n', 5],
    ["a line with a cell too many", "A2,Jones, Bob,Bio,2010-10-08,focus,3\n", 5],
    ["a student who is not known", "Z9,Jones,Bio,2010-10-08,focus,3\n", 5],
  ])("gives the rows under %s to nobody", (_, line, at) => {
    const { rows, problems } = readFolder({
      "reviews.csv": `${report}${line},,Maths,2010-10-08,focus,3\nA3,Patel,Bio,2010-10-08,focus,2\n`,
    });
    expect(rows("reviews").map(({ student_id, subject }) => [student_id, subject])).toEqual([
      ["A1", "Bio"],
      ["A1", "Art"],
      ["A3", "Bio"],
    ]);
    expect(problems("reviews.csv").map(({ line: number }) => number)).toEqual([4, at]);
  });
});
