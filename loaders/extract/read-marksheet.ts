import type { Programme } from "../programme/load-settings.ts";
import { predictionKinds } from "../programme/schema.ts";
import { type Aspect, type AspectFinder, aspectFinder, unknownAspectMessage } from "./aspects.ts";
import { takeBeside } from "./beside-subjects.ts";
import { longMarksheetPlan, wideMarksheetPlan } from "./bulk/marksheet-plan.ts";
import { type ColumnMap, fold, headerKey, headersOf, identityColumns, mapColumns } from "./columns.ts";
import { dateDoubt, doubtColumn } from "./date-doubts.ts";
import { doubtfulHeaders, doubtMessage } from "./doubtful-headers.ts";
import type { Fact } from "./fact.ts";
import { lowerFirst, settingsHint } from "./layout/snippet.ts";
import { warnOfReviewDates, warnOfUnknownAspects } from "./marksheet-warnings.ts";
import { missingColumns, unusedHeaders } from "./missing-columns.ts";
import { otherGradesDoubt } from "./other-grades.ts";
import { type Heading, preambleOf } from "./read-heading.ts";
import { warnRepeated } from "./read-long.ts";
import { textsReader } from "./read-text.ts";
import type { Value } from "./read-value.ts";
import { type Destination, deliver, type RecordReader, studentTest } from "./record-reader.ts";
import { dateOfRecord, type ReviewDate, reviewDateFinder } from "./review-date.ts";
import { refuseOtherSubject, refuseSharedSubject, subjectHint } from "./sheet-subject.ts";
import {
  factsTwice,
  refuseBetweenSubjects,
  refuseSideBySide,
  warnOfColumnsBeside,
  withoutBeside,
} from "./side-by-side.ts";
import { slippedTest } from "./slipped-row.ts";
import type { SourceFile, SourceRecord } from "./source-file.ts";
import { studentColumns } from "./tables.ts";
import { type TellingColumns, tellingColumns } from "./telling-columns.ts";
import { takeTwins } from "./twin-columns.ts";
import { shownName } from "./values/shown-value.ts";

const describingTexts = [...identityColumns, "subject", "review", "teacher", "qualification"];
const describing = [...describingTexts, "review_date"];

/** Columns of grades that are not read for one reason, and what is said of them. */
export interface UnreadColumns {
  labels: string[];
  problem: Parameters<SourceFile["warn"]>[1];
}

export interface GradeColumn {
  index: number;
  label: string;
  subject: string | null;
  aspect: Aspect;
}

/**
 * Reads a marksheet: reviews and predictions together. Wide: one row a student with a column per subject and aspect,
 * or one row a student and subject with a column per aspect. Long: one row a grade, with the aspect in a column.
 */
