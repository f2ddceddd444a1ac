import { describe, expect, it } from "vitest";
import { calendarFault } from "../../../../loaders/extract/referential/calendar-order.ts";
import {
  type Fingerprint,
  sameContentSuspect,
} from "../../../../loaders/extract/referential/same-content.ts";
import { agreement, ann, places, told } from "./tiny-facts.ts";

const columnsOf = (warnings: ReturnType<typeof told>) => warnings.map(({ column }) => column);

describe("a student's dates", () => {
  it.each([
    ["born in the future", { date_of_birth: "2011-06-25" }, ["date_of_birth"]],
    ["born a year ago", { date_of_birth: "2010-06-01" }, ["date_of_birth"]],
    ["born two years ago, in the nursery", { date_of_birth: "2009-06-24", year_group: "N" }, []],
    ["left before joining", { joined_on: "2010-09-02", left_on: "2010-09-01" }, ["left_on"]],
    ["left on the day of joining", { joined_on: "2010-09-02", left_on: "2010-09-02" }, []],
    ["nothing known", {}, []],
  ])("%s", (_, change, columns) => {
    expect(columnsOf(told({ students: [{ ...ann, ...change }] }))).toEqual(columns);
  });

  // On 1 September 2010 the usual age is 15 in Year 11 and 4 in reception.
  it.each([
    ["the usual age", "11", "1995-01-10", null, false],
    ["two years older", "11", "1993-01-10", null, false],
    ["three years older", "11", "1992-01-10", null, true],
    ["two years younger", "11", "1996-09-02", null, false],
    ["three years younger", "11", "1998-01-10", null, true],
    ["born on the first day of the year", "11", "1992-09-01", null, true],
    ["born on the day after it", "11", "1992-09-02", null, false],
    ["a grown-up at college", "13", "1961-05-05", null, false],
    ["a child at college", "13", "1999-05-05", null, true],
    ["the usual age in reception", "R", "2006-01-10", null, false],
    ["a teenager in reception", "R", "1995-01-10", null, true],
    ["a year group by another name", "Foundation", "1950-01-10", null, false],
    ["a leaver, by the year of leaving", "11", "1991-01-10", "2009-07-20", false],
    ["a leaver who was too old then", "11", "1990-01-10", "2009-07-20", true],
  ])("%s for the year group", (_, year_group, date_of_birth, left_on, warned) => {
    const warnings = told({ students: [{ ...ann, year_group, date_of_birth, left_on }] });
    expect(columnsOf(warnings)).toEqual(warned ? ["date_of_birth"] : []);
    for (const { message } of warnings) expect(message).not.toContain(date_of_birth);
  });
});

describe("identifiers of students", () => {
  it("that differ in capitals only are said of the second", () => {
    const warnings = told({
      students: [ann, { ...ann, student_id: "ID-Ann" }, { ...ann, student_id: "ID-BOB" }],
    });
    expect(places(warnings)).toEqual(["students.csv 3 Adno"]);
    expect(warnings[0]!.message).toContain("students.csv line 2");
  });

  it("a UPN or ULN that two have is said of both", () => {
    const warnings = told({
      students: [
        { ...ann, upn: "L823432120001", uln: "7061848331" },
        { ...ann, student_id: "B", upn: "l823432120001" },
        { ...ann, student_id: "C", uln: "7061848331" },
        { ...ann, student_id: "D" },
      ],
    });
    expect(places(warnings)).toEqual([
      "students.csv 2 upn",
      "students.csv 3 upn",
      "students.csv 2 uln",
      "students.csv 4 uln",
    ]);
  });
});

describe("example rows of the templates", () => {
  const example = { ...ann, student_id: "EX001", surname: "Example" };

  it("among real students are named, and not where all is said to be invented", () => {
    expect(places(told({ students: [ann, example] }))).toEqual(["students.csv 3 Adno"]);
    expect(told({ students: [ann, example] }, { synthetic: true })).toEqual([]);
  });

  it("a real student with that surname or that number is none", () => {
    expect(
      told({
        students: [
          { ...ann, surname: "Example" },
          { ...ann, student_id: "EX001" },
        ],
      }),
    ).toEqual([]);
  });
});

