import { describe, expect, test } from "vitest";
import type { Attainment } from "../../../loaders/evaluation/attainment/record.ts";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

const start = "2024-01-08";
const end = "2024-03-01";
const before = plusDays(start, -7);
const after = plusDays(start, 42);
const mentored = (...ids: string[]) => ids.map((id) => `${id}, m, ${start}, ${end}, completed`);

/** Predicted grades before and after, by subject: { Maths: "3 4" }; "-" is not there. */
function predicted(id: string, grades: Record<string, string>, qualification = ""): string[] {
  return Object.entries(grades).flatMap(([subject, moments]) =>
    moments
      .split(" ")
      .flatMap((grade, i) =>
        grade === "-"
          ? []
          : [`${id}, ${subject}, ${i === 0 ? before : after}, predicted, ${grade}, ${qualification}`],
      ),
  );
}

const kinds = {
  qualifications: [
    { match: "Combined science", scale: "gcse_double" },
    { match: "BTEC*", scale: "btec_l12" },
    { match: "A level", scale: "alevel" },
    { match: "AS level", scale: "aslevel" },
    { match: "*", scale: "gcse91" },
  ],
};

async function attainment(programme: TinyProgramme): Promise<Attainment> {
  const { record } = await evaluateTiny(programme);
  return record.attainment;
}

const passing = (found: Attainment) =>
  Object.fromEntries(
    found.passes.map(({ id, mentees, everyone }) => [
      id,
      [
        mentees.before.k,
        mentees.after.k,
        mentees.before.n,
        everyone.before.k,
        everyone.after.k,
        everyone.before.n,
      ],
    ]),
  );

describe("passes", () => {
  test("English and maths at 4 and at 5, and five passes, of mentees and of everyone", async () => {
    const found = await attainment({
      predictions: [
        ...predicted("ann", { English: "3 5", Maths: "4 4", Art: "4 4", Physics: "4 4", French: "4 4" }),
        ...predicted("bob", { English: "5 5", Maths: "6 6", Art: "1 1" }),
        ...predicted("cat", { English: "4 5", Maths: "5 5", Art: "9 9", Physics: "9 9", French: "9 9" }),
      ],
      agreements: mentored("ann"),
    });
    expect(found.passes.map(({ label }) => label)).toEqual([
      "Five passes with English and maths at 4 or above",
      "English and maths at 4 or above",
      "English and maths at 5 or above",
    ]);
    expect(passing(found)).toEqual({
      "five-passes": [0, 1, 1, 1, 2, 3],
      "basics-standard": [0, 1, 1, 2, 3, 3],
      "basics-strong": [0, 0, 1, 1, 2, 3],
    });
  });

  test("a double award is two passes where it is worth one, and an award at level 2 is a pass", async () => {
    const pass = { English: "4 4", Maths: "4 4" };
    const found = await attainment({
      settings: kinds,
      predictions: [
        ...predicted("ann", { ...pass, Art: "4 4" }),
        ...predicted("ann", { Science: "43 44" }, "Combined science"),
        ...predicted("bob", { ...pass, Art: "4 4", Music: "4 4" }),
        ...predicted("bob", { Sport: "L1D L2P" }, "BTEC Tech"),
      ],
      agreements: mentored("ann", "bob"),
    });
    expect(passing(found)["five-passes"]).toEqual([0, 2, 2, 0, 2, 2]);
  });

  test("A* to G has a pass worth a 4, and no strong one", async () => {
    const found = await attainment({
      settings: { qualifications: [{ match: "*", scale: "gcse_legacy" }] },
      predictions: predicted("ann", { English: "C C", Maths: "D C" }),
      agreements: mentored("ann"),
    });
    expect(found.passes.map(({ id, label }) => [id, label])).toEqual([
      ["five-passes", "Five passes with English and maths at C or above"],
      ["basics-standard", "English and maths at C or above"],
    ]);
    expect(passing(found)["basics-standard"]).toEqual([0, 1, 1, 0, 1, 1]);
    expect(found.why["basics-strong"]).toMatch(/no such pass/);
  });

  test("the measure that programme.json declares is English and maths at its pass", async () => {
    const { record } = await evaluateTiny({
      settings: { onTrack: { measure: "english-and-maths", pass: "5" } },
      predictions: [
        ...predicted("ann", { English: "4 5", Maths: "5 5" }),
        ...predicted("bob", { English: "5 5", Maths: "5 4", Art: "- 9" }),
        ...predicted("cat", { English: "5 5", Maths: "- 5" }),
      ],
      agreements: mentored("ann", "bob", "cat"),
    });
    expect(record.onTrack).toMatchObject({ measure: "english-and-maths", pass: "5" });
    expect(record.onTrack!.mentees).toMatchObject({
      before: { k: 1, n: 2 },
      after: { k: 1, n: 2 },
      unknown: 1,
      becameOnTrack: 1,
      ceasedOnTrack: 1,
      mcnemarP: 1,
    });
  });
});

