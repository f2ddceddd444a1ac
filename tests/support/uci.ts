import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { ProgrammeInput } from "../../loaders/programme/schema.ts";
import { corpora } from "./shared.ts";

/** A student of the file; the row number is the identifier. */
type UciStudent = Record<
  "sex" | "age" | "Medu" | "failures" | "absences" | "schoolsup" | "G1" | "G3",
  string
> & { id: number };

/** The students of a file of the corpus, in its order. */
export function readUci(file: string): UciStudent[] {
  const parsed: Omit<UciStudent, "id">[] = parse(
    readFileSync(join(corpora, "uci-student-performance", file), "utf8"),
    { columns: true, delimiter: ";" },
  );
  return parsed.map((row, i) => ({ ...row, id: i + 1 }));
}

/** Students of mathematics; those with extra support of the school count as mentored. */
export const supported: UciChoice = {
  file: "student-mat.csv",
  label: "Mathematics",
  choose: (rows) => ({ students: rows, mentored: rows.filter((row) => row.schoolsup === "yes") }),
};

/**
 * Students of Portuguese without support, marks of 0 left out as missing, of whom the lowest at first are declared to be
 * mentored, though nobody was.
 */
export function lowest(count: number): UciChoice {
  return {
    file: "student-por.csv",
    label: "Portuguese",
    choose(rows) {
      const students = rows.filter((row) => row.schoolsup === "no" && row.G1 !== "0" && row.G3 !== "0");
      const ranked = [...students].sort((a, b) => Number(a.G1) - Number(b.G1) || a.id - b.id);
      return { students, mentored: ranked.slice(0, count) };
    },
  };
}

interface UciChoice {
  file: string;
  label: string;
  choose(rows: readonly UciStudent[]): { students: readonly UciStudent[]; mentored: readonly UciStudent[] };
}

/**
 * A programme folder made from real data (Cortez and Silva 2008): G1 is the review before and G3 the one after, on a
 * scale of marks 0 to 20.
 * @returns the temporary folder.
 */
export function uciProgramme(
  { file, label, choose }: UciChoice = supported,
  comparison: ProgrammeInput["comparison"] = {},
): string {
  const { students, mentored } = choose(readUci(file));
  const folder = mkdtempSync(join(tmpdir(), "uci-"));
  mkdirSync(join(folder, "exports"));
  const write = (name: string, lines: string[]) =>
    writeFileSync(join(folder, "exports", name), `${lines.join("\n")}\n`);
  write("students.csv", [
    "student_id,surname,forename,year_group,sex",
    ...students.map(({ id, sex }) => `${id},Student,${id},11,${sex}`),
  ]);
  write("reviews.csv", [
    "student_id,subject,review_date,criterion,grade",
    ...students.flatMap(({ id, G1, G3 }) => [
      `${id},${label},2005-10-20,mark,${G1}`,
      `${id},${label},2006-06-01,mark,${G3}`,
    ]),
  ]);
  write("agreements.csv", [
    "student_id,mentor_id,starts_on,ended_on,end_reason",
    ...mentored.map(({ id }) => `${id},school,2005-11-01,2006-06-15,completed`),
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
      comparison,
      criteria: [{ id: "mark", label: `${label} mark`, scale: "mark20" }],
    }),
  );
  return folder;
}