export function readMarksheet(
  programme: Programme,
  file: SourceFile,
  header: Heading,
  to: Destination,
): RecordReader | null {
  const finder = aspectFinder(programme, file.source);
  const long = mapColumns(header.labels, new Set([...describing, "criterion", "grade"]), file.source);
  if (long.index.has("criterion") && long.index.has("grade"))
    return readLongMarksheet(programme, file, header, long, finder, to);

  const result = long.index.get("grade");
  const declared = new Set(Object.keys(file.source?.aspects ?? {}).map(fold));
  if (result !== undefined && !declared.has(fold(header.labels[result]!))) {
    const label = header.labels[result]!;
    const of = { predictions: `<${predictionKinds.join(" | ")}>` };
    file.unmappedColumns.push(...long.rest.map((i) => header.labels[i]!).filter((name) => name !== ""));
    file.refuse({
      column: label,
      code: "missing-label",
      message: `The column "${label}" holds grades, but no column says what is graded in it. If one does: ${lowerFirst(settingsHint(file, file.table!, { columns: { "<header in the file>": "criterion" } }))} If every grade is of one kind: ${lowerFirst(settingsHint(file, file.table!, { aspects: { [label]: of } }))}${unusedHeaders(file, long.index.size)}`,
    });
    return null;
  }
  file.layout = "wide";
  const found = gradeColumns(header, finder, file);
  const aspects = new Set(found.map((column) => column.index));
  const labels = header.labels.map((label, i) => (aspects.has(i) ? "" : label));
  const mapped = mapColumns(labels, new Set([...describing, ...studentColumns]), file.source);
  const { rest } = mapped;
  const cells = found.map((column) => column.index);
  const own = new Set(Object.keys(file.source?.columns ?? {}).map(headerKey));
  const isDeclared = (i: number) => own.has(headerKey(labels[i]!));
  const { index, repeated, left } = withoutBeside(mapped, found, isDeclared);
  if (refuseSideBySide(file, labels, { index, repeated }, cells)) return null;
  if (refuseBetweenSubjects(file, labels, { index }, found, isDeclared)) return null;
  warnRepeated(file, labels, repeated);
  warnOfColumnsBeside(file, labels, left);
  file.headers = headersOf(labels, index);
  file.unmappedColumns.push(...rest.map((i) => labels[i]!).filter((label) => label !== ""));
  const { certain, beside } = takeBeside(programme, file, header, found, finder);
  const { grades, twins } = takeTwins(programme, file, certain, header.above ? 2 : 1);
  file.unmappedColumns.push(...[...twins, ...beside].flatMap(({ labels }) => labels));
  const doubts = [...doubtfulHeaders(programme, file, header, index, finder), ...beside];
  const date = reviewDateFinder(file, header, index);
  if (refuseDate(file, header, date) || (found.length > 0 && refuseSharedSubject(file))) return null;
  if (refuseOtherSubject(programme.settings, file, header, found)) return null;
  const unread = [...twins, ...doubts];
  if (!refuseWithout(file, index, grades, date, unread, subjectHint(file, finder, labels))) return null;
  if (
    refuseOthers(
      file,
      header,
      date!,
      grades.map(({ aspect }) => aspect),
    )
  )
    return null;
  // The whole file is not refused, so the error stands on the header; XML has no line of its own for it.
  for (const { problem } of twins) file.lose({ first: Math.max(1, header.last) }, problem);
  for (const { problem } of doubts) file.warn(null, problem);
  warnOfReviewDates(programme, file, date!, preambleOf(header));
  warnOfUnknownAspects(programme, file, header, index, grades, finder);

  const describe = describer(index, to);
  const isName = to.resolver?.students.isName ?? (() => true);
  const telling = tellingColumns(programme, file, header, index, cells, date!, isName);
  const refuseSlipped = slippedTest(programme, index, grades, isName);
  return {
    isDated: !("fixed" in date!),
    isOfStudent: studentTest(index, to),
    settle: () => settleDates(file, header, date!, telling),
    read(record) {
      telling?.noteCells(record.first, record.cells);
      const on = dateOfRecord(date!, record, header, isName);
      if (!on || !namesStudent(record, index)) return;
      const shared = describe(record, on);
      if (!shared) return;
      if (!shared.subject && grades.some((column) => column.subject === null)) return refuseSubject(record);
      if (refuseSlipped(record)) return;
      for (const { subject, aspect, index: cell, label } of grades) {
        const row = { ...shared, subject: subject ?? shared.subject!, grade: record.cells[cell] || null };
        deliver(to, gradeFact(row, aspect, record, label));
      }
    },
    plan: wideMarksheetPlan(file, header.labels.length, index, grades, date!, telling, to),
  };
}

/** Refuses a file or sheet that may be of another review than the date that is known. */
function refuseDate(file: SourceFile, header: Heading, date: ReviewDate | null): boolean {
  const message = dateDoubt(file, date, preambleOf(header));
  if (message !== null) file.refuse({ column: "review_date", code: "missing-label", message });
  return message !== null;
}

/** Refuses a file or sheet whose grades may be others than its columns say. */
function refuseOthers(
  file: SourceFile,
  header: Heading,
  date: ReviewDate,
  aspects: readonly Aspect[] | null,
): boolean {
  const message = otherGradesDoubt(file, date, preambleOf(header), aspects);
  if (message !== null) file.refuse({ column: null, code: "missing-label", message });
  return message !== null;
}