describe("Attainment 8", () => {
  const ann = [
    ...predicted("ann", {
      "English Language": "4 5",
      "English Literature": "6 6",
      Maths: "4 5",
      History: "3 4",
      Art: "2 3",
    }),
    ...predicted("ann", { Science: "54 55" }, "Combined science"),
  ];
  // English 12, maths 8, EBacc 4.5 + 4.5 + 3, open 4 + 2; then 12, 10, 5 + 5 + 4, open 5 + 3.
  const annScores = [38, 44];
  // English 3 once, maths 6, EBacc 2, open 5.5 + 1.25; then the same with a pass at level 2.
  const bob = [
    ...predicted("bob", { English: "3 3", Maths: "3 3", History: "2 2" }),
    ...predicted("bob", { Sport: "L2M L2M", Travel: "L1P L2P" }, "BTEC Tech"),
  ];
  const bobScores = [17.75, 20.5];

  test("of mentees and of everyone, by slots, with points by qualification", async () => {
    const found = await attainment({
      settings: kinds,
      predictions: [...ann, ...bob],
      agreements: mentored("ann"),
    });
    const [score] = found.points;
    expect(found.points).toHaveLength(1);
    expect(score).toMatchObject({ id: "attainment-8", yearGroups: ["11"], slots: { open: 3 } });
    expect(score!.mentees).toMatchObject({
      n: 1,
      meanBefore: annScores[0],
      meanAfter: annScores[1],
      mean: 6,
      ci95: null,
      why: "One student has no spread.",
      rose: 1,
      unknown: [],
    });
    expect(score!.everyone).toMatchObject({
      n: 2,
      meanBefore: (annScores[0]! + bobScores[0]!) / 2,
      meanAfter: (annScores[1]! + bobScores[1]!) / 2,
      mean: (6 + 2.75) / 2,
      rose: 2,
    });
    expect(score!.sources).toEqual(["Department for Education, point scores of 2019"]);
  });

  test("points of the qualification that programme.json names", async () => {
    const [line, ...others] = kinds.qualifications.toReversed();
    const first = { match: "BTEC*", scale: "btec_l12", points: "BTEC Level 1/Level 2 First Award" };
    const found = await attainment({
      settings: { qualifications: [first, ...others, line!] },
      predictions: bob,
      agreements: mentored("bob"),
    });
    expect(found.points[0]!.mentees.meanBefore).toBe(bobScores[0]! + 0.5);
  });

  test("on track at so many points", async () => {
    const { record } = await evaluateTiny({
      settings: { ...kinds, onTrack: { measure: "attainment-8", points: 38.5 } },
      predictions: [...ann, ...bob],
      agreements: mentored("ann", "bob"),
    });
    expect(record.onTrack).toMatchObject({
      points: 38.5,
      mentees: { before: { k: 0, n: 2 }, after: { k: 1, n: 2 }, becameOnTrack: 1 },
    });
  });

  test("slots that programme.json declares", async () => {
    const found = await attainment({
      settings: {
        ...kinds,
        attainment8: { baskets: [{ label: "Arts", slots: 1, subjects: ["Art"] }], open: 1 },
      },
      predictions: ann,
      agreements: mentored("ann"),
    });
    // English 12, maths 8, Art 2, and the best of what is left: half of the double award.
    expect(found.points[0]!.mentees.meanBefore).toBe(12 + 8 + 2 + 4.5);
  });

  test("is unknown, for a reason that is counted, where a grade or its points are missing", async () => {
    const core = { English: "5 5", Maths: "5 5" };
    const found = await attainment({
      settings: {
        scales: [
          { id: "five", label: "Five grades", bestFirst: ["5", "4", "3", "2", "1"] },
          { id: "own", label: "Our grades", bestFirst: ["Good", "Fair", "Poor"] },
        ],
        qualifications: [
          { match: "own", scale: "own" },
          { match: "*", scale: "gcse91" },
        ],
      },
      students: ["ann, 11", "bob, 11", "cat, 11", "dan, 11", "eve, 11"],
      reviews: ["ann", "bob", "cat", "dan", "eve"].flatMap((id) => [
        `${id}, Maths, ${before}, effort, 3`,
        `${id}, Maths, ${after}, effort, 3`,
      ]),
      predictions: [
        ...predicted("ann", core),
        ...predicted("bob", { ...core, Art: "- 9" }),
        ...predicted("cat", core),
        ...predicted("cat", { Craft: "Good Good" }, "own"),
        ...predicted("dan", { Maths: "5 5" }),
      ],
      agreements: mentored("ann", "bob", "cat", "dan", "eve"),
    });
    const { mentees } = found.points[0]!;
    expect(mentees).toMatchObject({ n: 1, meanBefore: 15 });
    expect(mentees.unknown).toEqual([
      { why: "A subject of the year has no predicted grade at one of the two times.", n: 1 },
      { why: "English or maths has no predicted grade all year.", n: 1 },
      {
        why: 'Grades on the scale own (own) have no points. Name the qualification whose points they are worth under "points" of "qualifications" in programme.json.',
        n: 1,
      },
      { why: "No subject has a predicted grade this year.", n: 1 },
    ]);
  });

  test("is not counted before the results of 2016", async () => {
    const found = await attainment({
      settings: { academicYear: "2014-15", asOf: "2015-05-31" },
      agreements: ["ann, m, 2015-01-05, 2015-03-01, completed"],
    });
    expect(found.points).toEqual([]);
    expect(found.why["attainment-8"]).toMatch(/before the results of 2016/);
  });
});

