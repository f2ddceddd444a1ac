import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../support/programme-folder.ts";

const ctf = readFileSync(new URL("../../support/formats/ctf_25.xml", import.meta.url), "utf8");
const list = "student_id,surname,forename,year_group,upn,sex,prior_attainment\n";

describe("a Common Transfer File beside the school's own list", () => {
  it("fills in what the list leaves empty, by UPN, and makes no second student", () => {
    const read = readFolder({
      "students.csv": `${list}A1,O'Brien,Jack,12,L823432120001,,\nA2,Jones,Bob,12,A823432120002,,\n`,
      "transfer/ctf.xml": ctf,
    });
    expect(read.rows("students")).toMatchObject([
      { student_id: "A1", year_group: "12", sex: "M", prior_attainment: 104, date_of_birth: "2009-09-15" },
      { student_id: "A2", sex: null, prior_attainment: null },
    ]);
    expect(read.problems("transfer/ctf.xml")).toEqual([]);
    expect(read.file("transfer/ctf.xml").lineCounts()).toMatchObject({ accepted: 1, quarantined: 0 });
  });

  it("overwrites nothing, and says what differs", () => {
    const read = readFolder({
      "students.csv": `${list}A1,O'Brien,Jack,12,L823432120001,F,99\n`,
      "ctf.xml": ctf,
    });
    expect(read.rows("students")).toMatchObject([{ sex: "F", prior_attainment: 99 }]);
    expect(read.problems("ctf.xml")).toMatchObject([
      { line: 4, severity: "warning", message: expect.stringContaining("sex, prior_attainment") },
    ]);
  });

  it("refuses a pupil whom the list does not have, since it gives no year group", () => {
    const read = readFolder({ "students.csv": `${list}A2,Jones,Bob,12,A823432120002,,\n`, "ctf.xml": ctf });
    expect(read.counts.students.rows).toBe(1);
    expect(read.problems("ctf.xml")).toMatchObject([{ line: 4, code: "foreign-key", severity: "error" }]);
  });

  it("is a list of its own where it gives year groups", () => {
    const read = readFolder({
      "students.csv": null,
      "ctf.xml": ctf.replace("<Sex>M</Sex>", "<Sex>M</Sex><NCyearActual>12</NCyearActual>"),
    });
    expect(read.rows("students")).toMatchObject([
      { student_id: "L823432120001", year_group: "12", prior_attainment: 104 },
    ]);
  });
});

describe("a leaver without a year group", () => {
  it("stays a student, and is named", () => {
    const read = readFolder({
      "students.csv":
        "student_id,surname,forename,year_group,left_on\nA1,Smith,Ann,,2010-11-05\nA2,Jones,Bob,,\n",
    });
    expect(read.rows("students")).toMatchObject([{ student_id: "A1", year_group: null }]);
    expect(read.problems("students.csv")).toMatchObject([
      { line: 2, column: "year_group", severity: "warning" },
      { line: 3, column: "year_group", severity: "error" },
    ]);
  });
});

describe("last term's export under this term's date", () => {
  it("is named, for no two reviews of a class are the same in every grade", () => {
    const rows = Array.from({ length: 3 }, (_, s) =>
      Array.from({ length: 8 }, (_, i) => `A${s + 1},Subject ${i},${((s * 5 + i * 3) % 5) + 1}`),
    ).flat();
    const marks = (order: string[]) => `student_id,Subject,Focus\n${order.join("\n")}\n`;
    const read = readFolder({
      "marks 2010-10-08.csv": marks(rows),
      "marks 2010-12-10.csv": marks([...rows].reverse()),
    });
    expect(read.problems("marks 2010-10-08.csv")).toEqual([]);
    expect(read.problems("marks 2010-12-10.csv")).toMatchObject([
      { line: null, code: "duplicate-file", severity: "warning" },
    ]);
  });
});
