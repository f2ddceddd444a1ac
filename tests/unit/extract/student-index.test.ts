import { describe, expect, it } from "vitest";
import type { Fact } from "../../../loaders/extract/fact.ts";
import { StudentIndex, yearGroupOn } from "../../../loaders/extract/student-index.ts";

const student = (row: Fact["row"]): Fact => ({
  table: "students",
  row: { year_group: "12", left_on: null, ...row },
  record: null as never,
  column: null,
});
const index = new StudentIndex([
  student({ student_id: "007", surname: "Bond", upn: "L823432120001" }),
  student({ student_id: "7", surname: "Smith", upn: "A823432120002", uln: "1234567890" }),
  student({ student_id: "ab1", surname: "Twin" }),
  student({ student_id: "AB1", surname: "Twin" }),
  student({ student_id: "__proto__", surname: "Odd" }),
  student({ student_id: "S1", upn: "X1" }),
  student({ student_id: "S2", upn: "x1" }),
]);
const found = (row: Fact["row"]) => {
  const student = index.find(row);
  return student === "contradicting" ? student : (student?.studentId ?? null);
};

describe("a student is found by identifier", () => {
  it.each([
    [{ student_id: "007" }, "007"],
    [{ student_id: "7" }, "7"],
    [{ student_id: "ab1" }, "ab1"],
    [{ student_id: "AB1" }, "AB1"],
    [{ student_id: "__proto__" }, "__proto__"],
    [{ upn: "l823432120001" }, "007"],
    [{ uln: "1234567890" }, "7"],
    [{ student_id: null, upn: "A823432120002" }, "7"],
  ])("%j is %s", (row, id) => {
    expect(found(row)).toBe(id);
  });

  it.each([
    [{}],
    [{ student_id: null }],
    [{ student_id: "07" }],
    [{ student_id: "Ab1" }],
    [{ student_id: "constructor" }],
    [{ surname: "Bond" }],
    [{ upn: "1234567890" }],
    [{ uln: "L823432120001" }],
    [{ student_id: "unknown", upn: "L823432120001" }],
  ])("%j is nobody: no name, no near miss, no second guess", (row) => {
    expect(found(row)).toBeNull();
  });

  it("a row whose identifiers are of two students is nobody's", () => {
    expect(found({ student_id: "7", upn: "L823432120001" })).toBe("contradicting");
    expect(found({ student_id: "7", upn: "A823432120002" })).toBe("7");
    expect(found({ student_id: "7", upn: "B000000000000" })).toBe("7");
  });

  it("a UPN that two students have joins neither", () => {
    expect(found({ upn: "X1" })).toBeNull();
  });
});

describe("the year group on a date", () => {
  const on = (yearGroup: string, date: string, leftOn: string | null = null) =>
    yearGroupOn({ studentId: "x", yearGroup, leftOn }, date, 2012);

  it.each([
    ["13", "2013-06-14", null, "13"],
    ["13", "2012-09-01", null, "13"],
    ["13", "2012-08-31", null, "12"],
    ["11", "2010-10-01", null, "9"],
    ["11", "2011-11-18", "2012-07-20", "11"],
    ["11", "2013-01-01", "2013-02-01", "11"],
    ["R", "2010-10-01", null, "R"],
  ])("year %s on %s, left %s, is %s", (year, date, left, expected) => {
    expect(on(year, date, left)).toBe(expected);
  });
});
