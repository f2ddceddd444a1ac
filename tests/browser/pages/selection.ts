import { expect, test } from "vitest";
import type { ShownProgramme } from "../../support/shown-programme.ts";
import { card, tableRows } from "../../support/visit.ts";

export function selectionTests({ open, loaded }: ShownProgramme): void {
  test("counts each referred student once, as the warehouse's referrals and agreements do", () =>
    open("selection.html", async (page) => {
      const { warehouse, programme } = loaded();
      const { asOf } = programme.settings;
      const rows = (
        await warehouse.rows<{ student_id: string; referred_on: string; response: string | null }>(
          "referrals",
          "referred_on",
        )
      ).filter(({ referred_on }) => referred_on <= asOf);
      const mentees = new Set(
        (await warehouse.rows<{ student_id: string }>("mentees", "student_id")).map(
          ({ student_id }) => student_id,
        ),
      );
      if (rows.length === 0) return expect(await page.locator("h1").textContent()).toMatch(/^No referral/);
      const latest = new Map(rows.map((row) => [row.student_id, row]));
      const steps = await tableRows(card(page, "From referral to agreement"));
      expect(steps[0]![1]).toBe(`${latest.size}`);
      expect(steps.at(-2)![1]).toBe(`${[...latest.keys()].filter((id) => mentees.has(id)).length}`);
      const declined = [...latest.values()].filter(
        ({ student_id, response }) => response === "declined" && !mentees.has(student_id),
      ).length;
      expect(steps.find(([label]) => label === "Answered")![2]).toBe(
        declined === 0 ? "–" : `${declined} declined by the student`,
      );
      const links = await card(page, "Referred, and not mentored").locator("tbody a").count();
      expect(links).toBe(latest.size - [...latest.keys()].filter((id) => mentees.has(id)).length);
    }));
}