/** Takes back what the whole file shows to be of another time than it was read as. */
function settleDates(
  file: SourceFile,
  header: Heading,
  date: ReviewDate,
  telling: TellingColumns | null,
): void {
  telling?.settle();
  if ("column" in date) doubtColumn(file, preambleOf(header));
}

function gradeColumns(header: Heading, finder: AspectFinder, file: SourceFile): GradeColumn[] {
  const hasSubject = mapColumns(header.labels, new Set(["subject"]), file.source).index.has("subject");
  const own = new Set(Object.keys(file.source?.columns ?? {}).map(headerKey));
  const splits = finder.splitAll(header.labels);
  const columns: GradeColumn[] = [];
  header.labels.forEach((label, index) => {
    if (own.has(headerKey(label))) return;
    const above = header.above?.[index];
    const found =
      hasSubject || above
        ? { subject: hasSubject ? null : above!, aspect: finder.whole(label) }
        : (splits[index] ?? ofOneSubject(file, finder, label));
    if (!found?.aspect || found.aspect === "ignored") return;
    columns.push({
      index,
      label: above ? `${above} ${label}` : label,
      subject: found.subject,
      aspect: found.aspect,
    });
  });
  return columns;
}

/** What a header is that names an aspect alone, where the source says the subject of all. */
function ofOneSubject(
  { source }: SourceFile,
  finder: AspectFinder,
  label: string,
): { subject: string; aspect: Aspect | "ignored" | null } | null {
  return source?.subject === undefined ? null : { subject: source.subject, aspect: finder.whole(label) };
}

function refuseWithout(
  file: SourceFile,
  index: ReadonlyMap<string, number>,
  grades: readonly GradeColumn[],
  date: unknown,
  unread: readonly UnreadColumns[] = [],
  ofSubject: string | null = null,
): boolean {
  const hint = (settings: Record<string, unknown>) => lowerFirst(settingsHint(file, file.table!, settings));
  if (!identityColumns.some((column) => index.has(column))) {
    file.refuse({
      column: "student_id",
      code: "missing-label",
      message: missingColumns(file, file.table!, "The marksheet", ["student_id"], index.size + grades.length),
    });
    return false;
  }
  if (grades.length === 0) {
    const say = `Say what they are: ${hint({ aspects: { "<end of the header>": "<criterion id>" } })}${unusedHeaders(file, index.size)}`;
    const [first] = unread;
    const isAll = unread.flatMap(({ labels }) => labels).length === file.unmappedColumns.length;
    file.refuse(
      first
        ? {
            ...first.problem,
            message: `${first.problem.message}${isAll ? "" : ` No other column of the marksheet ends in a known aspect. ${say}`}`,
          }
        : {
            column: null,
            code: "missing-label",
            message: ofSubject ?? `No column of the marksheet ends in a known aspect. ${say}`,
          },
    );
    return false;
  }
  if (!date) {
    file.refuse({
      column: "review_date",
      code: "missing-label",
      message: `The marksheet does not say when the review was, or its names and titles say different days. Add a review date column, put the date into the file name (2012-10-12), or say it: ${hint({ reviewDate: "<YYYY-MM-DD>" })}`,
    });
    return false;
  }
  return true;
}

/** What a record holds is of the subject in its column, so none of it can be used. */
function refuseSubject(record: SourceRecord): void {
  const column = record.file.headers.get("subject");
  record.file.quarantine(record, {
    column: column ?? record.file.headers.get("criterion") ?? "subject",
    code: "constraint-error",
    message:
      column === undefined
        ? "This line does not say which subject it is about: it names an aspect alone, and the file has no column of subjects. Export that column too, or name the subject before the aspect."
        : "This line does not say which subject it is about. Complete the subject in the export.",
  });
}

function namesStudent(record: SourceRecord, index: ReadonlyMap<string, number>): boolean {
  const named = identityColumns.some((name) => index.has(name) && record.cells[index.get(name)!] !== "");
  if (!named) {
    record.file.quarantine(record, {
      column: record.file.headers.get(identityColumns.find((name) => index.has(name))!)!,
      code: "constraint-error",
      message: "This line does not say which student it is about. Complete the identifier in the export.",
    });
  }
  return named;
}

