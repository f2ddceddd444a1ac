import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

const asOf = "2024-05-31"; // the default of a tiny programme
const recent = plusDays(asOf, -10);

async function judge(programme: TinyProgramme) {
  const { atRisk } = await evaluateTiny({ agreements: [`zoe, m, ${plusDays(asOf, -20)}`], ...programme });
  const of = (id: string) => atRisk.students.find(({ name }) => name === `${id} Student`)!;
  return {
    page: atRisk,
    of,
    flag: (id: string, rule: string) => of(id).flags.find((flag) => flag.rule === rule),
    rule: (name: string) => atRisk.rules.find(({ rule }) => rule === name)!,
  };
}

/** Marks of mornings and afternoons, back from the day before asOf over weekdays and weekends alike. */
const marks = (id: string, days: number, mark: (day: number, session: "AM" | "PM") => string, from = 0) =>
  [...Array(days)].flatMap((_, i) =>
    (["AM", "PM"] as const).map(
      (session) => `${id}, ${plusDays(asOf, -from - i)}, ${session}, ${mark(i, session)}`,
    ),
  );

describe("attendance beside persistent absence", () => {
  test("attendance to watch is off unless the school gives it points; then above 5% and below 10% are flagged", async () => {
    const totals = (id: string, attended: number) => `${id}, 2023-09-04, ${asOf}, 200, ${attended}`;
    const lines = [totals("ann", 190), totals("bob", 189), totals("cat", 181), totals("dan", 180)];
    const off = await judge({ "attendance-totals": lines });
    expect(off.rule("attendance_watch").off).toMatch(/weight .* is 0/);
    expect(off.flag("bob", "attendance_watch")).toBeUndefined();
    const { flag, of } = await judge({
      settings: { atRisk: { weights: { attendance_watch: 1 } } },
      "attendance-totals": lines,
    });
    expect(["ann", "bob", "cat", "dan"].map((id) => flag(id, "attendance_watch") !== undefined)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(of("dan").points).toBe(4); // persistent absence is red: twice two
    expect(of("cat").points).toBe(1);
  });

  test("a fall of exactly five points between two spans of four weeks is flagged, less is not, few sessions are not judged", async () => {
    const { flag, of } = await judge({
      "attendance-marks": [
        ...marks("ann", 20, (i) => (i < 1 ? "O" : "/")), // 38 of 40
        ...marks("ann", 20, () => "/", 28), // 40 of 40
        ...marks("bob", 20, (i, session) => (i < 1 && session === "AM" ? "O" : "/")), // 39 of 40
        ...marks("bob", 20, () => "/", 28),
        ...marks("cat", 14, () => "O"), // 28 sessions
        ...marks("cat", 20, () => "/", 28),
      ],
    });
    expect(flag("ann", "attendance_fall")).toMatchObject({
      label: "Attendance down 5.0 points in four weeks",
      detail: "95.0% of 40 sessions, after 100.0% of 40 in the four weeks before",
      date: asOf,
      ageDays: 0,
    });
    expect(flag("bob", "attendance_fall")).toBeUndefined();
    expect(flag("cat", "attendance_fall")).toBeUndefined();
    expect(of("cat").unjudged).toContain("attendance_fall");
  });

  test("late marks, before and after the register closed, count as late; totals without lateness are not judged", async () => {
    const { flag, of } = await judge({
      "attendance-marks": [
        ...marks("ann", 20, (i, session) => (session === "AM" && i < 2 ? (i ? "L" : "U") : "/")), // 2 of 40
        ...marks("bob", 20, (i, session) => (session === "AM" && i < 1 ? "L" : "/")), // 1 of 40
      ],
      "attendance-totals": [`cat, 2023-09-04, ${asOf}, 200, 200`],
    });
    expect(flag("ann", "punctuality")).toMatchObject({ label: "Late 2 times", severity: "amber" });
    expect(flag("bob", "punctuality")).toBeUndefined();
    expect(of("cat").unjudged).toContain("punctuality");
  });
});

describe("behaviour", () => {
  test("a suspension is red; otherwise the tenth of the year group with most points", async () => {
    const others = [..."bcdefghijk"].map((id) => `${id}, 9`);
    const { flag, of } = await judge({
      students: ["ann, 11", ...others],
      behaviour: [
        `ann, ${recent}, suspension`,
        ...[..."bcdefghij"].map((id) => `${id}, ${recent}, incident, -1`),
        `k, ${recent}, incident, -3`,
        `k, ${plusDays(recent, -1)}, incident`, // without points: one
        `k, ${plusDays(asOf, 1)}, suspension`, // after asOf
        `k, 2023-08-31, incident, -9`, // last year
      ],
    });
    expect(flag("ann", "behaviour")).toMatchObject({ label: "Suspended", severity: "red" });
    expect(flag("k", "behaviour")).toMatchObject({
      label: "Behaviour: 4 points",
      severity: "amber",
      date: recent,
    });
    // Nine of ten have one point, so the tenth with most begins at one.
    expect(flag("b", "behaviour")).toBeDefined();
    expect(of("zoe").flags).toEqual([]);
  });

  test("achievements do not count, and without a behaviour file the rule is not applied", async () => {
    const { rule } = await judge({});
    expect(rule("behaviour").off).toMatch(/add a behaviour file/);
    const { flag } = await judge({ behaviour: [`ann, ${recent}, achievement, 9`] });
    expect(flag("ann", "behaviour")).toBeUndefined();
  });
});

test("a mentee who missed two meetings since the last one held is flagged; one who ended is not judged", async () => {
  const missed = (id: string) => [
    `${id}, ${plusDays(asOf, -30)}, held, ${plusDays(asOf, -30)}`,
    `${id}, ${plusDays(asOf, -20)}, missed_by_student`,
    `${id}, ${plusDays(asOf, -15)}, missed_by_mentor`,
    `${id}, ${recent}, missed_by_student`,
  ];
  const { flag, of } = await judge({
    agreements: [
      `ann, m, ${plusDays(asOf, -40)}`,
      `bob, m, ${plusDays(asOf, -40)}, ${plusDays(asOf, -1)}, completed`,
      `cat, m, ${plusDays(asOf, -40)}`,
    ],
    meetings: [...missed("ann"), ...missed("bob"), ...missed("cat"), `cat, ${asOf}, held, ${asOf}`],
  });
  expect(flag("ann", "missed_meetings")).toMatchObject({ label: "Missed 2 meetings in a row", date: recent });
  expect(of("bob").unjudged).toContain("missed_meetings");
  expect(flag("cat", "missed_meetings")).toBeUndefined();
});

test("low on deadlines: the two worst grades of the scale, in two subjects, while they are fresh", async () => {
  const { flag, rule } = await judge({
    settings: {
      criteria: [{ id: "meeting_deadlines", label: "Meeting deadlines", scale: "five" }],
    },
    reviews: [
      ...["Maths 2", "Art 1", "Music 3"].map((one) => {
        const [subject, grade] = one.split(" ");
        return `ann, ${subject}, ${recent}, meeting_deadlines, ${grade}`;
      }),
      `bob, Maths, ${recent}, meeting_deadlines, 2`,
      `bob, Art, ${plusDays(asOf, -43)}, meeting_deadlines, 1`,
    ],
  });
  expect(rule("deadlines").off).toBeNull();
  expect(flag("ann", "deadlines")).toMatchObject({
    label: "Low on deadlines in 2 of 3 subjects",
    detail: "Art: meeting deadlines 1; Maths: meeting deadlines 2",
    subjects: ["Art", "Maths"],
  });
  expect(flag("bob", "deadlines")).toBeUndefined();
});

describe("not on track", () => {
  const onTrack = { measure: "five-passes-with-english-and-maths", pass: "4" } as const;
  const predicted = (id: string, grades: Record<string, string>, date = recent) =>
    Object.entries(grades).map(([subject, grade]) => `${id}, ${subject}, ${date}, predicted, ${grade}`);
  const five = { English: "4", Maths: "4", Art: "4", Music: "4", Drama: "4" };

  test("missed by passes, by English or by maths; a subject that could decide makes it unknown", async () => {
    const { flag, of } = await judge({
      settings: { onTrack },
      students: ["ann, 11", "bob, 11", "cat, 11", "dan, 11", "eve, 10"],
      predictions: [
        ...predicted("ann", five),
        ...predicted("bob", { ...five, Maths: "3", PE: "9" }),
        ...predicted("cat", { ...five, Drama: "3" }),
        ...predicted("dan", { English: "4", Maths: "4", Art: "4", Music: "4" }),
        ...predicted("dan", { Drama: "4" }, plusDays(asOf, -60)),
        ...predicted("eve", { ...five, Maths: "1" }), // not of the year groups
      ],
    });
    expect(flag("ann", "not_on_track")).toBeUndefined();
    expect(flag("bob", "not_on_track")).toMatchObject({
      detail: "5 of the 5 passes, English 4 and Maths 3",
      severity: "amber",
    });
    expect(flag("cat", "not_on_track")!.detail).toContain("4 of the 5 passes");
    expect(of("dan").unknown.find(({ rule }) => rule === "not_on_track")!.reason).toMatch(
      /one subject .* could decide/,
    );
    expect(flag("eve", "not_on_track")).toBeUndefined();
  });
});

test("a low starting point is judged only below a limit the school sets, and missing is never low", async () => {
  const students = ["ann, 11, , , , 3.9", "bob, 11, , , , 4", "cat, 11"];
  expect((await judge({ students })).rule("prior_attainment").off).toMatch(/priorAttainmentBelow/);
  const { flag } = await judge({ students, settings: { atRisk: { priorAttainmentBelow: 4 } } });
  expect(["ann", "bob", "cat"].map((id) => flag(id, "prior_attainment") !== undefined)).toEqual([
    true,
    false,
    false,
  ]);
});

describe("since the last panel", () => {
  const against = (id: string, grade: string, date: string) =>
    ["Maths", "Art"].map((subject) => `${id}, ${subject}, ${date}, predicted, ${grade}`);
  const targets = (id: string) =>
    ["Maths", "Art"].map((subject) => `${id}, ${subject}, 2023-10-02, target, 5`);
  const early = plusDays(asOf, -35);
  const lines = (id: string, then: string, now: string) => [
    ...targets(id),
    ...against(id, then, early),
    ...against(id, now, recent),
  ];
  const programme: TinyProgramme = {
    panel: [`zoe, ${plusDays(asOf, -28)}, Call home, Head of Year`],
    predictions: [
      ...lines("ann", "5", "4"),
      ...lines("bob", "4", "5"),
      ...lines("cat", "4", "3"),
      ...lines("dan", "3", "4"),
      ...lines("eve", "4", "4"),
      ...lines("fay", "5", "5"),
      ...targets("gus"),
      ...against("gus", "4", plusDays(asOf, -60)), // fresh then, stale now
      ...lines("hal", "4", "4"),
    ],
    students: [`hal, 11, , ${plusDays(asOf, -20)}`],
  };

  test("new, gone, worse, better, same, and not known where the data went", async () => {
    const { of, page } = await judge(programme);
    expect(page.lastPanel).toEqual({ day: plusDays(asOf, -28), recorded: true });
    const change = (id: string) => of(id).since?.change ?? null;
    expect(["ann", "bob", "cat", "dan", "eve", "fay", "gus", "hal"].map(change)).toEqual([
      "new",
      "gone",
      "worse", // two grades below is red
      "better",
      "same",
      null,
      "not known",
      "new",
    ]);
    expect(of("hal").since!.detail).toMatch(/not on roll/);
    expect(page.changes).toEqual({ new: 2, worse: 1, same: 1, better: 1, gone: 1, "not known": 1 });
  });

  test("without a panel file the last panel is one interval before the next; with neither there is none", async () => {
    const { panel: _, ...rest } = programme;
    const next = plusDays(asOf, 7);
    const { page } = await judge({ ...rest, settings: { panel: { everyWeeks: 5, next } } });
    expect(page.lastPanel).toEqual({ day: plusDays(next, -35), recorded: false });
    expect((await judge(rest)).page).toMatchObject({ lastPanel: null, changes: null });
  });
});

describe("the last action", () => {
  test("is the latest of the panel's and the mentor's, with the measure it aimed at before and since", async () => {
    const panelDay = plusDays(asOf, -28);
    const { of } = await judge({
      panel: [
        `ann, ${plusDays(asOf, -60)}, Old, Head of Year, , , done, Met`,
        `ann, ${panelDay}, Call home, Attendance officer, ${plusDays(asOf, -7)}, No absence, open`,
        `bob, ${panelDay}, Extra class, Head of Maths, ${plusDays(asOf, 7)}, One grade up, open`,
        `cat, ${panelDay}, Offer a mentor, Head of Year, , Answer by Friday, dropped`,
      ],
      actions: [`cat, ${recent}, Read the text again, ${asOf}, , open, English`],
      reviews: [
        `cat, English, ${plusDays(asOf, -40)}, effort, 2`,
        `cat, English, ${plusDays(asOf, -5)}, effort, 3`,
      ],
      predictions: [
        `bob, Maths, ${plusDays(asOf, -40)}, predicted, 3`,
        `bob, Maths, ${recent}, predicted, 4`,
      ],
      "attendance-marks": [
        ...marks("ann", 20, () => "/"),
        ...marks("ann", 20, (i) => (i < 10 ? "O" : "/"), 28),
      ],
    });
    expect(of("ann").lastAction).toMatchObject({
      agreedOn: panelDay,
      agreedBy: "panel",
      status: "overdue",
      moved: {
        direction: "up",
        sentence: "Attendance 50.0% of 40 sessions in the four weeks before, 100.0% of 40 since.",
      },
    });
    expect(of("bob").lastAction).toMatchObject({
      status: "open",
      moved: { direction: "up", sentence: `Predicted grade in Maths up: 3 then, 4 on 21 May 2024.` },
    });
    expect(of("cat").lastAction).toMatchObject({
      agreedBy: "mentor",
      agreedOn: recent,
      moved: { direction: "up" },
    });
    expect(of("zoe").lastAction).toBeNull();
  });
});
