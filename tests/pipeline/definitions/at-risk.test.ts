import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

const asOf = "2024-05-31"; // the default of a tiny programme
const recent = plusDays(asOf, -10);
const earlier = plusDays(asOf, -40);
/** Somebody is mentored, so that there is a programme; nobody looks at this student. */
const base: TinyProgramme = { students: ["zoe, 9"], agreements: [`zoe, m, ${plusDays(asOf, -20)}`] };

/** The flags and unknowns of each student by rule; one who is clear, or not on roll, is not listed. */
async function judge(programme: TinyProgramme) {
  const { atRisk } = await evaluateTiny({
    ...base,
    ...programme,
    students: [...base.students!, ...(programme.students ?? [])],
  });
  const of = (id: string) => atRisk.students.find(({ name }) => name === `${id} Student`);
  return {
    page: atRisk,
    of,
    flag: (id: string, rule: string) => of(id)?.flags.find((flag) => flag.rule === rule),
    unknown: (id: string, rule: string) => of(id)?.unknown.find((gap) => gap.rule === rule)?.reason,
  };
}

/** A predicted grade and a target in each subject: { Maths: "45" } is 4 predicted against 5. */
const against = (id: string, grades: Record<string, string>, date = recent) =>
  Object.entries(grades).flatMap(([subject, [predicted, target]]) => [
    `${id}, ${subject}, ${date}, predicted, ${predicted}`,
    `${id}, ${subject}, 2023-10-02, target, ${target}`,
  ]);

