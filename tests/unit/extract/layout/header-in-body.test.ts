import { describe, expect, it } from "vitest";
import { sketchRows } from "../../../../loaders/extract/layout/delimiter.ts";
import { findHeader } from "../../../../loaders/extract/layout/find-header.ts";
import { headerInBody } from "../../../../loaders/extract/layout/header-in-body.ts";
import { context } from "./context.ts";

/** What the last row of a body is, in a file with this header. */
function tell(header: string, ...body: string[]) {
  const heading = findHeader(sketchRows(header.split("\n"), ","), context());
  if ("question" in heading) throw new Error(heading.question);
  const rows = sketchRows(body, ",");
  return headerInBody(heading, context())(rows.at(-1)!, rows.at(-2) ?? null, true);
}

describe("a header among the records", () => {
  const header = "UPN,Name,Maths Focus,Maths Pred";

  it("is a repeat where it is the same", () => {
    expect(tell(header, header)).toBe("repeat");
  });

  it.each([
    ["other subjects", "UPN,Name,Art Focus,Art Pred"],
    ["columns in another order", "Name,UPN,Maths Focus,Maths Pred"],
    ["columns of another table", "UPN,Name,Date,Session"],
  ])("is another table's with %s", (_, row) => {
    expect(tell(header, row)).toBe("other");
  });

  it.each([
    ["no identifier's header", ",Name,Art Focus,Art Pred"],
    ["a class for it", "12B,Name,Art Focus,Art Pred"],
    ["an unknown word for it", "Pupil,Name,Art Focus,Art Pred"],
    ["aspects alone", "Pupil,Name,Focus,Effort"],
    ["a number in it", "UPN,Name,Art Focus,2010"],
    ["a subject of its own by one letter", "UPN,Name,Maths Focus,Mathe Pred"],
  ])("is another table's with %s", (_, row) => {
    expect(tell(header, row)).toBe("other");
  });

  it.each([
    ["grades without a student", ",Name,3,B"],
    ["a note where a grade should stand", ",Name,absent all term,B"],
    ["a repeat with a damaged word: nothing else is read below it", "UPN,Name,Maths Fcus,Maths Pred"],
    ["a student called Name", "L823432120001,Name,3,B"],
    ["a student called UPN", "L823432120001,UPN,3,B"],
    ["a row of criteria", "L823432120001,Focus,Focus,Pred"],
    ["a blank row", ",,,"],
  ])("is not %s", (_, row) => {
    expect(tell(header, row)).toBeNull();
  });
});

describe("a header of two rows among the records", () => {
  const upper = ",,,Biology,,Maths,";
  const lower = "Name,Reg,UPN,Focus,Pred,Focus,Pred";
  const header = `${upper}\n${lower}`;

  it("is a repeat where both are the same", () => {
    expect(tell(header, upper)).toBe("repeat");
    expect(tell(header, upper, lower)).toBe("repeat");
  });

  it("is a line by itself where a slip damaged the lower row", () => {
    expect(tell(header, upper, lower.replace("UPN", "UPM"))).toBeNull();
    expect(tell(header, upper, lower.replace("Focus,Pred", "Fcus,Pred"))).toBeNull();
  });

  it("is another table's where other subjects, or none, stand above the same aspects", () => {
    expect(tell(header, ",,,Art,,Music,", lower)).toBe("other");
    expect(tell(header, lower)).toBe("other");
    expect(tell("Name,Reg,UPN,Biology,\n,,,Focus,Pred", "Name,Reg,UPN,Art,")).toBe("other");
  });

  it.each([",,,Art,,Music,", ",,,Art,Art,Music,Music", ",,,Art,,,"])(
    "is another table's with other subjects alone: %s",
    (row) => {
      expect(tell(header, row)).toBe("other");
    },
  );

  it.each([
    ["one text", ",,,,,Music,"],
    ["texts that stand elsewhere", ",,,,Art,,Music"],
    ["the same text twice", ",,,absent,,absent,"],
    ["grades", ",,,A*,,B,"],
    ["a form", ",12A,,Art,,Music,"],
  ])("is not %s above the grades", (_, row) => {
    expect(tell(header, row)).toBeNull();
  });

  it("is no student", () => {
    expect(tell(header, "Name,12A,L823432120001,3,B,3,B")).toBeNull();
  });
});
