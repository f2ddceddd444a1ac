import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

const start = "2024-01-08";
const end = "2024-03-01";
const before = plusDays(start, -7);
const after = plusDays(start, 42);
const criteria = [
  { id: "effort", label: "Effort", scale: "five" },
  { id: "homework", label: "Homework", scale: "five" },
];

/** Mentors everyone who is named from start to end. */
async function evaluate(programme: TinyProgramme) {
  const lines = [...(programme.reviews ?? []), ...(programme.predictions ?? [])];
  const ids = new Set(lines.map((line) => line.split(",")[0]!));
  const agreements = [...ids].map((id) => `${id}, m, ${start}, ${end}, completed`);
  return (await evaluateTiny({ agreements, ...programme })).record;
}

/** The grades of a subject by its teachers, before and after. */
const taught = (id: string, subject: string, was: string, is: string) => [
  ...[...was].map((grade, i) => `${id}, ${subject}, ${before}, effort, ${grade}, teacher ${i}`),
  ...[...is].map((grade, i) => `${id}, ${subject}, ${after}, effort, ${grade}, teacher ${i}`),
];

describe("pairs: student-subjects with any review of that criterion in either window", () => {
  test("measured where both are there; the others are not measured; others of other criteria do not count", async () => {
    const record = await evaluate({
      settings: { criteria },
      reviews: [
        ...taught("ann", "Maths", "2", "3"),
        `ann, Physics, ${before}, effort, 3`,
        `ann, Art, ${after}, effort, 3`,
        `ann, Drama, ${after}, homework, 3`,
        `ann, Music, ${plusDays(before, -90)}, effort, 3`,
        `ann, Music, ${plusDays(start, 3)}, effort, 3`,
      ],
    });
    expect(record.criteria.map(({ pairs }) => [pairs.measured, pairs.notMeasured])).toEqual([
      [1, 2],
      [0, 1],
    ]);
  });

  test("improved, declined and unchanged make up the measured", async () => {
    const record = await evaluate({
      reviews: [
        ...taught("ann", "Maths", "2", "3"),
        ...taught("ann", "Art", "3", "2"),
        ...taught("bob", "Maths", "4", "4"),
        ...taught("bob", "Art", "1", "5"),
      ],
    });
    expect(record.criteria[0]!.pairs).toEqual({
      measured: 4,
      improved: 2,
      declined: 1,
      unchanged: 1,
      notMeasured: 0,
    });
  });

  test("a cell that holds no grade is no review", async () => {
    const record = await evaluate({
      reviews: [
        `ann, Maths, ${before}, effort, 3`,
        `ann, Maths, ${start}, effort, -`,
        `ann, Maths, ${after}, effort, 4`,
      ],
    });
    expect(record.criteria[0]!.change).toMatchObject({ n: 1, meanBefore: 3, meanAfter: 4 });
  });

  test("duplicates collapse: the same line twice weighs no more than once", async () => {
    const lines = [...taught("ann", "Maths", "14", "5"), `ann, Maths, ${before}, effort, 1, teacher 0`];
    const record = await evaluate({ reviews: lines });
    expect(record.criteria[0]!.change).toMatchObject({ meanBefore: 2.5, meanAfter: 5 });
    expect(record.criteria[0]!.pairs.measured).toBe(1);
  });
});

describe("several teachers of one subject on one date: the mean of their ranks", () => {
  test("half a step up improves, half a step down declines, the same mean is unchanged", async () => {
    const of = async (was: string, is: string) => {
      const record = await evaluate({ reviews: taught("ann", "Maths", was, is) });
      const { pairs, change } = record.criteria[0]!;
      return [pairs.improved, pairs.declined, pairs.unchanged, change.mean];
    };
    expect(await of("3", "34")).toEqual([1, 0, 0, 0.5]);
    expect(await of("34", "3")).toEqual([0, 1, 0, -0.5]);
    expect(await of("24", "3")).toEqual([0, 0, 1, 0]);
    expect(await of("24", "15")).toEqual([0, 0, 1, 0]);
  });

  test("thirds compare exactly: 3 teachers against 6, and against a third off", async () => {
    const record = await evaluate({
      reviews: [
        ...taught("ann", "Maths", "112", "111122"), // 4/3 and 8/6
        ...taught("ann", "Art", "445", "445544"), // 13/3 and 26/6
        ...taught("ann", "Music", "333", "334"), // up by 1/3
        ...taught("ann", "Drama", "123", "122"), // down by 1/3
      ],
    });
    expect(record.criteria[0]!.pairs).toMatchObject({ improved: 1, declined: 1, unchanged: 2 });
    expect(record.criteria[0]!.change.mean).toBe(0);
  });

  test("only the last date counts, with the teachers who graded on it", async () => {
    const record = await evaluate({
      reviews: [
        `ann, Maths, ${before}, effort, 1, teacher 0`,
        `ann, Maths, ${start}, effort, 3, teacher 1`,
        `ann, Maths, ${after}, effort, 4, teacher 1`,
      ],
    });
    expect(record.criteria[0]!.change).toMatchObject({ meanBefore: 3, meanAfter: 4 });
  });
});

