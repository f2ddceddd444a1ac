import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { agendaOf } from "../../support/page-data.ts";
import type { ShownProgramme } from "../../support/shown-programme.ts";
import { cutOff, tableRows } from "../../support/visit.ts";

interface PanelRow {
  student_id: string;
  panel_date: string;
  action: string;
  status: string | null;
}

export function agendaTests({ open, loaded }: ShownProgramme): void {
  test("no more students than the panel takes, those with an open action first", () =>
    open("agenda.html", async (page) => {
      const { programme, warehouse } = loaded();
      const { students } = await agendaOf(loaded());
      const sheets = page.locator("section.sheet");
      expect(await sheets.count()).toBe(students.length);
      expect(students.length).toBeLessThanOrEqual(programme.settings.panel.maxStudents);
      const open = new Set(
        (await warehouse.rows<PanelRow>("panel", "panel_date"))
          .filter((row) => row.status === null || row.status === "open")
          .map((row) => row.student_id),
      );
      const carried = students.map(({ studentId }) => open.has(studentId));
      expect(carried).toEqual(carried.toSorted((a, b) => Number(b) - Number(a)));
      for (const [i, student] of students.slice(0, 3).entries()) {
        const text = (await sheets.nth(i).textContent())!;
        expect(text).toContain(`${i + 1}. ${student.atRisk.name}`);
        for (const { action } of student.carried) expect(text).toContain(action);
        const rows = await warehouse.rows<{
          student_id: string;
          subject: string;
          outcome: string;
          grade: string;
        }>("recent_grades", "subject");
        const predicted = rows.filter(
          (row) => row.student_id === student.studentId && row.outcome === "predictions",
        );
        const shown = new Map((await tableRows(sheets.nth(i))).map((cells) => [cells[0]!, cells[1]!]));
        for (const { subject, grade } of predicted) expect(shown.get(subject)).toBe(grade);
      }
    }));

  test("what the panel enters is saved as a panel file with every earlier row", () =>
    open("agenda.html", async (page) => {
      const { students, panel, panelDate } = await agendaOf(loaded());
      if (students.length === 0) return;
      const sheet = page.locator("section.sheet").first();
      await sheet.locator("input[name=action]").fill('Read "Macbeth", act 1');
      await sheet.locator("input[name=owner]").fill("Head of English");
      const reviewed = page.locator(".carried select");
      const some = (await reviewed.count()) > 0;
      if (some) await reviewed.first().selectOption("done");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: /the panel's file/ }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("panel.csv");
      const rows: (Record<string, string> & { status: string })[] = parse(
        readFileSync((await download.path())!),
        {
          bom: true,
          columns: true,
        },
      );
      expect(rows).toHaveLength(panel.length + 1);
      expect(rows.at(-1)).toMatchObject({
        panel_date: panelDate,
        student_id: students[0]!.studentId,
        action: 'Read "Macbeth", act 1',
        owner: "Head of English",
        status: "open",
      });
      const openRows = (list: readonly { status: string | null }[]) =>
        list.filter(({ status }) => status === "open").length;
      expect(openRows(rows)).toBe(openRows(panel) + (some ? 0 : 1));
    }));

  test("prints a cover and a page a student, with nothing cut off", () =>
    open("agenda.html", async (page) => {
      const { students } = await agendaOf(loaded());
      expect(await cutOff(page)).toEqual([]);
      const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(Math.max(1, students.length + 1));
    }));
}
