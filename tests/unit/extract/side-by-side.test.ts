import { describe, expect, it } from "vitest";
import { readFolder } from "../../support/programme-folder.ts";

const read = (name: string, text: string) => {
  const folder = readFolder(
    { [name]: text },
    { sources: [{ table: "marksheet", files: "marks*", reviewDate: "2010-10-08" }] },
  );
  return { folder, problems: folder.problems(name).map(({ code, severity }) => `${severity} ${code}`) };
};

describe("tables side by side", () => {
  it.each([
    ["of other students", "Adno,Maths Focus,,Adno,Art Focus\nA1,3,,A2,5\nA2,4,,A1,1\n"],
    ["of other students by another identifier", "Adno,Maths Focus,Student ID,Art Focus\nA1,3,A2,5\n"],
    ["of other subjects", "Adno,Subject,Focus,Subject,Effort\nA1,Maths,3,Art,5\n"],
    ["of other days", "Adno,Review Date,Maths Focus,Review Date,Art Focus\nA1,2010-10-08,3,2010-12-03,5\n"],
    [
      "of other days, each behind its grades",
      "Adno,Maths Focus,Date,Art Focus,Date\nA1,3,08/10/2010,5,09/12/2010\n",
    ],
    ["of other qualifications", "Adno,Maths Focus,Qualification,Art Focus,Qualification\nA1,3,GCSE,5,BTEC\n"],
    ["of other names", 'Adno,Student,Maths Focus,,Student,Art Focus\nA1,"Smith, Ann",3,,"Jones, Bob",5\n'],
  ])("%s are refused, for those on the right would be read as the left one's", (_, text) => {
    const { folder, problems } = read("marks.csv", text);
    expect(folder.rows("reviews")).toEqual([]);
    expect(problems).toEqual(["error duplicate-label"]);
    expect(folder.problems("marks.csv")[0]!.message).toContain("side by side");
  });

  it("are refused in files of one row a fact", () => {
    const { folder, problems } = read(
      "attendance.csv",
      "Adno,Date,Session,Mark,,Adno,Date,Session,Mark\nA1,2010-10-08,AM,/,,A2,2010-10-08,AM,N\n",
    );
    expect(folder.rows("attendance_marks")).toEqual([]);
    expect(problems).toEqual(["error duplicate-label"]);
  });

  it("are not the teachers that stand beside each subject: these are left out, and the grades read", () => {
    const { folder, problems } = read(
      "marks.csv",
      "Adno,Maths Focus,Teacher,Art Focus,Teacher,PE Focus,Teacher\nA1,3,Ms M,5,Mr A,4,Dr P\n",
    );
    expect(folder.rows("reviews").map(({ subject, teacher }) => [subject, teacher])).toEqual([
      ["Maths", null],
      ["Art", null],
      ["PE", null],
    ]);
    expect(problems).toEqual(["warning duplicate-label"]);
    expect(folder.file("marks.csv").unmappedColumns).toEqual(["Teacher", "Teacher", "Teacher"]);
  });

  it.each([
    ["Date", "review_date", "08/10/2010"],
    ["Qualification", "qualification", "GCSE"],
    ["Review", "review", "R1"],
  ])("may be meant where one %s stands between two subjects, so it is asked", (label, column, cell) => {
    const text = `Adno,Maths Focus,${label},Art Focus\nA1,3,${cell},5\n`;
    const { folder, problems } = read("marks.csv", text);
    expect(folder.rows("reviews")).toEqual([]);
    expect(problems).toEqual(["error missing-label"]);
    expect(folder.problems("marks.csv")[0]!.message).toContain(`"columns": {"${label}": "${column}"}`);
    const declared = readFolder(
      { "marks.csv": text },
      {
        sources: [
          { table: "marksheet", files: "marks*", reviewDate: "2010-10-08", columns: { [label]: column } },
        ],
      },
    );
    expect(declared.rows("reviews")).toHaveLength(2);
    expect(declared.problems("marks.csv")).toEqual([]);
  });

  it("are not one teacher between two subjects: who is left out with a warning unless declared", () => {
    const text = "Adno,Maths Focus,Teacher,Art Focus\nA1,3,Ms M,5\n";
    const { folder, problems } = read("marks.csv", text);
    expect(folder.rows("reviews").map(({ teacher }) => teacher)).toEqual([null, null]);
    expect(problems).toEqual(["warning duplicate-label"]);
    expect(folder.problems("marks.csv")[0]!.message).toContain("stands between subjects, in column 3");
    const declared = readFolder(
      { "marks.csv": text },
      {
        sources: [
          { table: "marksheet", files: "marks*", reviewDate: "2010-10-08", columns: { Teacher: "teacher" } },
        ],
      },
    );
    expect(declared.rows("reviews").map(({ teacher }) => teacher)).toEqual(["Ms M", "Ms M"]);
  });

  it("are not a date between the criteria of the same subjects, at the end, or beside a column of subjects", () => {
    for (const text of [
      "Adno,Maths Focus,Date,Maths Effort\nA1,3,08/10/2010,5\n",
      "Adno,Maths Focus,Art Effort,Date\nA1,3,5,08/10/2010\n",
      "Adno,Subject,Focus,Date,Effort\nA1,Maths,3,08/10/2010,5\n",
    ]) {
      const { folder, problems } = read("marks.csv", text);
      expect(folder.rows("reviews")).toHaveLength(2);
      expect(problems).toEqual([]);
    }
  });

  it("are not columns that stand twice before the first grade or behind the last one", () => {
    const { folder, problems } = read(
      "marks.csv",
      "Adno,Student ID,Maths Focus,Art Focus,Adno\nA1,A1,3,5,A1\n",
    );
    expect(folder.rows("reviews")).toHaveLength(2);
    expect(problems).toEqual(["warning duplicate-label", "warning duplicate-label"]);
  });
});
