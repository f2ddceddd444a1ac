import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

const start = "2024-01-08";
const end = "2024-03-01";
const before = plusDays(start, -7);
const after = plusDays(start, 42);
const onTrackSettings = { onTrack: { measure: "five-passes-with-english-and-maths", pass: "4" } } as const;
const mentored = (...ids: string[]) => ids.map((id) => `${id}, m, ${start}, ${end}, completed`);

/** Predicted grades before and after, by subject: { Maths: "34" } is 3 before and 4 after, "-" is not there. */
function predicted(id: string, grades: Record<string, string>): string[] {
  return Object.entries(grades).flatMap(([subject, moments]) =>
    [before, after].flatMap((date, i) =>
      moments[i] === "-" ? [] : [`${id}, ${subject}, ${date}, predicted, ${moments[i]}`],
    ),
  );
}

const passes = { English: "44", Maths: "44", Art: "44", Physics: "44", French: "44" };

async function onTrack({ settings, ...programme }: TinyProgramme) {
  const { record } = await evaluateTiny({ settings: { ...onTrackSettings, ...settings }, ...programme });
  return record.onTrack!;
}

/** One mentee on or off track before and after, or unknown. */
async function judged(grades: Record<string, string>) {
  const { mentees } = await onTrack({
    predictions: predicted("ann", grades),
    // A review, so that Ann is measured whatever is predicted.
    reviews: [`ann, Maths, ${before}, effort, 3`, `ann, Maths, ${after}, effort, 3`],
    agreements: mentored("ann"),
  });
  if (mentees.unknown === 1) return "unknown";
  return `${mentees.before.k ? "on" : "off"} then ${mentees.after.k ? "on" : "off"}`;
}

describe("on track: five passes with English and maths", () => {
  test("at or above the pass in five subjects, English and maths among them", async () => {
    expect(await judged(passes)).toBe("on then on");
    expect(await judged({ ...passes, French: "34" })).toBe("off then on");
    expect(await judged({ ...passes, English: "43" })).toBe("on then off");
    expect(await judged({ ...passes, Maths: "3U", Music: "99", Drama: "99" })).toBe("off then off");
  });

  test("one English subject is enough, whichever is the better; each counts as one of the five", async () => {
    const { English: _, ...others } = passes;
    expect(await judged({ ...others, "English Language": "34", "English Literature": "43" })).toBe(
      "on then on",
    );
    expect(await judged({ ...others, "English Language": "34", "English Literature": "33" })).toBe(
      "off then on",
    );
    const { French: __, ...three } = others;
    expect(await judged({ ...three, "English Language": "44", "English Literature": "34" })).toBe(
      "off then on",
    );
  });

  test("English and maths are found by the names that programme.json gives, in any case", async () => {
    const { mentees } = await onTrack({
      settings: { onTrack: { ...onTrackSettings.onTrack, english: ["Eng"], maths: ["Numeracy"] } },
      predictions: [
        ...predicted("ann", { ENG: "44", numeracy: "44", Art: "44", Physics: "44", French: "44" }),
        ...predicted("bob", { ...passes, Eng: "44" }), // "Maths" is no maths here, so maths is missing
      ],
      agreements: mentored("ann", "bob"),
    });
    expect(mentees).toMatchObject({ before: { k: 1, n: 1 }, after: { k: 1, n: 1 }, unknown: 1 });
  });

  test("a missing prediction that could change the answer makes it unknown", async () => {
    expect(await judged({ ...passes, French: "-4" })).toBe("unknown"); // four passes and one that may be the fifth
    expect(await judged({ ...passes, English: "4-", Music: "44" })).toBe("unknown");
    expect(await judged({ ...passes, English: "3-", "English Literature": "33", Music: "44" })).toBe(
      "unknown",
    );
  });

  test("a missing prediction that could not change the answer leaves it known", async () => {
    expect(await judged({ ...passes, Music: "-4", Drama: "4-" })).toBe("on then on"); // five already
    expect(await judged({ ...passes, Maths: "33", Art: "-4" })).toBe("off then off"); // maths failed
    expect(await judged({ ...passes, French: "33", Art: "33", Music: "-4" })).toBe("off then off"); // four at most
    expect(await judged({ ...passes, English: "-3", "English Literature": "44" })).toBe("on then on");
  });

  // The contract does not say what a student without any English is. Everybody takes English and maths, so a subject
  // without a grade all year is one that is missing, not one the student does not take.
  test("English or maths without any predicted grade is missing, and could be the fifth pass", async () => {
    const { English: _, ...four } = passes;
    expect(await judged(four)).toBe("unknown");
    expect(await judged({ ...four, Music: "44" })).toBe("unknown");
    expect(await judged({ ...four, French: "33" })).toBe("off then off"); // four at most, with English
    const { Maths: __, ...three } = four;
    expect(await judged(three)).toBe("unknown");
  });

  test("nothing predicted at one of the times is unknown", async () => {
    expect(await judged({ English: "-4", Maths: "-4", Art: "-4", Physics: "-4", French: "-4" })).toBe(
      "unknown",
    );
  });

  test("a grade on a scale that has no such pass is not known to be a pass", async () => {
    const { mentees } = await onTrack({
      settings: {
        qualifications: [
          { match: "gcse", scale: "gcse91" },
          { match: "btec", scale: "pmd" },
          { match: "*", scale: "gcse91" },
        ],
        scales: [
          { id: "five", label: "Five grades", bestFirst: ["5", "4", "3", "2", "1"] },
          { id: "pmd", label: "Vocational", bestFirst: ["D", "M", "P", "U"] },
        ],
      },
      predictions: [
        ...predicted("ann", { ...passes, French: "33" }),
        ...predicted("ann", { Sport: "DD" }).map((line) => `${line}, btec`),
        ...predicted("bob", passes),
        ...predicted("bob", { Sport: "DD" }).map((line) => `${line}, btec`),
      ],
      agreements: mentored("ann", "bob"),
    });
    expect(mentees).toMatchObject({ before: { k: 1, n: 1 }, unknown: 1 });
  });

  test("several teachers of a subject: their mean reaches the pass or does not", async () => {
    const { mentees } = await onTrack({
      predictions: [
        ...predicted("ann", passes),
        ...predicted("ann", { Maths: "53" }).map((line) => `${line}, , b`), // 4 and 5, then 4 and 3
      ].map((line) => (line.endsWith("b") ? line : `${line}, , a`)),
      agreements: mentored("ann"),
    });
    expect(mentees).toMatchObject({ before: { k: 1, n: 1 }, after: { k: 0, n: 1 }, ceasedOnTrack: 1 });
  });
});

