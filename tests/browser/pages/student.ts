import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { StudentEntry, StudentPage } from "../../../loaders/editions/student.ts";
import type { StudentDetails } from "../../../loaders/editions/student-details.ts";
import { studentKey } from "../../../loaders/editions/student-key.ts";
import { designOf, wordingProblem } from "../../../loaders/evaluation/wording.ts";
import { studentsOf } from "../../support/page-data.ts";
import type { ShownProgramme } from "../../support/shown-programme.ts";
import { card, openEveryFold, tabTo, violations } from "../../support/visit.ts";

interface Choice {
  page: StudentPage;
  /** The student with most data, a typical one, the one with least, and the mentee with most. */
  students: { id: string; entry: StudentEntry; details: StudentDetails }[];
}

export function studentTests({ open, loaded }: ShownProgramme): void {
  let choice: Promise<Choice> | undefined;
  const chosen = (): Promise<Choice> => {
    choice ??= choose();
    return choice;
  };

  async function choose(): Promise<Choice> {
    const { programme, warehouse } = loaded();
    const { page, shards } = await studentsOf(loaded());
    const ids = new Map(
      (await warehouse.rows<{ student_id: string }>("students", "student_id")).map(({ student_id }) => [
        studentKey(programme.settings, student_id),
        student_id,
      ]),
    );
    const bySize = page.students
      .map((entry) => {
        const details = shards[entry.shard]![entry.key]!;
        return { entry, details, id: ids.get(entry.key)!, size: JSON.stringify(details).length };
      })
      .sort((a, b) => b.size - a.size);
    const students = [
      bySize[0]!,
      bySize[Math.floor(bySize.length / 2)]!,
      bySize.at(-1)!,
      bySize.find(({ entry }) => entry.mentored)!,
    ];
    return { page, students };
  }

  async function each(
    check: (page: Page, student: Choice["students"][number]) => Promise<void>,
    options = {},
  ) {
    for (const student of (await chosen()).students) {
      await open(
        `student.html#student=${student.entry.key}`,
        async (page) => {
          await page.locator(".student-sheet").waitFor();
          await check(page, student);
        },
        options,
      );
    }
  }

  test("without a choice says how to choose, and an unknown address is said to be one", async () => {
    await open("student.html", async (page) => {
      expect(await page.locator("h1").textContent()).toBe((await chosen()).page.headline);
      expect(await page.locator(".student-shown").textContent()).toContain("Choose a student");
      expect(await page.locator(".student-sheet, figure").count()).toBe(0);
    });
    await open("student.html#student=nobody", async (page) => {
      expect(await page.locator(".student-shown").textContent()).toContain("No student of this programme");
      expect(await page.locator(".student-sheet, figure").count()).toBe(0);
    });
  });

  test("a student is found and opened by keyboard, one file of details is read, and a reload keeps the student", () =>
    open("student.html", async (page) => {
      const { entry } = (await chosen()).students[0]!;
      const read: string[] = [];
      page.on("request", (request) => read.push(request.url()));
      await tabTo(page, "q");
      await page.keyboard.type(entry.name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase());
      expect(await page.locator(".results a").first().textContent()).toBe(entry.name);
      const same = await page.locator(`.results a[href="#student=${entry.key}"]`).count();
      expect(same).toBe(1);
      await page.keyboard.press("ArrowDown");
      while (
        (await page.evaluate(() => document.activeElement!.getAttribute("href"))) !== `#student=${entry.key}`
      )
        await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.locator(".student-sheet").waitFor();
      expect(await page.locator(".student-head h2").textContent()).toBe(entry.name);
      await page.waitForFunction(() => document.activeElement?.tagName === "H2");
      expect(read.filter((url) => url.includes("student-details"))).toHaveLength(1);
      await page.reload();
      await page.locator(".student-sheet").waitFor();
      expect(await page.locator(".student-head h2").textContent()).toBe(entry.name);
    }));

  test("shows the grades of the year that the exports hold, in the order of the criteria", () =>
    each(async (page, { id }) => {
      const { programme, warehouse } = loaded();
      const from = `${programme.settings.academicYear.slice(0, 4)}-09-01`;
      const rows = (
        await warehouse.rows<{
          student_id: string;
          subject: string;
          criterion: string;
          review_date: string;
          grade: string;
        }>("reviews", "criterion")
      ).filter(
        (row) =>
          row.student_id === id && row.review_date >= from && row.review_date <= programme.settings.asOf,
      );
      const maps = page.locator(".heat-map");
      const criteria = programme.criteria.filter((one) => rows.some(({ criterion }) => criterion === one.id));
      expect(await maps.locator("caption").allTextContents()).toEqual(criteria.map(({ label }) => label));
      for (const [i, { id: criterion }] of criteria.entries()) {
        const own = rows.filter((row) => row.criterion === criterion);
        const shown = await maps.nth(i).evaluate((map) =>
          [...map.querySelectorAll("tbody tr")].flatMap((row) =>
            [...row.querySelectorAll("td")].flatMap((cell) => {
              const text = cell.firstChild?.nodeType === Node.TEXT_NODE ? cell.firstChild.textContent : null;
              return text === null
                ? []
                : text.split(" / ").map((grade) => `${row.querySelector("th")!.textContent}: ${grade}`);
            }),
          ),
        );
        const expected = new Set(
          own.map(({ subject, review_date, grade }) => `${subject}|${review_date}|${grade}`),
        );
        expect(shown.sort()).toEqual(
          [...expected].map((text) => `${text.split("|")[0]}: ${text.split("|")[2]}`).sort(),
        );
      }
    }));

  test("outlines the baseline and the follow-up that the evaluation used", () =>
    each(async (page, { id }) => {
      const pairs = (
        await loaded().warehouse.rows<{
          student_id: string;
          outcome: string;
          before_date: string | null;
          after_date: string | null;
        }>("mentee_pairs", "student_id")
      ).filter((row) => row.student_id === id && row.outcome !== "predictions");
      const marks = await page.locator(".heat-map td sup").allTextContents();
      expect(marks.filter((mark) => mark === "B")).toHaveLength(
        pairs.filter(({ before_date }) => before_date !== null).length,
      );
      expect(marks.filter((mark) => mark === "F")).toHaveLength(
        pairs.filter(({ after_date }) => after_date !== null).length,
      );
    }));

  test("counts attendance, meetings and feedback as the exports do", () =>
    each(async (page, { id }) => {
      const { programme, warehouse } = loaded();
      const { asOf, academicYear } = programme.settings;
      const from = `${academicYear.slice(0, 4)}-09-01`;
      const label = (await page.locator("svg.timeline").first().getAttribute("aria-label"))!;
      const own = async <T extends { student_id: string }>(table: string) =>
        (await warehouse.rows<T>(table, "student_id")).filter((row) => row.student_id === id);
      const marks = (
        await own<{ student_id: string; date: string; category: string }>("attendance_marks")
      ).filter(({ date, category }) => date >= from && date <= asOf && category !== "not_possible");
      if (marks.length > 0) {
        const attended = marks.filter(
          ({ category }) => category.startsWith("present") || category.startsWith("approved"),
        );
        expect(label).toContain(`Attendance by week: ${attended.length} of ${marks.length} (`);
      }
      const held = (
        await own<{ student_id: string; status: string; planned_on: string; held_on: string | null }>(
          "meetings",
        )
      ).filter((row) => row.status === "held" && (row.held_on ?? row.planned_on) <= asOf);
      if (held.length > 0) expect(label).toContain(`Meetings: ${held.length} held`);
      const feedback = (await own<{ student_id: string; date: string; comment: string }>("feedback")).filter(
        ({ date }) => date >= from && date <= asOf,
      );
      const said = card(page, "Feedback from teachers").locator("li");
      expect(await said.count()).toBe(feedback.length);
      for (const { comment } of feedback) {
        const texts = await said.allTextContents();
        expect(texts.some((text) => text.includes(comment))).toBe(true);
      }
    }));

  test("never shows the notes of behaviour and of meetings", () =>
    each(async (page, { id }) => {
      const { warehouse } = loaded();
      const noted = [
        ...(await warehouse.rows<{ student_id: string; note: string | null }>("behaviour", "student_id")),
        ...(await warehouse.rows<{ student_id: string; note: string | null }>("meetings", "student_id")),
      ].filter((row) => row.student_id === id && row.note);
      await openEveryFold(page);
      const told = new Set(
        (await warehouse.rows<{ comment: string | null }>("feedback", "comment")).map(
          ({ comment }) => comment,
        ),
      );
      const text = await page.locator("body").textContent();
      for (const { note } of noted) if (!told.has(note)) expect(text).not.toContain(note!);
    }));

  test("axe finds nothing with a student chosen, and nothing scrolls sideways on a phone", async () => {
    const check = async (page: Page) => {
      await openEveryFold(page);
      expect(await violations(page)).toEqual([]);
    };
    await each(check, { colorScheme: "dark" });
    await each(
      async (page) => {
        await check(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      },
      { viewport: { width: 390, height: 844 } },
    );
  });

  test("says no more of a student than the design has earned, and nothing that is not a value", () =>
    each(async (page) => {
      await openEveryFold(page);
      const design = designOf(loaded().evaluation.record.comparison);
      for (const line of (
        await page.locator(".lead, .missing li, svg.timeline text").allTextContents()
      ).concat(await page.locator("figcaption, .note").allTextContents()))
        expect([line, wordingProblem(line, design)]).toEqual([line, null]);
      expect(await page.locator("#content").textContent()).not.toMatch(
        /undefined|NaN|\bnull\b|Infinity|\[object/,
      );
    }));

  test("prints on one page of A4 with nothing cut off", () => each((page) => printsOnOnePage(page)));
}

/** One sheet, and no part of it beyond its edges or hidden within another. */
export async function printsOnOnePage(page: Page): Promise<void> {
  const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.setViewportSize({ width: 703, height: 1000 });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const beyond = await page.locator(".student-sheet").evaluate((sheet) => {
    const edge = sheet.getBoundingClientRect();
    return [...sheet.querySelectorAll<HTMLElement>("*")]
      .filter((element) => !element.classList.contains("hidden"))
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const outside =
          box.width > 0 &&
          (box.right > edge.right + 1 || box.bottom > edge.top + 1017 || box.left < edge.left - 1);
        const hides =
          element instanceof HTMLElement &&
          getComputedStyle(element).overflow !== "visible" &&
          element.scrollWidth > element.clientWidth + 1;
        return outside || hides;
      })
      .map(
        (element) =>
          `${element.tagName} ${element.getAttribute("class")} ${element.textContent.slice(0, 60)}`,
      );
  });
  expect(beyond).toEqual([]);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  expect(await page.locator(".on-paper, .off-paper").count()).toBe(0);
}