describe("below target in two subjects", () => {
  test("one step below in two subjects is flagged; equal, above, or below in one is not", async () => {
    const { flag, unknown } = await judge({
      predictions: [
        ...against("ann", { Maths: "45", Art: "67", Music: "55" }),
        ...against("bob", { Maths: "45", Art: "66", Music: "98" }),
        ...against("cat", { Maths: "55", Art: "66" }),
        ...against("dan", { Maths: "46", Art: "45" }),
      ],
    });
    expect(flag("ann", "off_target")).toMatchObject({
      label: "Below target in 2 of 3 subjects",
      severity: "amber",
      date: recent,
      ageDays: 10,
    });
    expect(flag("ann", "off_target")!.detail).toContain("Maths 4 against 5");
    expect(flag("dan", "off_target")).toMatchObject({ severity: "red" }); // two steps
    for (const id of ["bob", "cat"])
      expect([flag(id, "off_target"), unknown(id, "off_target")]).toEqual([undefined, undefined]);
  });

  test("a target on another scale is not compared, and no target is unknown", async () => {
    const { flag, unknown } = await judge({
      settings: {
        qualifications: [
          { match: "btec", scale: "pmd" },
          { match: "*", scale: "gcse91" },
        ],
        scales: [
          { id: "five", label: "Five grades", bestFirst: ["5", "4", "3", "2", "1"] },
          { id: "pmd", label: "Vocational", bestFirst: ["D", "M", "P", "U"] },
        ],
      },
      predictions: [
        ...against("ann", { Maths: "45" }),
        `ann, Sport, ${recent}, predicted, P, btec`,
        `ann, Sport, 2023-10-02, target, 9, gcse`,
        `bob, Sport, ${recent}, predicted, P, btec`,
        `bob, Sport, 2023-10-02, target, 9, gcse`,
        `cat, Maths, ${recent}, predicted, 4`,
      ],
    });
    expect(flag("ann", "off_target")).toBeUndefined();
    expect(unknown("bob", "off_target")).toMatch(/same scale/);
    expect(unknown("cat", "off_target")).toMatch(/No target/);
  });

  test("the latest target and the latest prediction count; a minimum target only where there is no other", async () => {
    const { flag } = await judge({
      predictions: [
        ...against("ann", { Maths: "45", Art: "45" }),
        ...["Maths", "Art"].map((subject) => `ann, ${subject}, 2023-11-02, target, 4`), // lowered since
        ...against("bob", { Maths: "95", Art: "95" }, earlier),
        ...against("bob", { Maths: "45", Art: "45" }), // fell since
        ...["Maths", "Art"].flatMap((subject) => [
          `cat, ${subject}, ${recent}, predicted, 4`,
          `cat, ${subject}, 2023-10-02, minimum_target, 5`,
          `dan, ${subject}, ${recent}, predicted, 4`,
          `dan, ${subject}, 2023-10-02, target, 4`,
          `dan, ${subject}, 2023-11-02, minimum_target, 5`,
        ]),
        ...against("eve", { Maths: "44", Art: "44" }),
        ...["Maths", "Art"].map((subject) => `eve, ${subject}, ${plusDays(asOf, 1)}, target, 9`), // after asOf
      ],
    });
    const flagged = ["ann", "bob", "cat", "dan", "eve"].filter((id) => flag(id, "off_target"));
    expect(flagged).toEqual(["bob", "cat"]);
  });

  test("a prediction exactly staleDays old counts, an older one is unknown", async () => {
    const { flag, unknown } = await judge({
      predictions: [
        ...against("ann", { Maths: "45", Art: "45" }, plusDays(asOf, -42)),
        ...against("bob", { Maths: "45", Art: "45" }, plusDays(asOf, -43)),
      ],
    });
    expect(flag("ann", "off_target")).toBeDefined();
    expect(flag("bob", "off_target")).toBeUndefined();
    expect(unknown("bob", "off_target")).toMatch(/last 42 days/);
  });

  // The contract names staleDays and no more; the setting says "older review data count as unknown". So each subject is
  // judged by its own date: an old one is neither below nor on target, and the rule is unknown where it could decide.
  test("a stale subject counts as unknown beside fresh ones", async () => {
    const old = plusDays(asOf, -90);
    const { flag, unknown, page } = await judge({
      predictions: [
        ...against("ann", { Maths: "45" }),
        ...against("ann", { Art: "45" }, old), // could be the second
        ...against("bob", { Maths: "55" }),
        ...against("bob", { Art: "45" }, old), // could not
        ...against("cat", { Maths: "45", Music: "45" }),
        ...against("cat", { Art: "99" }, old),
      ],
    });
    expect(flag("ann", "off_target")).toBeUndefined();
    expect(unknown("ann", "off_target")).toMatch(/in Art$/);
    expect([flag("bob", "off_target"), unknown("bob", "off_target")]).toEqual([undefined, undefined]);
    expect(flag("cat", "off_target")!.label).toBe("Below target in 2 of 2 subjects");
    expect(page.rules.find(({ rule }) => rule === "off_target")).toMatchObject({ flagged: 1 });
  });

  // Targets are set for a course, often the year before; so only the prediction must be of this year.
  test("last year's predictions are not used; a target set last year holds until another is set", async () => {
    const { flag, unknown } = await judge({
      settings: { atRisk: { staleDays: 365 } },
      predictions: [
        ...["Maths", "Art"].flatMap((subject) => [
          `ann, ${subject}, 2023-08-31, predicted, 3`,
          `ann, ${subject}, 2023-06-01, target, 5`,
          `bob, ${subject}, 2023-09-01, predicted, 3`,
          `bob, ${subject}, 2023-06-01, target, 5`,
        ]),
      ],
    });
    expect(unknown("ann", "off_target")).toMatch(/No predicted grade this year/);
    expect(flag("bob", "off_target")).toBeDefined();
  });
});

/** Effort at two reviews, by subject. */
const reviewed = (id: string, grades: Record<string, string>, dates = [earlier, recent]) =>
  Object.entries(grades).flatMap(([subject, pair]) =>
    [...pair].map((grade, i) => `${id}, ${subject}, ${dates[i]}, effort, ${grade}`),
  );

