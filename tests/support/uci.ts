import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { corpora } from "./shared.ts";

/**
 * A programme folder made from real data (Cortez and Silva 2008, mathematics): the row number is the student,
 * schoolsup is mentoring, G1 the review before and G3 the one after, on a scale of marks 0 to 20.
 * @returns the temporary folder.
 */
export function uciProgramme(): string {
  const rows: Record<string, string>[] = parse(
    readFileSync(join(corpora, "uci-student-performance", "student-mat.csv"), "utf8"),
    { columns: true, delimiter: ";" },
  );
  const folder = mkdtempSync(join(tmpdir(), "uci-"));
  mkdirSync(join(folder, "exports"));
  const write = (name: string, lines: string[]) =>
    writeFileSync(join(folder, "exports", name), `${lines.join("\n")}\n`);
  write("students.csv", [
    "student_id,surname,forename,year_group,sex",
    ...rows.map((row, i) => `${i + 1},Student,${i + 1},11,${row.sex}`),
  ]);
  write("reviews.csv", [
    "student_id,subject,review_date,criterion,grade",
    ...rows.flatMap((row, i) => [
      `${i + 1},Mathematics,2005-10-20,mark,${row.G1}`,
      `${i + 1},Mathematics,2006-06-01,mark,${row.G3}`,
    ]),
  ]);
  write("agreements.csv", [
    "student_id,mentor_id,starts_on,ended_on,end_reason",
    ...rows.flatMap((row, i) =>
      row.schoolsup === "yes" ? [`${i + 1},school,2005-11-01,2006-06-15,completed`] : [],
    ),
  ]);
  writeFileSync(
    join(folder, "programme.json"),
    JSON.stringify({
      name: "Extra school support",
      institution: "Two schools",
      phase: "secondary",
      academicYear: "2005-06",
      asOf: "2006-06-30",
      scales: [
        { id: "mark20", label: "Mark 0 to 20", bestFirst: Array.from({ length: 21 }, (_, i) => `${20 - i}`) },
      ],
      criteria: [{ id: "mark", label: "Mathematics mark", scale: "mark20" }],
    }),
  );
  return folder;
}
