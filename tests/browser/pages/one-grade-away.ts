import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { studentKey } from "../../../loaders/editions/student-key.ts";
import type { Loaded } from "../../../loaders/evaluation/loaded.ts";
import type { ShownProgramme } from "../../support/shown-programme.ts";
import { card, drawn, tableRows } from "../../support/visit.ts";

/** Who is one subject away by the declared measure, worked out from the grades themselves. */
async function secondWay({ programme, warehouse }: Loaded) {
  const { asOf, academicYear, atRisk, onTrack } = programme.settings;
  const students = await warehouse.rows<Record<string, string>>("on_roll", "surname, forename, student_id");
  const grades = await warehouse.rows<Record<string, string>>("predictions", "review_date");
  const rankOf = (scale: string, grade: string) => {
    const { bestFirst } = programme.scales.get(scale)!;
    return bestFirst.length - bestFirst.indexOf(grade);
  };
  const counts = new Map<string, number>();
  const near = new Map<string, { key: string; subjects: string[] }>();
  for (const { student_id, year_group, forename, surname } of students) {
    if (!onTrack!.yearGroups.includes(year_group!)) continue;
    const latest = new Map<string, Record<string, string>>();
    for (const row of grades) {
      const counted = row.student_id === student_id && row.kind === "predicted";
      if (counted && row.review_date! <= asOf && row.review_date! >= `${academicYear.slice(0, 4)}-09-01`)
        latest.set(row.subject!, row);
    }
    const ranks = [...latest.values()].map((row) => {
      const age = (Date.parse(asOf) - Date.parse(row.review_date!)) / 86_400_000;
      if (age > atRisk.staleDays) throw new Error("A grade is old: the second way does not know it.");
      return {
        row,
        below: rankOf(row.scale!, onTrack!.pass!) - rankOf(row.scale!, row.grade!),
      };
    });
    const meets = (passes: readonly string[]) =>
      [onTrack!.english, onTrack!.maths].every((any) => any.some((subject) => passes.includes(subject))) &&
      (onTrack!.measure === "english-and-maths" || passes.length >= 5);
    const passes = ranks.filter(({ below }) => below <= 0).map(({ row }) => row.subject!);
    const wouldDo = ranks.filter(({ row, below }) => below > 0 && meets([...passes, row.subject!]));
    const standing = meets(passes)
      ? "on track"
      : wouldDo.length === 0
        ? "further"
        : wouldDo.some(({ below }) => below === 1)
          ? "one grade"
          : "one subject";
    counts.set(standing, (counts.get(standing) ?? 0) + 1);
    if (standing.startsWith("one"))
      near.set(`${forename} ${surname}`, {
        key: studentKey(programme.settings, student_id!),
        subjects: wouldDo
          .map(({ row }) => `${row.subject}predicted ${row.grade}, needed ${onTrack!.pass}`)
          .sort(),
      });
  }
  return { counts, near };
}

export function oneGradeAwayTests({ open, loaded }: ShownProgramme): void {
  const declared = () => loaded().programme.settings.onTrack !== undefined;
  const names = (page: Page) => page.locator("li.student h3").allTextContents();

  test("without a measure says which setting switches it on, and shows no chart", () =>
    open("one-grade-away.html", async (page) => {
      if (declared()) return;
      expect(await page.locator("#content").textContent()).toContain("add onTrack to programme.json");
      expect(await page.locator("[role=img], .student, table").count()).toBe(0);
    }));

  test("counts and lists who the grades themselves put one subject away", () =>
    open("one-grade-away.html", async (page) => {
      if (!declared()) return;
      const { counts, near } = await secondWay(loaded());
      const [row] = await tableRows(card(page, "Where everybody stands"));
      const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
      expect(row!.slice(1).map((cell) => Number.parseInt(cell, 10))).toEqual([
        ...["on track", "one grade", "one subject", "further", "not known"].map(
          (standing) => counts.get(standing) ?? 0,
        ),
        all,
      ]);
      const items = page.locator("li.student");
      expect((await names(page)).sort()).toEqual([...near.keys()].sort());
      for (let i = 0; i < near.size; i += 1) {
        const item = items.nth(i);
        const { key, subjects } = near.get((await item.locator("h3").textContent())!)!;
        expect(await item.locator("h3 a").getAttribute("href")).toBe(`./student.html#student=${key}`);
        const shown = await item.locator(".flag > div").allTextContents();
        expect(shown.map((text) => text.replace(/, target.*$/, "")).sort()).toEqual(subjects);
      }
    }));

  test("the measure and the subject chosen by keyboard stay in the address", () =>
    open("one-grade-away.html", async (page) => {
      if (!declared()) return;
      const [measure, subjects] = ["measure", "subject"].map((name) => page.locator(`select[name=${name}]`));
      await measure!.focus();
      await page.keyboard.press("ArrowDown");
      expect(page.url()).toContain("measure=basics-standard");
      const before = await names(page);
      await subjects!.focus();
      await page.keyboard.press("ArrowDown");
      const subject = await subjects!.inputValue();
      const chosen = await names(page);
      expect(chosen.length).toBeLessThanOrEqual(before.length);
      await page.reload();
      await drawn(page);
      expect([await measure!.inputValue(), await subjects!.inputValue()]).toEqual([
        "basics-standard",
        subject,
      ]);
      expect(await names(page)).toEqual(chosen);
      await page.getByRole("button", { name: "Clear filters" }).click();
      expect(new URL(page.url()).hash).toBe("");
    }));
}
