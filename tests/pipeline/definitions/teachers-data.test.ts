import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

const asOf = "2024-05-31"; // the default of a tiny programme
const recent = plusDays(asOf, -10);
const before = plusDays(asOf, -40);

/** Two criteria of five grades. */
const twoCriteria: NonNullable<TinyProgramme["settings"]> = {
  criteria: [
    { id: "effort", label: "Effort", scale: "five" },
    { id: "focus", label: "Focus", scale: "five" },
  ],
};

async function page(programme: TinyProgramme) {
  const { teachersData } = await evaluateTiny({
    agreements: [`zoe, m, ${plusDays(asOf, -20)}`],
    ...programme,
    students: ["zoe, 9", ...(programme.students ?? [])],
  });
  return teachersData;
}

/** Which contradictions there are, as "ann praise", and how many pairs were looked at by kind. */
async function contradictions(programme: TinyProgramme) {
  const { cases, kinds } = await page({ settings: twoCriteria, ...programme });
  return {
    found: cases.map(({ name, kind }) => `${name.replace(" Student", "")} ${kind}`).sort(),
    pairs: Object.fromEntries(kinds.map(({ kind, comparable }) => [kind, comparable])),
    cases,
  };
}

/** Reviews of a student in maths: effort and focus at "43" on a date. */
const review = (id: string, date: string, grades: string, teacher = "") =>
  ["effort", "focus"].slice(0, grades.length).map((criterion, i) => {
    return `${id}, Maths, ${date}, ${criterion}, ${grades[i]}, ${teacher}`;
  });

describe("freshness", () => {
  test("counts each student's newest grade by subject, stalest first; exactly staleDays old is fresh", async () => {
    const { subjects, stale, namesTeachers } = await page({
      reviews: [
        `ann, Maths, ${plusDays(asOf, -42)}, effort, 3`,
        `bob, Maths, ${plusDays(asOf, -43)}, effort, 3`,
        `bob, Maths, ${plusDays(asOf, -90)}, effort, 3`,
        `cat, Maths, ${plusDays(asOf, 1)}, effort, 3`, // after asOf
        `cat, Maths, 2023-08-31, effort, 3`, // last year
        `ann, Art, ${plusDays(asOf, -60)}, effort, 3`,
      ],
      predictions: [
        `dan, Maths, ${recent}, predicted, 4`,
        `eve, Maths, ${recent}, target, 9`, // is no judgement
      ],
    });
    expect(namesTeachers).toBe(false);
    expect(subjects).toEqual([
      expect.objectContaining({ subject: "Art", expected: 1, fresh: 0, medianAge: 60 }),
      {
        subject: "Maths",
        teacher: null,
        expected: 3,
        fresh: 2,
        newest: recent,
        oldest: plusDays(asOf, -43),
        newestAge: 10,
        medianAge: 42,
        oldestAge: 43,
      },
    ]);
    expect(stale.map(({ subject, name, ageDays }) => [subject, name, ageDays])).toEqual([
      ["Art", "ann Student", 60],
      ["Maths", "bob Student", 43],
    ]);
  });

  test("a student counts under the teachers of the newest grade", async () => {
    const { subjects, namesTeachers } = await page({
      reviews: [
        `ann, Maths, ${before}, effort, 3, Mr Old`, // moved to another class
        `ann, Maths, ${recent}, effort, 3, Ms New`,
        `bob, Maths, ${before}, effort, 3, Mr Old`,
        `cat, Maths, ${recent}, effort, 3, Ms New`,
        `cat, Maths, ${recent}, effort, 4, Mx Both`,
        `cat, Maths, ${recent}, effort, 4`, // nobody named beside those who are
        `dan, Maths, ${recent}, effort, 4`,
        `gone, Maths, ${recent}, effort, 4, Ms New`,
      ],
      students: [`gone, 11, , , ${plusDays(asOf, -1)}`],
    });
    expect(namesTeachers).toBe(true);
    expect(subjects.map(({ teacher, expected }) => [teacher, expected])).toEqual([
      ["Mr Old", 1],
      [null, 1],
      ["Ms New", 2],
      ["Mx Both", 1],
    ]);
  });
});

