import type { Scale } from "../../programme/scales.ts";
import type { Aspect } from "../aspects.ts";
import { academicYearOf } from "../student-index.ts";
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

/** A scale while a file is read in bulk: its code, and what the cells of a column of grades are on it. */
export interface ScaleCodes {
  scale: number;
  grades: MemoCodes;
}

const reviewAt = placesOf("reviews");
const predictionAt = placesOf("predictions");

/** The place of each column of a table among the codes of a row. */
function placesOf(table: BulkTable): Record<string, number> {
  return Object.fromEntries(columnNames(table).map((name, i) => [name, i]));
}

/** Settles grades against their scales and writes reviews and predictions, by codes. */
export class GradeWriter {
  private readonly codes = new Int32Array(16);
  private readonly scales = new Map<CellDictionary, Map<string, ScaleCodes>>();
  private readonly yearOf = new Map<number, number>();
  private readonly years: string[] = [];
  private readonly scaleOf = new Map<number, Map<CellDictionary, ScaleCodes | null>>();
  private readonly academicYears: number[] = [];

  constructor(private readonly plan: LinePlan) {
    plan.store.columns.reviews.startFile(plan.file);
    plan.store.columns.predictions.startFile(plan.file);
  }

  /** The codes of a criterion's scale for a column of grades. */
  criterionScale(criterion: string, column: CellDictionary): ScaleCodes {
    return this.codesOn(this.plan.resolver.criterionScale(criterion), column);
  }

  /** The codes of the scale of a prediction; null where none is declared. */
  predictionScale(key: GradeKey, column: CellDictionary): ScaleCodes | null {
    const year = this.yearGroup(key.student, key.date);
    const at = key.qualification * 2 ** 36 + key.subject * 2 ** 12 + year;
    const known = this.scaleOf.get(at) ?? new Map<CellDictionary, ScaleCodes | null>();
    this.scaleOf.set(at, known);
    let codes = known.get(column);
    if (codes === undefined) {
      const { plan } = this;
      const scale = plan.resolver.qualificationScale(
        plan.valueOf("qualification", key.qualification),
        plan.valueOf("subject", key.subject)!,
        this.years[year]!,
      );
      codes = scale ? this.codesOn(scale, column) : null;
      known.set(column, codes);
    }
    return codes;
  }

  /** Writes a review, or counts that its grade is missing. */
  review(key: GradeKey, criterion: number, scale: number, grade: number, line: number, place: number): void {
    const { store } = this.plan;
    if (grade === missing) {
      store.counts.reviews.missing++;
      return;
    }
    const { codes } = this;
    codes[reviewAt.student_id!] = key.student;
    codes[reviewAt.subject!] = key.subject;
    codes[reviewAt.review_date!] = key.date;
    codes[reviewAt.criterion!] = criterion;
    codes[reviewAt.grade!] = grade;
    codes[reviewAt.review!] = key.review;
    codes[reviewAt.teacher!] = key.teacher;
    codes[reviewAt.scale!] = scale;
    store.columns.reviews.push(codes, line, place);
  }

  /** Writes a prediction, or counts that its grade is missing. */
  prediction(key: GradeKey, kind: number, scale: number, grade: number, line: number, place: number): void {
    const { store } = this.plan;
    if (grade === missing) {
      store.counts.predictions.missing++;
      return;
    }
    const { codes } = this;
    codes[predictionAt.student_id!] = key.student;
    codes[predictionAt.subject!] = key.subject;
    codes[predictionAt.review_date!] = key.date;
    codes[predictionAt.grade!] = grade;
    codes[predictionAt.kind!] = kind;
    codes[predictionAt.qualification!] = key.qualification;
    codes[predictionAt.review!] = key.review;
    codes[predictionAt.teacher!] = key.teacher;
    codes[predictionAt.scale!] = scale;
    store.columns.predictions.push(codes, line, place);
  }

  private codesOn(scale: Scale, column: CellDictionary): ScaleCodes {
    const known = this.scales.get(column) ?? new Map<string, ScaleCodes>();
    this.scales.set(column, known);
    const found = known.get(scale.id);
    if (found) return found;
    const { store, resolver, decode } = this.plan;
    const grades = store.dictionaries.of("grade");
    const codes = {
      scale: store.dictionaries.of("scale").codeOf(scale.id),
      grades: new MemoCodes(column, decode, (text) => {
        if (text === "") return missing;
        const grade = resolver.gradeOn(scale, text.normalize("NFC"));
        if (grade === "missing") return missing;
        return grade ? grades.codeOf(grade.grade) : irregular;
      }),
    };
    known.set(scale.id, codes);
    return codes;
  }

  /** A number for the year group a student was in on a date; it depends on the date's academic year only. */
  private yearGroup(student: number, date: number): number {
    const { plan } = this;
    let academic = this.academicYears[date];
    if (academic === undefined) {
      academic = academicYearOf(plan.valueOf("review_date", date)!);
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
