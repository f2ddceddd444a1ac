import { describe, expect, it } from "vitest";
import { attendanceBasis, readSession } from "../../../loaders/extract/values/attendance-basis.ts";
import { attendanceCode, markDoubt } from "../../../loaders/extract/values/attendance-codes.ts";

const before = "2024-08-18";
const after = "2024-08-19";

describe("a mark of a register", () => {
  it.each([
    ["/", after, "present", true],
    ["\\", after, "present", true],
    ["L", before, "present", true],
    ["B", after, "approved_educational_activity", true],
    ["I", after, "authorised_absence", true],
    ["U", after, "unauthorised_absence", true],
    ["X", after, "not_possible", false],
    ["#", after, "not_possible", false],
    ["J", before, "approved_educational_activity", true],
    ["J1", after, "authorised_absence", true],
    ["H", before, "authorised_absence", true],
    ["F", before, "authorised_absence", true],
    ["Y", before, "not_possible", false],
    ["Y7", after, "not_possible", false],
    ["K", after, "approved_educational_activity", true],
  ])("%s on %s is %s", (mark, date, category, possible) => {
    expect(attendanceCode(mark, date)).toEqual({ category, possible });
  });

  it.each([
    ["J", after, "ended on 2024-08-19"],
    ["H", after, "ended on 2024-08-19"],
    ["F", after, "ended on 2024-08-19"],
    ["Y", after, "ended on 2024-08-19"],
    ["J1", before, "began on 2024-08-19"],
    ["Y1", before, "began on 2024-08-19"],
    ["C2", before, "began on 2024-08-19"],
    ["K", before, "began on 2024-08-19"],
    ["Q", before, "began on 2024-08-19"],
    ["l", after, "capitals"],
    ["y1", after, "capitals"],
    ["/\\", after, "several marks"],
    ["/ \\", after, "several marks"],
    ["LL", after, "several marks"],
    ["present", after, "not an attendance code"],
    ["__proto__", after, "not an attendance code"],
    ["", after, "not an attendance code"],
  ])("%j on %s is unknown", (mark, date, reason) => {
    expect(attendanceCode(mark, date)).toBe("unknown");
    expect(markDoubt(mark, date)).toContain(reason);
  });

  it.each(["-", "!", "!Q", "@", "&", "$", "A", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"])(
    "%s is local, and counts as nothing",
    (mark) => {
      expect(attendanceCode(mark, after)).toBe("local");
      expect(markDoubt(mark, after)).toContain("local mark");
    },
  );
});

describe("what a register marks", () => {
  it.each([
    [["AM", "PM"], "session"],
    [["am", "Morning", "afternoon", "p.m."], "session"],
    [["MonAM", "Mon PM", "Monday - AM", "Fri_PM", "AM Reg"], "session"],
    [["P1", "Period 1", "3A", "Lesson 2", "Mon1", "1", "AM1", "Mon:2"], "lesson"],
    [["AM", "PM", "P1"], "mixed"],
    [["P1", "PM"], "mixed"],
    [["AM", "AM1"], "mixed"],
  ])("%j: %s", (sessions, basis) => {
    expect(attendanceBasis(sessions)).toBe(basis);
  });

  it("nothing has no basis, and mixing is explained", () => {
    expect(attendanceBasis([])).toBeNull();
  });

  it.each([
    ["am", "AM"],
    ["Mon PM", "PM"],
    ["Morning", "AM"],
    ["afternoon", "PM"],
    ["a.m.", "AM"],
    ["P1", "P1"],
    ["AM1", "AM1"],
    ["Pe\u0301riode", "P\u00e9riode"],
  ])("%s is the session %s", (text, session) => {
    expect(readSession(text)).toBe(session);
  });
});
