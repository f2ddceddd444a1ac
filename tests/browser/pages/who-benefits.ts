import { mean } from "d3-array";
import { expect, test } from "vitest";
import type { ShownProgramme } from "../../support/shown-programme.ts";
import { card, tableRows } from "../../support/visit.ts";

const signed = (value: number): string => {
  const text = Math.abs(value).toFixed(2);
  return Number(text) === 0 ? text : `${value < 0 ? "\u2212" : "+"}${text}`;
};

export function whoBenefitsTests({ open, loaded }: ShownProgramme): void {
  test("shows the groups of the record, averages none of fewer than six, and names none in its title", () =>
    open("who-benefits.html", async (page) => {
      const { subgroups } = loaded().evaluation.record;
      const groups = subgroups.flatMap(({ label, groups }) => groups.map((group) => ({ label, ...group })));
      if (groups.length === 0) {
        expect(await page.locator("h1").textContent()).toContain("no groups are declared");
        return expect(await page.locator("#content").textContent()).toContain("subgroups in programme.json");
      }
      const shown = card(page, "Change by group, exploratory");
      const rows = (await tableRows(shown)).filter((row) => row[2] !== "0");
      expect(rows.map((row) => [row[0], row[2], row[4], row[5], row[6]])).toEqual(
        groups.map(({ label, n, up, down, same }) => [label, ...[n, up, down, same].map(String)]),
      );
      expect(rows.map((row) => row.slice(8))).toEqual(
        groups.map(({ n, mean, ci95 }) =>
          n < 6
            ? Array(3).fill("counts only")
            : [mean, ci95?.[0] ?? null, ci95?.[1] ?? null].map((x) => (x === null ? "not known" : signed(x))),
        ),
      );
      expect(await shown.locator("circle").count()).toBe(groups.filter(({ n }) => n >= 6).length);
      expect(await page.locator("h1").textContent()).toContain("no group is a finding by itself");
    }));

  test("gives the mean before, and the mentees not measured, of boys and girls as the students' list tells them", () =>
    open("who-benefits.html", async (page) => {
      const { evaluation, warehouse, programme } = loaded();
      if (!programme.settings.subgroups.includes("sex")) return;
      const before = new Map(
        evaluation.means
          .get(programme.settings.primaryOutcome)!
          .map(({ studentId, before }) => [studentId, Number(before.numerator) / Number(before.denominator)]),
      );
      const mentees = new Set(
        (await warehouse.rows<{ student_id: string }>("mentees", "student_id")).map((row) => row.student_id),
      );
      const students = await warehouse.rows<{ student_id: string; sex: string | null }>(
        "students",
        "student_id",
      );
      const rows = await tableRows(card(page, "Change by group, exploratory"));
      for (const [sex, name] of [
        ["F", "Female"],
        ["M", "Male"],
      ]) {
        const own = students.filter((row) => row.sex === sex && mentees.has(row.student_id));
        const measured = own.filter(({ student_id }) => before.has(student_id));
        const row = rows.find(([by, group]) => by === "Sex" && group === name)!;
        expect(row[3]).toBe(String(own.length - measured.length));
        expect(row[7]).toBe(
          measured.length < 6
            ? "counts only"
            : mean(measured, (one) => before.get(one.student_id))!.toFixed(2),
        );
      }
    }));

  test("is led to from the Impact page", () =>
    open("impact.html", async (page) => {
      const links = card(page, "Further questions").getByRole("link");
      expect(await links.evaluateAll((all) => all.map((a) => a.getAttribute("href")))).toEqual([
        "./delivery.html",
        "./who-benefits.html",
      ]);
    }));
}
