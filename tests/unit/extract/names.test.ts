import { describe, expect, it } from "vitest";
import { isNear, nameWords } from "../../../loaders/extract/names/person-name.ts";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder } from "../../support/programme-folder.ts";

const people = [
  ["Smith", "Ann", ""],
  ["Jones", "Robert", "Bob"],
  ["Patel", "Cyd", ""],
  ["O'Brien", "Seán", ""],
  ["Smith", "Dora", ""],
  ["Smith-Jönes", "Zoë", ""],
  ["Ng", "Li", ""],
  ["Van der Berg", "Piet", ""],
  ["Van Dijk", "Jan", ""],
  ["Kowalski", "Łucja", ""],
] as const;
const students = `student_id,surname,forename,preferred_name,year_group\n${people
  .map((names, i) => `A${i + 1},${names.join()},12\n`)
  .join("")}`;
const marks: Partial<ProgrammeInput> = {
  sources: [{ table: "marksheet", files: "marks*", reviewDate: "2010-10-08" }],
};
const tables = [
  "attendance_marks",
  "reviews",
  "predictions",
  "agreements",
  "meetings",
  "behaviour",
  "feedback",
] as const;

const readBytes = (
  name: string,
  bytes: string | Uint8Array,
  lines: readonly string[],
  settings: Partial<ProgrammeInput>,
) => {
  const { file, problems, rows } = readFolder({ "students.csv": students, [name]: bytes }, settings);
  return {
    fates: lines.map((_, i) => file(name).fateOf(i + 1)?.[0]).join(""),
    problems: problems(name).map(({ line, column, severity, message, value }) => ({
      line,
      column,
      severity,
      message,
      value,
    })),
    students: tables.flatMap((table) => rows(table).map(({ student_id }) => student_id)).join(" "),
  };
};

/** Reads one file in bulk, and as UTF-16 record by record; each line's fate by its first letter. */
function read(name: string, lines: readonly string[], settings: Partial<ProgrammeInput> = marks) {
  const text = `${lines.join("\n")}\n`;
  const inBulk = readBytes(name, text, lines, settings);
  expect(readBytes(name, Buffer.from(`\ufeff${text}`, "utf16le"), lines, settings)).toEqual(inBulk);
  expect(JSON.stringify(inBulk.problems)).not.toMatch(/Smith|Jones|Patel|Brien|Kowalski|Robert/);
  return inBulk;
}

const header = "Adno,Surname,Forename,Maths Focus";
const right = ["A1,Smith,Ann,4", "A4,O'Brien,Seán,3", "A6,Smith-Jönes,Zoë,3", "A7,Ng,Li,2"];

describe("a row that is named like another student than its identifier", () => {
  it("is refused, in a marksheet", () => {
    const { fates, problems, students } = read("marks.csv", [header, ...right, "A2,Patel,Cyd,2"]);
    expect(fates).toBe("haaaaq");
    expect(students).toBe("A1 A4 A6 A7");
    expect(problems).toMatchObject([{ line: 6, column: "Surname", severity: "error", value: null }]);
    expect(problems[0]!.message).toMatch(/^The name on this line is that of another student/);
  });

  it.each([
    ["reviews.csv", "student_id,Name,subject,review_date,criterion,grade", "Maths,2010-10-08,focus,4"],
    ["predictions.csv", "student_id,Name,subject,review_date,kind,grade", "Maths,2010-10-08,predicted,A"],
    ["marks.csv", "Adno,Name,Criterion,Grade", "Maths Focus,4"],
    ["marks.csv", "Adno,Name,Subject,Focus,Effort", "Maths,4,3"],
    ["attendance.csv", "student_id,Pupil Name,date,session,mark", "2010-10-08,AM,/"],
    ["attendance-2010-10-04.csv", "student_id,Student Name,MonAM,MonPM", "/,\\"],
    ["agreements.csv", "student_id,student_name,mentor_id,starts_on", "M1,2010-11-01"],
    ["meetings.csv", "student_id,Student,planned_on,status", "2010-11-08,held"],
    ["behaviour.csv", "student_id,name_combined,date,kind", "2010-11-08,incident"],
    ["feedback.csv", "student_id,Learner Full Name,date,comment", "2010-11-08,Late"],
  ])("is refused in %s: %s", (name, header, rest) => {
    const row = (id: string, name: string) => `${id},"${name}",${rest}`;
    const lines = [header, row("A1", "Smith, Ann"), row("A2", "Patel, Cyd"), row("A3", "Cyd Patel")];
    const { fates, problems } = read(name, lines);
    expect(fates).toBe("haqa");
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([{ line: 3 }]);
  });

  it.each([
    ["who shares the surname", "A1,Smith,Dora,4"],
    ["who shares a particle", "A8,Van Dijk,Jan,4"],
    ["with a shorter forename", "A3,Jones,Rob,4"],
    ["by the preferred name", "A3,Jones,Bob,4"],
    ["without the accents", "A3,O'BRIEN,SEAN,4"],
    ["in Polish letters that are no accents", "A3,Kowalski,Lucja,4"],
  ])("is refused where it is another %s", (_, row) => {
    expect(read("marks.csv", [header, ...right, row]).fates).toBe("haaaaq");
  });

  it("costs one long row at a time, though the one above has the same identifier", () => {
    const header = "student_id,Surname,Forename,subject,review_date,criterion,grade";
    const { fates } = read("reviews.csv", [
      header,
      "A1,Smith,Ann,Maths,2010-10-08,focus,4",
      "A1,Patel,Cyd,Maths,2010-10-08,effort,4",
      "A1,Smith,Ann,Art,2010-10-08,effort,4",
    ]);
    expect(fates).toBe("haqa");
  });
});