describe("A level average points", () => {
  test("weigh an AS level half, leave out other qualifications, and are of the years after 16", async () => {
    const found = await attainment({
      settings: kinds,
      students: ["ann, 13", "bob, 13", "cat, 11"],
      predictions: [
        ...predicted("ann", { History: "C B", Physics: "D D" }, "A level"),
        ...predicted("ann", { French: "B A" }, "AS level"),
        ...predicted("ann", { Sport: "L2M L2M" }, "BTEC Tech"),
        ...predicted("bob", { History: "A A" }, "A level"),
        ...predicted("cat", { English: "5 5", Maths: "5 5" }),
      ],
      agreements: mentored("ann", "cat"),
    });
    const score = found.points.find(({ id }) => id === "a-level-average-points")!;
    expect(score.yearGroups).toEqual(["13"]);
    expect(score.mentees).toMatchObject({ n: 1, meanBefore: 70 / 2.5, meanAfter: 85 / 2.5 });
    expect(score.everyone).toMatchObject({ n: 2, meanBefore: (28 + 50) / 2, unknown: [] });
  });
});

describe("targets", () => {
  const target = (id: string, grades: Record<string, string>, kind = "target") =>
    Object.entries(grades).map(([subject, grade]) => `${id}, ${subject}, ${before}, ${kind}, ${grade}`);

  test("below, at and above, a gap a student in grades, before and after", async () => {
    const found = await attainment({
      predictions: [
        ...predicted("ann", { Maths: "3 4", Art: "5 5", French: "4 6", Music: "4 -", Drama: "4 4" }),
        ...target("ann", { Maths: "5", Art: "5", French: "5", Music: "5" }),
        ...predicted("bob", { Maths: "7 6" }),
        ...target("bob", { Maths: "6" }, "minimum_target"),
      ],
      agreements: mentored("ann"),
    });
    const [scale] = found.targets;
    expect(found.targets.map(({ scale: id }) => id)).toEqual(["gcse91"]);
    expect(scale!.mentees).toMatchObject({
      students: 1,
      pairs: { n: 3, before: { below: 2, at: 1, above: 0 }, after: { below: 1, at: 1, above: 1 } },
      studentsBelow: { before: 1, after: 1 },
      gap: { n: 1, meanBefore: -1, meanAfter: 0, mean: 1 },
    });
    expect(scale!.everyone).toMatchObject({
      students: 2,
      pairs: { n: 4, before: { below: 2, at: 1, above: 1 }, after: { below: 1, at: 2, above: 1 } },
      gap: { n: 2, meanBefore: 0, meanAfter: 0, mean: 0 },
    });
    expect(scale!.subjects.map(({ subject, mentees }) => [subject, mentees.n])).toEqual([
      ["Art", 1],
      ["French", 1],
      ["Maths", 1],
    ]);
    expect(scale!.subjects[2]!.everyone).toEqual({
      n: 2,
      before: { below: 1, at: 0, above: 1 },
      after: { below: 1, at: 1, above: 0 },
    });
    expect(found.targetsUncounted).toEqual([
      { why: "The subject has no predicted grade at one of the two times.", n: 1 },
      { why: "The subject has no target.", n: 1 },
    ]);
  });

  test("are never set against grades on another scale, and each scale stands by itself", async () => {
    const found = await attainment({
      settings: kinds,
      predictions: [
        ...predicted("ann", { Maths: "3 4" }),
        ...predicted("ann", { Sport: "L2P L2M" }, "BTEC Tech"),
        ...target("ann", { Maths: "5", Sport: "5" }),
        ...predicted("bob", { Sport: "L2P L2M" }, "BTEC Tech"),
        `bob, Sport, ${before}, target, L2M, BTEC Tech`,
      ],
      agreements: mentored("ann", "bob"),
    });
    expect(found.targets.map(({ scale, mentees }) => [scale, mentees.pairs.n, mentees.gap.mean])).toEqual([
      ["gcse91", 1, 1],
      ["btec_l12", 1, 1],
    ]);
    expect(found.targetsUncounted).toEqual([
      { why: "The predicted grade and the target are on different scales.", n: 1 },
    ]);
  });

  test("two teachers of a subject: their mean against the target", async () => {
    const found = await attainment({
      predictions: [
        ...predicted("ann", { Maths: "3 5" }).map((line) => `${line}, a`),
        ...predicted("ann", { Maths: "4 5" }).map((line) => `${line}, b`),
        ...target("ann", { Maths: "4" }),
      ],
      agreements: mentored("ann"),
    });
    expect(found.targets[0]!.mentees).toMatchObject({
      pairs: { before: { below: 1 }, after: { above: 1 } },
      gap: { meanBefore: -0.5, meanAfter: 1 },
    });
  });
});

