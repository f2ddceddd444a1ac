import picomatch from "picomatch";
import type { Programme } from "../programme/load-settings.ts";
import { readReference } from "../programme/reference/read-reference.ts";
import { gradeOnScale, type Scale } from "../programme/scales.ts";
import type { SourceSettings } from "../programme/schema.ts";
import { type AspectFinder, aspectFinder } from "./aspects.ts";
import { fold } from "./columns.ts";
import { type Fact, refuseFact, refuseStudent } from "./fact.ts";
import type { SourceFile } from "./source-file.ts";
import { type KnownStudent, type StudentIndex, yearGroupOn } from "./student-index.ts";

/** What became of a fact when it met the settings and the students. */
export type Resolution = "kept" | "missing" | "unmapped" | "refused";

const codes = readReference("attendance_codes.csv");

/**
 * Joins facts to students and checks their values against the settings, table by table.
 * A fact that is kept has its row completed (student_id, scale, canonical criterion); one that is refused has been
 * noted on its file. The single questions are public, so that lines read in bulk are asked the same.
 */
export class FactResolver {
  private readonly missing: ReadonlySet<string>;
  private readonly programmeYear: number;
  private readonly scaleOf = new Map<string, Scale | null>();
  /** Unmapped values that were named on their file already. */
  private readonly named = new Set<string>();
  private readonly finders = new Map<SourceSettings | null, AspectFinder>();

  constructor(
    readonly programme: Programme,
    readonly students: StudentIndex,
  ) {
    this.missing = new Set(programme.settings.missing);
    this.programmeYear = Number(programme.settings.academicYear.slice(0, 4));
  }

  resolve(fact: Fact): Resolution {
    const { row } = fact;
    if ("student_id" in row || "upn" in row || "uln" in row) {
      const named = row.student_id ?? row.upn ?? row.uln ?? null;
      if (fact.table === "survey" && named === null) return this.survey(fact);
      const student = this.students.find(row);
      if (!student) {
        refuseStudent(
          fact,
          named === null
            ? "This line does not say which student it is about. Complete the identifier in the export."
            : "This line names a student who is not in the students table, or a UPN or ULN that two students have. Export the students again, or correct the identifier.",
        );
        return "refused";
      }
      row.student_id = student.studentId;
      if (fact.table === "reviews") return this.review(fact);
      if (fact.table === "predictions") return this.prediction(fact, student);
    }
    if (fact.table === "attendance_marks") return this.mark(fact);
    if (fact.table === "attendance_totals") return this.totals(fact);
    if (fact.table === "survey") return this.survey(fact);
    if (fact.table === "agreements") return this.agreement(fact);
    return "kept";
  }

  /** The aspects that a source knows. */
  finder(source: SourceSettings | null): AspectFinder {
    const known = this.finders.get(source) ?? aspectFinder(this.programme, source);
    this.finders.set(source, known);
    return known;
  }

  /** The criterion that a cell of a reviews file names, "ignored" where the settings say so, or null. */
  criterionOf(text: string, source: SourceSettings | null): string | "ignored" | null {
    const aspect = this.finder(source).whole(text);
    if (aspect === "ignored" || aspect === null) return aspect;
    return "criterion" in aspect ? aspect.criterion : null;
  }

  /** The scale of a criterion that programme.json declares. */
  criterionScale(criterion: string): Scale {
    return this.programme.criteria.find(({ id }) => id === criterion)!.ranks;
  }

  /** The year group of a student on a date. */
  yearGroupOn(student: KnownStudent, date: string): string {
    return yearGroupOn(student, date, this.programmeYear);
  }

  /** The scale of predicted, target and final grades of a qualification or subject in a year group; null if undeclared. */
  qualificationScale(qualification: string | null, subject: string, year: string): Scale | null {
    const key = JSON.stringify([qualification, subject, year]);
    const known = this.scaleOf.get(key);
    if (known !== undefined) return known;
    const line = this.programme.settings.qualifications.find(
      ({ match, yearGroups }) =>
        (!yearGroups || yearGroups.includes(year)) &&
        [qualification, subject].some(
          (text) => text && picomatch.isMatch(fold(text), fold(match), { bash: true, dot: true }),
        ),
    );
    const scale = line ? this.programme.scales.get(line.scale)! : null;
    this.scaleOf.set(key, scale);
    return scale;
  }

  /** A grade as its scale spells it; "missing" for a missing token that is no grade of the scale; null if neither. */
  gradeOn(scale: Scale, typed: string): { grade: string } | "missing" | null {
    const grade = gradeOnScale(scale, typed);
    if (grade !== null) return { grade };
    return this.isMissing(typed) ? "missing" : null;
  }

  isMissing(typed: string): boolean {
    return this.missing.has(typed);
  }

  /** The statistical category of an attendance mark on a date; null where it has none. */
  categoryOf(mark: string, date: string): string | null {
    const code = codes.find(
      ({ code, valid_from, valid_to }) =>
        code === mark && (!valid_from || date >= valid_from) && (!valid_to || date < valid_to),
    );
    return code?.category ?? null;
  }

  /** Whether the data manager was told already that a file holds a value which the settings do not know. */
  wasNamed(file: SourceFile, column: "mark" | "question", value: string): boolean {
    return this.named.has(nameKey(file, column, value));
  }

