// @vitest-environment jsdom
import { afterEach, describe, expect, test } from "vitest";
import { accuracyCard } from "../../../src/components/accuracy.js";
import {
  caseList,
  contradictionsCard,
  differencesCard,
  freshnessCard,
} from "../../../src/components/teachers-data.js";
import { HOSTILE, teachersDataPage } from "./pages.ts";

afterEach(() => window.history.replaceState(null, "", "/"));

const cells = (root: ParentNode): string[][] =>
  [...root.querySelectorAll("table")[0]!.tBodies[0]!.rows].map((row) =>
    [...row.cells].map((cell) => cell.textContent),
  );

describe("freshness", () => {
  test("shares are given from 20 students; names of teachers stay text", () => {
    const section = freshnessCard(teachersDataPage());
    expect(cells(section).map((row) => row.slice(0, 5))).toEqual([
      ["Maths", HOSTILE, "3", "5", "–"],
      ["Art", "not named", "20", "25", "80%"],
    ]);
    expect(section.querySelector("img")).toBeNull();
    expect(section.querySelector("[role=img]")!.getAttribute("aria-label")).toContain(
      "Art: 5 to 60 days, median 10; 20 of 25 (80%) fresh.",
    );
  });

  test("without teachers says so and leaves the column out", () => {
    const section = freshnessCard({ ...teachersDataPage(), namesTeachers: false });
    expect(section.textContent).toContain("No file names the teacher of a grade");
    expect(cells(section)[0]).toHaveLength(8);
  });

  test("the students to ask for are listed", () => {
    const ask = freshnessCard(teachersDataPage()).querySelector("details:last-of-type")!;
    expect(ask.querySelector("summary")!.textContent).toContain("Ask for this grade");
    expect(ask.textContent).toContain("Ann Abbott");
  });

  test("without a grade is a sentence", () => {
    const section = freshnessCard({ ...teachersDataPage(), subjects: [] });
    expect(section.querySelector("svg, table")).toBeNull();
  });
});

describe("contradictions", () => {
  test("are a question to ask, with the pairs looked at; a kind that could not be looked for is named", () => {
    const section = contradictionsCard(teachersDataPage());
    expect(section.textContent).toContain("a question to ask, not a mistake of the teacher");
    expect(cells(section)).toEqual([["Praise", "3", "2"]]);
    expect(section.textContent).toContain("Praise: What praise is.");
    expect(section.textContent).toContain("Absence: no pair could be set beside each other.");
  });

  test("are listed with both facts, by subject and teacher", () => {
    const root = caseList(teachersDataPage()) as HTMLElement;
    const field = root.querySelector<HTMLSelectElement>("select[name=teacher]")!;
    field.value = HOSTILE;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const items = [...root.querySelectorAll(".student")];
    expect(items).toHaveLength(1);
    expect(items[0]!.textContent).toContain("Praise of 3 June 2011: “<b>”; 2 down in the review.");
    expect(items[0]!.querySelector("a")!.getAttribute("href")).toBe("./student.html#student=k1");
    expect(root.querySelector("b, img")).toBeNull();
  });

  test("none is no card", () => {
    expect(caseList({ ...teachersDataPage(), cases: [] }).childNodes).toHaveLength(0);
  });
});

test("predicted minus achieved gives means from six students, else counts alone", () => {
  const section = differencesCard(teachersDataPage()) as HTMLElement;
  expect(section.querySelector("[role=img]")!.getAttribute("aria-label")).toBe(
    "Predicted minus achieved, in grades. Maths: +0.50 (+0.20 to +0.80), 30 students.",
  );
  expect(cells(section)[1]).toEqual(["Art", "GCSE", "3", "1 of 3", "counts only", "not known", "not known"]);
  const none = teachersDataPage();
  none.differences = [];
  expect(differencesCard(none).childNodes).toHaveLength(0);
});

test("the card of Impact on accuracy takes this page too", () => {
  expect(accuracyCard(teachersDataPage()).textContent).toContain("No results.");
});
