import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

type Settings = NonNullable<TinyProgramme["settings"]>;

const asOf = "2024-05-31"; // the default of a tiny programme
const recent = plusDays(asOf, -10);

/** Predicted grades of a student: { Maths: "4" }. */
const predicted = (id: string, grades: Record<string, string>, date = recent) =>
  Object.entries(grades).map(([subject, grade]) => `${id}, ${subject}, ${date}, predicted, ${grade}`);

const five: Settings = { onTrack: { measure: "five-passes-with-english-and-maths", pass: "4" } };
const basics: Settings = { onTrack: { measure: "english-and-maths", pass: "4" } };

/** The page, and where a student stands on its first measure; undefined of one who is only counted. */
async function stand(programme: TinyProgramme) {
  const { oneGradeAway: page } = await evaluateTiny({
    agreements: [`zoe, m, ${plusDays(asOf, -20)}`],
    ...programme,
    students: ["zoe, 9", ...(programme.students ?? [])],
  });
  const [measure] = page.measures;
  const name = (id: string) => `${id} Student`;
  return {
    page,
    counts: measure?.counts,
    near: (id: string) => measure?.near.find((one) => one.name === name(id)),
    why: (id: string) => measure?.notKnown.find((one) => one.name === name(id))?.why,
  };
}

const passed = { English: "4", Maths: "5", Art: "6", Music: "4" };

describe("five passes with English and maths", () => {
  test("one grade below the fifth pass is one grade away; every subject that would do is named", async () => {
    const { near, counts, page } = await stand({
      settings: five,
      predictions: [
        ...predicted("ann", { ...passed, History: "3", French: "1" }),
        `ann, History, 2023-10-01, target, 5`,
        ...predicted("bob", { ...passed, History: "2" }),
        ...predicted("cat", { ...passed, History: "4" }),
        ...predicted("dan", { English: "4", Maths: "4", Art: "3", Music: "3", History: "3" }),
      ],
      agreements: [`bob, m, ${plusDays(asOf, -20)}`],
    });
    expect(near("ann")).toMatchObject({
      standing: "one grade",
      mentored: false,
      near: [
        { subject: "French", predicted: "1", needed: "4", below: 3, target: null },
        {
          subject: "History",
          predicted: "3",
          needed: "4",
          below: 1,
          target: "5",
          reviewDate: recent,
          ageDays: 10,
        },
      ],
    });
    expect(near("bob")).toMatchObject({ standing: "one subject", mentored: true });
    expect(counts).toEqual({ "on track": 1, "one grade": 1, "one subject": 1, further: 1, "not known": 0 });
    expect(page.headline).toBe(
      "Of four students of Year 11, one misses five passes with English and maths at 4 or above by one grade in one subject, and one more by one subject but more than a grade; one is on track.",
    );
  });

  test("without a pass in English, only English would do, however many others are near", async () => {
    const { near } = await stand({
      settings: five,
      predictions: predicted("ann", {
        ...passed,
        English: "3",
        "English Literature": "2",
        History: "4",
        Drama: "3",
      }),
    });
    expect(near("ann")!.near.map(({ subject }) => subject)).toEqual(["English", "English Literature"]);
  });

  test("both English and maths below is further away, though each be one grade below", async () => {
    const { counts } = await stand({
      settings: five,
      predictions: predicted("ann", { ...passed, English: "3", Maths: "3", History: "4", Drama: "4" }),
    });
    expect(counts).toMatchObject({ further: 1 });
  });

  test("teachers who differ count by their mean: half a grade below is one grade away", async () => {
    const { near } = await stand({
      settings: five,
      predictions: [
        ...predicted("ann", passed),
        `ann, History, ${recent}, predicted, 4, , A`,
        `ann, History, ${recent}, predicted, 3, , B`,
      ],
    });
    expect(near("ann")!.near).toMatchObject([{ subject: "History", predicted: "3 / 4", below: 0.5 }]);
  });
});

describe("what is not known", () => {
  const old = plusDays(asOf, -43);

  test("an old grade that could change the answer leaves it unsaid; one that could not does not", async () => {
    const { near, why, counts, page } = await stand({
      settings: five,
      predictions: [
        ...predicted("ann", { ...passed, History: "3" }), // French may be the fifth pass
        ...predicted("ann", { French: "2" }, old),
        ...predicted("bob", { ...passed, History: "4", English: "3" }), // five others or not: English is failed
        ...predicted("bob", { French: "2" }, old),
        ...predicted("cat", { ...passed, History: "4" }),
        ...predicted("cat", { French: "2" }, old),
        ...predicted("dan", { ...passed, History: "3" }, plusDays(asOf, -42)), // exactly staleDays
        ...predicted("eve", { ...passed, History: "9" }, old),
      ],
    });
    expect(why("ann")).toBe("no predicted grade in the last 42 days in French (the latest is 43 days old)");
    // Maths, Art, Music and History are four passes, so English would be the fifth.
    expect(near("bob")).toMatchObject({ standing: "one grade", near: [{ subject: "English" }] });
    expect(near("dan")).toMatchObject({ standing: "one grade" });
    expect(why("eve")).toMatch(
      /^no predicted grade in the last 42 days in Art, English, History, Maths and Music/,
    );
    expect(counts).toMatchObject({ "on track": 1, "not known": 2 });
    expect(page.measures[0]!.reasons).toEqual([{ why: "A predicted grade is older than 42 days", n: 2 }]);
  });

  test("English that was never predicted, or nothing at all, is named", async () => {
    const { why, counts } = await stand({
      settings: basics,
      students: ["ann, 11", "bob, 11", "cat, 10", `dan, 11, , , ${plusDays(asOf, -1)}`],
      predictions: [...predicted("ann", { Maths: "4" }), ...predicted("eve", { Maths: "3" })],
    });
    expect(why("ann")).toBe("English has no predicted grade this year");
    expect(why("bob")).toBe("no subject has a predicted grade this year");
    // Without a pass in maths, English may be passed or not: one grade or further away.
    expect(why("eve")).toBe("English has no predicted grade this year");
    expect(counts).toEqual({ "on track": 0, "one grade": 0, "one subject": 0, further: 0, "not known": 3 });
  });

  test("a grade after asOf or of last year is not used", async () => {
    const { why } = await stand({
      settings: basics,
      predictions: [
        ...predicted("ann", { English: "9", Maths: "9" }, plusDays(asOf, 1)),
        ...predicted("ann", { English: "9", Maths: "9" }, "2023-08-31"),
        ...predicted("bob", { English: "4", Maths: "4" }),
      ],
    });
    expect(why("ann")).toBe("no subject has a predicted grade this year");
  });
});

