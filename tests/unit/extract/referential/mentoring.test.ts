import { describe, expect, it } from "vitest";
import { action, agreement, ann, meeting, places, told } from "./tiny-facts.ts";

const other = { ...agreement, mentor_id: "ID-OTHER" };

describe("records of nobody's mentoring", () => {
  it("a meeting, action and feedback of a student without an agreement are named under the file's own header", () => {
    const bob = { student_id: "ID-BOB" };
    const warnings = told({
      agreements: [agreement],
      meetings: [meeting, { ...meeting, ...bob }],
      actions: [action, { ...action, ...bob }],
      feedback: [{ ...bob, date: "2010-11-08" }],
    });
    expect(places(warnings)).toEqual(["meetings.csv 3 Adno", "actions.csv 3 Adno", "feedback.csv 2 Adno"]);
    expect(warnings[0]).toMatchObject({
      code: "foreign-key",
      message: expect.stringMatching(/^This meeting is of a student who has no agreement/),
    });
  });

  it("are not named one by one where there is no agreement at all", () => {
    expect(told({ meetings: [meeting], actions: [action] })).toEqual([]);
  });
});

describe("a meeting outside the student's agreements", () => {
  const meetings = (days: readonly string[], agreements: readonly object[] = [agreement]) =>
    places(
      told({
        agreements: agreements as (typeof agreement)[],
        meetings: days.map((day) => ({ ...meeting, planned_on: day })),
      }),
    );

  it("the first and the last day are inside, the days around them are not", () => {
    expect(meetings(["2010-10-31", "2010-11-01", "2010-12-10", "2010-12-11"])).toEqual([
      "meetings.csv 2 planned_on",
      "meetings.csv 5 planned_on",
    ]);
  });

  it("the time between two agreements is inside", () => {
    const second = { ...agreement, starts_on: "2011-01-10", ended_on: "2011-02-18" };
    expect(meetings(["2010-12-20", "2011-02-19"], [second, agreement])).toEqual([
      "meetings.csv 3 planned_on",
    ]);
  });

  it("an agreement without an end goes on", () => {
    expect(meetings(["2011-06-01"], [{ ...agreement, ended_on: null, end_reason: null }])).toEqual([]);
  });

  it("the day on which it was held counts before the planned one, and a cancelled one does not count", () => {
    const warnings = told({
      agreements: [agreement],
      meetings: [
        { ...meeting, planned_on: "2010-12-10", held_on: "2010-12-14" },
        { ...meeting, planned_on: "2010-12-14", status: "cancelled" },
      ],
    });
    expect(places(warnings)).toEqual(["meetings.csv 2 held_on"]);
  });
});

describe("what a meeting says of itself", () => {
  it.each([
    ["held a week before it was planned", { held_on: "2010-11-01" }, []],
    [
      "held eight days before it was planned",
      { planned_on: "2010-11-09", held_on: "2010-11-01" },
      ["held_on"],
    ],
    ["held with no date", {}, []],
    [
      "missed, with a date on which it was held",
      { status: "missed_by_student", held_on: "2010-11-08" },
      ["status"],
    ],
    ["no minutes", { minutes: 0 }, []],
    ["four hours", { minutes: 240 }, []],
    ["minutes below zero", { minutes: -1 }, ["minutes"]],
    ["more than four hours", { minutes: 241 }, ["minutes"]],
  ])("%s", (_, change, columns) => {
    const warnings = told({ agreements: [agreement], meetings: [{ ...meeting, ...change }] });
    expect(warnings.map(({ column }) => column)).toEqual(columns);
  });
});

describe("an action", () => {
  it.each([
    ["due on the day it is set", { due_on: "2010-11-08" }, []],
    ["due before it is set", { due_on: "2010-11-07" }, ["due_on"]],
    ["checked before it is set", { checked_on: "2010-11-07" }, ["checked_on"]],
    ["with an outcome and no day of checking", { outcome: "done" }, []],
  ])("%s", (_, change, columns) => {
    const warnings = told({ agreements: [agreement], actions: [{ ...action, ...change }] });
    expect(warnings.map(({ column }) => column)).toEqual(columns);
  });
});

