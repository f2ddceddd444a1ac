// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { ImpactPage } from "../../../loaders/editions/page-data.ts";
import { attainmentFindings } from "../../../loaders/evaluation/sentences/attainment.ts";
import { accuracyCard } from "../../../src/components/accuracy.ts";
import { attainmentCard } from "../../../src/components/attainment.ts";
import { onTrackCard } from "../../../src/components/on-track.ts";
import { startingPointsCard } from "../../../src/components/starting-points.ts";
import { targetsCard } from "../../../src/components/targets.ts";
import { attainmentOf } from "../../support/attainments.ts";
import { impactPage } from "./pages.ts";

function pageOf(changes: readonly number[]): ImpactPage {
  const page = impactPage();
  page.record.attainment = attainmentOf(changes);
  page.findings.attainment = attainmentFindings(page.record.attainment);
  return page;
}

const thirty = Array.from({ length: 30 }, (_, i) => (i % 3) - 0.5);
const all = [attainmentCard, targetsCard, startingPointsCard, accuracyCard];
const drawn = (page: ImpactPage) => all.map((card) => card(page) as Element);
const label = (element: Element) => element.querySelector("[role=img]")!.getAttribute("aria-label")!;

const switchedOff = ["predicted against target", "progress from starting points", "accuracy of predictions"];

describe("attainment cards", () => {
  test("say in words what the picture shows", () => {
    const [passes, targets, progress, accuracy] = drawn(pageOf(thirty)).map(label);
    expect(passes).toContain(
      "English and maths at 4 or above. Mentees: 10 of 30 (33%) before, 20 of 30 (67%) after.",
    );
    expect(targets).toContain("Mentees' subjects, Before: 30 below target, 0 at target, 0 above target.");
    expect(progress).toContain("Mentees: +0.50 (");
    expect(progress).toContain("from −0.50 to 0.00, 30 students");
    expect(accuracy).toContain("Maths: 0 too low, 29 as predicted, 1 too high.");
  });

  test("show counts and no averages, percentages or whiskers of fewer than six students", () => {
    for (const card of drawn(pageOf([1, 1, -1, 0, 1]))) {
      const mentees = [...card.querySelectorAll("tbody tr")].filter((row) =>
        row.textContent.includes("Mentees"),
      );
      for (const row of mentees) expect(row.textContent).not.toMatch(/%|\d\.\d\d/);
    }
    const [, targets] = drawn(pageOf([1, 1, -1, 0, 1]));
    expect(targets!.querySelector(".whisker")).toBeNull();
  });

  test("are nothing where a file that would switch them on is missing, and the reason where grades are", () => {
    const page = pageOf([]);
    page.record.attainment = {
      ...page.record.attainment,
      passes: [],
      points: [],
      targets: [],
      progress: [],
      why: { targets: "No targets fit.", progress: "Nobody is alike.", accuracy: "No result fits." },
    };
    expect(attainmentCard(page).childNodes).toHaveLength(0);
    const texts = [targetsCard, startingPointsCard, accuracyCard].map((card) => card(page).textContent);
    expect(texts.map((text) => /No targets fit|Nobody is alike|No result fits/.test(text!))).toEqual([
      true,
      true,
      true,
    ]);
    page.site.missingViews = switchedOff.map((view) => ({ view, needs: "", sentence: "" }));
    for (const card of all) expect(card(page).childNodes).toHaveLength(0);
    page.site.missingViews = [];
  });

  test("leave out the measure that the card above shows", () => {
    const page = pageOf(thirty);
    page.record.attainment.passes[0]!.declared = true;
    expect((attainmentCard(page) as Element).textContent).not.toContain("English and maths");
  });

  test("name what was left out and where points come from", () => {
    const page = pageOf(thirty);
    page.record.attainment.points[0]!.mentees.unknown = [{ why: "A grade has no points.", n: 1 }];
    const text = (attainmentCard(page) as Element).textContent;
    expect(text).toContain("Left out, 1 student among the mentees: A grade has no points.");
    expect(text).toContain("Points: a table of points.");
    expect(text).toContain("Slots: English, maths, 3 EBacc, 3 open.");
  });
});

test("the card of the declared measure names it", () => {
  const page = pageOf(thirty);
  const { mentees, everyone, others } = page.record.attainment.passes[0]!;
  const shared = { yearGroups: ["11"], mentees, everyone, others };
  page.record.onTrack = { measure: "attainment-8", points: 45, ...shared };
  expect((onTrackCard(page) as Element).textContent).toContain("On track: Attainment 8 of 45 or more");
  page.record.onTrack = { measure: "english-and-maths", pass: "5", ...shared };
  expect((onTrackCard(page) as Element).textContent).toContain(
    "On track: passes in English and maths at 5 or above",
  );
});
