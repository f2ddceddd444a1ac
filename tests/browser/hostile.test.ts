import { readFileSync, rmSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltSite, buildSite } from "../support/built-site.ts";
import { launchChromium } from "../support/chromium.ts";
import { tinyFiles, tinyFolder } from "../support/tiny-programme.ts";
import { card, openEveryFold, violations, visit } from "../support/visit.ts";

const image = "<img src=x onerror=alert(1)>";
const script = "</script><script>alert(1)</script>";
const formula = "=HYPERLINK(1)";
const long = "Wolfeschlegelsteinhausenbergerdorff".repeat(6).slice(0, 200);
const surnames = [image, script, "O'Brien", long, "null", `\${alert(1)}`, "<!--<script>"];
const institution = '<b>&"Tiny" School</b>';
const mentor = `Ms ${image}`;
const action = `Read <b onclick=alert(1)>chapter 2</b> ${script}`;
const question = "<svg onload=alert(1)>Was it of use?";
const criterion = "<i>Effort</i>";

/** Eight mentees in two subjects, all of one mentor, two of them below target; every text of it is an attack. */
function hostileFolder(): string {
  const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const programme = {
    settings: {
      name: `Programme ${script}`,
      institution,
      criteria: [{ id: "effort", label: criterion, scale: "five" }],
      survey: [{ question, answers: [`yes ${image}`, "no"] }],
      onTrack: { measure: "english-and-maths" as const, pass: "4" },
    },
    reviews: ids.flatMap((id) =>
      ["Maths", image].flatMap((subject) => [
        `${id}, ${subject}, 2024-01-08, effort, 4`,
        `${id}, ${subject}, 2024-05-20, effort, ${id < "e" ? 5 : 3}`,
      ]),
    ),
    predictions: ids.flatMap((id) => [
      `${id}, Maths, 2024-05-20, predicted, 3`,
      `${id}, English, 2024-05-20, predicted, 4`,
    ]),
    agreements: ids.map((id) => `${id}, m1, 2024-01-15, , , 6`),
    actions: [`a, 2024-05-01, ${action}, 2024-05-24, , , ${image}`],
    feedback: [`e, 2024-05-10, praise, ${script}, Maths`],
    staff: [`m1, ${mentor}, ${image}, 3`],
    survey: ids.map((id) => `${id}, ${question}, ${id < "f" ? `yes ${image}` : "no"}, 2024-05-01`),
  };
  const files = tinyFiles(programme);
  const names = [...surnames.map((surname) => ["Ann", surname]), [formula, "Sheet"]];
  files.set("students.csv", [
    "student_id,surname,forename,year_group,tutor_group",
    ...ids.map((id, i) => `${id},"${names[i]![1]}","${names[i]![0]}",11,"@SUM(1)"`),
  ]);
  return tinyFolder(programme, files);
}

describe("texts that are attacks", () => {
  let browser: Browser;
  let built: BuiltSite;
  let folder: string;

  beforeAll(async () => {
    folder = hostileFolder();
    browser = await launchChromium();
    built = await buildSite(folder);
  });
  afterAll(async () => {
    await browser.close();
    await built?.close();
    rmSync(folder, { recursive: true });
  });

  const open = (name: string, check: (page: Page) => Promise<void>, options = {}) =>
    visit(browser, built.url + name, check, options);
  const content = (page: Page) => page.locator("body").textContent();

  test("Impact prints the programme, institution, criterion and survey as text", () =>
    open("impact.html", async (page) => {
      const text = (await content(page))!;
      for (const given of [script, institution, criterion, question, `yes ${image}`]) {
        expect(text).toContain(given);
      }
      await expectNoMarkup(page);
    }));

  test("At risk prints every name as text, and finds one by its markup", () =>
    open("at-risk.html#state=all", async (page) => {
      const names = await page.locator("li.student h3").allTextContents();
      expect(names.sort()).toEqual(
        [...surnames.map((surname) => `Ann ${surname}`), `${formula} Sheet`].sort(),
      );
      await page.getByRole("searchbox", { name: "Name" }).fill("onerror=alert");
      expect(await page.locator("li.student h3").allTextContents()).toEqual([`Ann ${image}`]);
      await expectNoMarkup(page);
    }));

  test("Caseload prints mentor, role, action, subject and praise as text", () =>
    open("caseload.html", async (page) => {
      const text = (await content(page))!;
      for (const given of [mentor, action, `${image}: `, `\u201c${script}\u201d`])
        expect(text).toContain(given);
      await expectNoMarkup(page);
    }));

  test("One grade away prints names and mentors as text", () =>
    open("one-grade-away.html", async (page) => {
      const names = await page.locator("li.student h3").allTextContents();
      expect(names).toHaveLength(surnames.length + 1);
      expect(names).toContain(`Ann ${script}`);
      expect(await content(page)).toContain(mentor);
      await expectNoMarkup(page);
    }));

  test("Teachers\u2019 data prints the comment of a contradiction as text", () =>
    open("teachers-data.html", async (page) => {
      const text = await card(page, "Questions to ask").textContent();
      expect(text).toContain(`\u201c${script}\u201d`);
      await expectNoMarkup(page);
    }));

  test("an address that is an attack leaves the page as it is", async () => {
    await open(
      `at-risk.html#q=${encodeURIComponent(image)}&year=${encodeURIComponent(script)}`,
      async (page) => {
        expect(await page.getByRole("searchbox", { name: "Name" }).inputValue()).toBe(image);
        await expectNoMarkup(page);
      },
    );
    await open(`caseload.html#mentor=${encodeURIComponent(script)}`, async (page) => {
      expect(await page.locator(".mentor h2").textContent()).toBe(mentor);
    });
  });

  test("a downloaded list holds the names, and no cell that a spreadsheet would calculate", () =>
    open("at-risk.html#state=all", async (page) => {
      const rows = await download(page, card(page, "Students, most points first"));
      const students = rows.slice(1).map(([name]) => name);
      expect(students).toContain(`Ann ${image}`);
      expect(students).toContain(`'${formula} Sheet`);
      expect(rows[1]![2]).toBe("'@SUM(1)");
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r]/);
    }));

  test("downloaded grades stay numbers that can be calculated with", () =>
    open("caseload.html", async (page) => {
      const rows = await download(page, page.locator(".list-head"));
      const change = rows[0]!.indexOf("Change in steps");
      expect(new Set(rows.slice(1).map((row) => row[change]))).toEqual(new Set(["1", "-1", ""]));
    }));

  test.each([
    "index.html",
    "impact.html",
    "at-risk.html",
    "caseload.html",
    "one-grade-away.html",
    "data-quality.html",
    "teachers-data.html",
  ])("%s fits a phone and has nothing for axe to find, with a name of 200 letters", (name) =>
    open(
      name,
      async (page) => {
        await openEveryFold(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
        expect(await violations(page)).toEqual([]);
      },
      { viewport: { width: 390, height: 844 } },
    ),
  );
});

/** The pages make no such element themselves, so one that stands there came out of the data. */
async function expectNoMarkup(page: Page): Promise<void> {
  expect(
    await page.locator("#content").locator("img, script, b, i, [onclick], [onerror], [onload]").count(),
  ).toBe(0);
}

async function download(page: Page, inside: ReturnType<Page["locator"]>): Promise<string[][]> {
  const saved = page.waitForEvent("download");
  await inside
    .getByRole("button", { name: /Download CSV/ })
    .first()
    .click();
  return parse(readFileSync(await (await saved).path(), "utf8"), { bom: true, relax_column_count: true });
}