describe("who is counted", () => {
  test("mentees: the measured of the year groups; everyone: all students of them with both answers known", async () => {
    const result = await onTrack({
      students: ["ann, 11", "bob, 11", "cat, 11", "dan, 10", "eve, 11", "fay, 10"],
      predictions: [
        ...predicted("ann", { ...passes, French: "34" }),
        ...predicted("bob", passes), // a quick leaver: no follow-up in the window of a mentee's own
        ...predicted("cat", { ...passes, Maths: "33" }), // not mentored
        ...predicted("dan", passes), // mentored, another year
        ...predicted("eve", { ...passes, Art: "4-" }), // not mentored, unknown
        ...predicted("fay", passes),
      ],
      agreements: [...mentored("ann", "dan"), `bob, m, ${start}, ${plusDays(start, 4)}, withdrew`],
    });
    expect(result.mentees).toMatchObject({ before: { k: 0, n: 1 }, after: { k: 1, n: 1 }, unknown: 0 });
    expect(result.mentees).toMatchObject({ becameOnTrack: 1, ceasedOnTrack: 0, mcnemarP: 1 });
    expect(result.everyone).toMatchObject({ before: { k: 0, n: 2 }, after: { k: 1, n: 2 }, unknown: 2 });
  });

  test("a student who had left before the window, or joined after it began, is not of everyone", async () => {
    const { everyone } = await onTrack({
      students: [
        "ann, 11",
        `bob, 11, , , ${plusDays(start, -1)}`,
        `cat, 11, , , ${start}`,
        `dan, 11, , ${plusDays(start, 1)}`,
        `eve, 11, , ${start}`,
        `fay, 11, , 2023-09-01, ${plusDays(end, 60)}`,
      ],
      predictions: [..."abcdef"].flatMap((_, i) =>
        predicted(["ann", "bob", "cat", "dan", "eve", "fay"][i]!, passes),
      ),
      agreements: mentored("ann"),
    });
    expect(everyone).toMatchObject({ before: { k: 3, n: 3 }, unknown: 0 }); // ann, eve and fay
  });

  test("a student who was not mentored gets the lower median start and end of the measured mentees", async () => {
    // Four measured mentees: the lower median start is the second; the fifth is a quick leaver and must not count.
    const starts = [start, plusDays(start, 7), plusDays(start, 14), plusDays(start, 21)];
    const ends = [63, 70, 77, 84].map((days) => plusDays(start, days));
    const ids = ["a", "b", "c", "d"];
    const reviews = ids.flatMap((id, i) => [
      `${id}, Maths, ${starts[i]}, effort, 3`,
      `${id}, Maths, ${plusDays(starts[i]!, 28)}, effort, 3`,
    ]);
    const agreements = [
      ...ids.map((id, i) => `${id}, m, ${starts[i]}, ${ends[(i + 1) % 4]}, completed`),
      `e, m, ${plusDays(start, 90)}, ${plusDays(start, 95)}, withdrew`,
    ];
    const [lowerStart, lowerEnd] = [starts[1]!, ends[1]!];
    const everyone = async (was: string, is: string) => {
      const predictions = Object.keys(passes).flatMap((subject) => [
        `zoe, ${subject}, ${was}, predicted, 3`,
        `zoe, ${subject}, ${is}, predicted, 4`,
      ]);
      const known = (await onTrack({ reviews, agreements, predictions })).everyone;
      return [known.before.k, known.after.k, known.after.n, known.unknown];
    };
    const [known, unknown] = [
      [0, 1, 1, 0],
      [0, 0, 0, 1],
    ];
    expect(await everyone(lowerStart, plusDays(lowerEnd, 28))).toEqual(known);
    expect(await everyone(plusDays(lowerStart, 1), plusDays(lowerEnd, 28))).toEqual(unknown);
    expect(await everyone(lowerStart, plusDays(lowerEnd, 29))).toEqual(unknown);
    expect(await everyone(lowerStart, plusDays(lowerStart, 28))).toEqual(known);
    expect(await everyone(lowerStart, plusDays(lowerStart, 27))).toEqual(unknown);
  });

  test("beside mentees stand those who are none: their shares, and the difference", async () => {
    const failing = { ...passes, Maths: "33" };
    const { mentees, others, everyone } = await onTrack({
      reviews: [`ann, Maths, ${before}, effort, 3`, `ann, Maths, ${after}, effort, 3`],
      predictions: [
        ...predicted("ann", { ...passes, French: "34" }),
        ...predicted("pat", passes),
        ...predicted("quinn", failing),
        ...predicted("rob", failing),
      ],
      agreements: mentored("ann"),
    });
    expect([mentees.after.k, others.after.k, everyone.after.k]).toEqual([1, 1, 2]);
    expect([others.before.n, everyone.before.n]).toEqual([3, 4]);
    expect(others.differenceBefore!.estimate).toBeCloseTo(0 - 1 / 3, 12);
    expect(others.differenceAfter!.estimate).toBeCloseTo(1 - 1 / 3, 12);
    expect(others.differenceAfter!.ci95[0]).toBeLessThan(others.differenceAfter!.estimate);
    // One of one switched: the exact p counts all of what was seen, the mid-p half.
    expect([mentees.mcnemarP, mentees.mcnemarMidP]).toEqual([1, 0.5]);
  });

  test("without anybody else the differences are not known, and the record says why", async () => {
    const { others } = await onTrack({ predictions: predicted("ann", passes), agreements: mentored("ann") });
    expect(others).toMatchObject({
      before: { n: 0, ci95: null },
      differenceBefore: null,
      differenceAfter: null,
    });
    expect(others.why).toMatch(/nobody has a known status/);
  });

  test("off unless programme.json says so", async () => {
    const { record } = await evaluateTiny({
      predictions: predicted("ann", passes),
      agreements: mentored("ann"),
    });
    expect(record.onTrack).toBeNull();
    expect(record.why.onTrack).toMatch(/programme.json/);
  });
});