describe("mentors", () => {
  const staff = [{ staff_id: "ID-MENTOR", name: "Ms A" }];
  const referral = { student_id: "ID-ANN", referred_on: "2010-10-01" };

  it("who are not in staff are named in agreements and referrals; a referral without a mentor is not", () => {
    const warnings = told({
      staff,
      agreements: [agreement, { ...other, starts_on: "2011-01-10", ended_on: "2011-02-01" }],
      referrals: [referral, { ...referral, mentor_id: "ID-OTHER" }],
    });
    expect(places(warnings)).toEqual(["agreements.csv 3 mentor_id", "referrals.csv 3 mentor_id"]);
    expect(warnings[0]!.message).toContain("Add the mentor there");
  });

  it("who are in staff in other capitals are told apart from those who are not", () => {
    const [only] = told({ staff, agreements: [{ ...agreement, mentor_id: "id-mentor" }] });
    expect(only!.message).toContain("in other capital or small letters");
  });

  it("are not looked for without a staff table", () => {
    expect(told({ agreements: [agreement] })).toEqual([]);
  });

  it("with the student's own identifier", () => {
    const self = { mentor_id: "ID-ANN" };
    const warnings = told({
      agreements: [{ ...agreement, ...self }],
      referrals: [{ ...referral, ...self }],
    });
    expect(places(warnings)).toEqual(["agreements.csv 2 mentor_id", "referrals.csv 2 mentor_id"]);
  });

  it("listed twice by capitals only", () => {
    const warnings = told({
      staff: [...staff, { staff_id: "id-mentor", name: "Ms A" }, { staff_id: "ID-THIRD", name: "Mr B" }],
    });
    expect(places(warnings)).toEqual(["staff.csv 3 staff_id"]);
    expect(warnings[0]).toMatchObject({
      code: "primary-key",
      message: expect.stringContaining("staff.csv line 2"),
    });
  });
});

describe("agreements of one student at the same time", () => {
  const later = { ...agreement, starts_on: "2010-12-01", ended_on: "2011-01-20" };
  const open = { ended_on: null, end_reason: null };
  const said = (...agreements: object[]) => told({ agreements: agreements as (typeof agreement)[] });

  it("with two mentors: said of the later one, with the earlier one's line and what to do", () => {
    const warnings = said({ ...later, mentor_id: "ID-OTHER" }, agreement);
    expect(places(warnings)).toEqual(["agreements.csv 2 starts_on"]);
    expect(warnings[0]!.message).toMatch(/two mentors at once.*agreements\.csv line 3.*counted once\.$/);
  });

  it("with one mentor", () => {
    expect(said(agreement, later).map(({ message }) => message)).toEqual([
      expect.stringMatching(/same student and mentor.*line 2.*Correct the dates, or keep one/),
    ]);
  });

  it("where the earlier has no end, it is asked for", () => {
    const [only] = said(
      { ...agreement, ...open },
      { ...other, starts_on: "2011-03-01", ended_on: "2011-04-01" },
    );
    expect(only!.message).toContain("give that one its ended_on");
  });

  it("a long one around a short one that is over still overlaps with a third", () => {
    const long = { ...agreement, ended_on: "2011-05-01" };
    const short = { ...other, starts_on: "2010-11-08", ended_on: "2010-11-20" };
    const third = { ...other, starts_on: "2011-03-01", ended_on: "2011-04-01" };
    expect(places(said(long, short, third))).toEqual([
      "agreements.csv 3 starts_on",
      "agreements.csv 4 starts_on",
    ]);
  });

  it("two that start on the same day overlap, even where one ends on it", () => {
    expect(said(agreement, other)).toHaveLength(1);
    expect(said({ ...agreement, ended_on: agreement.starts_on }, other)).toHaveLength(1);
  });

  it("one that starts on the day the other ends, or later, is none; nor is another student's", () => {
    expect(said(agreement, { ...other, starts_on: "2010-12-10", ended_on: "2011-01-20" })).toEqual([]);
    expect(said(agreement, { ...later, student_id: "ID-BOB" })).toEqual([]);
  });
});

