import type { SourceFile } from "../source-file.ts";
import { attendanceBasis } from "../values/attendance-basis.ts";
import type { FactColumns } from "./fact-columns.ts";

const session = 1;
const lesson = 2;

/**
 * Leaves each student one basis of attendance: where a student has marks of sessions (morning and afternoon) and of
 * lessons, a share of both together would be a share of nothing, so the lessons' marks are left out. Each file whose
 * marks are left out is warned of.
 * @param marks The table of marks, without duplicates.
 * @returns how many marks were left out.
 */
export function keepOneBasis(marks: FactColumns): number {
  const { cells, stride, size } = marks;
  const studentAt = marks.placeOf("student_id");
  const sessionAt = marks.placeOf("session");
  const basisOf = marks
    .dictionary("session")
    .values.map((name) => (name !== null && attendanceBasis([name]) === "session" ? session : lesson));
  const has = new Uint8Array(marks.dictionary("student_id").values.length);
  for (let at = 0; at < size * stride; at += stride)
    has[cells[at + studentAt]!]! |= basisOf[cells[at + sessionAt]!]!;
  if (!has.includes(session | lesson)) return 0;

  const dropped = new Uint8Array(size);
  const leftOut = new Map<SourceFile, { line: number; count: number }>();
  let total = 0;
  for (let row = 0; row < size; row++) {
    const at = row * stride;
    if (has[cells[at + studentAt]!] !== (session | lesson) || basisOf[cells[at + sessionAt]!] !== lesson)
      continue;
    dropped[row] = 1;
    total++;
    const { file, line } = marks.originOf(row);
    const known = leftOut.get(file);
    if (known) known.count++;
    else leftOut.set(file, { line, count: 1 });
  }
  for (const [file, { line, count }] of leftOut) {
    file.warn(line, {
      column: file.headers.get("session") ?? "session",
      code: "constraint-error",
      message: `This file marks lessons of students who have marks of sessions (AM, PM) too, and the two cannot be added up: from this line on, ${count} ${count === 1 ? "mark of a lesson is" : "marks of lessons are"} left out. Leave one of the two exports out of the folder.`,
    });
  }
  marks.drop(dropped);
  return total;
}
