import { expect, test } from "vitest";
import { excerpt, visible } from "../../../loaders/quality/visible.ts";

test.each([
  ["an escape sequence", "a\u001b[2Jb", "a\\u001b[2Jb"],
  ["the eight-bit form of one", "\u009b31m", "\\u009b31m"],
  ["a line break and a NUL", "a\nb\u0000", "a\\u000ab\\u0000"],
  ["a turn of direction", "exe.\u202evsc", "exe.\\u202evsc"],
  ["a character of no width", "A\u200b1", "A\\u200b1"],
  ["half of a surrogate pair", "\ud83d!", "\\ud83d!"],
  ["a tag beyond the basic plane", "\u{e0041}", "\\udb40\\udc41"],
])("%s is shown as its escape", (_, text, shown) => {
  expect(visible(text)).toBe(shown);
});

test("letters, accents, signs and whole pairs stay as they are", () => {
  const text = "Zoë’s £5, ü, naïve – 学 😀";
  expect(visible(text)).toBe(text);
});

test("an excerpt is at most as long as it may be, cuts no character in two, and is visible", () => {
  expect(excerpt("😀".repeat(9), 9)).toBe("😀".repeat(9));
  expect(excerpt("😀".repeat(10), 9)).toBe(`${"😀".repeat(8)}…`);
  expect(excerpt("x".repeat(4_000_000), 60)).toHaveLength(60);
  expect(excerpt("\u001b[0m", 10)).toBe("\\u001b[0m");
});
