import { type Programme, scaleIds } from "../programme/load-settings.ts";
import { gradeOnScales, type Scale, type ScaledGrade } from "../programme/scales.ts";
import type { SourceSettings } from "../programme/schema.ts";
import { type AspectFinder, aspectFinder, unknownAspectMessage } from "./aspects.ts";
import { fold } from "./columns.ts";
import { type Fact, refuseFact, refuseName, refuseStudent } from "./fact.ts";
import { KeyTexts } from "./key-texts.ts";
import type { SubjectFinder } from "./layout/subjects.ts";
import { qualificationFinder } from "./qualification-line.ts";
import { calendarFault } from "./referential/calendar-order.ts";
import type { SourceFile } from "./source-file.ts";
import { type KnownStudent, type StudentIndex, yearGroupOn } from "./student-index.ts";
import { readSession } from "./values/attendance-basis.ts";
import { attendanceCode, markDoubt } from "./values/attendance-codes.ts";
import { ambiguousGrade, gradeRefusal, gradeRemedy, shownGrade } from "./values/grade-refusal.ts";
import { leadingZerosMessage, lostLeadingZeros } from "./values/leading-zeros.ts";
import type { MissingTokens } from "./values/missing-tokens.ts";
import { shownName } from "./values/shown-value.ts";

/** What became of a fact when it met the settings and the students. */
export type Resolution = "kept" | "missing" | "unmapped" | "refused";

/**
 * Joins facts to students and checks their values against the settings, table by table.
 * A fact that is kept has its row completed (student_id, scale, canonical criterion); one that is refused has been
 * noted on its file. The single questions are public, so that lines read in bulk are asked the same.
 */
export class FactResolver {
  private readonly programmeYear: number;
  private readonly lineOf: ReturnType<typeof qualificationFinder>;
  private readonly scalesOf = new Map<string, readonly Scale[]>();
  /** Unmapped values that were named on their file already. */
  private readonly named = new Set<string>();
  private readonly finders = new Map<SourceSettings | null, AspectFinder>();
  /** What stands in columns of subjects, qualifications and staff. */
  readonly keys = new KeyTexts(this);

  constructor(
    readonly programme: Programme,
    readonly students: StudentIndex,
    readonly missing: MissingTokens,
    readonly subject: SubjectFinder,
  ) {
    this.lineOf = qualificationFinder(programme.settings);
    this.programmeYear = Number(programme.settings.academicYear.slice(0, 4));
  }