describe("attendance totals", () => {
  const total = {
    student_id: "A",
    period_start: "2010-09-06",
    period_end: "2010-10-22",
    possible: 70,
    attended: 60,
  };
  const said = (...totals: object[]) =>
    told({ attendance_totals: totals.map((one) => ({ ...total, ...one })) });

  it.each([
    ["a whole year", { period_start: "2010-06-25", period_end: "2011-06-24" }, []],
    ["a day more than a year", { period_start: "2010-06-23", period_end: "2011-06-24" }, ["period_end"]],
    ["a period that ends after asOf", { period_end: "2011-06-25" }, ["period_end"]],
    ["late as often as attended", { late: 60 }, []],
    ["late more often than attended", { late: 61 }, ["late"]],
    ["late below zero", { late: -1 }, ["late"]],
  ])("%s", (_, change, columns) => {
    expect(columnsOf(said(change))).toEqual(columns);
  });

  it("periods that overlap in part, if only by a day, are said of the later, with the other's line", () => {
    const warnings = said({ period_start: "2010-10-22", period_end: "2010-12-21" }, {});
    expect(places(warnings)).toEqual(["attendance_totals.csv 2 period_start"]);
    expect(warnings[0]!.message).toContain("attendance_totals.csv line 3");
  });

  it("periods that follow one another, lie within one another, or are of two students do not overlap", () => {
    expect(
      said(
        {},
        { period_start: "2010-10-23", period_end: "2010-12-21" },
        { period_end: "2010-12-21" },
        { student_id: "B", period_start: "2010-10-01", period_end: "2010-11-01" },
      ),
    ).toEqual([]);
  });
});

describe("panel, calendar and costs", () => {
  it("a panel's action that is due before the panel", () => {
    const action = { student_id: "A", panel_date: "2010-11-16", action: "x", owner: "y" };
    const panel = ["2010-11-15", "2010-11-16", null].map((due_on) => ({ ...action, due_on }));
    expect(places(told({ panel }))).toEqual(["panel.csv 2 due_on"]);
  });

  const autumn = { kind: "term", starts_on: "2010-09-06", ends_on: "2010-12-21" };
  const closure = { kind: "closure", starts_on: "2010-12-22", ends_on: "2010-12-22" };

  it("terms that overlap, and a closure outside every term", () => {
    const second = { ...autumn, starts_on: "2010-12-21", ends_on: "2011-02-18" };
    const holiday = { ...closure, kind: "holiday", starts_on: "2011-04-04", ends_on: "2011-04-15" };
    const outside = { ...closure, starts_on: "2011-04-04", ends_on: "2011-04-04" };
    expect(places(told({ calendar: [autumn, second, closure, holiday, outside] }))).toEqual([
      "calendar.csv 3 starts_on",
      "calendar.csv 6 starts_on",
    ]);
  });

  it("without terms every day is one, so a closure is never outside", () => {
    expect(told({ calendar: [closure] })).toEqual([]);
  });

  it("a period that ends before it starts is to be refused, one of a day is not", () => {
    expect(calendarFault({ row: { ...autumn, ends_on: "2010-09-05" } })).toMatchObject({
      column: "ends_on",
      message: "This term ends before it starts. Correct one of the dates.",
    });
    expect(calendarFault({ row: { ...autumn, ends_on: "2010-09-06" } })).toBeNull();
  });

  it.each([
    ["hours times rate", { hours: 22.5, rate: 26.5, amount: 596.25 }, []],
    ["rounded to a penny", { hours: 3, rate: 8.333, amount: 25 }, []],
    ["off by exactly a penny", { hours: 0.1, rate: 3, amount: 0.31 }, []],
    ["off by two pennies", { hours: 1, rate: 10, amount: 10.02 }, ["amount"]],
    ["an amount alone", { amount: 12 }, []],
    ["hours alone", { hours: 12 }, []],
    ["nothing", { hours: 0, rate: 0, amount: 0 }, []],
    ["below zero", { hours: -1, rate: 10, amount: -10 }, ["hours", "amount"]],
  ])("a cost: %s", (_, change, columns) => {
    expect(columnsOf(told({ costs: [{ item: "Training", ...change }] }))).toEqual(columns);
  });
});

describe("the same grades under another date", () => {
  const autumn: Fingerprint = { dates: ["2010-10-08"], grades: 20, differentGrades: 2, content: "x" };
  const spring = { ...autumn, dates: ["2011-01-14"] };

  it("are suspected from twenty grades on, with two different ones among them", () => {
    expect(sameContentSuspect(autumn, spring)).toBe(true);
    expect(sameContentSuspect({ ...autumn, grades: 19 }, { ...spring, grades: 19 })).toBe(false);
    expect(sameContentSuspect({ ...autumn, differentGrades: 1 }, { ...spring, differentGrades: 1 })).toBe(
      false,
    );
  });

  it("are not where a grade differs or a date is shared", () => {
    expect(sameContentSuspect(autumn, { ...spring, content: "y" })).toBe(false);
    expect(sameContentSuspect(autumn, { ...spring, dates: ["2010-10-08", "2011-01-14"] })).toBe(false);
  });
});

describe("rows that fit together", () => {
  it("are not warned about", () => {
    expect(
      told({
        students: [{ ...ann, date_of_birth: "1993-10-03", joined_on: "2010-09-06" }],
        agreements: [agreement],
        staff: [{ staff_id: "ID-MENTOR", name: "Ms A" }],
      }),
    ).toEqual([]);
  });
});
