import { describe, expect, it } from "vitest";
import { readFolder } from "../../support/programme-folder.ts";

const header = (assessment: string) =>
  `Student UPN,Last Name,First Name,Year,Subject,${assessment},Result,Result Date`;
const row = (subject: string, grade: string) =>
  `A823432120002,Jones,Bob,Year 12,${subject},Focus,${grade},08/10/2010`;
const results = (assessment: string) =>
  `${header(assessment)}\n${row("Maths", "3")}\n${row("English", "4")}\n`;

describe("a report of grades that also names students", () => {
  it.each(["Results Y12.csv", "students export.csv"])(
    "%s is not read as a list of students, but asked about",
    (name) => {
      const { problems, rows } = readFolder({ [name]: results("Measure") });
      expect(problems(name)).toMatchObject([{ line: null, severity: "error", code: "unknown-table" }]);
      expect(problems(name)[0]!.message).toContain(
        `{"table": "marksheet", "files": "${name}", "columns": {"<header of the assessment>": "criterion"}}`,
      );
      expect(rows("students")).toHaveLength(3);
    },
  );

  it("is read once the settings say which column it is", () => {
    const { rows } = readFolder(
      { "Results.csv": results("Measure") },
      { sources: [{ table: "marksheet", files: "Results.csv", columns: { Measure: "criterion" } }] },
    );
    expect(rows("reviews")).toMatchObject([{ subject: "Maths" }, { subject: "English" }]);
  });

  it.each(["Assessment", "Assessment Name", "Assessment Type"])(
    "is a marksheet where %s is its header",
    (assessment) => {
      const { rows, file } = readFolder({ "Results.csv": results(assessment) });
      expect(file("Results.csv").table).toBe("marksheet");
      expect(rows("reviews").map(({ student_id, subject, grade }) => [student_id, subject, grade])).toEqual([
        ["A2", "Maths", "3"],
        ["A2", "English", "4"],
      ]);
    },
  );

  it("is asked about where the file's name says students, though the header is a marksheet's", () => {
    const { problems } = readFolder({ "students 2.csv": results("Aspect") });
    expect(problems("students 2.csv")).toMatchObject([
      { line: null, code: "unknown-table", message: expect.stringContaining("header is that of marksheet") },
    ]);
  });

  it("with a grade but no subject it stays a list of students", () => {
    const { file } = readFolder({
      "list.csv": "student_id,surname,forename,year_group,Result\nA9,Xu,Jo,12,3\n",
    });
    expect(file("list.csv").table).toBe("students");
  });
});

describe("rows of a list of students that repeat one", () => {
  const students = "student_id,surname,forename,year_group\n";
  const line = (id: string) => `${id},Smith,Ann,12\n`;
  const warnings = (...ids: string[]) =>
    readFolder({ "students.csv": students + ids.map(line).join("") }).problems("students.csv");

  it("are warned of where they are more than half", () => {
    expect(warnings("A1", "A1", "A1", "A2", "A2")).toMatchObject([
      {
        line: null,
        severity: "warning",
        message: expect.stringMatching(/^3 of the 5 rows of this file repeat/),
      },
    ]);
  });

  it("name the other list where they stand in two", () => {
    const lines = students + line("A1") + line("A2");
    const read = readFolder({ "students.csv": lines, "students b.csv": lines + line("A3") });
    expect(read.problems("students b.csv")).toEqual([]);
    expect(read.problems("students.csv")).toMatchObject([
      {
        line: null,
        message: "2 of the 2 rows of this file stand in students b.csv too. Keep the newer of the two lists.",
      },
    ]);
  });

  it("need no word at half of them", () => {
    expect(warnings("A1", "A1", "A2", "A2")).toEqual([]);
  });

  it("are not those that were refused", () => {
    const read = readFolder({
      "students.csv": `${students}A1,Smith,Ann,12\nA1,Smith,Ann,13\nA1,Smith,Ann,11\n`,
    });
    expect(read.problems("students.csv").map(({ severity }) => severity)).toEqual([
      "error",
      "error",
      "error",
    ]);
  });
});