describe("progress from starting points", () => {
  const ids = ["ann", "bob", "cat", "dan", "eve", "fay", "gus"];
  const alike = ids.map((id) => `${id}, 11, , , , 100, KS2`);

  test("is against the mean of the others of the same prior attainment, a subject at a time", async () => {
    const found = await attainment({
      // Zoe is the highest of eight, so by herself; hal has no prior attainment.
      students: [...alike, "zoe, 11, , , , 115, KS2", "hal, 11"],
      predictions: [
        ...predicted("ann", { Maths: "2 4", Art: "5 5", Music: "9 9" }),
        ...ids.slice(1).flatMap((id) => predicted(id, { Maths: "4 5", Art: id === "gus" ? "- 3" : "4 4" })),
        ...predicted("zoe", { Maths: "9 9" }),
        ...predicted("hal", { Maths: "1 1" }),
      ],
      agreements: mentored("ann"),
    });
    const [progress] = found.progress;
    // Maths: six others at 4 then 5. Art: five others with both grades, at 4. Music: nobody else.
    expect(progress!.mentees).toMatchObject({ n: 1, meanBefore: (-2 + 1) / 2, meanAfter: (-1 + 1) / 2 });
    expect(progress).toMatchObject({ stage: "ks4", yearGroups: ["11"], fewestAlike: 5 });
    // The six others in maths: five at 4 and ann at 2 before, so 4 - 22/6; after 5 - 29/6. In art five of them: -0.2.
    const before = [(4 - 22 / 6 - 0.2) / 2, 4 - 22 / 6];
    const mean = (-0.5 + 5 * before[0]! + before[1]!) / 7;
    expect(progress!.everyone.n).toBe(7);
    expect(progress!.everyone.meanBefore).toBeCloseTo(mean, 12);
    expect(progress!.everyone.unknown).toEqual([
      { why: "Fewer than 5 other students of the same prior attainment take the same subjects.", n: 1 },
      { why: "No prior attainment.", n: 1 },
    ]);
  });

  test("four others are too few, and scores on another scale or of another year are not alike", async () => {
    const students = [...alike.slice(0, 5), "fay, 11, , , , 100, CAT", "gus, 10, , , , 100, KS2", "hal, 10"];
    const found = await attainment({
      students,
      predictions: [...ids, "hal"].flatMap((id) => predicted(id, { Maths: "4 5" })),
      agreements: mentored("ann", "hal"),
    });
    expect(found.progress).toEqual([]);
    expect(found.why.progress).toMatch(/5 others of the same prior attainment/);
  });

  test("without any prior attainment there is none, and the record says so", async () => {
    const found = await attainment({
      predictions: predicted("ann", { Maths: "4 5" }),
      agreements: mentored("ann"),
    });
    expect(found.progress).toEqual([]);
    expect(found.why.progress).toMatch(/prior attainment/);
  });
});