  resolve(fact: Fact): Resolution {
    const { row } = fact;
    if ("student_id" in row || "upn" in row || "uln" in row) {
      const named = row.student_id ?? row.upn ?? row.uln ?? null;
      if (fact.table === "survey" && named === null) return this.survey(fact);
      const student = this.students.find(row);
      if (student === "contradicting") {
        refuseStudent(
          fact,
          "The identifiers of this line are those of two students. A column may have been sorted by itself: export again, or leave one of the identifiers out.",
        );
        return "refused";
      }
      if (!student) {
        refuseStudent(fact, this.whyUnknown(row, named as string | null));
        return "refused";
      }
      const { names } = fact.record.file;
      if (names?.contradicts(fact.record, student.studentId)) {
        refuseName(fact, names.columns.label);
        return "refused";
      }
      row.student_id = student.studentId;
      if (typeof row.subject === "string") row.subject = this.subject(row.subject);
      if (fact.table === "reviews") return this.review(fact);
      if (fact.table === "predictions") return this.prediction(fact, student);
    }
    if (fact.table === "attendance_marks") return this.mark(fact);
    if (fact.table === "attendance_totals") return this.totals(fact);
    if (fact.table === "survey") return this.survey(fact);
    if (fact.table === "agreements") return this.agreement(fact);
    if (fact.table === "calendar") return this.calendar(fact);
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

  /** The scales of predicted, target and final grades of a qualification or subject in a year group; none if undeclared. */
  qualificationScales(qualification: string | null, subject: string, year: string): readonly Scale[] {
    const key = JSON.stringify([qualification, subject, year]);
    const known = this.scalesOf.get(key);
    if (known) return known;
    const line = this.lineOf(
      qualification,
      subject,
      ({ yearGroups }) => !yearGroups || yearGroups.includes(year),
    );
    const scales = line ? scaleIds(line).map((id) => this.programme.scales.get(id)!) : [];
    this.scalesOf.set(key, scales);
    return scales;
  }

  /**
   * A grade as its scale spells it; "missing" for a missing token that is no grade; "ambiguous" where several scales
   * have it; null if none has.
   * @param column The header of a wide column, or the column grade.
   */
  gradeOn(
    scales: readonly Scale[],
    typed: string,
    source: SourceSettings | null,
    column: string,
  ): ScaledGrade | "missing" | "ambiguous" | null {
    return gradeOnScales(scales, typed) ?? (this.missing.has(typed, source, column) ? "missing" : null);
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
        const { file } = fact.record;
        const text = row.criterion as string;
        const message = unknownAspectMessage(this.programme, file, text, this.students.isName);
        return this.refuse(fact, "criterion", message, shownName(text, this.students.isName));
      }
      row.criterion = criterion;
    }
    return this.grade(fact, [this.criterionScale(row.criterion as string)], null);
  }

  private prediction(fact: Fact, student: KnownStudent): Resolution {
    const { row } = fact;
    const year = this.yearGroupOn(student, row.review_date as string);
    const subject = row.subject as string;
    const scales = this.qualificationScales(row.qualification as string | null, subject, year);
    if (scales.length > 0) return this.grade(fact, scales, subject);
    const typed = row.grade as string | null;
    if (typed === null || this.missing.has(typed, fact.record.file.source, fact.column ?? "grade"))
      return "missing";
    return this.refuse(
      fact,
      "grade",
      `No scale is declared for predicted grades in ${subject}, year ${year}. Add to "qualifications" in programme.json: {"match": ${JSON.stringify(subject)}, "scale": "<scale id>"}.`,
      typed,
    );
  }

  /**
   * A grade is on the scale, or a missing token, or refused. A grade of the scale wins over a missing token.
   * @param subject The subject of a predicted grade; null for a criterion's.
   */
  private grade(fact: Fact, scales: readonly Scale[], subject: string | null): Resolution {
    const typed = fact.row.grade as string | null;
    if (typed === null) return "missing";
    const found = this.gradeOn(scales, typed, fact.record.file.source, fact.column ?? "grade");
    if (found === "missing") return "missing";
    if (found === "ambiguous")
      return this.refuse(fact, "grade", ambiguousGrade(scales, typed, subject!), typed);
    if (found === null)
      return this.refuse(
        fact,
        "grade",
        gradeRefusal(scales, typed, subject),
        shownGrade(typed),
        gradeRemedy(scales, subject),
      );
    fact.row.grade = found.grade;
    fact.row.scale = found.scale.id;
    return "kept";
  }

  private mark(fact: Fact): Resolution {
    const { row } = fact;
    row.session = readSession(row.session as string);
    if (row.mark === null) return "missing";
    const mark = row.mark as string;
    const meaning = attendanceCode(mark, row.date as string);
    if (typeof meaning !== "string") {
      row.category = meaning.category;
      return "kept";
    }
    // A register writes "-" where no mark was taken: not an absence, so it is counted, and needs no naming.
    if (this.missing.has(mark, fact.record.file.source, fact.column ?? "mark")) return "unmapped";
    return this.unmapped(
      fact,
      "mark",
      mark,
      `This mark is not counted: ${markDoubt(mark, row.date as string)}.`,
    );
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
    if (!declared) {
      return this.unmapped(
        fact,
        "question",
        row.question as string,
        `This question is not declared under "survey" in programme.json, so its answers are not counted.`,
      );
    }
    row.question = declared.question;
    const answered = row.answer as string | null;
    if (answered === null || this.missing.has(answered, fact.record.file.source, "answer")) return "missing";
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

  private calendar(fact: Fact): Resolution {
    const fault = calendarFault(fact);
    if (!fault) return "kept";
    refuseFact(fact, fault);
    return "refused";
  }

  /** A mark or question that the settings do not know: counted, left out, and named where a file first holds it. */
  private unmapped(fact: Fact, column: "mark" | "question", value: string, message: string): Resolution {
    const { file, first } = fact.record;
    if (this.wasNamed(file, column, value)) return "unmapped";
    this.named.add(nameKey(file, column, value));
    file.warn(first, {
      column: fact.column ?? file.headers.get(column) ?? column,
      code: "unmapped-value",
      message: `${message} It is counted as not mapped, here and wherever this file repeats it.`,
      value: column === "mark" && value.length <= 4 && !/\p{L}{3}/u.test(value) ? value : null,
    });
    return "unmapped";
  }

  /** Why a row names no student, and what to do. */
  private whyUnknown(row: Fact["row"], named: string | null): string {
    if (named === null)
      return "This line does not say which student it is about. Complete the identifier in the export.";
    const why = this.students.whyUnknown(row);
    if (why === "no-students")
      return "No student is known: the student list was not read, or is not in the folder. Mend that first.";
    if (why === "refused")
      return "The student of this line stands in the student list, but that line was refused, for it contradicts another one. Mend the student list first.";
    if (why !== "not-listed") {
      const number = why === "two-have-upn" ? "UPN" : "ULN";
      return `Two students of the student list have this ${number}, so it does not say which of them is meant. Correct it in the student list, or give the school's own identifier here.`;
    }
    const zeros = lostLeadingZeros(named, (id) => this.students.hasIdentifier(id));
    const remedy = zeros
      ? leadingZerosMessage(zeros)
      : "Leavers must stay in the student list: export it again with them, or correct the identifier here.";
    return `This line names a student who is not in the student list. ${remedy}`;
  }

  /** @param remedy What to do, where the message is the reason alone: one sentence. */
  private refuse(
    fact: Fact,
    column: string,
    message: string,
    value: string | null = null,
    remedy: string | null = null,
  ): Resolution {
    const isReasonOnly = remedy !== null && !message.includes(". ");
    refuseFact(fact, {
      column,
      code: "constraint-error",
      message,
      value,
      ...(isReasonOnly ? { remedy } : {}),
    });
    return "refused";
  }
}

const nameKey = (file: SourceFile, column: string, value: string): string =>
  JSON.stringify([file.place, column, value]);
