import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { atRiskOf } from "../../support/page-data.ts";
import type { ShownProgramme } from "../../support/shown-programme.ts";
import { card, drawn, tabTo } from "../../support/visit.ts";

const names = (page: Page) => page.locator("li.student h3").allTextContents();
const known = (value: number): string => value.toLocaleString("en-GB");

interface Grade {
  student_id: string;
  subject: string;
  outcome: string;
  grade: string;
  scale: string | null;
  rank_sum: number;
  rank_count: number;
  review_date: string;
}

interface Target {
  student_id: string;
  subject: string;
  scale: string;
  grade: string;
  rank: number;
}

export function atRiskTests({ open, loaded }: ShownProgramme): void {
  test("counts everybody on roll once: flagged, unknown or clear", () =>
    open("at-risk.html", async (page) => {
      const { students } = await atRiskOf(loaded());
      const values = await card(page, "Flagged, unknown and clear").locator("dd.value").allTextContents();
      const inState = (state: string) => students.filter((student) => student.state === state).length;
      expect(values).toEqual(
        [students.length, inState("flagged"), inState("unknown"), inState("clear")].map(known),
      );
    }));

  test("lists every flagged student, most points first, and everybody when asked", () =>
    open("at-risk.html", async (page) => {
      const { students } = await atRiskOf(loaded());
      const flagged = students.filter(({ state }) => state === "flagged");
      const all = page.getByRole("button", { name: /^Show all/ });
      if (await all.isVisible()) await all.click();
      expect(await names(page)).toEqual(flagged.map((student) => student.name));
      const points = flagged.map((student) => student.points);
      expect(points).toEqual(points.toSorted((a, b) => b - a));
      await page.locator("select[name=state]").selectOption("all");
      if (await all.isVisible()) await all.click();
      expect(await names(page)).toEqual(students.map((student) => student.name));
      for (const severity of ["red", "amber"]) {
        expect(await page.locator(`li.flag.${severity}`).count()).toBe(
          students.flatMap(({ flags }) => flags).filter((flag) => flag.severity === severity).length,
        );
      }
    }));

  test("below target says of three students what the warehouse holds", () =>
    open("at-risk.html#rule=off_target", async (page) => {
      const { warehouse, programme } = loaded();
      const { asOf, atRisk } = programme.settings;
      const oldest = new Date(Date.parse(`${asOf}T00:00:00Z`) - atRisk.staleDays * 86_400_000).toISOString();
      const targets = await warehouse.rows<Target>("targets", "student_id, subject");
      const targetOf = new Map(targets.map((row) => [`${row.student_id} ${row.subject}`, row]));
      const rows = (await warehouse.rows<Grade>("recent_grades", "student_id, subject")).flatMap((row) => {
        const target = targetOf.get(`${row.student_id} ${row.subject}`);
        if (row.outcome !== "predictions" || !target || target.scale !== row.scale) return [];
        if (row.review_date < oldest.slice(0, 10) || row.rank_sum >= target.rank * row.rank_count) return [];
        return [{ ...row, predicted: row.grade, target: target.grade }];
      });
      const people = await warehouse.rows<{ student_id: string; forename: string; surname: string }>(
        "on_roll",
        "student_id",
      );
      const items = await page
        .locator("li.student")
        .evaluateAll((list) =>
          list
            .slice(0, 50)
            .map((item) => ({ name: item.querySelector("h3")!.textContent, text: item.textContent })),
        );
      const named = (name: string) => people.filter((one) => `${one.forename} ${one.surname}` === name);
      const sure = items.filter(({ name }) => named(name).length === 1).slice(0, 3);
      if (rows.length === 0) return expect(items).toEqual([]);
      expect(sure).toHaveLength(3);
      for (const { name, text } of sure) {
        const own = rows.filter((row) => row.student_id === named(name)[0]!.student_id);
        expect(text).toContain(`Below target in ${own.length} of `);
        for (const { subject, predicted, target } of own) {
          expect(text).toContain(`${subject} ${predicted} against ${target}`);
        }
      }
    }));

  test("is filtered by keyboard, and a reload keeps the filter", () =>
    open("at-risk.html#state=all", async (page) => {
      const { students } = await atRiskOf(loaded());
      const { name } = students.at(-1)!;
      const found = students.filter((student) =>
        name.split(" ").every((word) => student.name.includes(word)),
      );
      await tabTo(page, "q");
      await page.keyboard.type(name);
      expect(await names(page)).toEqual(found.map((student) => student.name));
      expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get("q")).toBe(name);
      await page.reload();
      await drawn(page);
      expect(await names(page)).toEqual(found.map((student) => student.name));
      await tabTo(page, "mentored");
      await page.keyboard.press("ArrowDown");
      expect(page.url()).toContain("mentored=yes");
      const mentored = found.filter((student) => student.mentored);
      expect(await names(page)).toEqual(mentored.map((student) => student.name));
      expect(await page.getByRole("status").textContent()).toMatch(
        mentored.length === 0 ? /^No student matches/ : new RegExp(`^${mentored.length} student`),
      );
    }));

  test("an address that asks for the unknown shows who cannot be judged, and why", () =>
    open("at-risk.html#state=unknown", async (page) => {
      const unknown = (await atRiskOf(loaded())).students.filter(({ state }) => state === "unknown");
      expect(unknown.length).toBeGreaterThan(0);
      expect(await page.getByRole("status").textContent()).toMatch(
        new RegExp(`^${known(unknown.length)} student`),
      );
      expect(await page.locator("li.student").first().textContent()).toContain(
        unknown[0]!.unknown[0]!.reason,
      );
    }));
}
