import { describe, expect, it } from "vitest";
import { readFolder } from "../../support/programme-folder.ts";

const name = "attendance-2010-10-04.csv";

describe("a weekly register", () => {
  it("has one mark a session, by date", () => {
    const { rows, file } = readFolder({ [name]: "StudentId,MonAM,Mon PM,Friday_AM\nA1,/,\\,I\n" });
    expect(
      rows("attendance_marks").map(({ date, session, mark, category }) => [date, session, mark, category]),
    ).toEqual([
      ["2010-10-04", "AM", "/", "present"],
      ["2010-10-04", "PM", "\\", "present"],
      ["2010-10-08", "AM", "I", "authorised_absence"],
    ]);
    expect(file(name)).toMatchObject({ table: "attendance", layout: "wide" });
  });

  it("counts cells without a mark as missing and marks that are no code as unmapped, and names those that could be one", () => {
    const { counts, problems } = readFolder({
      [name]: "StudentId,MonAM,MonPM,TueAM,TuePM,WedAM\nA1,/,-,,3,3\nA2,/,N/A,,3,C2\n",
    });
    expect(counts.attendance_marks).toMatchObject({ rows: 2, missing: 2, unmapped: 6 });
    expect(problems(name)).toMatchObject([
      {
        line: 2,
        column: "TuePM",
        code: "unmapped-value",
        severity: "warning",
        value: "3",
        message: expect.stringContaining("local mark"),
      },
      { line: 3, column: "WedAM", code: "unmapped-value", severity: "warning" },
    ]);
  });

  it("an unknown student costs the line once, a missing one too", () => {
    const { problems, file } = readFolder({ [name]: "StudentId,MonAM,MonPM\nZ9,/,/\n,/,/\nA1,/,\\\n" });
    expect(problems(name)).toMatchObject([
      { line: 2, column: "StudentId", code: "foreign-key" },
      { line: 3, column: "StudentId", message: expect.stringContaining("does not say which student") },
    ]);
    expect(file(name).lineCounts()).toMatchObject({ accepted: 1, quarantined: 2 });
  });

  it.each(["attendance.csv", "attendance-2010-10-05.csv"])(
    "without the date of a Monday, %s is refused",
    (other) => {
      const { problems, file } = readFolder({ [other]: "StudentId,MonAM\nA1,/\n" });
      expect(problems(other)).toMatchObject([{ line: null, code: "missing-label" }]);
      expect(file(other).lineCounts()).toMatchObject({ quarantined: 2 });
    },
  );

  it("without an identifier is refused, though another column is mapped", () => {
    const { problems } = readFolder(
      { [name]: "Pupil,MonAM\nSmith,/\n" },
      { sources: [{ table: "attendance", files: "*.csv", columns: { Pupil: "name_combined" } }] },
    );
    expect(problems(name)).toMatchObject([{ line: null, column: "student_id" }]);
  });
});

describe("two weeks in one register", () => {
  it("side by side are refused", () => {
    const { rows, problems } = readFolder({
      [name]: "Adno,MonAM,MonPM,TueAM,MonAM,MonPM,TueAM\nA1,/,\\,/,/,\\,N\n",
    });
    expect(rows("attendance_marks")).toEqual([]);
    expect(problems(name)).toMatchObject([{ line: null, column: "MonAM", code: "duplicate-label" }]);
  });

  it.each([
    ["dates", "Week Commencing", "04/10/2010", "11/10/2010"],
    ["any day of the week", "w/b", "2010-10-06", "2010-10-12"],
    ["numbers", "Week", "1", "2"],
  ])("are told apart by a column of %s: the lines of another week are refused", (_, header, own, other) => {
    const { rows, problems } = readFolder({
      [name]: `Adno,${header},MonAM\nA1,${own},/\nA3,,N\nA2,${other},/\nA3,,/\n`,
    });
    expect(rows("attendance_marks").map(({ student_id }) => student_id)).toEqual(["A1", "A3"]);
    const refused = { column: header, code: "constraint-error" };
    // A blank below the other week is of that week.
    expect(problems(name)).toMatchObject([
      { line: 4, ...refused },
      { line: 5, ...refused },
    ]);
  });
});

it("a sign that only looks like a letter is the code it looks like, however the file is read", () => {
  const kelvin = "StudentId,MonAM\nA1,\u212a\n";
  const of = (bytes: string | Buffer) =>
    readFolder({ "attendance-2024-09-02.csv": bytes }, { academicYear: "2024-25", asOf: "2025-06-24" }).rows(
      "attendance_marks",
    );
  expect(of(kelvin)).toMatchObject([{ mark: "K" }]);
  expect(of(Buffer.from(`\ufeff${kelvin}`, "utf16le"))).toEqual(of(kelvin));
});

describe("long attendance", () => {
  it("codes are those of their date", () => {
    const { rows, counts } = readFolder({
      "attendance.csv":
        "student_id,date,session,mark\nA1,2010-10-04,AM,H\nA1,2024-10-04,AM,H\nA1,2024-10-04,PM,K\n",
    });
    expect(rows("attendance_marks").map(({ date, mark }) => `${date} ${mark}`)).toEqual([
      "2010-10-04 H",
      "2024-10-04 K",
    ]);
    expect(counts.attendance_marks.unmapped).toBe(1);
  });

  it("is recognised by its header alone", () => {
    const { file } = readFolder({
      "marks.csv": "student_id,date,session,mark\nA1,2010-10-04,AM,/\n",
      "totals.csv": "student_id,period_start,period_end,possible,attended\nA1,2010-09-01,2010-10-01,40,39\n",
    });
    expect([file("marks.csv").table, file("totals.csv").table]).toEqual(["attendance", "attendance"]);
  });
});
