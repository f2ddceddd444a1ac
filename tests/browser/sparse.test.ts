import { rmSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltSite, buildSite } from "../support/built-site.ts";
import { launchChromium } from "../support/chromium.ts";
import { tinyFolder } from "../support/tiny-programme.ts";
import { card, openEveryFold, tableRows, violations, visit } from "../support/visit.ts";

/** Students, reviews and agreements, and no other file: the first four rise by a grade, the others stay. */
function bareFolder(mentees: number): string {
  const ids = Array.from({ length: mentees }, (_, i) => `s${i}`);
  return tinyFolder({
    reviews: ids.flatMap((id, i) => [
      `${id}, Maths, 2024-01-08, effort, 3`,
      `${id}, Maths, 2024-05-20, effort, ${i < 4 ? 4 : 3}`,
    ]),
    agreements: ids.map((id) => `${id}, m1, 2024-01-15`),
  });
}

function programme(mentees: number) {
  let browser: Browser;
  let built: BuiltSite;
  const folder = bareFolder(mentees);
  beforeAll(async () => {
    browser = await launchChromium();
    built = await buildSite(folder);
  });
  afterAll(async () => {
    await browser.close();
    await built?.close();
    rmSync(folder, { recursive: true });
  });
  return (name: string, check: (page: Page) => Promise<void>) => visit(browser, built.url + name, check);
}

describe("a programme of students, reviews and agreements alone", () => {
  const open = programme(8);

  test("gets its finding, and each card that cannot be drawn is left out or says not known", () =>
    open("impact.html", async (page) => {
      expect(await tableRows(card(page, "Students graded higher and lower, by criterion"))).toEqual([
        ["Effort", "4 (0)", "0", "4", "0", "8", "8"],
      ]);
      for (const title of [
        "On track, mentees beside everyone",
        "Passes and points, mentees beside everyone",
        "Predicted grades against targets",
        "Progress from starting points",
        "How predicted grades met the results",
        "What mentees said",
      ]) {
        expect(await card(page, title).count()).toBe(0);
      }
      const cards = card(page, "Who took part, and what it took").locator("dl > div");
      expect(await cards.filter({ hasText: "Meetings held" }).textContent()).toContain("not known");
      expect(await cards.filter({ hasText: "Cost per student" }).textContent()).toContain("not known");
    }));

  test.each([
    [
      "impact.html",
      [
        "Predicted grades",
        "On track",
        "against targets",
        "starting points",
        "against results",
        "survey",
        "Meetings",
        "Cost",
        "Weeks",
      ],
    ],
    ["at-risk.html", ["below target", "Attendance", "identifier"]],
    ["caseload.html", ["Predicted grades", "Meetings", "Weeks", "Actions", "Praise", "identifier"]],
    ["one-grade-away.html", ["Predicted grades", "On track", "against targets"]],
    ["teachers-data.html", ["Predicted grades", "against results", "Attendance", "Praise"]],
  ])("%s says what is missing, and which file would show it", (name, views) =>
    open(name, async (page) => {
      const missing = await card(page, "What is missing").locator("li").allTextContents();
      expect(missing).toHaveLength(views.length);
      for (const [i, view] of views.entries()) expect(missing[i]).toMatch(new RegExp(`${view}.*add`));
    }),
  );

  test("has nobody clear of risk: without attendance and targets they are unknown", () =>
    open("at-risk.html#state=unknown", async (page) => {
      expect(await page.locator("h1").textContent()).toMatch(/^No student on roll meets a rule of concern\./);
      expect(await page.locator("li.student").count()).toBe(8);
      expect(await page.locator("li.flag.unknown-rule").count()).toBe(16);
    }));

  test("has a caseload with grades, and does not say that nothing was missed or is due", () =>
    open("caseload.html", async (page) => {
      expect(await page.locator("section.mentee").count()).toBe(8);
      expect(await page.locator(".mentor h2").textContent()).toBe("m1");
      expect(await page.locator("h1").textContent()).toBe("Eight mentees with one mentor.");
      const mentee = page.locator("section.mentee").first();
      expect(await mentee.locator(".facts dd").allTextContents()).toEqual(Array(3).fill("not known"));
      expect(await mentee.textContent()).toContain("Not known: there is no actions file.");
    }));

  test.each([
    "index.html",
    "impact.html",
    "at-risk.html",
    "caseload.html",
    "one-grade-away.html",
    "data-quality.html",
    "teachers-data.html",
  ])("%s has no empty chart or table", (name) =>
    open(name, async (page) => {
      await openEveryFold(page);
      for (const chart of await page.locator("figure.chart").all()) {
        expect(await chart.locator("rect, circle").count()).toBeGreaterThan(0);
      }
      for (const table of await page.locator("table").all()) {
        expect(await table.locator("tbody tr").count()).toBeGreaterThan(0);
      }
      expect(await page.locator("#content").textContent()).not.toMatch(
        /undefined|NaN|null|Infinity|\[object/,
      );
      expect(await violations(page)).toEqual([]);
    }),
  );
});

describe("a programme of three mentees", () => {
  const open = programme(3);

  test("is described and not judged", () =>
    open("impact.html", async (page) => {
      expect(await page.locator("h1").textContent()).toMatch(/^Too few students to judge: three of three/);
      expect(await page.locator(".verdict strong").textContent()).toBe("not enough data");
      expect(await tableRows(card(page, "Students graded higher and lower, by criterion"))).toEqual([
        ["Effort", "3 (0)", "0", "0", "0", "3", "3"],
      ]);
    }));

  test("has no average, interval, percentage or p", () =>
    open("impact.html", async (page) => {
      await openEveryFold(page);
      const text = (await page.locator("#content").textContent())!.replace(
        "Change in grade steps, with 95% intervals",
        "",
      );
      expect(text).not.toMatch(/%|plausibl|\bp [=<]|[+\u2212]\d\.\d\d/);
      expect(await page.locator(".whisker, .mean").count()).toBe(0);
    }));
});