describe("dates and reasons of one agreement", () => {
  it.each([
    ["made on the day it starts", { agreed_on: "2010-11-01" }, []],
    ["made after it starts", { agreed_on: "2010-11-02" }, ["agreed_on"]],
    ["extended to a day before it starts", { extended_to: "2010-10-31" }, ["extended_to"]],
    ["ended without a reason", { end_reason: null }, ["end_reason"]],
    ["to end after asOf, without a reason", { ended_on: "2011-07-01", end_reason: null }, []],
    ["a reason without an end", { ended_on: null }, ["ended_on"]],
    ["active", { ended_on: null, end_reason: null }, []],
    ["extended to nobody knows when", { end_reason: "extended" }, ["extended_to"]],
    ["extended and active", { ended_on: null, end_reason: "extended", extended_to: "2011-07-01" }, []],
  ])("%s", (_, change, columns) => {
    const warnings = told({ agreements: [{ ...agreement, ...change }] });
    expect(warnings.map(({ column }) => column)).toEqual(columns);
  });

  it("ended without a reason in a file without that column: said once, of the file", () => {
    const ended = { ...agreement, end_reason: null };
    const warnings = told({ agreements: [ended, { ...ended, student_id: "ID-BOB" }] }, {}, ["end_reason"]);
    expect(places(warnings)).toEqual(["agreements.csv null end_reason"]);
  });

  it("extended by the next agreement", () => {
    const next = { ...agreement, starts_on: "2010-12-13", ended_on: "2011-01-20" };
    expect(told({ agreements: [{ ...agreement, end_reason: "extended" }, next] })).toEqual([]);
  });
});

describe("every warning", () => {
  it("is a warning in full sentences that quotes no name and no identifier", () => {
    const warnings = told({
      students: [
        { ...ann, upn: "ID-UPN" },
        { ...ann, student_id: "id-ann", upn: "id-upn" },
      ],
      staff: [{ staff_id: "ID-STAFF", name: "Zyxwv" }],
      agreements: [
        { ...agreement, mentor_id: "ID-ANN", agreed_on: "2010-11-02", end_reason: null },
        { ...other, starts_on: "2010-11-20" },
      ],
      meetings: [
        { ...meeting, student_id: "ID-BOB" },
        { ...meeting, planned_on: "2011-06-01", minutes: 999 },
      ],
    });
    expect(warnings.length).toBeGreaterThanOrEqual(10);
    for (const { message } of warnings) {
      expect(message).toMatch(/^[A-Z][^\n]*\. [A-Z][^\n]*\.$/);
      expect(message).not.toMatch(/ID-|Zyxwv|Qwertzu/i);
    }
  });

  it("of one kind stands twenty times in a file, and then one line says how many more", () => {
    const warnings = told({
      agreements: [agreement],
      meetings: Array.from({ length: 27 }, () => ({ ...meeting, minutes: 999 })).concat({
        ...meeting,
        planned_on: "2011-06-01",
        minutes: 20,
      }),
    });
    const minutes = warnings.filter(({ column }) => column === "minutes");
    expect(minutes.map(({ line }) => line)).toEqual([...Array.from({ length: 20 }, (_, i) => i + 2), null]);
    expect(minutes.at(-1)!.message).toBe(
      "What is said of line 2 holds for 7 more lines of this file, apart from the 20 that are listed. Correct them in the same way.",
    );
    expect(places(warnings)).toContain("meetings.csv 29 planned_on");
  });

  it("of one kind that stands exactly twenty times has no such line", () => {
    const meetings = Array.from({ length: 20 }, () => ({ ...meeting, minutes: 999 }));
    expect(told({ agreements: [agreement], meetings })).toHaveLength(20);
  });
});