describe("a comment beside a review", () => {
  test("praise contradicts where more went down than up or all is low; concern the other way round", async () => {
    const { found, pairs, cases } = await contradictions({
      reviews: [
        ...["ann", "bob", "cat", "dan", "eve", "fay", "gus"].flatMap((id) => review(id, before, "33")),
        ...review("ann", recent, "23"), // one down
        ...review("bob", recent, "24"), // one down, one up
        ...review("cat", recent, "43"), // one up
        ...review("dan", recent, "33"),
        ...review("eve", recent, "55"),
        ...review("fay", recent, "12"),
        ...review("gus", recent, "54"),
        ...review("hal", recent, "21"), // nothing before it, and both low
        ...review("ivy", recent, "32"),
      ],
      feedback: ["ann", "bob", "cat", "dan", "eve", "fay", "gus", "hal", "ivy"].flatMap((id) => [
        `${id}, ${recent}, praise, Well done, Maths`,
        `${id}, ${recent}, concern, Oh dear, Maths`,
        `${id}, ${recent}, neutral, Hm, Maths`,
      ]),
    });
    expect(found).toEqual(
      ["ann praise", "fay praise", "hal praise", "cat concern", "eve concern", "gus concern"].sort(),
    );
    expect(pairs).toMatchObject({ praise: 9, concern: 9 });
    expect(cases.find(({ name }) => name === "fay Student")).toMatchObject({
      one: "Praise of 21 May 2024: \u201cWell done\u201d",
      other:
        "2 down and 0 up of two criteria, both criteria at the lowest grades in the review of 21 May 2024",
      subject: "Maths",
    });
  });

  test("looks 21 days either way, at the nearest, and of two as near at the later", async () => {
    const day = plusDays(asOf, -30);
    const { found, pairs } = await contradictions({
      reviews: [
        ...review("ann", plusDays(day, 21), "11"),
        ...review("bob", plusDays(day, -21), "11"),
        ...review("cat", plusDays(day, 22), "11"),
        ...review("dan", plusDays(day, 5), "33"),
        ...review("dan", plusDays(day, -6), "11"),
        ...review("eve", plusDays(day, 5), "11"),
        ...review("eve", plusDays(day, -5), "33"),
      ],
      feedback: [
        ...["ann", "bob", "cat", "dan", "eve"].map((id) => `${id}, ${day}, praise, Well done, Maths`),
        `eve, ${day}, praise, Well done`, // in no subject
        `eve, ${day}, praise, Well done, Art`, // not reviewed
        `ann, ${plusDays(asOf, 1)}, praise, Well done, Maths`, // after asOf
      ],
    });
    expect(found).toEqual(["ann praise", "bob praise", "eve praise"]);
    expect(pairs).toMatchObject({ praise: 4 });
  });

  test("is set beside the same teacher's review where both name one, with that teacher's own before", async () => {
    const { found, pairs, cases } = await contradictions({
      reviews: [
        ...review("ann", recent, "33", "Ms A"),
        ...review("ann", recent, "11", "Mr B"),
        ...review("bob", before, "55", "Mr B"),
        ...review("bob", recent, "33", "Ms A"), // Mr B's grades did not fall
        ...review("cat", recent, "11", "Ms A"),
        ...review("dan", recent, "11", "Mr B"),
        ...review("eve", recent, "11"),
      ],
      feedback: [
        `ann, ${recent}, praise, Well done, Maths, Ms A`,
        `bob, ${recent}, praise, Well done, Maths, Ms A`,
        `cat, ${recent}, praise, Well done, Maths, ms a `,
        `dan, ${recent}, praise, Well done, Maths, Ms A`,
        `eve, ${recent}, praise, Well done, Maths, Ms A`,
      ],
    });
    expect(found).toEqual(["cat praise", "eve praise"]);
    expect(pairs).toMatchObject({ praise: 4 });
    expect(cases.map(({ teacher }) => teacher).sort()).toEqual(["Ms A", "Ms A"]);
  });

  test("of a scale of three grades only the lowest is low", async () => {
    const { found } = await contradictions({
      settings: {
        scales: [{ id: "three", label: "Three", bestFirst: ["A", "B", "C"] }],
        criteria: [{ id: "effort", label: "Effort", scale: "three" }],
      },
      reviews: [`ann, Maths, ${recent}, effort, B`, `bob, Maths, ${recent}, effort, C`],
      feedback: ["ann", "bob"].map((id) => `${id}, ${recent}, praise, Well done, Maths`),
    });
    expect(found).toEqual(["bob praise"]);
  });
});

