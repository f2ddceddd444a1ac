import { group } from "d3-array";
import { expect, test } from "vitest";
import { riskModels } from "../../../loaders/at-risk/models.ts";
import type { ShownProgramme } from "../../support/shown-programme.ts";
import { tableRows } from "../../support/visit.ts";

interface Row {
  student_id: string;
  below: boolean;
  fresh: boolean;
  day: string;
}

export function flagsTests({ open, loaded }: ShownProgramme): void {
  test("precision and recall of below target are those that the warehouse gives, counted another way", () =>
    open("flags.html", async (page) => {
      const { warehouse, programme } = loaded();
      await warehouse.make(riskModels);
      const cards = page.locator("section.flag-check");
      const least = programme.settings.atRisk.offTargetSubjects;
      const title = `Predicted grades of ${programme.settings.academicYear}: below target in ${least} or more subjects`;
      const own = cards.filter({ has: page.getByRole("heading", { name: title, exact: true }) });
      if ((await own.count()) === 0)
        return expect(await page.locator("h1").textContent()).toContain("cannot be checked");
      const rows = await tableRows(own);
      const belowTarget = await warehouse.rows<Row>("judged_below_target", "student_id, day");
      const reviews = (
        await warehouse.rows<{ student_id: string; day: string; review: boolean; year_starts_on: string }>(
          "judgements",
          "student_id, day",
        )
      ).filter(
        ({ review, year_starts_on }) =>
          review && year_starts_on === `${programme.settings.academicYear.slice(0, 4)}-09-01`,
      );
      const days = group(reviews, ({ student_id }) => student_id);
      const facts = group(belowTarget, ({ student_id, day }) => `${student_id} ${day}`);
      const at = (id: string, day: string) => (facts.get(`${id} ${day}`) ?? []).filter(({ fresh }) => fresh);
      const onRoll = new Set(
        (await warehouse.rows<{ student_id: string }>("on_roll", "student_id")).map(
          ({ student_id }) => student_id,
        ),
      );
      // A subject whose grade is old could be below: the day is judged where that would not change the answer.
      const isJudged = (id: string, day: string) => {
        const fresh = at(id, day);
        const old = (facts.get(`${id} ${day}`) ?? []).length - fresh.length;
        const below = fresh.filter((row) => row.below).length;
        return fresh.length > 0 && (below >= least || below + old < least);
      };
      let [hits, flagged, missed] = [0, 0, 0];
      for (const [id, own] of days) {
        const last = own.at(-1)!.day;
        if (own.length < 2 || !onRoll.has(id) || at(id, last).length < least) continue;
        const isMissed = at(id, last).filter(({ below }) => below).length >= least;
        const isFlagged = own
          .slice(0, -1)
          .some(({ day }) => at(id, day).filter(({ below }) => below).length >= least);
        hits += Number(isMissed && isFlagged);
        flagged += Number(isFlagged);
        missed += Number(isMissed && own.slice(0, -1).some(({ day }) => isJudged(id, day)));
      }
      const share = (k: number, n: number) =>
        n === 0 ? "–" : n < 20 ? `${k} of ${n}` : `${k} of ${n} (${Math.round((100 * k) / n)}%)`;
      const row = rows.find(([label]) => label === "Below target")!;
      expect(row[2]).toBe(share(hits, flagged));
      expect(row[5]).toBe(share(hits, missed));
    }));
}
