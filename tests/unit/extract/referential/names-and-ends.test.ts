import { describe, expect, it } from "vitest";
import { readFolder } from "../../../support/programme-folder.ts";
import { ann, places, told } from "./tiny-facts.ts";

describe("names in the wrong encoding", () => {
  it.each([
    "ZoÃ«",
    "SeÃ¡n",
    "Oâ€™Brien",
    "Åukasz".replace("Å", "Å\u0081"),
    "Ã‰mile",
    "È™tefan",
    "Nguyá»…n",
    "RÃ³isÃ\u00adn",
  ])("%s is told of", (forename) => {
    const [warning, ...more] = told({ students: [{ ...ann, forename }] });
    expect(warning).toMatchObject({
      file: "students.csv",
      line: 2,
      column: "forename",
      code: "encoding-error",
    });
    expect(warning!.message).not.toContain(forename);
    expect(more).toEqual([]);
  });

  it.each([
    "Ãngela",
    "JOÃO",
    "Âme",
    "Zoë",
    "O’Brien",
    "Åsa",
    "ÅSE",
    "Äiti",
    "Ștefan",
    "ÈVE",
    "NOÉ–ANNE",
    "KOVÁŠ",
    "Pâris",
    "Nguyễn",
  ])("%s is a name", (forename) => {
    expect(told({ students: [{ ...ann, forename }] })).toEqual([]);
  });

  it("are told of once a file, with their number, in staff too", () => {
    const student = (id: string, surname: string) => ({ ...ann, student_id: id, surname });
    const warnings = told({
      students: [student("1", "Plain"), student("2", "ZoÃ«s"), student("3", "SeÃ¡ns")],
      staff: [{ staff_id: "S1", name: "Mrs GarcÃ­a" }],
    });
    expect(places(warnings)).toEqual(["students.csv 3 surname", "staff.csv 2 name"]);
    expect(warnings[0]!.message).toMatch(/^On 2 lines, this one first, /);
  });
});

describe("one person under two identifiers", () => {
  const born = { ...ann, date_of_birth: "1993-10-03" };
  it("both lines name the other, and no name", () => {
    const warnings = told({
      students: [born, { ...born, student_id: "X", surname: ann.surname.toUpperCase() }],
    });
    expect(places(warnings)).toEqual(["students.csv 2 Adno", "students.csv 3 Adno"]);
    expect(warnings[0]!.message).toContain("students.csv line 3");
    expect(warnings[1]!.message).toContain("students.csv line 2");
    expect(warnings.map(({ message }) => message).join()).not.toContain(ann.surname);
  });

  it.each([
    ["another date of birth", { date_of_birth: "1993-10-04" }],
    ["another forename", { forename: "Bo" }],
    ["no date of birth", { date_of_birth: null }],
  ])("is not suspected: %s", (_, change) => {
    expect(told({ students: [born, { ...born, student_id: "X", ...change }] })).toEqual([]);
  });
});

describe("agreements whose end stands in a column that is not used", () => {
  const start = "student_id,mentor_id,starts_on";
  const messages = (header: string, sources = {}) =>
    readFolder(
      { "agreements.csv": `${start},${header}\nA1,M1,2010-10-04${",".repeat(header.split(",").length)}\n` },
      sources,
    )
      .problems("agreements.csv")
      .map(({ message }) => message);

  it.each(["End Date", "Ended", "Finish Date", "Date Finished", "completed on"])(
    "%s may be ended_on",
    (header) => {
      expect(messages(header)).toEqual([
        `The column "${header}" is not used. It may be ended_on; until that is said, every agreement of this file counts as running. Add to "sources" in programme.json: {"table": "agreements", "files": "agreements.csv", "columns": {"${header}": "ended_on"}}.`,
      ]);
    },
  );

  it.each(["Outcome", "Status", "Reason for leaving"])("%s may be end_reason", (header) => {
    expect(messages(header)).toEqual([
      expect.stringContaining(
        `may be end_reason; until that is said, no agreement of this file counts as completed.`,
      ),
    ]);
  });

  it("is said of the source that the file has", () => {
    expect(messages("Finish Date", { sources: [{ table: "agreements", files: "agreements.csv" }] })).toEqual([
      expect.stringContaining('Add to its source in programme.json: "columns": {"Finish Date": "ended_on"}.'),
    ]);
  });

  it.each(["Date Ended", "Notes", "Venue", "Attendance at end"])("%s needs no word", (header) => {
    expect(messages(header)).toEqual([]);
  });

  it("nothing is said where another column gives the end", () => {
    expect(messages("ended_on,End Date")).toEqual([]);
  });
});
