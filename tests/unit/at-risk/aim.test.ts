import { describe, expect, test } from "vitest";
import { aimOf } from "../../../loaders/at-risk/aim.ts";

const criteria = [
  { id: "effort", label: "Effort" },
  { id: "effort_homework", label: "Effort in homework" },
];
const subjects = ["English", "English Literature", "Mathematics"];
const aim = (successMeasure: string | null, over: Partial<Parameters<typeof aimOf>[0]> = {}) =>
  aimOf({ action: "Talk", owner: null, subject: null, successMeasure, ...over }, criteria, subjects);

describe("the measure that an action names", () => {
  test.each([
    ["No unexplained absence", { measure: "attendance" }],
    ["Attendance above 95%", { measure: "attendance" }],
    ["Not late to a lesson", { measure: "punctuality" }],
    ["No detention this month", { measure: "behaviour" }],
    ["Effort grade 2 or better", { measure: "grades", outcomes: ["effort"], subject: null }],
    ["Effort in homework up", { measure: "grades", outcomes: ["effort_homework"], subject: null }],
    ["One grade up in the next test", { measure: "grades", outcomes: ["predictions"], subject: null }],
    [
      "One grade up in English Literature",
      { measure: "grades", outcomes: ["predictions"], subject: "English Literature" },
    ],
  ])("%s", (words, expected) => expect(aim(words)).toEqual(expected));

  test.each([
    "Answer by the next panel",
    "Attends four sessions",
    "Timetable kept for two weeks",
    "Degraded",
  ])("%s names none", (words) => expect(aim(words)).toBeNull());

  test("an owner may name the subject, and the success measure is read before the action", () => {
    expect(aim("One grade up", { owner: "Head of Mathematics" })).toMatchObject({ subject: "Mathematics" });
    expect(aim("No absence", { action: "Improve effort" })).toEqual({ measure: "attendance" });
    expect(aim(null, { action: "Improve effort" })).toMatchObject({ outcomes: ["effort"] });
  });

  test("an action in a subject aims at every grade there, where its words name nothing else", () => {
    expect(aim(null, { subject: "English" })).toEqual({
      measure: "grades",
      outcomes: ["effort", "effort_homework", "predictions"],
      subject: "English",
    });
  });

  test("a label with the signs of a pattern is read as text", () => {
    const odd = [{ id: "odd", label: "Effort (1-4)*" }];
    const action = { action: "Talk", owner: null, subject: null, successMeasure: "Effort (1-4)* at 2" };
    expect(aimOf(action, odd, [])).toMatchObject({ outcomes: ["odd"] });
  });
});