  private review(fact: Fact): Resolution {
    const { row } = fact;
    if (fact.column === null && fact.record.file.table !== "marksheet") {
      const criterion = this.criterionOf(row.criterion as string, fact.record.file.source);
      if (criterion === "ignored") return "unmapped";
      if (criterion === null) {
        return this.refuse(
          fact,
          "criterion",
          `"${row.criterion}" is not a declared criterion. Declare it in programme.json, map it under "aspects", or list it under "ignoreCriteria".`,
        );
      }
      row.criterion = criterion;
    }
    return this.grade(fact, this.criterionScale(row.criterion as string));
  }

  private prediction(fact: Fact, student: KnownStudent): Resolution {
    const { row } = fact;
    const year = this.yearGroupOn(student, row.review_date as string);
    const scale = this.qualificationScale(row.qualification as string | null, row.subject as string, year);
    if (scale) return this.grade(fact, scale);
    if (row.grade === null || this.isMissing(row.grade as string)) return "missing";
    return this.refuse(
      fact,
      "grade",
      `No scale is declared for predicted grades in ${row.subject}, year ${year}. Add to "qualifications" in programme.json: {"match": "${row.subject}", "scale": "<scale id>"}.`,
    );
  }

  /** A grade is on the scale, or a missing token, or refused. A grade of the scale wins over a missing token. */
  private grade(fact: Fact, scale: Scale): Resolution {
    const typed = fact.row.grade as string | null;
    if (typed === null) return "missing";
    const found = this.gradeOn(scale, typed);
    if (found === "missing") return "missing";
    if (found === null) {
      return this.refuse(
        fact,
        "grade",
        `Grade ${typed} is not on the scale ${scale.id} (${scale.bestFirst.join(", ")}).`,
        typed,
      );
    }
    fact.row.grade = found.grade;
    fact.row.scale = scale.id;
    return "kept";
  }

  private mark(fact: Fact): Resolution {
    const { row } = fact;
    if (row.mark === null) return "missing";
    const category = this.categoryOf(row.mark as string, row.date as string);
    if (category === null) {
      // A register writes "-" where no mark was taken: not an absence, so it is counted, and needs no naming.
      return this.isMissing(row.mark as string)
        ? "unmapped"
        : this.unmapped(fact, "mark", row.mark as string);
    }
    row.category = category;
    return "kept";
  }

  private totals(fact: Fact): Resolution {
    const { possible, attended, period_start, period_end } = fact.row;
    if ((attended as number) > (possible as number) || (attended as number) < 0) {
      return this.refuse(
        fact,
        "attended",
        `Attended ${attended} of ${possible} possible sessions cannot be. Correct it in the export.`,
        String(attended),
      );
    }
    if ((period_end as string) < (period_start as string)) {
      return this.refuse(
        fact,
        "period_end",
        "The period ends before it starts. Correct it in the export.",
        period_end as string,
      );
    }
    return "kept";
  }

  private survey(fact: Fact): Resolution {
    const { row } = fact;
    const declared = this.programme.settings.survey.find(
      ({ question }) => fold(question) === fold(row.question as string),
    );
    if (!declared) return this.unmapped(fact, "question", row.question as string);
    row.question = declared.question;
    if (row.answer === null || this.isMissing(row.answer as string)) return "missing";
    const answer = declared.answers.find((text) => fold(text) === fold(row.answer as string));
    if (!answer) {
      return this.refuse(
        fact,
        "answer",
        `This answer is not one that programme.json declares for the question (${declared.answers.join(", ")}). Correct it in the export, or add it to the question's answers.`,
      );
    }
    row.answer = answer;
    return "kept";
  }

  private agreement(fact: Fact): Resolution {
    const { starts_on, ended_on } = fact.row;
    if (ended_on !== null && (ended_on as string) < (starts_on as string)) {
      return this.refuse(
        fact,
        "ended_on",
        "The agreement ends before it starts. Correct one of the dates.",
        ended_on as string,
      );
    }
    return "kept";
  }

  /** A mark or question that the settings do not know: counted, left out, and named where a file first holds it. */
  private unmapped(fact: Fact, column: "mark" | "question", value: string): Resolution {
    if (this.isMissing(value)) return "missing";
    const { file, first } = fact.record;
    if (this.wasNamed(file, column, value)) return "unmapped";
    this.named.add(nameKey(file, column, value));
    file.warn(first, {
      column: fact.column ?? file.headers.get(column) ?? column,
      code: "unmapped-value",
      message:
        column === "mark"
          ? `${value.length > 4 ? "This" : `"${value}"`} is not an attendance code of that date, so this mark is not counted, here and wherever this file repeats it.`
          : `This question is not declared under "survey" in programme.json, so its answers are not counted, here and wherever this file repeats it.`,
      value: column === "mark" && value.length <= 4 ? value : null,
    });
    return "unmapped";
  }

  private refuse(fact: Fact, column: string, message: string, value: string | null = null): Resolution {
    refuseFact(fact, { column, code: "constraint-error", message, value });
    return "refused";
  }
}

const nameKey = (file: SourceFile, column: string, value: string): string =>
  JSON.stringify([file.place, column, value]);
