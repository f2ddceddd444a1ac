import { describe, expect, test } from "vitest";
import { evaluateTiny, plusDays } from "../../support/tiny-programme.ts";

const start = "2024-01-08"; // a Monday
const later = plusDays(start, 42);

/** Weeks on the programme of one measured student. */
async function weeks(from: string, to: string, calendar?: string[]) {
  const { record } = await evaluateTiny({
    reviews: [`ann, Maths, ${from}, effort, 2`, `ann, Maths, ${plusDays(from, 28)}, effort, 3`],
    agreements: [`ann, m, ${from}, ${to}, completed`],
    ...(calendar && { calendar }),
  });
  return record.cohort.weeks.max;
}

describe("weeks: calendar weeks, Monday to Sunday, that hold at least one school day within the agreement", () => {
  test("with no calendar every weekday is a school day", async () => {
    expect(await weeks(start, plusDays(start, 4))).toBe(1); // Monday to Friday
    expect(await weeks(start, start)).toBe(1);
    expect(await weeks(plusDays(start, 4), plusDays(start, 7))).toBe(2); // Friday to Monday
    expect(await weeks(plusDays(start, 5), plusDays(start, 6))).toBe(0); // Saturday and Sunday
    expect(await weeks(plusDays(start, 2), plusDays(start, 15))).toBe(3); // Wednesday to Tuesday, 14 days
  });

  test("a week that is wholly holiday or closure does not count", async () => {
    const calendar = [
      `${plusDays(start, 7)}, ${plusDays(start, 11)}, holiday`,
      `${plusDays(start, 21)}, ${plusDays(start, 22)}, holiday`, // Monday and Tuesday,
      `${plusDays(start, 23)}, ${plusDays(start, 25)}, closure`, // then snow
    ];
    expect(await weeks(start, later, calendar)).toBe(7 - 2);
  });

  test("a week with one school day left counts", async () => {
    expect(await weeks(start, later, [`${plusDays(start, 7)}, ${plusDays(start, 10)}, closure`])).toBe(7);
    expect(await weeks(start, later, [`${plusDays(start, 8)}, ${plusDays(start, 13)}, holiday`])).toBe(7);
  });

  test("the school day must be within the agreement", async () => {
    // The agreement starts on Thursday; that Thursday and Friday are closed, the Monday before was open.
    const calendar = [`${plusDays(start, 3)}, ${plusDays(start, 4)}, closure`];
    expect(await weeks(plusDays(start, 3), later, calendar)).toBe(6);
    expect(await weeks(plusDays(start, 3), later)).toBe(7);
  });

  test("where the calendar has terms, a day outside any term is not a school day", async () => {
    const terms = [
      `${plusDays(start, -60)}, ${plusDays(start, 11)}, term`, // to the Friday of week 2
      `${plusDays(start, 29)}, ${plusDays(start, 80)}, term`, // from the Tuesday of week 5
    ];
    expect(await weeks(start, later, terms)).toBe(2 + 3);
    expect(await weeks(plusDays(start, 14), plusDays(start, 25), terms)).toBe(0);
  });

  test("a holiday or closure within a term is not a school day, also on the term's edge", async () => {
    const calendar = [
      `${start}, ${plusDays(start, 80)}, term`,
      `${plusDays(start, 35)}, ${plusDays(start, 39)}, holiday`,
      `${start}, ${plusDays(start, 4)}, closure`,
    ];
    expect(await weeks(start, later, calendar)).toBe(7 - 2);
  });

  test("terms make no school day of a Saturday or Sunday", async () => {
    const calendar = [`${start}, ${plusDays(start, 80)}, term`];
    expect(await weeks(plusDays(start, 5), plusDays(start, 6), calendar)).toBe(0);
  });

  test("weeks run over the turn of the year", async () => {
    expect(await weeks("2023-12-28", "2024-01-03")).toBe(2); // Thursday to Wednesday
  });
});
