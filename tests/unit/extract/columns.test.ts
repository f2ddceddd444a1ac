import { describe, expect, it } from "vitest";
import { fold, headerKey, headersOf, isSessionHeader, mapColumns } from "../../../loaders/extract/columns.ts";
import type { SourceSettings } from "../../../loaders/programme/schema.ts";

const known = new Set(["student_id", "upn", "surname", "forename", "review_date", "date"]);
const source = (columns: Record<string, string>) => ({ columns }) as SourceSettings;
const map = (headers: string[], columns: Record<string, string> = {}) => {
  const { index, rest, repeated } = mapColumns(headers, known, source(columns));
  return {
    index: Object.fromEntries(index),
    rest: rest.map((i) => headers[i]),
    repeated: repeated.map(({ at }) => headers[at]),
  };
};

describe("headers find their canonical column", () => {
  it.each([
    ["student_id", "student_id"],
    ["Student ID", "student_id"],
    ["STUDENT_ID", "student_id"],
    ["Adno", "student_id"],
    ["Admission  No", "student_id"],
    ["Legal_x0020_Surname", "surname"],
    ["Unique Pupil Number", "upn"],
    ["Date", "date"],
    ["StudentId", "student_id"],
    ["Student\u00a0ID", "student_id"],
    ["STUDENTID", "student_id"],
    ["Student ID:", "student_id"],
    ["Student ID *", "student_id"],
    ["LegalSurname", "surname"],
    ["FirstName", "forename"],
  ])("%s is %s", (header, column) => {
    expect(map([header]).index).toEqual({ [column]: 0 });
  });

  it.each([
    "House",
    "",
    "*",
    ":",
    "Globally Unique Student ID",
    "Student IDs",
    "constructor",
    "__proto__",
    "toString",
  ])("%j is none", (header) => {
    expect(map([header])).toEqual({ index: {}, rest: [header], repeated: [] });
  });

  it("an alias of a column this table does not have is left over", () => {
    expect(map(["Result"]).rest).toEqual(["Result"]);
  });
});

describe("a header that is another column in another table", () => {
  it.each([
    ["Start Date", ["starts_on", "ends_on"], "starts_on"],
    ["Start Date", ["period_start"], "period_start"],
    ["Comments", ["comment"], "comment"],
    ["Comments", ["note"], "note"],
    ["Name", ["name"], "name"],
    ["Name", ["name_combined"], "name_combined"],
  ])("%s among %j is %s", (header, columns, column) => {
    expect([...mapColumns([header], new Set(columns), null).index.keys()]).toEqual([column]);
  });

  it.each([
    ["End Date", "ended_on"],
    ["Meeting Date", "planned_on"],
    ["Mentor", "mentor_id"],
    ["Present", "attended"],
  ])("%s is not taken for %s, which it may not be", (header, column) => {
    expect(mapColumns([header], new Set([column]), null).index.size).toBe(0);
  });
});

describe("sessions of a weekly register", () => {
  it.each(["MonAM", "Mon PM", "Monday_AM", "fri-pm", "Thu:AM"])("%s is one", (label) => {
    expect(isSessionHeader(label)).toBe(true);
  });
  it.each(["Mon", "AM", "Month AM total", "MonAM2"])("%s is none", (label) => {
    expect(isSessionHeader(label)).toBe(false);
  });
});

describe("which header wins", () => {
  it("the school's own choice, then the canonical name, then an alias, wherever they stand", () => {
    expect(map(["Adno", "student_id"])).toEqual({ index: { student_id: 1 }, rest: [], repeated: ["Adno"] });
    expect(map(["Adno", "student_id", "Code"], { code: "student_id" })).toEqual({
      index: { student_id: 2 },
      rest: [],
      repeated: ["student_id", "Adno"],
    });
  });

  it("of two the same, the first; the other is named", () => {
    expect(map(["Surname", "Surname"])).toEqual({ index: { surname: 0 }, rest: [], repeated: ["Surname"] });
  });

  it("an own choice takes the header away from what it would be", () => {
    expect(map(["Surname", "Family"], { surname: "forename" }).index).toEqual({ forename: 0 });
  });

  it("an own choice of a column this table does not have is left over, not taken", () => {
    expect(map(["GCSE"], { GCSE: "prior_attainment" })).toEqual({ index: {}, rest: ["GCSE"], repeated: [] });
  });
});

describe("comparison of headers", () => {
  it("ignores case, spaces, underscores and the form of accents", () => {
    expect(fold("  Zoe\u0308_ID\u00a0x ")).toBe(fold("zoë id x"));
    expect(fold("a-b")).toBe("a-b");
  });

  it("ignores all spaces and what follows a header, but no other letter", () => {
    expect(["StudentId", "student_id", "Student ID : ", "Student_x0020_ID*"].map(headerKey)).toEqual(
      Array(4).fill("studentid"),
    );
    expect(headerKey("Students ID")).not.toBe("studentid");
  });

  it("keeps the header's own text for messages", () => {
    expect(headersOf(["Adno", "x"], new Map([["student_id", 0]])).get("student_id")).toBe("Adno");
  });
});
