import { mayBeMissing } from "../read-long.ts";
import type { Destination } from "../record-reader.ts";
import type { SourceFile } from "../source-file.ts";
import { type StoredTable, tables } from "../tables.ts";
import type { TellingColumns } from "../telling-columns.ts";
import { readSession } from "../values/attendance-basis.ts";
import { isBulkTable } from "./fact-columns.ts";
import { aspectCode, type GradeKey, GradeWriter } from "./grade-writer.ts";
import { type CellCode, LinePlan } from "./line-plan.ts";
import { MarkSettler, writeMark } from "./mark-writer.ts";
import { irregular, MemoCodes, unmapped } from "./memo-codes.ts";
import type { BulkPlan } from "./scan-lines.ts";
import { watching } from "./watch-columns.ts";

/**
 * How the lines of a long file are read in bulk; null for tables that are read record by record.
 * A line is taken only where reading it as a record would keep it, or count it as missing or unmapped.
 * @param index The cell of each canonical column.
 * @param telling Columns to be watched besides.
 */
export function longPlan(
  table: StoredTable,
  file: SourceFile,
  width: number,
  index: ReadonlyMap<string, number>,
  telling: TellingColumns | null,
  { store, resolver }: Destination,
): BulkPlan | null {
  if (!isBulkTable(table) || !resolver) return null;
  const plan = new LinePlan(width, file, store, resolver);
  const column = (name: string, change?: (value: string) => string): CellCode => {
    const { type, required = false } = tables[table].columns[name]!;
    return plan.value(index.get(name), name, type, required && !mayBeMissing.has(name), change);
  };
  const student = plan.student(index);

  if (table === "attendance_marks") {
    const date = column("date");
    const session = column("session", readSession);
    const mark = index.get("mark")!;
    const settler = new MarkSettler(plan, plan.dictionary(mark));
    return {
      columns: plan.columns,
      taken: (cells) => plan.taken(cells),
      expect: (lines) => store.columns[table].reserve(lines),
      row(cells, line) {
        const day = date(cells);
        const who = student(cells);
        const when = session(cells);
        if (day < 0 || who < 0 || when < 0) return false;
        const settled = settler.settle(cells[mark]!, day);
        if (settled.outcome === irregular) return false;
        writeMark(plan, settled, who, day, when, line, 0);
        return true;
      },
    };
  }

  const grades = index.get("grade")!;
  const writer = new GradeWriter(plan);
  const key: GradeKey = { student: 0, subject: 0, date: 0, qualification: 0, review: 0, teacher: 0 };
  const subject = column("subject", (name) => plan.subject(name));
  const date = column("review_date");
  const review = column("review");
  const teacher = column("teacher");
  const places = ["student_id", "upn", "uln", "subject", "review_date", "review", "teacher"].flatMap(
    (name) => index.get(name) ?? [],
  );
  places.push(...(file.names?.columns.places ?? []));
  const before = new Int32Array(places.length).fill(-1);
  /** Reads what the grade is about; exports repeat most of it from line to line. */
  const readKey = (cells: Int32Array): boolean => {
    let same = true;
    for (let i = 0; i < places.length; i++) {
      const cell = cells[places[i]!]!;
      if (cell === before[i]) continue;
      before[i] = cell;
      same = false;
    }
    if (same) return true;
    const known = readWholeKey(cells);
    if (!known) before.fill(-1);
    return known;
  };
  const readWholeKey = (cells: Int32Array): boolean => {
    key.student = student(cells);
    key.date = date(cells);
    key.review = review(cells);
    key.teacher = teacher(cells);
    if (key.student < 0 || key.date < 0 || key.review < 0 || key.teacher < 0) return false;
    // The subject comes last: the first line that is used decides how a subject is spelled.
    key.subject = subject(cells);
    return key.subject >= 0;
  };
  const gradeCells = plan.dictionary(grades);

  if (table === "predictions") {
    const kind = column("kind");
    const qualification = column("qualification");
    const reads: BulkPlan = {
      columns: plan.columns,
      taken: (cells) => plan.taken(cells),
      expect: (lines) => store.columns[table].reserve(lines),
      row(cells, line) {
        key.qualification = qualification(cells);
        const what = kind(cells);
        if (what < 0 || key.qualification < 0 || !readKey(cells)) return false;
        const grade = writer.predictionGrades(key, gradeCells).codeOf(cells[grades]!);
        if (grade === irregular) return false;
        writer.prediction(key, what, grade, line, 0);
        return true;
      },
    };
    return watching(plan, reads, telling);
  }

  const criteria = index.get("criterion")!;
  const gradesOf: MemoCodes[] = [];
  const criterion = new MemoCodes(plan.dictionary(criteria), plan.decode, (text) => {
    const id = text === "" ? null : resolver.criterionOf(text.normalize("NFC"), file.source);
    if (id === null) return irregular;
    if (id === "ignored") return unmapped;
    const { criterion: code } = aspectCode(plan, { criterion: id }) as { criterion: number };
    gradesOf[code] = writer.criterionGrades(id, gradeCells);
    return code;
  });
  const reads: BulkPlan = {
    columns: plan.columns,
    taken: (cells) => plan.taken(cells),
    expect: (lines) => store.columns[table].reserve(lines),
    row(cells, line) {
      const what = criterion.codeOf(cells[criteria]!);
      if (what === irregular || !readKey(cells)) return false;
      if (what === unmapped) {
        store.counts.reviews.unmapped++;
        return true;
      }
      const grade = gradesOf[what]!.codeOf(cells[grades]!);
      if (grade === irregular) return false;
      writer.review(key, what, grade, line, 0);
      return true;
    },
  };
  return watching(plan, reads, telling);
}
