// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { DeliveryPage, DeliveryWeek, MentorDelivery } from "../../../loaders/editions/delivery.ts";
import {
  doseCard,
  meetingsCard,
  menteeWeeksCard,
  mentorsCard,
  weeksCard,
} from "../../../src/components/delivery.js";
import { HOSTILE, impactPage } from "./pages.ts";

const none = { held: 0, missed_by_student: 0, missed_by_mentor: 0, cancelled: 0, to_come: 0 };
const week = (monday: string, over: Partial<DeliveryWeek> = {}): DeliveryWeek => ({
  week: monday,
  school_days: 5,
  ...none,
  ...over,
});
const mentor = (name: string, over: Partial<MentorDelivery> = {}): MentorDelivery => ({
  mentor_id: name,
  name,
  role: null,
  capacity: null,
  mentees: 2,
  active: 1,
  ...none,
  ...over,
});
const weeksOf = (weeks: number, over = {}) => ({
  weeks,
  measured: 0,
  measured_active: 0,
  not_measured: 0,
  not_measured_active: 0,
  quick_leaver: 0,
  ...over,
});
const missing = { view: "dose", needs: "meetings", sentence: "Add a meetings file." };

const page = (over: Partial<DeliveryPage> = {}): DeliveryPage => ({
  site: { ...impactPage().site, missingViews: [missing] },
  freshness: impactPage().freshness,
  headline: "",
  meetings: {
    planned: 7,
    counts: { held: 4, missed_by_student: 1, missed_by_mentor: 1, cancelled: 1, to_come: 0 },
    cancelledWhileClosed: 1,
    missedWhileClosed: 0,
    outsideAgreements: 0,
    beforeFirst: 0,
    ofOthers: 0,
    heldPerWeek: 0.5,
    agreedPerWeek: 1,
  },
  weeks: [
    week("2024-01-08", { held: 3, missed_by_student: 1 }),
    week("2024-01-15", { school_days: 3, cancelled: 1 }),
    week("2024-01-22", { held: 1, missed_by_mentor: 1 }),
  ],
  closed: [{ kind: "closure", label: HOSTILE, from: "2024-01-17", to: "2024-01-18", days: 2 }],
  mentors: [mentor(HOSTILE, { held: 4, capacity: 3 }), mentor("Ms Over", { active: 3, capacity: 2 })],
  menteeWeeks: [weeksOf(0), weeksOf(1, { quick_leaver: 1 }), weeksOf(2, { measured: 2, measured_active: 1 })],
  started: 4,
  active: 1,
  activeOffRoll: 0,
  dose: { outcome: "Focus", points: [], sentences: [] },
  ...over,
});
const texts = (root: Element, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map((one) => one.textContent);

describe("meetings by week", () => {
  test("draws one piece a kind and week, from the bottom up, and shades the closed days to the day", () => {
    const card = weeksCard(page()) as HTMLElement;
    const svg = card.querySelector("svg[role=img]")!;
    const pieces = [...svg.querySelectorAll(".piece")];
    expect(pieces).toHaveLength(5);
    const [held, missed] = pieces.map((one) => Number(one.getAttribute("y")));
    expect(held).toBeGreaterThan(missed!);
    const shade = svg.querySelector(".closed")!;
    const unit = (100 - 6) / 3;
    expect(Number.parseFloat(shade.getAttribute("x")!)).toBeCloseTo(6 + unit * 1.4, 2);
    expect(Number.parseFloat(shade.getAttribute("width")!)).toBeCloseTo(unit * 0.4, 2);
    expect(svg.getAttribute("aria-label")).toContain(
      "Week of 8 January 2024: 3 held, 1 missed by the student. Week of 15 January 2024: 1 cancelled.",
    );
  });

  test("names what was closed as text, and counts each week in the table", () => {
    const card = weeksCard(page()) as HTMLElement;
    expect(card.querySelector("img")).toBeNull();
    expect(texts(card, ".closed-times li")).toEqual([
      `A ${HOSTILE}, 17 Jan 2024 to 18 Jan 2024 (2 weekdays)`,
    ]);
    expect(texts(card, "tbody tr:nth-child(2) > *")).toEqual([
      "15 Jan 2024",
      "1",
      "0",
      "0",
      "0",
      "1",
      "3",
      HOSTILE,
    ]);
  });

  test("every kind has a texture of its own, and put off is there only where a meeting was", () => {
    const legend = (over: Partial<DeliveryPage>) => texts(weeksCard(page(over)) as Element, ".legend li");
    expect(legend({})).toEqual(["held", "missed by the student", "missed by the mentor", "cancelled"]);
    const { meetings } = page();
    const counts = { ...meetings!.counts, to_come: 1 };
    expect(legend({ meetings: { ...meetings!, counts } })).toContain("put off, to come");
    const swatches = [...(weeksCard(page()) as Element).querySelectorAll(".legend .piece")];
    expect(new Set(swatches.map((one) => one.getAttribute("class"))).size).toBe(4);
  });

  test("is no chart without meetings, and a sentence says what would switch it on", () => {
    expect(weeksCard(page({ meetings: null })).childNodes).toHaveLength(0);
    expect(meetingsCard(page({ meetings: null })).textContent).toContain("Add a meetings file.");
    const { meetings } = page();
    expect(weeksCard(page({ meetings: { ...meetings!, planned: 0 } })).childNodes).toHaveLength(0);
  });
});

test("what the counts leave out or doubt is said in words, and only where it is so", () => {
  const plain = meetingsCard(page());
  expect(texts(plain, "li")).toEqual(["1 of 1 cancelled meeting was on a day when the school was closed."]);
  const { meetings } = page();
  const odd = meetingsCard(
    page({
      meetings: { ...meetings!, missedWhileClosed: 2, outsideAgreements: 1, beforeFirst: 1, ofOthers: 3 },
    }),
  );
  expect(texts(odd, "li").slice(1).join(" ")).toMatch(
    /2 meetings on a day when the school was closed were entered as missed.*1 meeting was on a day within no agreement.*1 meeting was before.*3 meetings of students who have had no agreement were left out/,
  );
});

describe("mentors", () => {
  test("show places against active mentees in words, above the places too", () => {
    const card = mentorsCard(page()) as HTMLElement;
    expect(card.querySelector("img")).toBeNull();
    expect(texts(card, ".mentor-chart li h3")).toEqual([HOSTILE, "Ms Over"]);
    expect(card.textContent).toContain("1 of 3 places taken, 2 free");
    expect(card.textContent).toContain("3 of 2 places taken, 1 above");
    expect(card.textContent).toContain("4 of 4 planned meetings held");
  });

  test("whose places nobody gave are not known, never none", () => {
    const card = mentorsCard(page({ mentors: [mentor("A"), mentor("B", { capacity: 2 })] })) as HTMLElement;
    expect(card.textContent).toContain("1 active mentee; places not known");
    expect(card.textContent).toContain("2 places with the 1 mentor whose places are known.");
    expect(texts(card, "tbody tr:first-child td").slice(0, 2)).toEqual(["not known", "not known"]);
  });

  test("are told of mentees who left the roll with an agreement that did not end", () => {
    expect(mentorsCard(page()).textContent).not.toContain("on roll");
    expect(mentorsCard(page({ activeOffRoll: 2 })).textContent).toContain(
      "2 active mentees are no longer on roll and take places",
    );
  });

  test("have no meetings without a meetings file", () => {
    const card = mentorsCard(page({ meetings: null })) as HTMLElement;
    expect(card.textContent).not.toContain("meeting");
  });
});

test("weeks on the programme tell those still active and quick leavers apart, kinds without a mentee left out", () => {
  const card = menteeWeeksCard(page()) as HTMLElement;
  expect(texts(card, ".legend li")).toEqual([
    "measured, ended: 2",
    "measured, still active: 1",
    "quick leaver: 1",
  ]);
  expect(texts(card, "tbody th")).toEqual(["1", "2"]);
  expect(menteeWeeksCard(page({ menteeWeeks: [] })).childNodes).toHaveLength(0);
});

describe("meetings, weeks and change", () => {
  const points = [1, 2, 3, 4, 5, 6].map((n) => ({ held: n, weeks: 2 * n, gain: n / 10 }));
  const sentences = ["This describes and explains nothing."];

  test("draws one dot a student in each chart, with the caution", () => {
    const card = doseCard(page({ dose: { outcome: "Focus", points, sentences } }));
    expect(card.querySelectorAll("svg[role=img]")).toHaveLength(2);
    expect(card.querySelectorAll(".student-dot")).toHaveLength(12);
    expect(card.textContent).toContain(sentences[0]);
    expect(texts(card, "tbody tr:first-child > *")).toEqual(["1", "2", "+0.10"]);
  });

  test("draws weeks alone without a meetings file, and nothing of fewer than six", () => {
    const without = points.map((point) => ({ ...point, held: null }));
    const card = doseCard(page({ dose: { outcome: "Focus", points: without, sentences } }));
    expect(card.querySelectorAll("svg[role=img]")).toHaveLength(1);
    expect(card.querySelectorAll("thead th")).toHaveLength(2);
    const few = doseCard(page({ dose: { outcome: "Focus", points: points.slice(1), sentences: [] } }));
    expect(few.querySelector("svg")).toBeNull();
    expect(few.textContent).toContain("5 students measured. Below 6 this page gives counts");
  });
});