describe("a criterion down in two subjects against the previous review", () => {
  test("down in two subjects is flagged; down in one, or twice in one subject, is not", async () => {
    const { flag } = await judge({
      settings: {
        criteria: [
          { id: "effort", label: "Effort", scale: "five" },
          { id: "homework", label: "Homework", scale: "five" },
        ],
      },
      reviews: [
        ...reviewed("ann", { Maths: "43", Art: "32", Music: "34" }),
        ...reviewed("bob", { Maths: "43", Art: "33" }),
        ...reviewed("bob", { Maths: "43" }).map((line) => line.replace("effort", "homework")),
        ...reviewed("cat", { Maths: "43" }),
        ...reviewed("cat", { Art: "43" }).map((line) => line.replace("effort", "homework")),
      ],
    });
    expect(flag("ann", "criterion_decline")).toMatchObject({
      label: "Review grades down in 2 subjects",
      date: recent,
    });
    expect(flag("bob", "criterion_decline")).toBeUndefined();
    expect(flag("cat", "criterion_decline")).toBeDefined(); // one criterion in each of two subjects
  });

  test("against the review before, not the first one, and not one of last year", async () => {
    const dates = [plusDays(asOf, -80), earlier, recent];
    const { flag, unknown } = await judge({
      reviews: [
        ...reviewed("ann", { Maths: "512", Art: "512" }, dates), // up since the review before
        ...reviewed("bob", { Maths: "154", Art: "154" }, dates), // down since the review before
        ...reviewed("cat", { Maths: "54", Art: "54" }, ["2023-08-31", recent]),
      ],
    });
    expect(flag("ann", "criterion_decline")).toBeUndefined();
    expect(flag("bob", "criterion_decline")).toBeDefined();
    expect(unknown("cat", "criterion_decline")).toMatch(/Only one review/);
  });

  test("down is the direction of the scale, and a third of a step by one of three teachers is down", async () => {
    const three = (id: string, subject: string) => [
      ...["a", "b", "c"].map((teacher) => `${id}, ${subject}, ${earlier}, effort, 2, ${teacher}`),
      ...["a", "b", "c"].map(
        (teacher, i) => `${id}, ${subject}, ${recent}, effort, ${i ? 2 : 3}, ${teacher}`,
      ),
    ];
    const { flag } = await judge({
      settings: { scales: [{ id: "five", label: "1 is best", bestFirst: ["1", "2", "3", "4", "5"] }] },
      reviews: [
        ...three("ann", "Maths"),
        ...three("ann", "Art"),
        ...reviewed("bob", { Maths: "43", Art: "43" }), // up
      ],
    });
    expect(flag("ann", "criterion_decline")).toBeDefined();
    expect(flag("bob", "criterion_decline")).toBeUndefined();
  });

  test("reviews older than staleDays are unknown, subject by subject", async () => {
    const old = [plusDays(asOf, -120), plusDays(asOf, -90)];
    const { flag, unknown } = await judge({
      reviews: [
        ...reviewed("ann", { Maths: "43", Art: "43" }, old),
        ...reviewed("bob", { Maths: "43" }),
        ...reviewed("bob", { Art: "43" }, old),
        ...reviewed("cat", { Maths: "43", Art: "43", Music: "33" }),
        ...reviewed("cat", { Drama: "43" }, old),
      ],
    });
    expect(flag("ann", "criterion_decline")).toBeUndefined();
    expect(unknown("ann", "criterion_decline")).toMatch(/last 42 days/);
    expect(flag("bob", "criterion_decline")).toBeUndefined();
    expect(unknown("bob", "criterion_decline")).toMatch(/one subject/);
    expect(flag("cat", "criterion_decline")!.label).toBe("Review grades down in 2 subjects");
  });
});

describe("attendance", () => {
  const totals = (id: string, attended: number, possible: number) =>
    `${id}, 2023-09-04, ${asOf}, ${possible}, ${attended}`;

  test("exactly 10% of possible sessions missed is flagged, less is not; judged unrounded", async () => {
    const { flag, unknown } = await judge({
      "attendance-totals": [totals("ann", 270, 300), totals("bob", 271, 300), totals("cat", 2699, 2999)],
    });
    expect(flag("ann", "attendance")).toMatchObject({ label: "Attendance 90.0%", severity: "red" });
    expect(flag("bob", "attendance")).toBeUndefined();
    expect(unknown("bob", "attendance")).toBeUndefined();
    expect(flag("cat", "attendance")).toBeDefined(); // 300 of 2999 missed: 10.003%
  });

  test("fewer than minimumSessions possible is unknown; exactly that many is judged", async () => {
    const { flag, unknown } = await judge({
      "attendance-totals": [totals("ann", 0, 39), totals("bob", 36, 40)],
    });
    expect(flag("ann", "attendance")).toBeUndefined();
    expect(unknown("ann", "attendance")).toMatch(/39 possible sessions/);
    expect(flag("bob", "attendance")).toBeDefined();
  });

  test("totals inside a wider period are not counted twice; adjoining periods are added", async () => {
    const { flag } = await judge({
      "attendance-totals": [
        "ann, 2023-09-04, 2024-05-24, 200, 180", // the year: 10% missed
        "ann, 2023-09-04, 2023-12-20, 100, 100", // autumn, within it
        "ann, 2024-01-08, 2024-01-12, 10, 10",
        "bob, 2023-09-04, 2023-12-20, 100, 100",
        "bob, 2024-01-08, 2024-05-24, 100, 80", // 10% together
      ],
    });
    expect(flag("ann", "attendance")!.detail).toContain("20 of 200");
    expect(flag("bob", "attendance")!.detail).toContain("20 of 200");
  });

  test("marks are preferred to totals, not added to them; marks that are not possible sessions do not count", async () => {
    const days = (n: number) => [...Array(n)].flatMap((_, i) => [plusDays("2024-01-08", i)]);
    const marks = days(20).flatMap((date, i) => [
      `ann, ${date}, AM, ${i < 4 ? "O" : "/"}`,
      `ann, ${date}, PM, ${i < 2 ? "B" : "\\"}`, // approved activity is attendance
      `bob, ${date}, AM, ${i < 5 ? "#" : "/"}`,
      `bob, ${date}, PM, /`,
    ]);
    const { flag, unknown } = await judge({
      "attendance-marks": marks,
      "attendance-totals": [totals("ann", 300, 300), totals("bob", 300, 300)],
    });
    expect(flag("ann", "attendance")!.detail).toContain("4 of 40");
    expect(unknown("bob", "attendance")).toMatch(/35 possible/);
  });

  test("last year's attendance, and attendance after asOf, are not used", async () => {
    const { unknown, flag } = await judge({
      "attendance-totals": [
        "ann, 2022-09-05, 2023-07-20, 300, 100",
        `bob, 2023-09-04, ${plusDays(asOf, 1)}, 300, 100`,
        `cat, 2023-09-01, ${asOf}, 300, 100`,
      ],
    });
    expect(unknown("ann", "attendance")).toMatch(/No attendance/);
    expect(unknown("bob", "attendance")).toMatch(/No attendance/);
    expect(flag("cat", "attendance")!.detail).toMatch(/severe/);
  });
});

