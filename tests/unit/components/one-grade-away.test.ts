// @vitest-environment jsdom
import { afterEach, describe, expect, test } from "vitest";
import {
  meaningCard,
  nearList,
  notKnownCard,
  standingsCard,
} from "../../../src/components/one-grade-away.js";
import { HOSTILE, oneGradeAwayPage } from "./pages.ts";

afterEach(() => window.history.replaceState(null, "", "/"));

const names = (root: ParentNode): string[] =>
  [...root.querySelectorAll(".student h3")].map((name) => name.textContent);
const select = (root: ParentNode, name: string, value: string): void => {
  const field = root.querySelector<HTMLSelectElement>(`select[name=${name}]`)!;
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

describe("where everybody stands", () => {
  test("each measure is a bar with its counts in words; nothing by colour alone", () => {
    const section = standingsCard(oneGradeAwayPage());
    const [image] = section.querySelectorAll("[role=img]");
    expect(image!.getAttribute("aria-label")).toContain(
      "Five passes: 10 on track, 2 one grade in one subject away, 1 one subject away, by more than a grade, 6 further away, 3 cannot be said.",
    );
    expect([...image!.querySelectorAll("text")].map((text) => text.textContent)).toContain("10");
    expect(section.textContent).toContain("A student two grades below deserves as much");
    // Percentages from 20 people alone.
    const rows = [...section.querySelectorAll("tbody tr")].map((row) => row.textContent);
    expect(rows[0]).toContain("10 of 22 (45%)");
    expect(rows[1]).toContain("1 of 2");
    expect(rows[1]).not.toContain("%");
  });

  test("without a measure is a sentence and no chart", () => {
    const page = { ...oneGradeAwayPage(), measures: [] };
    expect(standingsCard(page).querySelector("svg, table")).toBeNull();
    for (const part of [nearList, notKnownCard, meaningCard]) expect(part(page).childNodes).toHaveLength(0);
  });
});

describe("one subject away", () => {
  test("is listed by measure, and filters stay in the address", () => {
    const root = nearList(oneGradeAwayPage()) as HTMLElement;
    expect(names(root)).toEqual([HOSTILE, "Zoë Brown", "Cy Cole"]);
    select(root, "subject", "Maths");
    expect(names(root)).toEqual([HOSTILE, "Cy Cole"]);
    select(root, "mentored", "no");
    expect(names(root)).toEqual(["Cy Cole"]);
    expect(window.location.hash).toBe("#subject=Maths&mentored=no");
    expect(root.querySelector("[role=status]")!.textContent).toBe("1 student.");
    expect(names(nearList(oneGradeAwayPage()) as HTMLElement)).toEqual(["Cy Cole"]);
    select(root, "measure", "basics");
    expect(root.querySelector("[role=status]")!.textContent).toBe("No student matches these filters.");
  });

  test("gives predicted, needed, target, date and age, leads to the student, and says how many are further", () => {
    const root = nearList(oneGradeAwayPage()) as HTMLElement;
    const first = root.querySelector(".student")!;
    expect(first.querySelector("a")!.getAttribute("href")).toBe("./student.html#student=k1");
    expect(first.textContent).toContain(
      "1 gradeMathspredicted D, needed C, target B3 June 2011, 21 days old",
    );
    expect(first.textContent).toContain("2 gradesArtpredicted E, needed C, target not known");
    expect(first.textContent).toContain("Each of these alone would do.");
    expect(root.textContent).toContain(
      "Beside them, 6 are further away and 10 on track; of 3 it cannot be said.",
    );
    expect(root.querySelector("img")).toBeNull();
  });

  test("an address that names no choice leaves the first", () => {
    window.history.replaceState(null, "", "#measure=x&subject=%3Cimg%3E");
    expect(names(nearList(oneGradeAwayPage()) as HTMLElement)).toHaveLength(3);
  });
});

test("of whom it cannot be said is counted by reason and listed", () => {
  const section = notKnownCard(oneGradeAwayPage()) as HTMLElement;
  expect(section.textContent).toContain("A predicted grade is older than 42 days");
  expect(section.querySelector("details")!.textContent).toContain("Dan Day");
});
