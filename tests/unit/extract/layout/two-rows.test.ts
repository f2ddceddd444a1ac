import { describe, expect, it } from "vitest";
import { pairRows } from "../../../../loaders/extract/layout/two-rows.ts";
import { vocabularyOf } from "../../../../loaders/extract/layout/vocabulary.ts";
import { context } from "./context.ts";

const pair = (upper: string, lower: string) =>
  pairRows(upper.split(","), lower.split(","), vocabularyOf(context()));

describe("two rows put together", () => {
  it("cannot be a header where they call a column two things", () => {
    expect(pair("UPN,Name,Art", "UPN,Reg,Focus")).toBeNull();
    expect(pair("student_id,subject,criterion", "A1,Maths,Focus")).toBeNull();
  });

  it("carry a subject over blanks, but not from a header of the student's nor over a column of its own", () => {
    expect(pair("UPN,Art,,Note,", "UPN,Focus,Pred,,Effort")).toMatchObject({
      above: ["", "Art", "Art", "", ""],
      labels: ["UPN", "Focus", "Pred", "Note", "Effort"],
      doubt: "orphan",
    });
    expect(pair("UPN,,Art", "UPN,Focus,Pred")).toMatchObject({ doubt: "orphan" });
  });

  it("are doubtful where an aspect stands twice under a subject, or a subject over nothing", () => {
    expect(pair("UPN,Art,,", ",Focus,Pred,focus")).toMatchObject({ doubt: "repeated" });
    expect(pair("UPN,Art,Music", ",Focus")).toMatchObject({ doubt: "uneven" });
    expect(pair("UPN,Art,,Music", ",Focus,Pred,Focus")).toMatchObject({ doubt: null });
  });

  it("are doubtful where a header under a subject names another subject", () => {
    expect(pair("UPN,Art,,Music", ",Focus,Homework Effort,Focus")).toMatchObject({
      doubt: "nested",
      nested: { column: 2, subject: "Art", label: "Homework Effort" },
    });
    expect(pair("UPN,Art,,Music", ",Focus,Mock Result,Focus")).toMatchObject({ doubt: null });
  });

  it("end a subject at a column blank in both rows, and are doubtful where an aspect follows", () => {
    expect(pair("UPN,Art,,,", ",Focus,Pred,,MTG")).toMatchObject({
      above: ["", "Art", "Art", "", ""],
      doubt: "parted",
      parted: { column: 4, label: "MTG" },
    });
    expect(pair("UPN,Art,,,Music", ",Focus,Pred,,Focus")).toMatchObject({ doubt: null });
    expect(pair("UPN,Art,,,", ",Focus,Pred,,Note")).toMatchObject({
      doubt: null,
      above: ["", "Art", "Art", "", ""],
    });
  });

  it("give a header under a subject that is no aspect as a whole the subject's name, to be read by nobody", () => {
    expect(pair("UPN,Art,,", ",Focus,Effort,Target Effort")).toMatchObject({
      labels: ["UPN", "Focus", "Effort", "Art Target Effort"],
      above: ["", "Art", "Art", "Art"],
      aspects: 2,
      doubt: null,
    });
  });

  it("are doubtful where what stands above an aspect is no subject", () => {
    expect(pair("UPN,Art,,Spring", ",Focus,Pred,Focus")).toMatchObject({
      doubt: "stray",
      stray: { column: 3, text: "Spring", isTitle: false },
    });
    expect(pair("Art,Art,Art", "UPN,Focus,Pred")).toMatchObject({
      doubt: "stray",
      stray: { column: 1, text: "Art", isTitle: true },
    });
  });

  it("do not carry a title over the student's columns", () => {
    expect(pair("Report of May", "Place,UPN,Focus,Effort")).toMatchObject({ doubt: "orphan" });
  });
});
