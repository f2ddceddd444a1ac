import { attendanceCode } from "../values/attendance-codes.ts";
import type { CellDictionary } from "./cell-dictionary.ts";
import { columnNames } from "./fact-columns.ts";
import type { LinePlan } from "./line-plan.ts";
import { irregular, missing, unmapped } from "./memo-codes.ts";

const names = columnNames("attendance_marks");
const studentAt = names.indexOf("student_id");
const dateAt = names.indexOf("date");
const sessionAt = names.indexOf("session");
const markAt = names.indexOf("mark");
const categoryAt = names.indexOf("category");

/** What a mark is on a day: the codes of the mark and of its category. */
interface MarkCode {
  outcome: number;
  mark: number;
  category: number;
}

/** Settles attendance marks by day, for a code may mean another thing from some date on. */
export class MarkSettler {
  private readonly known = new Map<number, MarkCode>();
  private readonly marks;
  private readonly categories;

  constructor(
    private readonly plan: LinePlan,
    private readonly cells: CellDictionary,
  ) {
    plan.store.columns.attendance_marks.startFile(plan.file);
    this.marks = plan.store.dictionaries.of("mark");
    this.categories = plan.store.dictionaries.of("category");
  }

  /** @param cell The number of the mark's cell. */
  settle(cell: number, date: number): MarkCode {
    const key = cell * 2 ** 26 + date;
    const known = this.known.get(key);
    if (known) return known;
    const code = this.read(cell, date);
    // An irregular mark may be named to the data manager when its line is read, and be counted from then on.
    if (code.outcome !== irregular) this.known.set(key, code);
    return code;
  }

  private read(cell: number, date: number): MarkCode {
    const { plan } = this;
    const as = (outcome: number): MarkCode => ({ outcome, mark: 0, category: 0 });
    const text = plan.decode(this.cells.bytesOf(cell))?.trim().normalize("NFC");
    if (text === undefined) return as(irregular);
    if (text === "") return as(missing);
    const meaning = attendanceCode(text, plan.valueOf("date", date)!);
    if (typeof meaning === "string") {
      const { resolver, file } = plan;
      const counted =
        resolver.missing.has(text, file.source, "mark") || resolver.wasNamed(file, "mark", text);
      return as(counted ? unmapped : irregular);
    }
    return { outcome: 0, mark: this.marks.codeOf(text), category: this.categories.codeOf(meaning.category) };
  }
}

/** Writes a settled mark, or counts it. */
export function writeMark(
  plan: LinePlan,
  { outcome, mark, category }: MarkCode,
  student: number,
  date: number,
  session: number,
  line: number,
  place: number,
): void {
  const { counts, columns } = plan.store;
  if (outcome === missing) counts.attendance_marks.missing++;
  else if (outcome === unmapped) counts.attendance_marks.unmapped++;
  else {
    const { attendance_marks: marks } = columns;
    const at = marks.addRow(line, place);
    const { cells } = marks;
    cells[at + studentAt] = student;
    cells[at + dateAt] = date;
    cells[at + sessionAt] = session;
    cells[at + markAt] = mark;
    cells[at + categoryAt] = category;
  }
}
