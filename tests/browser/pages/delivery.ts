import { expect, test } from "vitest";
import type { ShownProgramme } from "../../support/shown-programme.ts";
import { card, tableRows } from "../../support/visit.ts";

interface Agreement {
  student_id: string;
  mentor_id: string;
  starts_on: string;
  ended_on: string | null;
}

interface Meeting {
  student_id: string;
  planned_on: string;
  held_on: string | null;
  status: string;
}

const monday = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
};
const written = (day: string): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" })
    .format(new Date(day))
    .replace(/ ([A-Z][a-z]{2})[a-z]* /, " $1 ");

/** The rows of the folder's own files, not those of any model. */
async function facts({ loaded }: ShownProgramme) {
  const { warehouse, programme } = loaded();
  const { asOf } = programme.settings;
  const agreements = (await warehouse.rows<Agreement>("agreements", "student_id, starts_on")).filter(
    ({ starts_on }) => starts_on <= asOf,
  );
  const mentees = new Set(agreements.map(({ student_id }) => student_id));
  const meetings = (await warehouse.rows<Meeting>("meetings", "student_id, planned_on"))
    .filter(({ student_id }) => mentees.has(student_id))
    .map((row) => ({ ...row, day: row.held_on ?? row.planned_on }))
    .filter(({ day }) => day <= asOf);
  return { asOf, agreements, meetings };
}

export function deliveryTests(shown: ShownProgramme): void {
  const { open, loaded } = shown;

  test("the meetings in all are those of the record, or are not known", () =>
    open("delivery.html", async (page) => {
      const { planned, held, missedByStudent, missedByMentor, cancelled } =
        loaded().evaluation.record.cohort.meetings;
      const shownCard = card(page, "Meetings planned, and what became of them");
      if (planned === null) return expect(await shownCard.textContent()).toContain("add a meetings file");
      expect(await shownCard.locator("dd.value").allTextContents()).toEqual(
        [planned, held, missedByStudent, missedByMentor, cancelled].map((n) => n!.toLocaleString("en-GB")),
      );
    }));

  test("each week has the meetings that the files give it, and its holidays and closures", () =>
    open("delivery.html", async (page) => {
      const { asOf, agreements, meetings } = await facts(shown);
      const first = agreements.map(({ starts_on }) => starts_on).sort()[0]!;
      const shownCard = card(page, "Meetings by week");
      if (meetings.length === 0) return expect(await shownCard.count()).toBe(0);
      const rows = await tableRows(shownCard);
      for (const week of new Set(meetings.map(({ day }) => monday(day)))) {
        const own = meetings.filter(({ day }) => monday(day) === week);
        const of = (status: string) => String(own.filter((row) => row.status === status).length);
        const row = rows.find(([label]) => label === written(week))!;
        expect(row.slice(0, 6)).toEqual([
          written(week),
          String(own.length),
          of("held"),
          of("missed_by_student"),
          of("missed_by_mentor"),
          of("cancelled"),
        ]);
      }
      const calendar = await loaded().warehouse.rows<{
        starts_on: string;
        kind: string;
        label: string;
      }>("calendar", "starts_on");
      const words = await shownCard.locator(".closed-times").textContent();
      for (const { starts_on, kind, label } of calendar) {
        if (kind !== "term" && starts_on >= first && starts_on <= asOf) expect(words).toContain(label);
      }
    }));

  test("each mentor has the places of the staff list, the active mentees and the meetings held with them", () =>
    open("delivery.html", async (page) => {
      const { asOf, agreements, meetings } = await facts(shown);
      if (agreements.length === 0) return;
      const staff = await loaded().warehouse.rows<{
        staff_id: string;
        name: string;
        capacity: number | null;
      }>("staff", "staff_id");
      const title = meetings.length > 0 ? "Places and meetings by mentor" : "Places by mentor";
      const rows = await tableRows(card(page, title));
      for (const id of new Set(agreements.map(({ mentor_id }) => mentor_id))) {
        const listed = staff.find(({ staff_id }) => staff_id === id);
        const own = agreements.filter(({ mentor_id }) => mentor_id === id);
        const active = new Set(
          own.filter(({ ended_on }) => !ended_on || ended_on > asOf).map(({ student_id }) => student_id),
        );
        const row = rows.find(([name]) => name === (listed?.name ?? id))!;
        expect(row[2]).toBe(listed?.capacity == null ? "not known" : String(listed.capacity));
        expect(row[3]).toBe(String(active.size));
        if (meetings.length === 0) continue;
        const held = meetings.filter(
          ({ student_id, day, status }) =>
            status === "held" &&
            own.some(
              (one) => one.student_id === student_id && one.starts_on <= day && (one.ended_on ?? asOf) >= day,
            ),
        );
        expect(row[6]).toBe(String(held.length));
      }
    }));

  test("every mentee is in one column of weeks, and every measured one is a dot", () =>
    open("delivery.html", async (page) => {
      const { cohort } = loaded().evaluation.record;
      const shownCard = card(page, "Weeks on the programme");
      const inLegend = (await shownCard.locator(".legend li").allTextContents()).map((text) => {
        const [words, n] = text.split(": ");
        return [words!, Number(n)] as const;
      });
      const sum = (word: string) =>
        inLegend.filter(([words]) => words.startsWith(word)).reduce((total, [, n]) => total + n, 0);
      expect([sum("measured"), sum("not measured"), sum("quick leaver")]).toEqual([
        cohort.measured,
        cohort.unmeasured,
        cohort.quickLeavers,
      ]);
      const cells = (await tableRows(shownCard)).flatMap((row) => row.slice(1).map(Number));
      expect(cells.reduce((total, n) => total + n, 0)).toBe(cohort.started);
      const dose = card(page, "Meetings, weeks and change");
      if (cohort.measured < 6) return expect(await dose.locator(".student-dot").count()).toBe(0);
      expect(await dose.locator("figure").last().locator(".student-dot").count()).toBe(cohort.measured);
      expect(await dose.textContent()).toContain("This describes and explains nothing");
    }));
}
