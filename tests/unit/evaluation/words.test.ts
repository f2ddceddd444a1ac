import { describe, expect, test } from "vitest";
import {
  count,
  list,
  longDate,
  numberWord,
  pValue,
  share,
  signed,
} from "../../../loaders/evaluation/words.ts";

describe("words", () => {
  test("numbers up to twelve are words, larger ones digits with a thousands comma", () => {
    expect([0, 1, 12, 13, 1511].map(numberWord)).toEqual(["no", "one", "twelve", "13", "1,511"]);
  });

  test("one student, two students, no students", () => {
    expect([1, 2, 0].map((n) => count(n, "student"))).toEqual(["one student", "two students", "no students"]);
  });

  test("a signed number has two decimals and a real minus; what rounds to nothing has no sign", () => {
    expect([0.125, -0.03, -0.001, 0].map(signed)).toEqual(["+0.13", "\u22120.03", "0.00", "0.00"]);
  });

  test("p has two decimals, three below 0.1, and a floor", () => {
    expect([0.29, 0.0547, 0.0034, 0.0004].map(pValue)).toEqual([
      "p = 0.29",
      "p = 0.055",
      "p = 0.003",
      "p < 0.001",
    ]);
  });

  test("a percentage stands only on twenty or more", () => {
    expect([share(9, 19), share(9, 30)]).toEqual(["9 of 19", "9 of 30 (30%)"]);
  });

  test("dates and lists are British", () => {
    expect(longDate("2011-04-01")).toBe("1 April 2011");
    expect([list(["a"]), list(["a", "b", "c"])]).toEqual(["a", "a, b and c"]);
  });
});