describe("measures in points", () => {
  test("needed is the lowest grade with which the points are reached", async () => {
    // English counts twice only with literature; maths twice: 5 + 2 * 5 + 3 = 18.
    const { near, page } = await stand({
      settings: { onTrack: { measure: "attainment-8", points: 20 } },
      predictions: [
        ...predicted("ann", { English: "5", Maths: "5", Art: "3" }),
        ...predicted("bob", { English: "5", Maths: "5", Art: "1" }),
        ...predicted("cat", { English: "5", Maths: "6", Art: "3" }),
        ...predicted("dan", { English: "1", Maths: "1", Art: "1" }),
      ],
    });
    expect(page.measures[0]).toMatchObject({ label: "Attainment 8 of 20 points or more", inPoints: true });
    expect(near("ann")).toMatchObject({
      standing: "one grade",
      near: [
        { subject: "Art", needed: "5", below: 2 },
        { subject: "English", needed: "7", below: 2 },
        { subject: "Maths", needed: "6", below: 1 },
      ],
    });
    expect(near("bob")).toMatchObject({
      standing: "one subject",
      near: [
        { subject: "Art", below: 4 },
        { subject: "English", below: 4 },
        { subject: "Maths", needed: "7", below: 2 },
      ],
    });
    // The lowest of all would reach 20 with a 9 in maths alone: 1 + 18 + 1.
    expect(near("dan")).toMatchObject({ standing: "one subject", near: [{ subject: "Maths", needed: "9" }] });
    expect(page.measures[0]!.counts["on track"]).toBe(1);
  });

  test("one subject that is not known, or has no points, leaves it unsaid", async () => {
    const { why } = await stand({
      settings: { onTrack: { measure: "attainment-8", points: 20 } },
      predictions: [
        ...predicted("ann", { English: "5", Maths: "5" }),
        ...predicted("ann", { Art: "3" }, plusDays(asOf, -50)),
        ...predicted("bob", { English: "5", Art: "9" }),
      ],
    });
    expect(why("ann")).toBe("no predicted grade in the last 42 days in Art (the latest is 50 days old)");
    expect(why("bob")).toBe("English or maths has no predicted grade all year");
  });

  test("the average of A levels looks at those who take them", async () => {
    const { near, counts } = await stand({
      settings: {
        phase: "post-16",
        qualifications: [
          { match: "Sport", scale: "gcse91" },
          { match: "*", scale: "alevel" },
        ],
        onTrack: { measure: "a-level-average-points", points: 40, yearGroups: ["12"] },
      },
      students: ["ann, 12", "bob, 12", "cat, 12"],
      predictions: [
        ...predicted("ann", { Physics: "C", Art: "B", Law: "C" }), // 30, 40, 30: a mean of 33.3
        ...predicted("bob", { Physics: "B", Art: "B", Law: "C" }), // 36.7
        ...predicted("cat", { Sport: "4" }), // no A level
      ],
    });
    expect(near("ann")!.near).toMatchObject([
      { subject: "Art", predicted: "B", needed: "A*", below: 2 },
      { subject: "Law", needed: "A", below: 2 },
      { subject: "Physics", needed: "A", below: 2 },
    ]);
    expect(near("bob")).toMatchObject({
      standing: "one grade",
      near: [{ below: 1 }, { below: 1 }, { below: 1 }],
    });
    expect(counts).toEqual({ "on track": 0, "one grade": 1, "one subject": 1, further: 0, "not known": 0 });
  });
});

test("a programme that declares no measure, or without predicted grades, shows none and says so", async () => {
  const without = await stand({ predictions: predicted("ann", passed) });
  const empty = await stand({ settings: five, students: ["ann, 11"] });
  for (const { page } of [without, empty]) {
    expect(page.measures).toEqual([]);
    expect(page.headline).toBe("How far students are from a threshold is not counted.");
    expect(page.site.missingViews.map(({ view }) => view)).toContain("on track");
  }
});
