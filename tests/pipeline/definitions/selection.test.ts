import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays, type TinyProgramme } from "../../support/tiny-programme.ts";

const asOf = "2024-05-31"; // the default of a tiny programme
const referredOn = plusDays(asOf, -60);
const invitedOn = plusDays(asOf, -50);
const referral = (id: string, rest: string) => `${id}, ${referredOn}, Tutor, Effort, Maths; Art, ${rest}`;

describe("referrals", () => {
  const programme: TinyProgramme = {
    agreements: [`ann, m, ${plusDays(asOf, -20)}`, `zoe, m, ${plusDays(asOf, -20)}`],
    referrals: [
      referral("ann", `${invitedOn}, accepted, m, accepted`),
      referral("bob", ""),
      referral("cat", `${invitedOn}, none`),
      referral("dan", `${invitedOn}, declined`),
      referral("eve", `${invitedOn}, accepted, m, declined`),
      referral("fay", `${invitedOn}, accepted, m, accepted`),
      referral("gus", `${plusDays(asOf, 1)}, declined`), // invited after asOf
      `hal, ${plusDays(asOf, 1)}, Tutor, Effort, Maths`, // referred after asOf
      `ann, ${plusDays(asOf, -90)}, Head, Other, Maths`, // an earlier one
      `ann, ${plusDays(asOf, -10)}, Head, Later, Maths`, // after the start
    ],
  };

  test("each stands once, where it came to by asOf, by the latest referral", async () => {
    const { selection } = await evaluateTiny(programme);
    expect(Object.fromEntries(selection.open.map(({ name, state }) => [name.split(" ")[0], state]))).toEqual({
      bob: "not invited",
      cat: "not engaged",
      dan: "declined by the student",
      eve: "declined by the mentor",
      fay: "not yet paired",
      gus: "not invited",
    });
    expect(selection.steps.map(({ students }) => students)).toEqual([7, 5, 4, 3, 2, 1, 0]);
    expect(selection.byReason).toEqual([{ value: "Effort", referred: 7, paired: 1 }]);
    expect(selection.byReferrer).toEqual([{ value: "Tutor", referred: 7, paired: 1 }]);
    expect(selection.byConcern).toEqual([{ value: "two subjects", referred: 7, paired: 1 }]);
    expect(selection.referredMoreThanOnce).toBe(1);
    expect(selection.menteesWithoutReferral).toBe(1); // zoe
    expect(selection.open.find(({ name }) => name === "cat Student")!.waitingDays).toBe(50);
    expect(selection.open.find(({ name }) => name === "bob Student")!.waitingDays).toBe(60);
  });

  test("a student who left is named without a page, and two referrals of one day are told apart the same way each time", async () => {
    const left = `gone, 11, , , ${plusDays(asOf, -3)}`;
    const both = [referral("gone", `${invitedOn}, declined`), referral("gone", `${invitedOn}, none`)];
    const of = async (referrals: string[]) =>
      (await evaluateTiny({ agreements: programme.agreements!, students: [left], referrals })).selection.open;
    const [one] = await of(both);
    expect(one).toMatchObject({ name: "gone Student", key: null, state: "declined by the student" });
    expect(await of(both.toReversed())).toEqual([one]);
  });

  test("without any, the headline says so and nothing is counted", async () => {
    const { selection } = await evaluateTiny({ agreements: programme.agreements! });
    expect(selection.headline).toMatch(/^No referral says/);
    expect(selection.steps[0]!.students).toBe(0);
  });
});

describe("a concern in several subjects", () => {
  const reviews = (id: string, grades: readonly string[]) =>
    ["Maths", "Art"].flatMap((subject) => [
      `${id}, ${subject}, 2023-10-02, target, 5`,
      ...grades.map(
        (grade, i) =>
          `${id}, ${subject}, ${plusDays(asOf, -10 - 30 * (grades.length - 1 - i))}, predicted, ${grade}`,
      ),
    ]);

  test("is entrenched, new, neither or not known; candidates are unmentored students of the mentees' year groups", async () => {
    const { selection } = await evaluateTiny({
      agreements: [`zoe, m, ${plusDays(asOf, -20)}`],
      students: ["ken, 10"],
      predictions: [
        ...reviews("ann", ["4", "4", "4"]),
        ...reviews("bob", ["5", "5", "4"]),
        ...reviews("cat", ["4", "5", "5", "4"]), // half is not more than half
        ...reviews("dan", ["5", "4"]),
        ...reviews("eve", ["5", "5", "5"]), // no concern now
        ...reviews("ken", ["4", "4", "4"]), // of another year group
        ...reviews("zoe", ["4", "4", "4", "4"]), // at the start: three reviews, all below
      ],
    });
    expect(
      Object.fromEntries(
        selection.candidates.map(({ student, pattern }) => [student.name.split(" ")[0], pattern]),
      ),
    ).toEqual({ ann: "entrenched", bob: "newly slipping", cat: "neither", dan: "not known" });
    expect(selection.patterns.find(({ pattern }) => pattern === "entrenched")).toEqual({
      pattern: "entrenched",
      mentees: 1,
      candidates: 1,
    });
    expect(selection.headline).toContain("four other students of their year groups are below target");
  });
});
