import { describe, expect, test } from "vitest";
import { deliveryOf } from "../../support/page-data.ts";
import { ofTiny } from "../../support/tiny-pages.ts";
import type { TinyProgramme } from "../../support/tiny-programme.ts";

const delivery = (programme: TinyProgramme) => ofTiny(programme, deliveryOf);

/** 2024-01-08 is a Monday; the date of the data is Friday 2024-01-26. */
const asOf = "2024-01-26";
const base: TinyProgramme = {
  settings: { asOf },
  reviews: ["ann, Maths, 2024-01-08, effort, 3"],
  agreements: ["ann, m1, 2024-01-09", "bob, m2, 2024-01-08, 2024-01-19, withdrew"],
};

describe("meetings by week", () => {
  const programme: TinyProgramme = {
    ...base,
    meetings: [
      "ann, 2024-01-09, held",
      "ann, 2024-01-16, held, 2024-01-22", // moved: stands in the week it was held in
      "ann, 2024-01-23, missed_by_mentor",
      "ann, 2024-01-25, held, 2024-01-30", // put off to a day after asOf
      "ann, 2024-01-30, missed_by_student", // after asOf
      "bob, 2024-01-10, missed_by_student",
      "bob, 2024-01-17, cancelled",
      "bob, 2024-01-23, held", // after the agreement
      "cat, 2024-01-10, held", // never a mentee
    ],
    calendar: ["2024-01-08, 2024-02-09, term", "2024-01-17, 2024-01-18, closure"],
  };

  test("count each once in its week, with the days the school was open", async () => {
    const { weeks } = await delivery(programme);
    expect(
      weeks.map((week) => [
        week.week,
        week.held,
        week.missed_by_student,
        week.missed_by_mentor,
        week.cancelled,
        week.to_come,
        week.school_days,
      ]),
    ).toEqual([
      ["2024-01-08", 1, 1, 0, 0, 0, 5],
      ["2024-01-15", 0, 0, 0, 1, 0, 3],
      ["2024-01-22", 2, 0, 1, 0, 1, 5],
    ]);
  });

  test("are the record's in all, and what the weeks do not say is counted beside them", async () => {
    const [page, record] = await ofTiny(programme, async (loaded) => [
      await deliveryOf(loaded),
      loaded.evaluation.record,
    ]);
    expect(page.meetings).toMatchObject({
      planned: 7,
      counts: { held: 3, missed_by_student: 1, missed_by_mentor: 1, cancelled: 1, to_come: 1 },
      cancelledWhileClosed: 1,
      missedWhileClosed: 0,
      outsideAgreements: 1,
      beforeFirst: 0,
      ofOthers: 1,
      agreedPerWeek: 1,
    });
    expect(record.cohort.meetings).toMatchObject({ planned: 7, held: 3, cancelled: 1 });
    expect(page.meetings!.heldPerWeek).toBeCloseTo(3 / 5, 12); // three weeks and two
    expect(page.headline).toBe(
      "Three of seven planned meetings were held: students missed one, mentors one, one was cancelled and one is put off.",
    );
    expect(page.freshness.sentence).toMatch(
      /^Data as of 26 January 2024\..*25 January 2024, one day earlier\.$/,
    );
  });

  test("a meeting entered as missed on a closed day is missed, as in the record, and pointed out", async () => {
    const { meetings } = await delivery({
      ...programme,
      meetings: ["bob, 2024-01-17, missed_by_student", "bob, 2024-01-13, missed_by_student"],
    });
    expect(meetings).toMatchObject({ counts: { missed_by_student: 2 }, missedWhileClosed: 1 });
  });

  test("one before the week of the first agreement is counted and in no week", async () => {
    const { meetings, weeks } = await delivery({ ...base, meetings: ["ann, 2024-01-05, held"] });
    expect(meetings).toMatchObject({ planned: 1, beforeFirst: 1, outsideAgreements: 1 });
    expect(weeks.reduce((sum, { held }) => sum + held, 0)).toBe(0);
  });
});

describe("times the school was closed", () => {
  test("run over a weekend, and are parted by another reason or an open day", async () => {
    const { closed } = await delivery({
      ...base,
      calendar: [
        "2024-01-08, 2024-01-23, term",
        "2024-01-12, 2024-01-16, holiday",
        "2024-01-15, 2024-01-15, closure", // within the holiday
        "2024-01-17, 2024-01-17, closure",
        "2024-01-19, 2024-01-19, closure",
      ],
    });
    expect(closed.map(({ kind, from, to, days }) => [kind, from, to, days])).toEqual([
      ["holiday", "2024-01-12", "2024-01-16", 3],
      ["closure", "2024-01-17", "2024-01-17", 1],
      ["closure", "2024-01-19", "2024-01-19", 1],
      ["outside term", "2024-01-24", "2024-01-26", 3],
    ]);
    expect(closed.map(({ label }) => label)).toEqual(["Holiday", "Closure", "Closure", "Outside term"]);
  });

  test("are none without a calendar", async () => {
    expect((await delivery(base)).closed).toEqual([]);
  });
});

