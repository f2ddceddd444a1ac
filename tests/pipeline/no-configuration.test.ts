import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { minimalSettings } from "../support/programme-folder.ts";
import { runCommand } from "../support/run-command.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "no-configuration-"));
  const settings = {
    ...minimalSettings,
    academicYear: "2026-27",
    asOf: "2027-06-01",
    scales: [{ id: "review4", label: "Review grade", bestFirst: ["1", "2", "3", "4"] }],
    criteria: [
      { id: "focus", label: "Focus", scale: "review4" },
      { id: "effort_in_lesson", label: "Effort in lesson", scale: "review4" },
    ],
    sources: [{ table: "marksheet", files: "sims_marksheet_cp1252.csv", reviewDate: "2026-11-12" }],
  };
  writeFileSync(join(folder, "programme.json"), JSON.stringify(settings));
  writeFileSync(
    join(folder, "students.csv"),
    "student_id,surname,forename,year_group,upn\n1,O'Brien,Jack,12,L823432120001\n2,Ní Bhriain,Seán,12,A823432120002\n3,Smith-Jönes,Zoë,12,P823432120003\n",
  );
  writeFileSync(join(folder, "agreements.csv"), "student_id,mentor_id,starts_on\n1,M1,2026-10-01\n");
  copyFileSync(
    new URL("../support/formats/sims_marksheet_cp1252.csv", import.meta.url),
    join(folder, "sims_marksheet_cp1252.csv"),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a wide Windows-1252 marksheet with title rows and Mean rows loads with nothing said but its review date", async () => {
  const { code, stdout } = await runCommand("check", folder, "--json");
  expect(code).toBe(0);
  const [marksheet] = JSON.parse(stdout).files.filter(
    ({ table }: { table: string }) => table === "marksheet",
  );
  expect(marksheet).toMatchObject({
    file: "sims_marksheet_cp1252.csv",
    encoding: "windows-1252",
    delimiter: ",",
    layout: "wide",
    lines: { total: 10, preamble: 4, header: 1, accepted: 3, quarantined: 0, blank: 0, footer: 2 },
    unmappedColumns: [],
  });
  expect(JSON.parse(stdout).tables).toMatchObject({
    reviews: { rows: 9, missing: 3 },
    predictions: { rows: 6 },
  });
});
