import { describe, expect, it } from "vitest";
import { headingInBody } from "../../../../loaders/extract/layout/heading-in-body.ts";
import { context } from "./context.ts";

const tell = (row: string, header = "Adno,Maths Focus", preamble: string[] = [], fileName = "marks.csv") =>
  headingInBody(
    header.split(","),
    preamble,
    context({ fileName, source: { table: "marksheet", reviewDate: "2010-10-08" } }),
  )(row.split(","))?.kind ?? null;

describe("a heading among the records", () => {
  it.each([
    "Review 2",
    "Review 2,",
    "Year 12 Review 2,",
    "Review 2,Review 2",
    "Autumn,",
    "Autumn2,",
    "Spring Term,",
    "Half term 3,",
    "03/12/2010,",
    "2010-12-03",
    "3rd December 2010",
    "December 2010",
    "Printed for 03/12/10",
    "Review date:,03/12/2010",
  ])("names a review, a term or a date: %s", (row) => {
    expect(tell(row)).toBe("review");
  });

  it("is none in a column of grades", () => {
    expect(tell(",,Review 2", "Adno,Surname,Maths Focus")).toBeNull();
    expect(tell(",Review 2,", "Adno,Surname,Maths Focus")).toBe("review");
  });

  it("is the file's own where its name, titles or settings say it", () => {
    expect(tell("Review 1,", "Adno,Maths Focus", ["Marksheet: Review 1"])).toBe("own");
    expect(tell("Review 1,", "Adno,Maths Focus", ["Marksheet: Review 10"])).toBe("review");
    expect(tell("Spring", "Adno,Maths Focus", [], "exports/marks spring.csv")).toBe("own");
    expect(tell("08/10/2010")).toBe("own");
  });

  it.each([
    "Review 2",
    "Interim 2",
    "Snapshot 2",
    "Cycle 2",
    "Progress check 2",
    "Mid-year data",
    "Mock results",
    "Spring-2011",
    "Jan 11",
    "2nd half of year",
    "December grades",
    "Year 12 Spring",
    "Tracking point 2",
    "Easter",
    "Wk 6",
    "PR2",
  ])("names a time: %s", (text) => {
    expect(tell(`${text},`)).toBe("review");
    expect(tell(`${text},`, "Name,Adno,Maths Focus")).toBe("review");
  });

  it.each(["Boys", "Girls", "Mr Brown's group", "Class 12A", "Summer House", "newgirl", "Z 01"])(
    "is not the name of a group, or an identifier nobody knows: %s",
    (text) => {
      expect(tell(`${text},`)).toBeNull();
    },
  );

  it.each(["A12,", "12,", "L823432120001,", "12A,", "Review 2,3", ",Review 2", ",", "x", "Adno,"])(
    "is not an identifier, a record or the end of a line: %s",
    (row) => {
      expect(tell(row)).toBeNull();
    },
  );

  it.each([
    ["a student", "Spring, Amy,,", "Name,Adno,Maths Focus"],
    ["an item", "Review copies,", "item,amount"],
    ["a date of a fact", "03/12/2010,", "Review Date,Adno,Maths Focus"],
    ["the only cell there is", "Review 2", "Adno"],
  ])("is not %s", (_, row, header) => {
    expect(tell(row, header)).toBeNull();
  });
});
