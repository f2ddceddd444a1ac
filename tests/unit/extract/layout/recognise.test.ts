import { describe, expect, it } from "vitest";
import { recogniseTable, sourceOf } from "../../../../loaders/extract/recognise.ts";
import type { SourceSettings } from "../../../../loaders/programme/schema.ts";
import { context } from "./context.ts";

const recognise = (header: string, fileName = "exports/x.csv", above: string[] | null = null) => {
  const { programme } = context();
  const found = recogniseTable(programme, null, fileName, { labels: header.split(","), above });
  return "table" in found ? found.table : found.question;
};

describe("the table of a header", () => {
  it.each([
    [
      "StudentId,AssessmentTypeName,Result,EnteredDate,TermName,YearGroupName,SubjectName,IsGrade",
      "marksheet",
    ],
    ["UPN,Surname,Forename,Year,Reg,Aspect,Result Set,Result,Result Date", "marksheet"],
    ["Name,Reg,UPN,Biology Focus,Biology Pred", "marksheet"],
    ["UPN,Name,Year,Biology Focus,Biology Pred", "marksheet"],
    ["UPN,Subject,Focus,Pred", "marksheet"],
    ["student_id,subject,review_date,criterion,grade", "reviews"],
    ["Adno,Subject,Date,Kind,Grade", "predictions"],
    [
      "Globally Unique Student ID,Arbor Student ID,UPN,Legal First Name,Legal Last Name,Sex,Year group(s) this academic year",
      "students",
    ],
    ["UPN,Name,Year,KS2 Result,Attendance Target", "students"],
    ["StudentId,MonAM,MonPM,TueAM", "attendance"],
    ["Adno,Date,Session,Mark", "attendance"],
    ["Adno,Start Date,End Date,Possible Marks,Attendances,Lates", "attendance"],
    ["Admission No,Surname,Forename,Year Group,Mentor Code,Start Date,Date Ended", "agreements"],
    ["Mentee ID,Planned Date,Status,Date Held,Mins", "meetings"],
    ["student_id,date,kind,points", "behaviour"],
    ["student_id,date,subject,teacher,tone,comment", "feedback"],
    ["Start Date,End Date,Type,Label", "calendar"],
    ["response_id,question,answer,date", "survey"],
  ])("%s", (header, table) => {
    expect(recognise(header)).toBe(table);
  });

  it("with the subjects in a row above is a marksheet", () => {
    expect(recognise("UPN,Name,Focus,Pred", "x.csv", ["", "", "Art", "Art"])).toBe("marksheet");
  });

  it("that fits two tables is asked about, with both to choose from", () => {
    const asked = recognise("student_id,date,session,mark,kind");
    expect(asked).toContain("attendance and behaviour");
    expect(asked).toContain(
      '{"table": "attendance", "files": "exports/x.csv"} or {"table": "behaviour", "files": "exports/x.csv"}',
    );
  });

  it("that fits none is asked about", () => {
    expect(recognise("House,Colour")).toContain("Neither its name nor its header");
    expect(recognise("Globally Unique Student ID,Surname,Forename,Year")).toContain("Neither");
  });
});

describe("the table of a name", () => {
  it("wins over the header, which may lack columns that the reader then names", () => {
    expect(recognise("student_id,subject,grade", "reviews-nov.csv")).toBe("reviews");
    expect(recognise("UPN,Name,Art Focus", "reviews.csv")).toBe("reviews");
    expect(recognise("StudentId,MonAM", "attendance-2012-09-03.csv")).toBe("attendance");
    expect(recognise("House,Colour", "students.csv")).toBe("students");
  });

  it("that the header cannot be of is asked about", () => {
    const asked = recognise("student_id,mentor_id,starts_on", "meetings.csv");
    expect(asked).toContain("name says meetings, but its header is that of agreements");
  });
});

describe("the source of a file", () => {
  const source = (files: string) => ({ table: "costs", files }) as SourceSettings;
  it("is the first whose path it is or whose pattern it matches", () => {
    const sources = [source("a (1).csv"), source("b[x].csv"), source("exports/*.csv")];
    expect(sourceOf(sources, "a (1).csv")).toBe(sources[0]);
    expect(sourceOf(sources, "b[x].csv")).toBe(sources[1]);
    expect(sourceOf(sources, "Exports/c.CSV")).toBe(sources[2]);
    expect(sourceOf(sources, "c.csv")).toBeNull();
  });
});