describe("a name that is only written otherwise", () => {
  it.each([
    "A2,Jones,Bob,4",
    "A2,Jones,Robbie,4",
    "A2,Miller,Robert,4",
    "A2,Jnoes,Robert,4",
    "A2,ROBERT,JONES,4",
    "A4,OBrien,Sean,4",
    "A4,O Brien,S,4",
    "A4,Ó Briain,Seán,4",
    "A6,Jones,Zoe,4",
    "A8,Vanderberg,Piet,4",
    "A10,Kowalska,Lucja,4",
    "A1,,,4",
    "A1,张,伟,4",
    "A1,S,A,4",
    "A1,-,N/A,4",
  ])("says nothing: %s", (row) => {
    const { fates, problems } = read("marks.csv", [header, row]);
    expect([fates, problems]).toEqual(["ha", []]);
  });

  it.each(["Smith: Ann", "Smith, Ann (12A)", "Ann Smith", "Ann", "AS", "Smith, Miss A", "12"])(
    "in one cell says nothing: %s",
    (name) => {
      expect(read("marks.csv", ["Adno,Name,Maths Focus", `A1,"${name}",4`]).problems).toEqual([]);
    },
  );

  it("says so once a file where it has no word of the student's, and is nobody's", () => {
    const { fates, problems, students } = read("marks.csv", [
      header,
      ...right,
      "A3,Miller,Kim,2",
      "A10,Weber,Kit,2",
    ]);
    expect([fates, students]).toEqual(["haaaaaa", "A1 A4 A6 A7 A3 A10"]);
    expect(problems).toMatchObject([{ line: 6, column: "Surname", severity: "warning" }]);
    expect(problems[0]!.message).toContain("for 1 more student of this file");
  });

  it("is warned of where it is a forename alone, and the file is refused where most are others", () => {
    const header = "Adno,Forename,Maths Focus";
    const three = ["A1,Cyd,4", "A2,Ann,3", "A3,Bob,2"];
    const { fates, problems } = read("marks.csv", [header, ...three]);
    expect([fates, problems.map(({ line, severity }) => [line, severity])]).toEqual([
      "haaa",
      [[2, "warning"]],
    ]);
    expect(read("marks.csv", [header, ...three, "A4,Dora,3", "A5,Piet,3"]).fates).toBe("qqqqqq");
  });

  it("is only warned of where it is a surname alone, which may have changed to another student's", () => {
    const { fates, problems } = read("marks.csv", ["Adno,Surname,Maths Focus", "A1,Smith,4", "A2,Patel,4"]);
    expect([fates, problems.map(({ severity }) => severity)]).toEqual(["haa", ["warning"]]);
  });
});

describe("a file of which many names are not those of its identifiers", () => {
  it("is refused where one column was sorted by itself", () => {
    const { fates, problems, students } = read("marks.csv", [
      header,
      "A2,Smith,Ann,4",
      "A3,Jones,Bob,3",
      "A1,Patel,Cyd,2",
    ]);
    expect([fates, students]).toEqual(["qqqq", ""]);
    expect(problems).toMatchObject([{ line: null, column: "Surname", severity: "error" }]);
    expect(problems[0]!.message).toMatch(/^Of 3 students .*, 3 have another name/);
  });

  it("is refused where the identifiers are another system's", () => {
    const rows = ["Weber", "Fischer", "Meyer", "Wagner", "Becker"].map(
      (name, i) => `A${i + 1},${name},Kit,4`,
    );
    expect(read("marks.csv", [header, ...rows, "A7,Ng,Li,2"]).fates).toBe("qqqqqqq");
    expect(read("marks.csv", [header, ...rows.slice(0, 4), "A7,Ng,Li,2"]).fates).toBe("haaaaa");
  });

  it("has the rows refused whose surnames are other students', where several are", () => {
    const rows = ["A1,Patel,4", "A2,Ng,3", "A3,Smith,3", "A4,O'Brien,3", "A7,Ng,3", "A8,Van der Berg,2"];
    const { fates } = read("marks.csv", ["Adno,Surname,Maths Focus", ...rows]);
    expect(fates).toBe("hqqqaaa");
  });

  it("may say that its column of names is none", () => {
    const columns = { Name: "teacher" };
    const source = { table: "marksheet" as const, files: "marks*", reviewDate: "2010-10-08", columns };
    const rows = ["Patel", "Jones", "Cole", "Berry", "Fox"].map((name, i) => `A${5 - i},Ms ${name},4`);
    const { fates, problems } = read("marks.csv", ["Adno,Name,Maths Focus", ...rows], { sources: [source] });
    expect([fates, problems]).toEqual(["haaaaa", []]);
  });
});

describe("words of names", () => {
  it.each([
    ["O'Brien", ["obrien"]],
    ["Smith-Jönes", ["smith", "jones"]],
    ["ŁUCJA Großmann", ["lucja", "grossmann"]],
    ["张 Wei", ["wei"]],
    ["Иванов", []],
  ])("%s", (text, words) => {
    expect(nameWords(text)).toEqual(words);
  });

  it.each([
    ["sam", "samantha", true],
    ["jo", "john", false],
    ["jonson", "johnson", true],
    ["jones", "janes", true],
    ["ann", "anna", true],
    ["kate", "kite", false],
    ["smith", "smythe", false],
  ])("%s and %s", (one, other, near) => {
    expect([isNear(one, other), isNear(other, one)]).toEqual([near, near]);
  });
});
