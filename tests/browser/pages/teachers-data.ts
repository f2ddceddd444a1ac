import { expect, test } from "vitest";
import type { ShownProgramme } from "../../support/shown-programme.ts";
import { card, tableRows } from "../../support/visit.ts";

type Row = Record<string, string | null>;
const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export function teachersDataTests({ open, loaded }: ShownProgramme): void {
  /** Facts of the year of students on roll. */
  const facts = async (table: string, dated: string): Promise<Row[]> => {
    const { programme, warehouse } = loaded();
    const { asOf, academicYear } = programme.settings;
    const onRoll = new Set(
      (await warehouse.rows<Row>("on_roll", "student_id")).map(({ student_id }) => student_id),
    );
    return (await warehouse.rows<Row>(table, `student_id, ${dated}`)).filter(
      (row) =>
        onRoll.has(row.student_id!) &&
        row[dated]! <= asOf &&
        row[dated]! >= `${academicYear.slice(0, 4)}-09-01`,
    );
  };

  test("counts each student's newest grade by subject as the exports give it", () =>
    open("teachers-data.html", async (page) => {
      const { asOf, atRisk } = loaded().programme.settings;
      const grades = [
        ...(await facts("reviews", "review_date")),
        ...(await facts("predictions", "review_date")).filter(({ kind }) => kind === "predicted"),
      ];
      const newest = new Map<string, string>();
      for (const { student_id, subject, review_date } of grades) {
        const key = JSON.stringify([subject, student_id]);
        if (review_date! > (newest.get(key) ?? "")) newest.set(key, review_date!);
      }
      const subjects = new Map<string, { expected: number; fresh: number }>();
      for (const [key, date] of newest) {
        const [subject] = JSON.parse(key);
        const of = subjects.get(subject) ?? { expected: 0, fresh: 0 };
        subjects.set(subject, of);
        of.expected += 1;
        if (days(date, asOf) <= atRisk.staleDays) of.fresh += 1;
      }
      const rows = await tableRows(card(page, "How fresh the grades are, stalest first"));
      const named = grades.some(({ teacher }) => teacher !== null);
      const number = (text: string) => Number(text.replace(",", ""));
      const shown = new Map<string, { expected: number; fresh: number }>();
      for (const row of rows) {
        const of = shown.get(row[0]!) ?? { expected: 0, fresh: 0 };
        shown.set(row[0]!, of);
        of.fresh += number(row[named ? 2 : 1]!);
        of.expected += number(row[named ? 3 : 2]!);
      }
      // A student with two teachers on the newest day counts under both.
      if (named)
        for (const [subject, of] of subjects)
          expect(shown.get(subject)!.expected).toBeGreaterThanOrEqual(of.expected);
      else expect(shown).toEqual(subjects);
      expect([...shown.keys()].sort()).toEqual([...subjects.keys()].sort());
    }));

  test("lists each praise and concern that does not agree with the nearest review", () =>
    open("teachers-data.html", async (page) => {
      const { programme } = loaded();
      const reviews = await facts("reviews", "review_date");
      const comments = (await facts("feedback", "date")).filter(({ tone }) => tone !== "neutral");
      const sameTeacher = (a: string | null, b: string | null) => a === null || b === null || a === b;
      let comparable = 0;
      const found: string[] = [];
      for (const { student_id, subject, date, tone, comment, teacher } of comments) {
        const own = reviews.filter(
          (row) =>
            row.student_id === student_id && row.subject === subject && sameTeacher(row.teacher!, teacher!),
        );
        const near = own.filter((row) => Math.abs(days(row.review_date!, date!)) <= 21);
        if (near.length === 0) continue;
        comparable += 1;
        const [nearest] = near.sort(
          (a, b) =>
            Math.abs(days(a.review_date!, date!)) - Math.abs(days(b.review_date!, date!)) ||
            (a.review_date! < b.review_date! ? 1 : -1),
        );
        const that = own.filter((row) => row.review_date === nearest!.review_date);
        const places = that.map(({ criterion, scale, grade }) => {
          const { bestFirst } = programme.scales.get(scale!)!;
          const before = own
            .filter((row) => row.criterion === criterion && row.review_date! < nearest!.review_date!)
            .at(-1);
          const place = bestFirst.indexOf(grade!);
          const moved = before ? bestFirst.indexOf(before.grade!) - place : 0;
          return { moved: Math.sign(moved), top: place === 0, low: place >= bestFirst.length - 2 };
        });
        const up = places.reduce((sum, { moved }) => sum + moved, 0);
        const against =
          tone === "praise"
            ? up < 0 || places.every(({ low }) => low)
            : up > 0 || places.every(({ top }) => top);
        if (against) found.push(`${subject} ${comment}`);
      }
      const list = card(page, "Questions to ask");
      if (found.length === 0) return expect(comparable).toBe(0);
      const rows = await tableRows(card(page, "Where two sources do not seem to say the same"));
      const pairs = rows.filter(([kind]) => /^(Praise|Concern)/.test(kind!));
      expect(pairs.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(comparable);
      const shown: string[] = [];
      for (const kind of ["praise", "concern"]) {
        await list.getByLabel("Kind").selectOption(kind);
        for (const item of await list.locator(".case").all()) {
          const [subject] = (await item.locator("strong").textContent())!.split(", ");
          const comment = /\u201c(.*)\u201d/.exec((await item.locator("p").first().textContent())!)![1];
          shown.push(`${subject} ${comment}`);
        }
      }
      expect(shown.sort()).toEqual(found.sort());
      expect(page.url()).toContain("#kind=concern");
    }));

  test("gives the mean of predicted minus achieved of each subject", () =>
    open("teachers-data.html", async (page) => {
      const { evaluation, warehouse } = loaded();
      const { subjects } = evaluation.record.attainment.accuracy;
      const shown = card(page, "By how much predicted grades were too high or too low");
      expect(await shown.count()).toBe(subjects.length > 0 ? 1 : 0);
      if (subjects.length === 0) return;
      const rows = await tableRows(shown);
      const differences = await warehouse.rows<Record<string, string & number>>(
        "prediction_differences",
        "subject, student_id",
      );
      for (const { subject, n, exact, over } of subjects) {
        const by = differences.flatMap((row) =>
          row.subject === subject && row.difference !== null ? [row.difference! / row.teachers!] : [],
        );
        const mean = by.reduce((sum, one) => sum + one, 0) / by.length;
        const row = rows.find(([name]) => name === subject)!;
        expect(row[2]).toBe(`${n}`);
        expect(row[3]).toMatch(new RegExp(`^${exact.k} of ${n}`));
        expect(Number(row[4]!.replace("\u2212", "-"))).toBeCloseTo(mean, 2);
        expect(by.filter((one) => one > 0)).toHaveLength(over.k);
      }
    }));
}
