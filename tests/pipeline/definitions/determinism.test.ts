import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluateTiny, plusDays, type TinyProgramme, tinyFiles } from "../../support/tiny-programme.ts";

const start = "2024-01-08";
const ids = [..."abcdefgh"];
const day = (n: number) => plusDays(start, n);
const teachers = ["t1", "t2", "t3"];

/** A programme with ties wherever a model chooses one line of several: two mentors, two meetings, two targets a day. */
const programme: TinyProgramme = {
  settings: {
    asOf: day(95),
    criteria: [
      { id: "effort", label: "Effort", scale: "five" },
      { id: "homework", label: "Homework", scale: "five" },
    ],
    qualifications: [
      { match: "gcse", scale: "gcse91" },
      { match: "btec", scale: "vocational" },
      { match: "*", scale: "gcse91" },
    ],
    scales: [
      { id: "five", label: "Five grades", bestFirst: ["5", "4", "3", "2", "1"] },
      { id: "vocational", label: "Vocational", bestFirst: ["D", "M", "P", "U"] },
    ],
    onTrack: { measure: "five-passes-with-english-and-maths", pass: "4" },
    survey: [{ question: "Use?", answers: ["a lot", "some", "none"] }],
  },
  students: [...ids, "y", "z"].map((id, i) => `${id}, 11, ${i % 2 ? "M" : "F"}`),
  reviews: ids.flatMap((id, i) =>
    ["Maths", "English", "Art"].flatMap((subject, s) =>
      teachers
        .slice(0, 1 + ((i + s) % 3))
        .flatMap((teacher, t) =>
          [-5, 30, 60, 85].flatMap((n, k) => [
            `${id}, ${subject}, ${day(n)}, effort, ${1 + ((i + s * t + k * 2) % 5)}, ${teacher}`,
            `${id}, ${subject}, ${day(n)}, homework, ${1 + ((i * s + t + k) % 5)}, ${teacher}`,
          ]),
        ),
    ),
  ),
  predictions: [...ids, "y", "z"].flatMap((id, i) =>
    ["Maths", "English", "Art", "French", "Music"].flatMap((subject, s) => [
      `${id}, ${subject}, ${day(-3)}, predicted, ${3 + ((i + s) % 3)}, gcse`,
      `${id}, ${subject}, ${day(60)}, predicted, ${3 + ((i + s + 1) % 4)}, gcse`,
      `${id}, ${subject}, ${day(-3)}, target, 6, gcse`,
      `${id}, ${subject}, ${day(-3)}, target, D, btec`,
      `${id}, ${subject}, ${day(-3)}, target, 5, , t2`,
    ]),
  ),
  agreements: [
    ...ids.slice(0, 5).flatMap((id, i) => [`${id}, m${i % 2}, ${start}, ${day(60 + i)}, completed`]),
    `a, m9, ${start}, ${day(60)}, no_progress`,
    `f, m1, ${start}, ${day(9)}, no_progress`,
    `f, m2, ${start}, ${day(9)}, completed`,
    `g, m1, ${start}, , , 6`,
    `g, m2, ${start}, , , 8, ${day(100)}`,
    `h, m1, ${start}, ${day(8)}, withdrew`,
    `x, m1, ${day(10)}`, // without a grade, so that praise is shown
  ],
  meetings: ids.flatMap((id) => [
    `${id}, ${day(2)}, held`,
    `${id}, ${day(9)}, missed_by_student`,
    `${id}, ${day(8)}, held, ${day(9)}`,
    `${id}, ${day(16)}, missed_by_mentor`,
    `${id}, ${day(15)}, held, ${day(16)}`,
    `${id}, ${day(14)}, held, ${day(16)}`,
  ]),
  actions: ids.flatMap((id) => [`${id}, ${day(2)}, Read, ${day(90)}`, `${id}, ${day(2)}, Plan, ${day(90)}`]),
  feedback: [...ids, "x"].flatMap((id) => [
    `${id}, ${day(20)}, praise, Good, Art`,
    `${id}, ${day(20)}, praise, Better, Maths`,
    `${id}, ${day(20)}, praise, Best`,
  ]),
  survey: ids.map((id, i) => `r${id}, Use?, ${["a lot", "some", "none"][i % 3]}`),
  staff: ["m0, Sam", "m1, Sam", "m2, Alex"],
  calendar: [`${day(35)}, ${day(39)}, holiday`, `${day(36)}, ${day(36)}, closure`],
  costs: ["Room, 0.1, 3, ", "Room, , , 0.1", "Tea, , , 0.7", "Cover, 3, 0.7"],
  "attendance-totals": ids.map((id, i) => `${id}, 2023-09-04, ${day(90)}, 200, ${160 + 5 * i}`),
};

const named = /^(.*)\.csv$/;

/** The same lines in another order, in other files: shuffled, some written twice, split over two files, renamed. */
const rearranged = fc
  .tuple(
    ...[...tinyFiles(programme)].map(([name, [header, ...lines]]) =>
      fc.record({
        name: fc.constant(named.exec(name)![1]!),
        header: fc.constant(header!),
        lines: fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length }),
        cut: fc.nat(lines.length - 1),
        folder: fc.constantFrom("", "exports/", "z/2024/"),
        suffix: fc.constantFrom("", "-2024-01", " Spring"),
      }),
    ),
  )
  .map((files) => {
    const written = new Map<string, string[]>();
    for (const { name, header, lines, cut, folder, suffix } of files) {
      written.set(`${folder}${name}${suffix}.csv`, [header, ...lines.slice(cut)]);
      if (cut > 0) written.set(`other/${name}${suffix}.csv`, [header, ...lines.slice(0, cut)]);
    }
    return written;
  });

test("the order of lines, and the names and number of files, change nothing in the record or on a page", async () => {
  const expected = JSON.stringify(await evaluateTiny(programme));
  await fc.assert(
    fc.asyncProperty(rearranged, async (files) => {
      expect(JSON.stringify(await evaluateTiny(programme, files))).toBe(expected);
    }),
    { seed: 20_240_108, numRuns: 8, endOnFailure: true },
  );
});

test("the same line again in another file changes nothing but the count of lines read", async () => {
  const { record: expected } = await evaluateTiny(programme);
  const files = tinyFiles(programme);
  for (const name of ["reviews", "predictions", "agreements", "meetings", "costs", "survey"]) {
    files.set(`again/${name}.csv`, files.get(`${name}.csv`)!);
  }
  const { record } = await evaluateTiny(programme, files);
  expect({ ...record, load: null }).toEqual({ ...expected, load: null });
});