describe("accuracy of predictions", () => {
  const result = (id: string, subject: string, grade: string, date = "2024-05-20") =>
    `${id}, ${subject}, ${date}, result, ${grade}`;

  test("the last predicted grade before the result, a subject at a time", async () => {
    const found = await attainment({
      predictions: [
        ...predicted("ann", { Maths: "3 5", Art: "5 5" }),
        ...predicted("bob", { Maths: "4 4" }),
        ...predicted("cat", { Maths: "9 7" }),
        result("ann", "Maths", "5"),
        result("ann", "Art", "6"),
        result("bob", "Maths", "3"),
        result("cat", "Maths", "4"),
        result("dan", "Maths", "4"), // nobody predicted it
        result("bob", "Maths", "2", "2024-04-01"), // sat again: the later one counts
      ],
      agreements: mentored("ann"),
    });
    expect(found.accuracy).toMatchObject({ students: 3, pairs: 4 });
    const shares = found.accuracy.subjects.map(({ subject, n, exact, withinOne, over, under }) => [
      subject,
      n,
      exact.k,
      withinOne.k,
      over.k,
      under.k,
    ]);
    expect(shares).toEqual([
      ["Art", 1, 0, 1, 0, 1],
      ["Maths", 3, 1, 2, 2, 0],
    ]);
    expect(found.accuracy.uncounted).toEqual([
      { why: "The subject has no predicted grade in the year before the result.", n: 1 },
    ]);
  });

  test("a prediction on another scale, or more than a year old, is not compared", async () => {
    const found = await attainment({
      settings: kinds,
      predictions: [
        "ann, Maths, 2023-05-19, predicted, 5",
        result("ann", "Maths", "5"),
        ...predicted("ann", { Sport: "L2P L2M" }, "BTEC Tech"),
        result("ann", "Sport", "4"),
      ],
      agreements: mentored("ann"),
    });
    expect(found.accuracy.subjects).toEqual([]);
    expect(found.accuracy.uncounted.map(({ n }) => n)).toEqual([1, 1]);
    expect(found.why.accuracy).toMatch(/No result has a predicted grade on its scale/);
  });
});
