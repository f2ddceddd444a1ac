import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltSite, buildSite } from "../support/built-site.ts";
import { launchChromium } from "../support/chromium.ts";
import { runCommand } from "../support/run-command.ts";
import { ShortCollege } from "../support/short-college.ts";
import { card, openEveryFold, tableRows, violations, visit } from "../support/visit.ts";

interface Checked {
  files: {
    file: string;
    table: string | null;
    lines: Record<"total" | Fate, number>;
    problems: { line: number | null; column: string | null; message: string; severity: string }[];
  }[];
  tables: Record<string, Record<string, number>>;
}
const fates = ["accepted", "quarantined", "preamble", "header", "blank", "footer"] as const;
type Fate = (typeof fates)[number];

const image = "<img src=x onerror=alert(1)>";
const digits = (n: number): string => n.toLocaleString("en-GB");
const hostileName = `x${image}.csv`.replaceAll("/", "");

/** Grades off the scale, missing and extra cells, unknown students, quotes, impossible dates, 5,000 bad reviews. */
function damage(college: ShortCollege): void {
  const byLine = (name: string, ending: string, change: (line: string, i: number) => string) =>
    college.edit(name, (text) => text.split(ending).map(change).join(ending));
  byLine("exports/review-2010-11-05.csv", "\r\n", (line, i) => {
    if (i >= 16 && i < 260) return line.replace(/^("[^"]*"|[^,]*)((?:,[^,]*){3}),[^,]*/, "$1$2,7");
    if (i === 300) return `${line},"open`;
    if (i === 301) return line.replace(/,[^,]*$/, "");
    return i === 302 ? `${line},,` : line;
  });
  byLine("mentoring/meetings.csv", "\n", (line, i) => {
    if (i === 4 || i === 5) return line.replace(/\d{2}\/\d{2}\/\d{4}/, "31/02/2011");
    return i === 9 ? line.replace(/^\d+/, "999999") : line;
  });
  const student = /^(\d+),/m.exec(readFileSync(college.path("mentoring/meetings.csv"), "latin1"))![1];
  writeFileSync(
    college.path("exports/reviews-extra.csv"),
    "student_id,subject,review_date,criterion,grade\n",
  );
  appendFileSync(
    college.path("exports/reviews-extra.csv"),
    Array.from(
      { length: 5000 },
      (_, i) => `${student},Maths,2011-01-10,focus,${i < 10 ? image : "x"}${i}\n`,
    ).join(""),
  );
  writeFileSync(college.path(hostileName), "a,b\n1,2\n");
}

describe("Data quality of a damaged folder", () => {
  const college = new ShortCollege();
  let browser: Browser;
  let built: BuiltSite;
  let checked: Checked;

  beforeAll(async () => {
    damage(college);
    browser = await launchChromium();
    built = await buildSite(college.folder);
    checked = JSON.parse((await runCommand("check", college.folder, "--json")).stdout);
  });
  afterAll(async () => {
    await browser.close();
    await built?.close();
    college.remove();
  });

  const open = (check: (page: Page) => Promise<void>, options = {}) =>
    visit(browser, `${built.url}data-quality.html`, check, options);
  const all = (fate: "total" | Fate) => checked.files.reduce((sum, { lines }) => sum + lines[fate], 0);
  const problems = () => checked.files.flatMap((file) => file.problems);

  test("states in its title how many lines there were, and how many could not be used", () =>
    open(async (page) => {
      expect(await page.locator("h1").textContent()).toMatch(
        new RegExp(
          `^All ${digits(all("total"))} lines of ${checked.files.length} files were accounted for; ${digits(all("quarantined"))} lines and [\\d,]+ cells could not be used\\.$`,
        ),
      );
      expect(await page.locator(".as-of").textContent()).toMatch(/^Data as of 1 April 2011\./);
    }));

  test("counts lines and problems as check --json does, and their sum is the lines", () =>
    open(async (page) => {
      const summary = card(page, "What was read");
      const values = await summary.locator("dd.value").allTextContents();
      const lost = problems().filter(({ severity }) => severity === "error").length - refusals();
      expect(values).toEqual([
        String(checked.files.length),
        digits(all("total")),
        digits(all("accepted")),
        digits(all("quarantined")),
        digits(lost),
        digits(problems().length),
      ]);
      expect(lost).toBe(244);
      const parts = fates.filter((fate) => all(fate) > 0).map((fate) => `${digits(all(fate))} ${fate}`);
      expect(await summary.textContent()).toContain(`${digits(all("total"))} lines = ${parts.join(" + ")}.`);
    }));

  /** Every quarantined line has one error here, and the file that was refused has one for its two lines. */
  function refusals(): number {
    return all("quarantined") - 1;
  }

  test("accounts for every file with the numbers of check --json", () =>
    open(async (page) => {
      const shown = new Map<string, string[]>();
      for (const fold of await card(page, "Every line of every file").locator("details:has(table)").all()) {
        const mixed = (await fold.locator("th", { hasText: "Holds" }).count()) > 0;
        for (const [name, ...cells] of await tableRows(fold))
          shown.set(name!, cells.slice(mixed ? 1 : 0, mixed ? 8 : 7));
      }
      expect(Object.fromEntries(shown)).toEqual(
        Object.fromEntries(
          checked.files.map(({ file, lines }) => [
            file,
            (["total", ...fates] as const).map((fate) => digits(lines[fate])),
          ]),
        ),
      );
    }));

  test("gives each reason once with the first lines it stands on, and says how many are not shown", () =>
    open(async (page) => {
      const list = card(page, "Problems");
      const rows = await tableRows(list);
      expect(rows.find(([, , , , , why]) => why!.startsWith("Grade 7 "))).toEqual([
        "exports/review-2010-11-05.csv",
        "× Error",
        "lines 17, 18, 19 and 241 more",
        "Focus",
        expect.any(String),
        "Grade 7 is not on the scale review5 (5, 4, 3, 2, 1). Correct it in the export, or add it to the scale in programme.json.",
      ]);
      expect(rows.filter(([file]) => file === "exports/reviews-extra.csv")).toHaveLength(10);
      expect(rows.find(([file]) => file === hostileName)![2]).toBe("whole file");
      const entries = new Set(
        checked.files.flatMap(({ file, problems }) =>
          problems.map(({ column, message }) => JSON.stringify([file, column, message])),
        ),
      );
      expect(await list.textContent()).toContain(
        `The first ${rows.length} of ${digits(entries.size)} entries are shown`,
      );
    }));

  test("counts what was kept as check --json does", () =>
    open(async (page) => {
      expect(await tableRows(card(page, "What was kept"))).toEqual(
        Object.entries(checked.tables).map(([table, counts]) => [
          table,
          ...["rows", "collapsedDuplicates", "missing", "unmapped"].map((key) => digits(counts[key]!)),
        ]),
      );
    }));

  test("stays small, however many problems there are", () =>
    open(async (page) => {
      expect(problems().length).toBeGreaterThan(5000);
      const sizes = await page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .map((entry) => (entry as PerformanceResourceTiming).decodedBodySize),
      );
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000);
      expect(await page.evaluate(() => document.documentElement.outerHTML.length)).toBeLessThan(500_000);
    }));

  test("prints file names and values as text, and saves them as no formula", () =>
    open(async (page) => {
      expect(await page.locator("#content").textContent()).toContain(hostileName);
      expect(await page.locator("#content").locator("img, script").count()).toBe(0);
      const saved = page.waitForEvent("download");
      await card(page, "Problems")
        .getByRole("button", { name: /Download CSV/ })
        .first()
        .click();
      const rows: string[][] = parse(readFileSync(await (await saved).path(), "utf8"), { bom: true });
      expect(rows[0]).toEqual(["File", "Severity", "Where", "Column", "Value", "Why, and what to do"]);
      expect(rows.slice(1).map(([, severity]) => severity)).toContain("error");
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }));

  test("names no student", () =>
    open(async (page) => {
      const text = (await page.locator("#content").textContent())!;
      const students = parse(readFileSync(college.path("exports/students.csv"), "utf8"), { columns: true });
      expect(students.length).toBeGreaterThan(900);
      for (const student of students as Record<string, string>[]) {
        expect(text).not.toContain(student["Learner Ref"]);
        expect(text).not.toContain(student.ULN);
      }
      expect(text).not.toContain("999999");
    }));

  test.each([1440, 390])("has nothing for axe to find and nothing to scroll sideways, %i wide", (width) =>
    open(
      async (page) => {
        await openEveryFold(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        expect(await violations(page)).toEqual([]);
      },
      { viewport: { width, height: 900 } },
    ),
  );

  test("shows the reason of each problem on a phone without scrolling sideways", () =>
    open(
      async (page) => {
        for (const why of await card(page, "Problems").locator(".problem-list td:last-child").all()) {
          const box = (await why.boundingBox())!;
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(390);
        }
      },
      { viewport: { width: 390, height: 844 } },
    ));
});
