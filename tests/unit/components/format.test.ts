import { describe, expect, test } from "vitest";
import {
  count,
  date,
  decimal,
  improvedDeclined,
  interval,
  money,
  NOT_KNOWN,
  plain,
  pValue,
  sampleSize,
  share,
  shareInterval,
  signed,
  steps,
} from "../../../src/components/format.js";

describe("numbers", () => {
  test("have at most two decimals and a real minus sign", () => {
    expect(decimal(2 / 3)).toBe("0.67");
    expect(decimal(-0.125)).toBe("\u22120.13");
    expect(signed(0.1275)).toBe("+0.13");
    expect(signed(-0.03)).toBe("\u22120.03");
    expect(interval([-0.03, 0.29])).toBe("\u22120.03 to +0.29");
    expect(plain(11.5)).toBe("11.5");
  });

  test("that round to nothing carry no sign", () => {
    expect(signed(-0.001)).toBe("0.00");
    expect(signed(0.001)).toBe("0.00");
  });

  test("have thousands", () => {
    expect(count(1511)).toBe("1,511");
    expect(count(1234567)).toBe("1,234,567");
    expect(money(1800)).toBe("£1,800");
    expect(money(45.5)).toBe("£45.50");
  });

  test("that are not estimable are said to be not known", () => {
    for (const format of [count, decimal, signed, pValue, money, plain]) expect(format(null)).toBe(NOT_KNOWN);
    expect(interval(null)).toBe(NOT_KNOWN);
    expect(decimal(Number.NaN)).toBe(NOT_KNOWN);
    expect(date(null)).toBe(NOT_KNOWN);
  });
});

describe("shares", () => {
  test("are percentages only from 20 people on", () => {
    expect(share(9, 12)).toBe("9 of 12");
    expect(share(9, 19)).toBe("9 of 19");
    expect(share(9, 20)).toBe("9 of 20 (45%)");
    expect(shareInterval([0.17, 0.48], 19)).not.toContain("%");
    expect(shareInterval([0.17, 0.48], 30)).toBe("17% to 48%");
  });
});

test("p is never printed as 0, and 0.048 is told from 0.052", () => {
  expect(pValue(0.2891)).toBe("p = 0.29");
  expect(pValue(0.0479)).toBe("p = 0.048");
  expect(pValue(0.00008)).toBe("p < 0.001");
  expect(pValue(1)).toBe("p = 1");
});

test("counts are written as practitioners publish them", () => {
  expect(improvedDeclined({ improved: 6, declined: 2 })).toBe("6 (2)");
  expect(sampleSize(12, 46)).toBe("n = 12 students (46 subject reviews)");
  expect(sampleSize(1, 1)).toBe("n = 1 student (1 subject review)");
});

test("a change has a sign and words", () => {
  expect(steps(1)).toEqual({ sign: "↑", words: "up 1" });
  expect(steps(-2)).toEqual({ sign: "↓", words: "down 2" });
  expect(steps(0)).toEqual({ sign: "=", words: "no change" });
});
