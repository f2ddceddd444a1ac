import { academicYearStart } from "../../programme/academic-year.ts";
import type { Scale } from "../../programme/scales.ts";
import type { Aspect } from "../aspects.ts";
import type { CellDictionary } from "./cell-dictionary.ts";
import { type BulkTable, columnNames } from "./fact-columns.ts";
import type { LinePlan } from "./line-plan.ts";
import { irregular, MemoCodes, missing } from "./memo-codes.ts";

/** What identifies a grade besides its aspect, as codes. */
export interface GradeKey {
  student: number;
  subject: number;
  date: number;
  qualification: number;
  review: number;
  teacher: number;
}

/** The place of each column among the codes of a row. */
const place = (table: BulkTable, column: string): number => columnNames(table).indexOf(column);

const reviewStudent = place("reviews", "student_id");
const reviewSubject = place("reviews", "subject");
const reviewDate = place("reviews", "review_date");
const reviewCriterion = place("reviews", "criterion");
const reviewGrade = place("reviews", "grade");
const reviewLabel = place("reviews", "review");
const reviewTeacher = place("reviews", "teacher");
const reviewScale = place("reviews", "scale");

const predictionStudent = place("predictions", "student_id");
const predictionSubject = place("predictions", "subject");
const predictionDate = place("predictions", "review_date");
const predictionGrade = place("predictions", "grade");
const predictionKind = place("predictions", "kind");
const predictionQualification = place("predictions", "qualification");
const predictionLabel = place("predictions", "review");
const predictionTeacher = place("predictions", "teacher");
const predictionScale = place("predictions", "scale");

/** Settles grades against their scales and writes reviews and predictions, by codes. */
export class GradeWriter {
  /** Grades with the scale each was found on, as codes; cells are remembered by their place here. */
  private found = { grades: new Int32Array(64), scales: new Int32Array(64), count: 0 };
  private readonly memos = new Map<CellDictionary, Map<readonly Scale[], MemoCodes>>();
  private readonly ofCriterion = new Map<string, readonly Scale[]>();
  private readonly yearOf = new Map<number, number>();
  private readonly years: string[] = [];
  private readonly ofPrediction = new Map<number, readonly Scale[]>();
  private readonly academicYears: number[] = [];

  constructor(private readonly plan: LinePlan) {
    plan.store.columns.reviews.startFile(plan.file);
    plan.store.columns.predictions.startFile(plan.file);
  }

  /** What the cells of a column of grades are on a criterion's scale. */
  criterionGrades(criterion: string, column: CellDictionary): MemoCodes {
    let scales = this.ofCriterion.get(criterion);
    if (!scales) {
      scales = [this.plan.resolver.criterionScale(criterion)];
      this.ofCriterion.set(criterion, scales);
    }
    return this.gradesOn(scales, column);
  }

  /** What the cells of a column of grades are on the scales of a prediction; irregular where none is declared. */
  predictionGrades(key: GradeKey, column: CellDictionary): MemoCodes {
    const year = this.yearGroup(key.student, key.date);
    const at = key.qualification * 2 ** 36 + key.subject * 2 ** 12 + year;
    let scales = this.ofPrediction.get(at);
    if (!scales) {
      const { plan } = this;
      scales = plan.resolver.qualificationScales(
        plan.valueOf("qualification", key.qualification),
        plan.valueOf("subject", key.subject)!,
        this.years[year]!,
      );
      this.ofPrediction.set(at, scales);
    }
    return this.gradesOn(scales, column);
  }

  /** Writes a review, or counts that its grade is missing. */
  review(key: GradeKey, criterion: number, grade: number, line: number, place: number): void {
    const { store } = this.plan;
    if (grade === missing) {
      store.counts.reviews.missing++;
      return;
    }
    const { reviews } = store.columns;
    const at = reviews.addRow(line, place);
    const { cells } = reviews;
    cells[at + reviewStudent] = key.student;
    cells[at + reviewSubject] = key.subject;
    cells[at + reviewDate] = key.date;
    cells[at + reviewCriterion] = criterion;
    cells[at + reviewGrade] = this.found.grades[grade]!;
    cells[at + reviewLabel] = key.review;
    cells[at + reviewTeacher] = key.teacher;
    cells[at + reviewScale] = this.found.scales[grade]!;
  }

  /** Writes a prediction, or counts that its grade is missing. */
  prediction(key: GradeKey, kind: number, grade: number, line: number, place: number): void {
    const { store } = this.plan;
    if (grade === missing) {
      store.counts.predictions.missing++;
      return;
    }
    const { predictions } = store.columns;
    const at = predictions.addRow(line, place);
    const { cells } = predictions;
    cells[at + predictionStudent] = key.student;
    cells[at + predictionSubject] = key.subject;
    cells[at + predictionDate] = key.date;
    cells[at + predictionGrade] = this.found.grades[grade]!;
    cells[at + predictionKind] = kind;
    cells[at + predictionQualification] = key.qualification;
    cells[at + predictionLabel] = key.review;
    cells[at + predictionTeacher] = key.teacher;
    cells[at + predictionScale] = this.found.scales[grade]!;
  }

  private gradesOn(scales: readonly Scale[], column: CellDictionary): MemoCodes {
    let known = this.memos.get(column);
    if (!known) {
      known = new Map();
      this.memos.set(column, known);
    }
    let grades = known.get(scales);
    if (!grades) {
      const { store, resolver, decode, file } = this.plan;
      grades = new MemoCodes(column, decode, (text) => {
        if (text === "") return missing;
        const read = resolver.gradeOn(scales, text.normalize("NFC"), file.source, "grade");
        if (read === "missing") return missing;
        if (read === "ambiguous" || read === null) return irregular;
        const grade = store.dictionaries.of("grade").codeOf(read.grade);
        const scale = store.dictionaries.of("scale").codeOf(read.scale.id);
        return this.find(grade, scale);
      });
      known.set(scales, grades);
    }
    return grades;
  }

  private find(grade: number, scale: number): number {
    const { grades, scales, count } = this.found;
    if (count === grades.length) {
      const larger = (codes: Int32Array<ArrayBuffer>) => {
        const copy = new Int32Array(codes.length * 2);
        copy.set(codes);
        return copy;
      };
      this.found = { grades: larger(grades), scales: larger(scales), count };
    }
    this.found.grades[count] = grade;
    this.found.scales[count] = scale;
    this.found.count++;
    return count;
  }

  /** A number for the year group a student was in on a date; it depends on the date's academic year only. */
  private yearGroup(student: number, date: number): number {
    const { plan } = this;
    let academic = this.academicYears[date];
    if (academic === undefined) {
      academic = academicYearStart(plan.valueOf("review_date", date)!);
      this.academicYears[date] = academic;
    }
    const at = student * 1024 + (academic - 1800);
    let year = this.yearOf.get(at);
    if (year === undefined) {
      const group = plan.resolver.yearGroupOn(plan.studentOf(student), plan.valueOf("review_date", date)!);
      year = this.years.indexOf(group);
      if (year < 0) year = this.years.push(group) - 1;
      this.yearOf.set(at, year);
    }
    return year;
  }
}

/** An aspect by its codes. */
export type AspectCode = { criterion: number; id: string } | { kind: number };

export function aspectCode(plan: LinePlan, aspect: Aspect): AspectCode {
  return "criterion" in aspect
    ? { criterion: plan.store.dictionaries.of("criterion").codeOf(aspect.criterion), id: aspect.criterion }
    : { kind: plan.store.dictionaries.of("kind").codeOf(aspect.prediction) };
}