describe("mentors", () => {
  const programme: TinyProgramme = {
    ...base,
    agreements: [
      "ann, m1, 2024-01-09, 2024-01-12, other",
      "ann, m1, 2024-01-10, 2024-01-20, other", // overlaps the first with the same mentor
      "ann, m2, 2024-01-15",
      "bob, m3, 2024-01-08",
      "cat, m2, 2024-02-05", // not yet
    ],
    meetings: [
      "ann, 2024-01-10, held",
      "ann, 2024-01-17, held", // with two mentors at once
      "ann, 2024-01-24, missed_by_student",
      "bob, 2024-01-24, cancelled",
    ],
    staff: ["m1, Ms Young, Head, 0", "m2, Mr Adams, , 3", "m4, Mr Free, , 2", "m5, Ms Teacher"],
  };

  test("are those of an agreement or with places, by name, whether the staff list has them or not", async () => {
    const { mentors, active, started } = await delivery(programme);
    expect(mentors.map((one) => [one.name, one.capacity, one.active, one.mentees])).toEqual([
      ["m3", null, 1, 1],
      ["Mr Adams", 3, 1, 1],
      ["Mr Free", 2, 0, 0],
      ["Ms Young", 0, 0, 1],
    ]);
    expect([started, active]).toEqual([2, 2]);
  });

  test("keep the place of a mentee who left the roll while the agreement runs, which is counted", async () => {
    const { mentors, active, activeOffRoll } = await delivery({
      ...programme,
      students: ["bob, 11, M, , 2024-01-15"],
    });
    expect(mentors[0]).toMatchObject({ name: "m3", active: 1 });
    expect([active, activeOffRoll]).toEqual([2, 1]);
  });

  test("have the meetings of their agreements' days, each once", async () => {
    const { mentors } = await delivery(programme);
    expect(
      mentors.map((one) => [one.name, one.held, one.missed_by_student, one.missed_by_mentor, one.cancelled]),
    ).toEqual([
      ["m3", 0, 0, 0, 1],
      ["Mr Adams", 1, 1, 0, 0],
      ["Mr Free", 0, 0, 0, 0],
      ["Ms Young", 2, 0, 0, 0],
    ]);
  });
});

test("mentees are counted by weeks, each in one of the kinds", async () => {
  const { menteeWeeks, dose } = await delivery({
    settings: { asOf: "2024-03-08" },
    agreements: [
      "ann, m, 2024-01-08",
      "bob, m, 2024-01-08, 2024-03-01, completed",
      "cat, m, 2024-01-08, 2024-01-19, withdrew",
      "dan, m, 2024-02-26",
      "eve, m, 2024-01-08, 2024-02-16, withdrew",
    ],
    reviews: ["ann", "bob", "cat"].flatMap((id) => [
      `${id}, Maths, 2024-01-05, effort, 3`,
      `${id}, Maths, 2024-02-19, effort, 4`,
    ]),
    meetings: ["ann, 2024-01-10, held", "ann, 2024-01-17, held", "bob, 2024-01-10, missed_by_student"],
  });
  expect(
    menteeWeeks.flatMap(({ weeks, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, n]) => (n > 0 ? [[weeks, kind, n]] : [])),
    ),
  ).toEqual([
    [2, "not_measured_active", 1],
    [2, "quick_leaver", 1],
    [6, "not_measured", 1],
    [8, "measured", 1],
    [9, "measured_active", 1],
  ]);
  expect(dose.points).toEqual([
    { held: 0, weeks: 8, gain: 1 },
    { held: 2, weeks: 9, gain: 1 },
  ]);
});

describe("what is not there", () => {
  test("without a meetings file nothing is said of meetings", async () => {
    const page = await delivery(base);
    expect(page.meetings).toBeNull();
    expect(page.headline).toBe(
      "Two mentees spent 2 to 3 weeks on the programme; how many meetings were held is not known, for there is no meetings file.",
    );
    expect(page.dose.points.every(({ held }) => held === null)).toBe(true);
  });

  test("meetings of later days only are no meeting yet", async () => {
    const page = await delivery({ ...base, meetings: ["ann, 2024-02-06, cancelled"] });
    expect(page.headline).toMatch(/no meeting was planned by 26 January 2024\.$/);
  });

  test("before anybody started there are no weeks and no mentors", async () => {
    const page = await delivery({
      ...base,
      agreements: ["ann, m1, 2024-03-01"],
      meetings: ["ann, 2024-01-10, held"],
    });
    expect([page.weeks, page.mentors, page.menteeWeeks, page.closed]).toEqual([[], [], [], []]);
    expect(page.headline).toBe("No student had started by 26 January 2024.");
  });
});
