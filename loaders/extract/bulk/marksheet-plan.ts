import type { AspectFinder } from "../aspects.ts";
import type { GradeColumn } from "../read-marksheet.ts";
import type { Destination } from "../record-reader.ts";
import type { ReviewDate } from "../review-date.ts";
import type { SourceFile } from "../source-file.ts";
import type { TellingColumns } from "../telling-columns.ts";
import { CellDictionary } from "./cell-dictionary.ts";
import { type AspectCode, aspectCode, type GradeKey, GradeWriter } from "./grade-writer.ts";
import { type CellCode, LinePlan } from "./line-plan.ts";
import { irregular, MemoCodes, unmapped } from "./memo-codes.ts";
import type { BulkPlan } from "./scan-lines.ts";
import { watching } from "./watch-columns.ts";

/** How the lines of a wide marksheet are read in bulk: a line with any cell that is not certain is left to a record. */
export function wideMarksheetPlan(
  file: SourceFile,
  width: number,
  index: ReadonlyMap<string, number>,
  grades: readonly GradeColumn[],
  from: ReviewDate,
  telling: TellingColumns | null,
  { store, resolver }: Destination,
): BulkPlan | null {
  // Columns with missing tokens of their own are not alike, so each cell must be asked by itself.
  if (!resolver || Object.keys(file.source?.missing ?? {}).length > 0) return null;
  const plan = new LinePlan(width, file, store, resolver);
  const { key, readAbout, readSubject } = keyReader(plan, index, from);
  const writer = new GradeWriter(plan);
  const cellsOfGrades = new CellDictionary();
  const columns = grades.map(({ index: cell, subject, aspect, label }) => {
    plan.dictionary(cell, cellsOfGrades);
    const table = "criterion" in aspect ? "reviews" : "predictions";
    return {
      cell,
      subject: subject === null ? null : plan.subjectCode(subject),
      aspect: aspectCode(plan, aspect),
      place: store.columns[table].columnCode(label),
    };
  });
  const settled = new Int32Array(columns.length);
  const reviews = columns.filter(({ aspect }) => "criterion" in aspect).length;
  const reads: BulkPlan = {
    columns: plan.columns,
    taken: (cells) => plan.taken(cells),
    expect(lines) {
      store.columns.reviews.reserve(lines * reviews);
      store.columns.predictions.reserve(lines * (columns.length - reviews));
    },
    row(cells, line) {
      if (!readAbout(cells) || !readSubject(cells)) return false;
      const given = key.subject;
      for (let i = 0; i < columns.length; i++) {
        const { cell, subject, aspect } = columns[i]!;
        key.subject = subject ?? given;
        if (key.subject === 0) return false;
        const grade = gradesOf(writer, aspect, key, cellsOfGrades).codeOf(cells[cell]!);
        if (grade === irregular) return false;
        settled[i] = grade;
      }
      for (let i = 0; i < columns.length; i++) {
        const { subject, aspect, place } = columns[i]!;
        key.subject = subject ?? given;
        write(writer, aspect, key, settled[i]!, line, place);
      }
      return true;
    },
  };
  return watching(plan, reads, telling);
}

/** How the lines of a long marksheet are read in bulk: the aspect, and where it says so the subject, in a column. */
export function longMarksheetPlan(
  file: SourceFile,
  width: number,
  index: ReadonlyMap<string, number>,
  finder: AspectFinder,
  from: ReviewDate,
  telling: TellingColumns | null,
  { store, resolver }: Destination,
): BulkPlan | null {
  if (!resolver) return null;
  const plan = new LinePlan(width, file, store, resolver);
  const { key, hasSubject, readAbout, readSubject } = keyReader(plan, index, from);
  const writer = new GradeWriter(plan);
  const grades = index.get("grade")!;
  const gradeCells = plan.dictionary(grades);
  const criterion = index.get("criterion")!;
  const cells = plan.dictionary(criterion);
  const found: { aspect: AspectCode; subject: number }[] = [];
  const memoOf = (read: (text: string) => ReturnType<AspectFinder["split"]>): MemoCodes =>
    new MemoCodes(cells, plan.decode, (text) => {
      const split = read(text);
      if (!split?.aspect) return irregular;
      if (split.aspect === "ignored") return unmapped;
      const subject = split.subject === "" ? 0 : plan.subjectCode(split.subject);
      return found.push({ aspect: aspectCode(plan, split.aspect), subject }) - 1;
    });
  const whole = memoOf((text) => {
    const aspect = finder.whole(text);
    return aspect && { subject: "", aspect };
  });
  const split = memoOf((text) => finder.split(text));
  const reads: BulkPlan = {
    columns: plan.columns,
    taken: (cells) => plan.taken(cells),
    expect: (lines) => store.columns.reviews.reserve(lines),
    row(line, number) {
      if (!readAbout(line)) return false;
      const at = (hasSubject(line) ? whole : split).codeOf(line[criterion]!);
      if (at === irregular) return false;
      if (at === unmapped) {
        store.counts.reviews.unmapped++;
        return true;
      }
      if (!readSubject(line)) return false;
      const { aspect, subject } = found[at]!;
      if (key.subject === 0) key.subject = subject;
      const grade = gradesOf(writer, aspect, key, gradeCells).codeOf(line[grades]!);
      if (grade === irregular) return false;
      write(writer, aspect, key, grade, number, 0);
      return true;
    },
  };
  return watching(plan, reads, telling);
}

