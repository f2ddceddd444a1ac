import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { ProgrammeInput } from "../../loaders/programme/schema.ts";

export const subjects = [
  "Art",
  "Biology",
  "Chemistry",
  "English",
  "French",
  "Geography",
  "History",
  "Mathematics",
  "Music",
  "Physics",
] as const;
export const reviews = [
  ["Review 1", "2010-10-08"],
  ["Review 2", "2010-12-03"],
  ["Review 3", "2011-03-11"],
] as const;
const criteria = ["attendance", "behaviour", "effort", "focus", "homework", "organisation"] as const;
const grades = ["5", "4", "3", "2", "1"] as const;

/** Review grades that one student has: every subject, criterion and review. */
export const gradesOfStudent = subjects.length * criteria.length * reviews.length;

export const reviewsHeader = "student_id,subject,review_date,criterion,grade,review,teacher";

export const settings: ProgrammeInput = {
  name: "Benchmark",
  institution: "A trust",
  phase: "secondary",
  academicYear: "2010-11",
  asOf: "2011-06-24",
  synthetic: true,
  scales: [{ id: "review5", label: "Review grade", bestFirst: [...grades] }],
  criteria: criteria.map((id) => ({ id, label: id, scale: "review5" })),
};

/** Ways in which one line of an export goes wrong; each must cost that line and no other. */
export const damages = [
  ["stray quote", (line) => line.replace(",", ',x"')],
  ["missing cell", (line) => line.slice(0, line.lastIndexOf(","))],
  ["extra cell", (line) => `${line},`],
  ["bad byte", (line) => line.replace(",", ",\x81")],
  ["bad date", (line) => line.replace(/-\d\d-\d\d,/, "-02-30,")],
  ["grade off the scale", (line) => line.replace(/,\d,/, ",7,")],
  ["NUL", (line) => line.replace(",", ",\0")],
] as const satisfies readonly (readonly [string, (line: string) => string])[];

/** A programme folder written for a benchmark. */
export interface Generated {
  folder: string;
  /** The reviews file, inside the folder. */
  reviews: string;
  rows: number;
  bytes: number;
  /** Lines that were damaged, each in one way. */
  damaged: number;
}

/**
 * Writes a programme folder with `rows` review grades, the same bytes each time: students, reviews in one long file,
 * an agreement for one student in twenty, and the settings.
 * @param damageEvery One line of the reviews in this many is damaged, in turn; null for none.
 */
export function writeProgramme(folder: string, rows: number, damageEvery: number | null): Generated {
  const students = Math.ceil(rows / gradesOfStudent);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "programme.json"), JSON.stringify(settings));
  const ids = Array.from({ length: students }, (_, i) => `S${String(i + 1).padStart(6, "0")}`);
  writeFileSync(
    join(folder, "students.csv"),
    `student_id,surname,forename,year_group\n${ids.map((id, i) => `${id},Student,${id},${7 + (i % 7)}\n`).join("")}`,
  );
  writeFileSync(
    join(folder, "agreements.csv"),
    `student_id,mentor_id,starts_on,ended_on,end_reason\n${ids
      .filter((_, i) => i % 20 === 0)
      .map((id, i) => `${id},M${1 + (i % 50)},2010-11-01,2011-02-04,completed\n`)
      .join("")}`,
  );
  return { folder, rows, ...writeReviews(join(folder, "reviews.csv"), ids, rows, damageEvery) };
}

const chunkLength = 1 << 20;

function writeReviews(
  path: string,
  ids: readonly string[],
  rows: number,
  damageEvery: number | null,
): Pick<Generated, "reviews" | "bytes" | "damaged"> {
  const file = openSync(path, "w");
  let chunk = `${reviewsHeader}\n`;
  let bytes = 0;
  let written = 0;
  let damaged = 0;
  const flush = () => {
    bytes += writeSync(file, chunk, null, "latin1");
    chunk = "";
  };
  for (const line of reviewLines(ids)) {
    if (written === rows) break;
    written++;
    if (damageEvery !== null && written % damageEvery === 0) {
      chunk += `${damages[damaged % damages.length]![1](line)}\n`;
      damaged++;
    } else chunk += `${line}\n`;
    if (chunk.length >= chunkLength) flush();
  }
  flush();
  closeSync(file);
  return { reviews: path, bytes, damaged };
}

function* reviewLines(ids: readonly string[]): Generator<string> {
  let state = 1;
  for (const [i, id] of ids.entries()) {
    for (const [s, subject] of subjects.entries()) {
      const teacher = `Teacher ${s + 1}${String.fromCharCode(65 + (i % 26))}`;
      for (const [review, date] of reviews) {
        for (const criterion of criteria) {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
          yield `${id},${subject},${date},${criterion},${grades[(state >>> 16) % grades.length]},${review},${teacher}`;
        }
      }
    }
  }
}
