import { describe, expect, it } from "vitest";
import { readFolder } from "../../support/programme-folder.ts";

const header = "student_id,subject,review_date,criterion,grade";
const line = (id: string, date: string, subject = "Maths") => `${id},${subject},${date},focus,3`;

/** The lines that were refused, and the facts kept of the others by student and date. */
function reviews(...lines: string[]) {
  const read = readFolder({ "reviews.csv": [header, ...lines, ""].join("\n") });
  return {
    refused: read.problems("reviews.csv").map((problem) => problem.line),
    messages: read.problems("reviews.csv").map(({ message }) => message),
    kept: read.rows("reviews").map((row) => `${row.student_id} ${row.review_date}`),
  };
}

describe("a column of dates that is proved month first", () => {
  it("loses the dates that could be read either way, before and after the proof, and says why", () => {
    const { refused, kept, messages } = reviews(
      line("A1", "9/7/2010"),
      line("A2", "9/21/2010"),
      line("A3", "10.4.2010"),
      line("A1", "10-05-2010", "Art"),
    );
    expect(refused.sort()).toEqual([2, 3, 4, 5]);
    expect(kept).toEqual([]);
    expect(messages).toContain(
      'This date could be read day first or month first, and line 3 of this file proves that "review_date" is written month first. Set the computer or the column to British dates, or to YYYY-MM-DD, and export again.',
    );
  });

  it("keeps those that can be read in one way only", () => {
    const { refused, kept } = reviews(
      line("A2", "9/21/2010"),
      line("A1", "2010-10-08"),
      line("A2", "10/10/2010"),
      line("A3", "21/09/2010"),
      line("A1", "7 Sep 2010", "Art"),
    );
    expect(refused).toEqual([2]);
    expect(kept).toEqual(["A1 2010-10-08", "A2 2010-10-10", "A3 2010-09-21", "A1 2010-09-07"]);
  });

  it("is none where no date proves it", () => {
    const lines = [
      line("A1", "9/7/2010"),
      line("A2", "21/9/2010"),
      line("A3", "31/02/2010"),
      line("A1", "9/32/2010"),
    ];
    expect(reviews(...lines)).toMatchObject({ refused: [4, 5], kept: ["A1 2010-07-09", "A2 2010-09-21"] });
  });

  it("says nothing of another column or file", () => {
    const read = readFolder({
      "actions.csv":
        "student_id,set_on,action,due_on\nA1,7/9/2010,Read,9/21/2010\nA2,7/9/2010,Read,9/8/2010\nA3,8/9/2010,Read,2010-09-20\n",
      "actions b.csv": "student_id,set_on,action,due_on\nA1,7/9/2010,Read,9/10/2010\n",
    });
    expect(read.problems("actions.csv").map(({ line, column }) => [line, column])).toEqual([
      [2, "due_on"],
      [3, "due_on"],
    ]);
    expect(read.problems("actions b.csv")).toEqual([]);
    expect(read.rows("actions").map(({ student_id }) => student_id)).toEqual(["A1", "A3"]);
  });

  it("costs a line of a marksheet with all its grades, once", () => {
    const read = readFolder({
      "Marks.csv":
        "Student ID,Review Date,Maths Focus,Maths Target\nA1,9/7/2010,3,A\nA2,9/21/2010,3,A\nA3,2010-09-21,4,B\n",
    });
    expect(
      read
        .problems("Marks.csv")
        .map(({ line, column }) => [line, column])
        .sort(),
    ).toEqual([
      [2, "Review Date"],
      [3, "Review Date"],
    ]);
    expect([...read.rows("reviews"), ...read.rows("predictions")].map((row) => row.student_id)).toEqual([
      "A3",
      "A3",
    ]);
    expect(read.file("Marks.csv").lineCounts()).toMatchObject({ accepted: 1, quarantined: 2 });
  });

  it("holds for attendance, and for students, whose dates of birth are not shown", () => {
    const read = readFolder({
      "attendance.csv":
        "student_id,date,session,mark\nA3,9/7/2010,AM,/\nA3,9/21/2010,AM,/\nA3,2010-09-20,AM,/\n",
      "students.csv":
        "student_id,surname,forename,year_group,date_of_birth\nA1,Smith,Ann,12,2/13/1994\nA2,Jones,Bob,12,2/3/1994\nA3,Xu,Jo,12,\n",
    });
    expect(read.rows("students").map(({ student_id }) => student_id)).toEqual(["A3"]);
    expect(read.problems("students.csv").map(({ value }) => value)).toEqual([null, null]);
    expect(
      read
        .problems("attendance.csv")
        .map(({ line }) => line)
        .sort(),
    ).toEqual([2, 3]);
    expect(read.rows("attendance_marks")).toMatchObject([{ student_id: "A3", date: "2010-09-20" }]);
  });
});