describe("who is listed", () => {
  test("students on roll at asOf: leavers and those who have not joined are not", async () => {
    const { page, of } = await judge({
      students: [
        `ann, 11, , , ${plusDays(asOf, -1)}`,
        `bob, 11, , , ${plusDays(asOf, 1)}`,
        `cat, 11, , ${plusDays(asOf, 1)}`,
        `dan, 11, , ${asOf}`,
      ],
      predictions: ["ann", "bob", "cat", "dan"].flatMap((id) => against(id, { Maths: "45", Art: "45" })),
    });
    expect(["ann", "bob", "cat", "dan"].filter((id) => of(id))).toEqual(["bob", "dan"]);
    expect(page.counts).toEqual({ onRoll: 3, flagged: 2, clear: 0, unknown: 1 });
  });

  test("unknown is not clear: a student with nothing to judge by is listed as unknown in every rule", async () => {
    const { of, page } = await judge({ students: ["ann, 11"], reviews: reviewed("bob", { Maths: "33" }) });
    expect(of("ann")!.unknown.map(({ rule }) => rule)).toEqual([
      "off_target",
      "criterion_decline",
      "attendance",
    ]);
    expect(page.counts.clear).toBe(0);
  });

  test("where no rule flags anybody, the headline says how many cannot be judged, or that everybody could", async () => {
    const clear = {
      predictions: against("zoe", { Maths: "55", Art: "66" }),
      reviews: [`zoe, Maths, ${earlier}, effort, 3`, `zoe, Maths, ${recent}, effort, 3`],
      "attendance-totals": ["zoe, 2023-09-04, 2024-05-24, 300, 295"],
    };
    expect((await judge(clear)).page.headline).toBe(
      "No student on roll meets a rule of concern. Everybody could be judged by every main rule.",
    );
    expect((await judge({ ...clear, predictions: [] })).page.headline).toBe(
      "No student on roll meets a rule of concern. One student cannot be judged by every main rule.",
    );
  });

  test("mentored means an agreement runs at asOf; the mentor is shown by name where staff give it", async () => {
    const { of } = await judge({
      agreements: [
        `ann, m1, 2024-01-08`,
        `bob, m1, 2024-01-08, 2024-03-01, completed`,
        `cat, m2, 2024-01-08, ${plusDays(asOf, 1)}`,
      ],
      students: ["ann, 11", "bob, 11", "cat, 11"],
      staff: ["m1, Mx One"],
    });
    expect(of("ann")).toMatchObject({ mentored: true, mentor: "Mx One" });
    expect(of("bob")).toMatchObject({ mentored: false, mentor: null });
    expect(of("cat")).toMatchObject({ mentored: true, mentor: "m2" });
  });
});