/** Reads the texts that a record's grades share, with its date; null where the record was quarantined. */
function describer(
  index: ReadonlyMap<string, number>,
  to: Destination,
): (record: SourceRecord, date: string) => Record<string, Value> | null {
  const empty = Object.fromEntries(describingTexts.map((name): [string, Value] => [name, null]));
  const read = textsReader(index, describingTexts, to);
  return (record, date) => {
    const texts = read(record);
    return texts && { ...empty, ...texts, review_date: date };
  };
}

function gradeFact(
  row: Record<string, Value>,
  aspect: Aspect,
  record: SourceRecord,
  column: string | null,
): Fact {
  if ("criterion" in aspect) {
    const { qualification: _, ...review } = row;
    return { table: "reviews", row: { ...review, criterion: aspect.criterion }, record, column };
  }
  return { table: "predictions", row: { ...row, kind: aspect.prediction }, record, column };
}

function readLongMarksheet(
  programme: Programme,
  file: SourceFile,
  header: Heading,
  { index, repeated }: ColumnMap,
  finder: AspectFinder,
  to: Destination,
): RecordReader | null {
  if (refuseSideBySide(file, header.labels, { index, repeated }, factsTwice({ index, repeated })))
    return null;
  warnRepeated(file, header.labels, repeated);
  file.headers = headersOf(header.labels, index);
  const date = reviewDateFinder(file, header, index);
  const oneColumn = [{ index: 0, label: "", subject: null, aspect: { criterion: "" } }];
  if (refuseDate(file, header, date) || !refuseWithout(file, index, oneColumn, date)) return null;
  if (refuseOthers(file, header, date!, null)) return null;
  warnOfReviewDates(programme, file, date!, preambleOf(header));
  file.unmappedColumns.push(
    ...header.labels.filter((label, i) => label !== "" && ![...index.values()].includes(i)),
  );
  const criterion = index.get("criterion")!;
  const isName = to.resolver?.students.isName ?? (() => true);
  const telling = tellingColumns(programme, file, header, index, [], date!, isName);
  const describe = describer(index, to);
  const longMessage = (text: string, hasSubject: boolean): string => {
    const doubt = hasSubject || shownName(text, isName) === null ? null : finder.doubt(text);
    return doubt
      ? doubtMessage(programme, file, doubt, { first: text, others: 0, hasSubject })
      : unknownAspectMessage(programme, file, text, isName);
  };
  return {
    isDated: !("fixed" in date!),
    isOfStudent: studentTest(index, to),
    settle: () => settleDates(file, header, date!, telling),
    read(record) {
      telling?.noteCells(record.first, record.cells);
      const on = dateOfRecord(date!, record, header, isName);
      if (!on || !namesStudent(record, index)) return;
      const row = describe(record, on);
      if (!row) return;
      const text = record.cells[criterion]!;
      const found = row.subject
        ? { subject: row.subject as string, aspect: finder.whole(text) }
        : finder.split(text);
      if (!found?.aspect && row.subject === null) {
        // A known aspect alone: what the line lacks is its subject.
        const alone = finder.whole(text);
        if (alone === "ignored") to.store.counts.reviews.unmapped++;
        else if (alone !== null) refuseSubject(record);
        if (alone !== null) return;
      }
      if (!found?.aspect) {
        file.quarantine(record, {
          column: header.labels[criterion]!,
          code: "constraint-error",
          message: longMessage(text, row.subject !== null),
          value: shownName(text, isName),
        });
        return;
      }
      if (found.aspect === "ignored") {
        to.store.counts.reviews.unmapped++;
        return;
      }
      const grade = record.cells[index.get("grade")!] || null;
      deliver(to, gradeFact({ ...row, subject: found.subject, grade }, found.aspect, record, null));
    },
    plan: longMarksheetPlan(file, header.labels.length, index, finder, date!, telling, to),
  };
}