function gradesOf(writer: GradeWriter, aspect: AspectCode, key: GradeKey, column: CellDictionary): MemoCodes {
  return "kind" in aspect ? writer.predictionGrades(key, column) : writer.criterionGrades(aspect.id, column);
}

function write(
  writer: GradeWriter,
  aspect: AspectCode,
  key: GradeKey,
  grade: number,
  line: number,
  place: number,
): void {
  if ("kind" in aspect) writer.prediction(key, aspect.kind, grade, line, place);
  else writer.review(key, aspect.criterion, grade, line, place);
}

interface KeyReader {
  key: GradeKey;
  /** Reads all but the subject; false where anything is not certain. */
  readAbout(cells: Int32Array): boolean;
  hasSubject(cells: Int32Array): boolean;
  /**
   * Reads the subject, 0 where the line has none; false where it is not certain. To be called last, of a line that is
   * used: the first one decides how a subject is spelled.
   */
  readSubject(cells: Int32Array): boolean;
}

/** Reads what identifies the grades of a line. */
function keyReader(plan: LinePlan, index: ReadonlyMap<string, number>, from: ReviewDate): KeyReader {
  const key: GradeKey = { student: 0, subject: 0, date: 0, qualification: 0, review: 0, teacher: 0 };
  const text = (name: string): CellCode => plan.value(index.get(name), name, "text", false);
  const student = plan.student(index);
  const subjectIndex = index.get("subject");
  const subject = plan.value(subjectIndex, "subject", "text", false, (name) => plan.subject(name));
  /** Whether there is a subject; irregular where its cell holds something else, also in a line that is not used. */
  const given =
    subjectIndex === undefined
      ? null
      : plan.memo(subjectIndex, (name) =>
          "problem" in plan.readText("subject", name) ? irregular : name === "" ? 0 : 1,
        );
  const [qualification, review, teacher] = [text("qualification"), text("review"), text("teacher")];
  const date = dateReader(plan, from);
  return {
    key,
    readAbout(cells) {
      key.student = student(cells);
      key.date = date(cells);
      key.qualification = qualification(cells);
      key.review = review(cells);
      key.teacher = teacher(cells);
      if (given?.codeOf(cells[subjectIndex!]!) === irregular) return false;
      return (
        key.student >= 0 && key.date >= 0 && key.qualification >= 0 && key.review >= 0 && key.teacher >= 0
      );
    },
    hasSubject: (cells) => given !== null && given.codeOf(cells[subjectIndex!]!) !== 0,
    readSubject(cells) {
      key.subject = subject(cells);
      return key.subject >= 0;
    },
  };
}

function dateReader(plan: LinePlan, from: ReviewDate): CellCode {
  const dates = plan.store.dictionaries.of("review_date");
  if ("fixed" in from) {
    const code = dates.codeOf(from.fixed);
    return () => code;
  }
  if ("column" in from) return plan.value(from.column, "review_date", "date", true);
  const { label } = from;
  const memo = plan.memo(label, (text) => {
    const date = from.dates.get(text);
    return date === undefined ? irregular : dates.codeOf(date);
  });
  return (cells) => memo.codeOf(cells[label]!);
}
