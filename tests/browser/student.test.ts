import { rmSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { studentKey } from "../../loaders/editions/student-key.ts";
import { type BuiltSite, buildSite } from "../support/built-site.ts";
import { launchChromium } from "../support/chromium.ts";
import { plusDays, tinyFiles, tinyFolder } from "../support/tiny-programme.ts";
import { openEveryFold, violations, visit } from "../support/visit.ts";
import { printsOnOnePage } from "./pages/student.ts";

const criteria = [
  "Focus",
  "Effort in lesson",
  "Effort in homework",
  "Meeting deadlines",
  "Consolidation",
  "Exam technique",
];
const subjects = [
  "Art and Design (Fine Art)",
  "Business and Communication Systems",
  "Child Development",
  "Design and Technology: Resistant Materials",
  "English Language and Literature",
  "Further Mathematics",
  "Government and Politics",
  "Information and Communication Technology",
  "Performing Arts",
  "Physical Education",
  "Religious Studies and Philosophy",
  "Science: Additional Applied",
];
const image = "<img src=x onerror=alert(1)>";
const long = "Wolfeschlegelsteinhausenbergerdorff".repeat(6).slice(0, 200);
const weeks = Array.from({ length: 34 }, (_, i) => plusDays("2023-09-11", 7 * i));
const reviewDays = weeks.filter((_, i) => i % 4 === 0);

/** One student of whom everything is known, one whose texts are attacks and very long, and one of whom nothing is. */
function folder(): string {
  const of = (id: string, names: readonly string[]) => ({
    reviews: names.flatMap((subject, i) =>
      criteria.flatMap((_, j) =>
        reviewDays.map((day, k) => `${id}, ${subject}, ${day}, c${j}, ${1 + ((i + j + k) % 5)}`),
      ),
    ),
    predictions: names.flatMap((subject, i) => [
      `${id}, ${subject}, 2023-09-11, target, 7`,
      ...reviewDays.map((day, k) => `${id}, ${subject}, ${day}, predicted, ${4 + ((i + k) % 3)}`),
    ]),
    actions: weeks.map(
      (day, i) =>
        `${id}, ${day}, ${i % 9 === 0 ? long : "Answer one past paper question and mark it"}, ${plusDays(day, 7)}, , , ${names[i % names.length]}`,
    ),
    meetings: weeks.map(
      (day, i) =>
        `${id}, ${day}, ${["held", "held", "missed_by_student", "cancelled", "missed_by_mentor"][i % 5]}`,
    ),
    feedback: weeks.map(
      (day, i) =>
        `${id}, ${day}, ${["praise", "concern", "neutral"][i % 3]}, Came with the notes annotated and asked a question, ${names[i % names.length]}`,
    ),
    behaviour: weeks.flatMap((day, i) => [
      `${id}, ${day}, achievement, ${1 + (i % 3)}`,
      `${id}, ${day}, ${i % 7 === 0 ? "suspension" : "incident"}, 2`,
    ]),
    panel: weeks
      .filter((_, i) => i % 3 === 0)
      .map(
        (day) =>
          `${id}, ${day}, Attendance call on the first morning of absence, Attendance officer, ${plusDays(day, 14)}, No unexplained absence, open`,
      ),
    marks: weeks.flatMap((day, i) =>
      ["AM", "PM"].map((session) => `${id}, ${day}, ${session}, ${i % 6 === 0 ? "O" : "/"}`),
    ),
  });
  const [all, hostile] = [of("all", subjects), of("odd", [image, long, ...subjects.slice(0, 10)])];
  const both = (table: keyof typeof all) => [...all[table], ...hostile[table]];
  const programme = {
    settings: {
      criteria: criteria.map((label, i) => ({ id: `c${i}`, label, scale: "five" })),
    },
    reviews: [...both("reviews"), "bare, Maths, 2022-10-03, c0, 3"],
    predictions: both("predictions"),
    agreements: ["all, m1, 2023-10-16, 2024-01-12, completed", "all, m1, 2024-01-22", "odd, m2, 2023-10-16"],
    actions: both("actions"),
    meetings: both("meetings"),
    feedback: both("feedback"),
    behaviour: both("behaviour"),
    panel: both("panel"),
    "attendance-marks": both("marks"),
    staff: ["m1, Ms Example", `m2, ${image}`],
    calendar: ["2023-10-23, 2023-10-27, holiday", "2024-02-12, 2024-02-16, holiday"],
  };
  const files = tinyFiles(programme);
  files.set("students.csv", [
    "student_id,surname,forename,year_group,tutor_group",
    "all,Featherstonehaugh-Cholmondeley,Alexandrina Wilhelmina,11,11H",
    `odd,"${long}","${image}",11,"${image}"`,
    "bare,Nobody,Ann,11,",
  ]);
  return tinyFolder(programme, files);
}

describe("a student's page", () => {
  let browser: Browser;
  let built: BuiltSite;
  let path: string;
  beforeAll(async () => {
    path = folder();
    browser = await launchChromium();
    built = await buildSite(path);
  });
  afterAll(async () => {
    await browser?.close();
    await built?.close();
    rmSync(path, { recursive: true });
  });
  const address = (id: string): string =>
    `${built.url}student.html#student=${studentKey({ institution: "Tiny School", academicYear: "2023-24" }, id)}`;

  test.each(["all", "odd", "bare"])("of %s prints on one page with nothing cut off", (id) =>
    visit(browser, address(id), async (page) => {
      await page.locator(".student-sheet").waitFor();
      await printsOnOnePage(page);
    }),
  );

  test("of one of whom everything is known stays readable on paper, and says what it leaves out", () =>
    visit(browser, address("all"), async (page) => {
      await page.locator(".student-sheet").waitFor();
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      const size = await page
        .locator(".student-sheet")
        .evaluate((sheet) => parseFloat((sheet as HTMLElement).style.fontSize));
      expect(size).toBeGreaterThanOrEqual(5.5);
      const left = await page.locator(".student-list .left-out").allTextContents();
      expect(left.filter((text) => /^\d+ more on the screen\.$/.test(text)).length).toBeGreaterThan(0);
    }));

  test.each(["all", "odd", "bare"])("of %s fits a phone and has nothing for axe to find", (id) =>
    visit(
      browser,
      address(id),
      async (page) => {
        await page.locator(".student-sheet").waitFor();
        await openEveryFold(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
        expect(await violations(page)).toEqual([]);
        expect(await page.locator("#content").locator("img, script, b, i, [onerror]").count()).toBe(0);
      },
      { viewport: { width: 390, height: 844 } },
    ),
  );

  test("of one of whom nothing is known says so, and draws no empty chart", () =>
    visit(browser, address("bare"), async (page) => {
      await page.locator(".student-sheet").waitFor();
      expect(await page.locator(".lead").textContent()).toBe(
        "Year 11. Not mentored. No review grade this year.",
      );
      expect(await page.locator(".heat-map, .targets-table").count()).toBe(0);
      const missing = await page.locator(".student-sheet .missing").textContent();
      for (const text of [
        "No review grade of this year.",
        "No target in any subject.",
        "No attendance of this year.",
      ])
        expect(missing).toContain(text);
    }));
});