describe("only grades on the same scale are compared", () => {
  const settings = {
    qualifications: [
      { match: "btec", scale: "pmd" },
      { match: "*", scale: "gcse91" },
    ],
    scales: [
      { id: "five", label: "Five grades", bestFirst: ["5", "4", "3", "2", "1"] },
      { id: "pmd", label: "Vocational", bestFirst: ["D", "M", "P", "U"] },
    ],
  };

  test("predicted grades on two scales are not comparable: counted as not measured", async () => {
    const record = await evaluate({
      settings,
      predictions: [
        `ann, Maths, ${before}, predicted, 4`,
        `ann, Maths, ${after}, predicted, 6`,
        `ann, Sport, ${before}, predicted, U, gcse`,
        `ann, Sport, ${after}, predicted, U, btec`,
        `bob, Sport, ${before}, predicted, 4, gcse`,
        `bob, Sport, ${after}, predicted, D, btec`,
      ],
    });
    expect(record.predictions.pairs).toEqual({
      measured: 1,
      improved: 1,
      declined: 0,
      unchanged: 0,
      notMeasured: 2,
    });
    expect(record.predictions.students).toMatchObject({ measured: 1, notMeasured: 1 });
    expect(record.cohort).toMatchObject({ measured: 1, unmeasured: 1 });
  });

  // Not in the contract: grades of one date on two scales have no mean, so the pair cannot be compared either.
  test("grades of one subject and date on two scales are not comparable", async () => {
    const record = await evaluate({
      settings,
      predictions: [
        `ann, Sport, ${before}, predicted, 4, gcse`,
        `ann, Sport, ${before}, predicted, M, btec`,
        `ann, Sport, ${after}, predicted, 5, gcse`,
      ],
    });
    expect(record.predictions.pairs).toMatchObject({ measured: 0, notMeasured: 1 });
  });

  test("only the kind predicted is counted as predictions", async () => {
    const record = await evaluate({
      predictions: [
        ...["working_at", "target", "minimum_target", "result"].flatMap((kind) => [
          `ann, Maths, ${before}, ${kind}, 1`,
          `ann, Maths, ${after}, ${kind}, 9`,
        ]),
        `ann, Maths, ${before}, predicted, 5`,
        `ann, Maths, ${after}, predicted, 4`,
      ],
    });
    expect(record.predictions.change).toMatchObject({ n: 1, meanBefore: 6, meanAfter: 5 });
  });
});

describe("students: improved with at least one subject up, declined with at least one down", () => {
  test("a student can be in both columns; the rest are unchanged or not measured", async () => {
    const record = await evaluate({
      reviews: [
        ...taught("ann", "Maths", "2", "3"),
        ...taught("ann", "Art", "3", "2"),
        ...taught("bob", "Maths", "2", "3"),
        ...taught("bob", "Art", "3", "3"),
        ...taught("cat", "Maths", "3", "1"),
        ...taught("dan", "Maths", "3", "3"),
        `eve, Maths, ${before}, effort, 3`,
      ],
    });
    expect(record.criteria[0]!.students).toEqual({
      measured: 4,
      improved: 2,
      declined: 2,
      both: 1,
      unchanged: 1,
      notMeasured: 1,
    });
    expect(record.cohort).toMatchObject({ started: 5, measured: 4, unmeasured: 1 });
  });

  test("a student measured on one criterion only is not measured on the other", async () => {
    const record = await evaluate({
      settings: { criteria },
      reviews: [...taught("ann", "Maths", "2", "3"), `ann, Maths, ${after}, homework, 3`],
    });
    expect(record.criteria.map(({ students }) => [students.measured, students.notMeasured])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(record.cohort).toMatchObject({ measured: 1, unmeasured: 0 });
  });

  test("up and down are the direction of the scale, also where 1 is best", async () => {
    const record = await evaluate({
      settings: { scales: [{ id: "five", label: "1 is best", bestFirst: ["1", "2", "3", "4", "5"] }] },
      reviews: [...taught("ann", "Maths", "4", "1"), ...taught("bob", "Maths", "2", "3")],
    });
    expect(record.criteria[0]!.students).toMatchObject({ improved: 1, declined: 1 });
    expect(record.criteria[0]!.change).toMatchObject({ meanBefore: 3, meanAfter: 4, mean: 1 });
  });

  test("students who were not mentored are in no count", async () => {
    const record = await evaluate({
      reviews: [...taught("ann", "Maths", "2", "3"), ...taught("zoe", "Maths", "5", "1")],
      agreements: [`ann, m, ${start}, ${end}, completed`],
    });
    expect(record.criteria[0]!.students).toMatchObject({ measured: 1, declined: 0, notMeasured: 0 });
    expect(record.criteria[0]!.pairs).toMatchObject({ measured: 1, declined: 0, notMeasured: 0 });
  });
});