test("a predicted grade up beside criteria down, both since the same day, is a contradiction", async () => {
  const reviewed = (id: string, was: string, is: string, day = recent) => [
    ...review(id, before, was),
    ...review(id, day, is),
  ];
  const predicted = (id: string, was: number, is: number) => [
    `${id}, Maths, ${before}, predicted, ${was}`,
    `${id}, Maths, ${recent}, predicted, ${is}`,
  ];
  const { found, pairs } = await contradictions({
    reviews: [
      ...reviewed("ann", "44", "43"),
      ...reviewed("bob", "44", "53"),
      ...reviewed("cat", "44", "33"),
      ...reviewed("dan", "44", "33", plusDays(recent, -1)), // another day
      ...review("eve", recent, "11"), // nothing before
    ],
    predictions: [
      ...predicted("ann", 4, 5),
      ...predicted("bob", 4, 5),
      ...predicted("cat", 5, 4),
      ...predicted("dan", 4, 5),
      ...predicted("eve", 4, 5),
    ],
  });
  expect(found).toEqual(["ann prediction"]);
  expect(pairs).toMatchObject({ prediction: 3 });
});

test("all criteria at the top with persistent absence is one, from the fewest sessions on, by fresh reviews", async () => {
  const { found, pairs } = await contradictions({
    reviews: [
      ...review("ann", recent, "55"),
      ...review("bob", recent, "54"),
      ...review("cat", recent, "55"),
      ...review("dan", recent, "55"),
      ...review("eve", plusDays(asOf, -43), "55"),
    ],
    "attendance-totals": [
      `ann, 2023-09-04, 2024-05-24, 100, 90`, // exactly a tenth missed
      `bob, 2023-09-04, 2024-05-24, 100, 90`,
      `cat, 2023-09-04, 2024-05-24, 100, 91`,
      `dan, 2023-09-04, 2024-05-24, 19, 1`,
      `eve, 2023-09-04, 2024-05-24, 100, 50`,
    ],
  });
  expect(found).toEqual(["ann absence"]);
  expect(pairs).toMatchObject({ absence: 2 });
});

test("counts by subject and teacher are in alphabetical order", async () => {
  const { bySubject } = await page({
    settings: twoCriteria,
    reviews: [
      ...review("ann", recent, "11", "Ms B"),
      ...review("bob", recent, "33", "Ms A"),
      `cat, Art, ${recent}, effort, 3`,
    ],
    feedback: [
      `ann, ${recent}, praise, Well done, Maths`,
      `bob, ${recent}, praise, Well done, Maths`,
      `cat, ${recent}, praise, Well done, Art`,
    ],
  });
  expect(bySubject).toEqual([
    { subject: "Art", teacher: null, comparable: 1, contradictions: 0 },
    { subject: "Maths", teacher: "Ms A", comparable: 1, contradictions: 0 },
    { subject: "Maths", teacher: "Ms B", comparable: 1, contradictions: 1 },
  ]);
});

test("predicted minus achieved has a mean and interval from six students, highest first", async () => {
  const result = (i: number, subject: string, predicted: number, achieved: number) => [
    `s${i}, ${subject}, 2024-02-01, predicted, ${predicted}`,
    `s${i}, ${subject}, 2024-05-20, result, ${achieved}`,
  ];
  const { differences, headline } = await page({
    predictions: [
      ...[5, 5, 5, 5, 5, 6].flatMap((predicted, i) => result(i, "Maths", predicted, 4)),
      ...[4, 4, 4, 4, 4, 3].flatMap((predicted, i) => result(i, "Drama", predicted, 4)),
      ...[9, 9, 9, 9, 9].flatMap((predicted, i) => result(i, "Art", predicted, 4)),
    ],
  });
  expect(differences.map(({ subject, n, exact, mean }) => [subject, n, exact, mean])).toEqual([
    ["Maths", 6, 0, 7 / 6],
    ["Drama", 6, 5, -1 / 6],
    ["Art", 5, 0, null],
  ]);
  // t of 0.975 with 5 degrees of freedom is 2.5706; the deviation of five 1s and a 2 is 0.4082.
  const half = (2.5706 * 0.4082) / Math.sqrt(6);
  expect(differences[0]!.ci95![0]).toBeCloseTo(7 / 6 - half, 3);
  expect(differences[0]!.ci95![1]).toBeCloseTo(7 / 6 + half, 3);
  expect(headline).toContain("predicted grades were clearly too high in Maths at the latest results");
});

test("without any grade of the year the page says so", async () => {
  const { headline, subjects, cases } = await page({ predictions: ["ann, Maths, 2023-10-01, target, 4"] });
  expect(headline).toBe("No review or predicted grade of this year is known, so nothing can be judged.");
  expect([subjects, cases]).toEqual([[], []]);
});
