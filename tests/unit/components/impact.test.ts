// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import {
  distributionsCard,
  figuresCard,
  findingCard,
  gainsCard,
  onTrackCard,
  outcomeCard,
  pageHead,
  surveyCard,
} from "../../../src/components/impact.js";
import { change, HOSTILE, impactPage } from "./pages.ts";

const cells = (root: Element): string[][] =>
  [...root.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));

describe("the outcome chart", () => {
  test("says to a listener the numbers of the practitioners' table beside it", () => {
    const card = outcomeCard(impactPage());
    const label = card.querySelector("[role=img]")!.getAttribute("aria-label")!;
    for (const [name, published, both, unchanged, notMeasured] of cells(card)) {
      const [improved, declined] = /^(\d+) \((\d+)\)$/.exec(published!)!.slice(1);
      expect(label).toContain(
        `${name}: ${improved} improved, ${declined} declined (${both} of them in both), ${unchanged} unchanged, ${notMeasured} not measured.`,
      );
    }
    expect(cells(card).map((row) => row.slice(0, 2))).toEqual([
      ["Focus", "6 (2)"],
      ["Meeting deadlines", "4 (8)"],
    ]);
  });

  test("draws bars as long as their counts, one unit for all rows", () => {
    const rows = [...outcomeCard(impactPage()).querySelectorAll(".row")].map((row) => {
      const width = (selector: string): number =>
        [...row.querySelectorAll(selector)].reduce(
          (sum, mark) => sum + Number.parseFloat(mark.getAttribute("width")!),
          0,
        );
      return { up: width("rect.up"), down: width("rect.down"), hatched: width("rect.not-measured") };
    });
    const unit = rows[0]!.up / 6;
    expect(rows[0]!.down).toBeCloseTo(2 * unit, 2);
    expect(rows[1]!.up).toBeCloseTo(4 * unit, 2);
    expect(rows[1]!.down).toBeCloseTo(8 * unit, 2);
    expect(rows[1]!.hatched).toBeCloseTo(2 * unit, 2);
  });
});

describe("gains", () => {
  test("stand with their interval, and an unadjusted p with the adjusted one", () => {
    const card = gainsCard(impactPage());
    expect(card.querySelector("[role=img]")!.getAttribute("aria-label")).toContain(
      "Focus: +0.13 (\u22120.03 to +0.29), n = 12 students (46 subject reviews).",
    );
    const focus = cells(card).find((row) => row[0] === "Focus")!;
    expect(focus).toContain("p = 0.11");
    expect(focus).toContain("p = 0.66");
    const page = impactPage();
    page.record.criteria[0]!.change = change(12, { pHolm: null });
    expect(cells(gainsCard(page)).find((row) => row[0] === "Focus")!).not.toContain("p = 0.11");
  });

  test("are not drawn below six students", () => {
    const page = impactPage(5);
    for (const card of [gainsCard(page), findingCard(page)]) {
      expect(card.querySelector("svg")).toBeNull();
      expect(card.textContent).not.toContain("0.13");
    }
  });
});

test("what is null is not known, with its reason", () => {
  const text = figuresCard(impactPage()).textContent;
  expect(text).toContain("not known");
  expect(text).toContain("The folder holds no meetings table.");
  expect(text).toContain("The folder holds no costs table.");
});

test("a view without data is no empty chart", () => {
  for (const empty of [onTrackCard(impactPage()), surveyCard(impactPage())])
    expect(empty.childNodes).toHaveLength(0);
});

test("a share of fewer than 20 mentees is no percentage on the page", () => {
  const page = impactPage();
  const few = (k: number) => ({ k, n: 12, ci95: [0.1, 0.9] as const });
  page.record.onTrack = {
    measure: "five",
    pass: "C",
    yearGroups: ["11"],
    mentees: {
      before: few(4),
      after: few(9),
      unknown: 0,
      becameOnTrack: 5,
      ceasedOnTrack: 0,
      mcnemarP: 0.06,
      differenceCi95: [0.1, 0.6],
    },
    everyone: { before: { k: 115, n: 250, ci95: null }, after: { k: 142, n: 250, ci95: null }, unknown: 1 },
  };
  const card = onTrackCard(page) as Element;
  expect(cells(card).slice(0, 2).flat().join(" ")).not.toContain("%");
  expect(card.querySelector("[role=img]")!.getAttribute("aria-label")).toContain(
    "Mentees: 4 of 12 before, 9 of 12 after.",
  );
  expect(cells(card)[3]).toContain("57%");
});

test("the difference on track is in whole percentage points, rounded", () => {
  const page = impactPage();
  const share = { k: 9, n: 30, ci95: null };
  page.record.onTrack = {
    measure: "five",
    pass: "C",
    yearGroups: ["11"],
    mentees: {
      before: share,
      after: share,
      unknown: 0,
      becameOnTrack: 1,
      ceasedOnTrack: 1,
      mcnemarP: 1,
      differenceCi95: [-0.0042, 0.5369],
    },
    everyone: { before: share, after: share, unknown: 0 },
  };
  expect((onTrackCard(page) as Element).textContent).toContain("95% interval 0 to +54.");
});

test("a hostile name stays text", () => {
  const page = impactPage();
  const drawn = [
    pageHead({ ...page, headline: page.findings.headline }, "Impact"),
    distributionsCard(page) as Element,
  ];
  for (const element of drawn) {
    expect(element.querySelector("img")).toBeNull();
    expect(element.textContent).toContain(HOSTILE);
  }
});
