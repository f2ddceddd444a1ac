import type { CellsReading, Document, Part, Row } from "./document.ts";
import { folded, hasControls, isIdentifier, isMissing, onScale, readDay, readYear } from "./oracle.ts";

type Variant = Pick<Document, "encoding" | "declared" | "marked" | "delimiter" | "eol">;
const utf8: Variant = { encoding: "utf-8", declared: true, marked: false, delimiter: ",", eol: "\n" };
type Source = NonNullable<Document["settings"]["sources"]>[number];

/** The settings of a file: its encoding and what is above its header, if they are declared, and what else it needs. */
function sourceOf({ declared, encoding }: Variant, source: Source, skipRows = 0): Document["settings"] {
  return { sources: [declared ? { ...source, encoding, skipRows } : source] };
}

const review5 = ["5", "4", "3", "2", "1"];
const alevel = ["A*", "A", "B", "C", "D", "E", "U"];
const surnames = ["O'Brien", "Ní Bhriain", "Smith-Jönes", "Müller, Graf", "D'Arcy", "Åberg"];
const forenames = ["Jack", "Seán", "Zoë", "Ann", "Bo", "Cyd"];
const ids = Array.from({ length: 9 }, (_, i) => `0${10 + i}`);
const upns = ids.map((id) => `L8234321200${id.slice(1)}`);

/** What each student is called, here and in a marksheet. */
const names = ids.map((_, i) => ({ surname: surnames[i % 6]!, forename: forenames[(i + 1) % 6]! }));

const studentsCsv = `student_id,upn,surname,forename,year_group\n${ids
  .map((id, i) => {
    const { surname, forename } = names[i]!;
    return `${[id, upns[i]!, surname, forename, "12"].map((text) => cell(text, ",")).join(",")}\n`;
  })
  .join("")}`;

/** A cell as RFC 4180 writes it. */
function cell(text: string, delimiter: string): string {
  return /["\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}

function variantTitle({ encoding, declared, marked, delimiter, eol }: Variant): string {
  const end = { "\n": "LF", "\r\n": "CRLF", "\r": "CR" }[eol];
  const between = { ",": "commas", ";": "semicolons", "\t": "tabs" }[delimiter];
  return `${encoding}${declared ? "" : ", not declared"}${marked ? " with a byte order mark" : ""}, ${between}, ${end}`;
}

function partOf(fate: Part["fate"], cells: readonly string[], delimiter: string, facts: Row[] = []): Part {
  return { fate, text: cells.map((text) => cell(text, delimiter)).join(delimiter), facts };
}

/** Where only the header of one of these columns changed, its cells are not read. */
function withoutOptional(...columns: string[]): Document["follows"] {
  return ({ table, values }, original) =>
    table === original.table &&
    columns.some((name) => values[name] !== original.values[name]) &&
    Object.entries(original.values).every(
      ([name, value]) => values[name] === value || (columns.includes(name) && !values[name]),
    );
}

/** One row a grade; some grades missing, dates in both styles, a blank line and the header repeated within. */
function longReviews(variant: Variant): Document {
  const labels = ["student_id", "subject", "review_date", "criterion", "grade", "review", "teacher"];
  const { delimiter } = variant;
  const subjects = ["Maths", "Art, Design", "Français", "D/T"];
  // A text stands in the last cell above the repeated header, where a break within it looks like a title.
  const teachers = ["O'Brien, J", "O'Brien J", "Ní Bhriain; Seán", 'Ms "X"', ""];
  const records = ids.map((id, i): Part => {
    const iso = `2010-10-${String(10 + i)}`;
    const grade = i % 4 === 3 ? "-" : review5[i % 5]!;
    const criterion = i % 2 ? "focus" : "effort";
    const [subject, teacher] = [subjects[i % 4]!, teachers[(i >> 1) % 5]!];
    const values = {
      student_id: id,
      subject,
      review_date: iso,
      criterion,
      grade,
      review: i % 3 ? "Été" : null,
      teacher: teacher || null,
    };
    const cells = [
      id,
      subject,
      i % 2 ? `${10 + i}/10/2010` : iso,
      i % 3 ? criterion : criterion.toUpperCase(),
      grade,
      values.review ?? "",
      teacher,
    ];
    const facts: Row[] = grade === "-" ? [] : [{ table: "reviews", column: null, values }];
    return partOf("accepted", cells, delimiter, facts);
  });
  const blank: Part = { fate: "blank", text: "", facts: [] };
  const repeated = partOf("header", labels, delimiter);
  return {
    ...variant,
    title: `reviews, one row a grade (${variantTitle(variant)})`,
    name: "reviews.csv",
    labels,
    parts: [
      partOf("header", labels, delimiter),
      ...records.slice(0, 3),
      blank,
      ...records.slice(3, 6),
      repeated,
      ...records.slice(6),
    ],
    settings: sourceOf(variant, { table: "reviews", files: "reviews.csv" }),
    companions: { "students.csv": studentsCsv },
    read: readReview,
    follows: withoutOptional("review", "teacher"),
  };
}

/** An aspect as it is written in a cell, without the sigil that some MIS put before it. */
function aspectOfCell(typed: string): string {
  return folded(typed).replace(/^[*#~^!]+ ?/, "");
}

function readReview(cells: string[]): CellsReading {
  const [student_id, subject, date, typed, text, review, teacher] = cells.map((text) =>
    text.normalize("NFC"),
  );
  const review_date = readDay(date!);
  const criterion = ["focus", "effort"].find((id) => id === aspectOfCell(typed!));
  if (!ids.includes(student_id!) || !subject || !review_date || !criterion) return "refused";
  if (hasControls(teacher!)) return "refused";
  const grade = onScale(text!, review5);
  if (!grade) return isMissing(text!) ? { facts: [], lost: [] } : "refused";
  const values = {
    student_id: student_id!,
    subject,
    review_date,
    criterion,
    grade,
    review: review || null,
    teacher: teacher || null,
  };
  return { facts: [{ table: "reviews", column: null, values }], lost: [] };
}

const marksheetAspects = [
  ["Focus", { criterion: "focus" }],
  ["Effort in Lesson", { criterion: "effort" }],
  ["Pred", { kind: "predicted" }],
] as const;
const marksheetSubjects = ["Biology", "Maths, Further", "Français"];
const gradeColumns = marksheetSubjects.flatMap((subject) =>
  marksheetAspects.map(([aspect, means]) => ({ label: `${subject} ${aspect}`, subject, means })),
);

/** One row a student, a column per subject and aspect; titles above, statistics rows below. */
function marksheet(variant: Variant): Document {
  const labels = ["Name", "Reg", "UPN", ...gradeColumns.map(({ label }) => label)];
  const { delimiter } = variant;
  const records = upns.map((upn, i): Part => {
    const grades = gradeColumns.map(({ means }, column) => {
      if ((i + column) % 7 === 6) return ["", "-", "N/A"][i % 3]!;
      return "criterion" in means
        ? review5[(i + 2 * column) % 5]!
        : `${alevel[(i + column) % 7]}${i % 4 ? "" : " "}`;
    });
    const facts = gradeColumns.flatMap((column, c) =>
      isMissing(grades[c]!.trim()) ? [] : [gradeOf(ids[i]!, column, grades[c]!.trim())],
    );
    const name = `${names[i]!.surname}, ${names[i]!.forename}`;
    return partOf("accepted", [name, "12A", upn, ...grades], delimiter, facts);
  });
  const statistics = (word: string, value: string) =>
    partOf("footer", [word, "", "", ...gradeColumns.map((_, i) => (i % 3 < 2 ? value : ""))], delimiter);
  const title = (text: string): Part => ({ fate: "preamble", text, facts: [] });
  return {
    ...variant,
    title: `a marksheet, one row a student (${variantTitle(variant)})`,
    name: "marks.csv",
    labels,
    parts: [
      title("Thornley College"),
      title("Marksheet: 12 Review 1 2010"),
      title("Printed: 12/11/2010 08:14"),
      title(""),
      partOf("header", labels, delimiter),
      ...records,
      statistics("Mean", "2.3"),
      statistics("Total", "9"),
    ],
    settings: sourceOf(
      variant,
      {
        table: "marksheet",
        files: "marks.csv",
        aspects: { "Effort in Lesson": "effort", Pred: { predictions: "predicted" } },
        reviewDate: "2010-10-08",
      },
      4,
    ),
    companions: { "students.csv": studentsCsv },
    read: readMarks,
    follows: (row, original, changed) =>
      changed.some(
        (label) => plain(label) === plain(`${row.values.subject} ${aspectOf(original.column!)}`),
      ) &&
      Object.entries(original.values).every(
        ([name, value]) => row.values[name] === value || name === "subject",
      ),
  };
}

/** A header without the sigils and separators that do not count around its subject and aspect. */
function plain(label: string): string {
  return label.replace(/[\s_*#~^!:|/–—(-]+/g, " ").trim();
}

function aspectOf(label: string): string {
  return marksheetAspects.find(([aspect]) => label.endsWith(` ${aspect}`))![0];
}

function gradeOf(
  student_id: string,
  { label, subject, means }: (typeof gradeColumns)[number],
  grade: string,
): Row {
  const values = { student_id, subject, review_date: "2010-10-08", grade, ...means };
  return { table: "criterion" in means ? "reviews" : "predictions", column: label, values };
}

function isNameOfAnother(text: string, student: number): boolean {
  const [own, ...others] = [names[student]!, ...names].map(
    ({ surname, forename }) => `${surname}, ${forename}`,
  );
  return text !== own && others.includes(text);
}

function readMarks(cells: string[]): CellsReading {
  const student = upns.indexOf(cells[2]!.normalize("NFC").toUpperCase());
  if (student < 0 || isNameOfAnother(cells[0]!, student)) return "refused";
  const facts: Row[] = [];
  const lost: string[] = [];
  gradeColumns.forEach((column, i) => {
    const text = cells[3 + i]!;
    const grade = onScale(text, "criterion" in column.means ? review5 : alevel);
    if (grade) facts.push(gradeOf(ids[student]!, column, grade));
    else if (!isMissing(text)) lost.push(column.label);
  });
  return { facts, lost };
}

/** One row a student, the school over several lines in one quoted cell. */
function students(variant: Variant): Document {
  const labels = ["student_id", "surname", "forename", "year_group", "school", "tutor_group"];
  const schools = ["Thornley\nCollege", "", 'The "Old"\n\nSchool, Thornley', "Thornley College", "A,\nB;\nC"];
  const parts = ids.map((student_id, i): Part => {
    const [school, tutor_group] = [schools[i % 5]!, i % 3 ? "12A" : ""];
    const cells = [
      student_id,
      surnames[i % 6]!,
      forenames[i % 6]!,
      i % 2 ? "12" : "Year  12",
      school,
      tutor_group,
    ];
    const values = {
      student_id,
      surname: cells[1]!,
      forename: cells[2]!,
      year_group: "12",
      school: school || null,
      tutor_group: tutor_group || null,
    };
    return partOf("accepted", cells, variant.delimiter, [{ table: "students", column: null, values }]);
  });
  return {
    ...variant,
    title: `students, with cells over several lines (${variantTitle(variant)})`,
    name: "students.csv",
    labels,
    parts: [partOf("header", labels, variant.delimiter), ...parts],
    settings: sourceOf(variant, { table: "students", files: "students.csv" }),
    companions: {},
    read: readStudent,
    follows: withoutOptional("school", "tutor_group"),
  };
}

function readStudent(cells: string[]): CellsReading {
  const [student_id, surname, forename, typed, school, tutor_group] = cells.map((text) =>
    text.normalize("NFC"),
  );
  const year_group = readYear(typed!);
  if (!isIdentifier(student_id!) || !surname || !forename || !year_group) return "refused";
  if (hasControls(surname) || hasControls(forename)) return "refused";
  const values = {
    student_id: student_id!,
    surname,
    forename,
    year_group,
    school: school || null,
    tutor_group: tutor_group || null,
  };
  return { facts: [{ table: "students", column: null, values }], lost: [] };
}

const codes = [..."/\\LBPVWCEIMRSTGNOUDXZ#HFJY"];
const sessions = ["Mon", "Tue", "Wed"].flatMap((day, i) =>
  ["AM", "PM"].map((session) => ({ label: `${day}${session}`, date: `2010-10-0${4 + i}`, session })),
);

/** One row a student, a column per session of a week. */
function register(variant: Variant): Document {
  const labels = ["StudentId", ...sessions.map(({ label }) => label), "Note"];
  const parts = ids.map((id, i): Part => {
    const marks = sessions.map((_, s) => ((i + s) % 8 === 7 ? "" : codes[(i * 5 + s) % codes.length]!));
    const facts = sessions.flatMap((session, s) => (marks[s] ? [markOf(id, session, marks[s]!)] : []));
    return partOf("accepted", [id, ...marks, i % 4 ? "" : "late, again"], variant.delimiter, facts);
  });
  return {
    ...variant,
    title: `a weekly register (${variantTitle(variant)})`,
    name: "attendance-2010-10-04.csv",
    labels,
    parts: [partOf("header", labels, variant.delimiter), ...parts],
    settings: sourceOf(variant, { table: "attendance", files: "attendance*.csv" }),
    companions: { "students.csv": studentsCsv },
    read: readMarksOfWeek,
    follows: ({ values }, original, changed) =>
      values.student_id === original.values.student_id &&
      values.mark === original.values.mark &&
      changed.some((label) => sessions.some((s) => s.label !== original.column && labelLike(label, s.label))),
  };
}

function labelLike(label: string, session: string): boolean {
  return label.toLowerCase().startsWith(session.slice(0, 3).toLowerCase()) && /[ap]m$/i.test(label);
}

function markOf(student_id: string, { label, date, session }: (typeof sessions)[number], mark: string): Row {
  return { table: "attendance_marks", column: label, values: { student_id, date, session, mark } };
}

function readMarksOfWeek(cells: string[]): CellsReading {
  const student_id = cells[0]!.normalize("NFC");
  if (!ids.includes(student_id)) return "refused";
  const facts: Row[] = [];
  const lost: string[] = [];
  sessions.forEach((session, i) => {
    const mark = cells[1 + i]!;
    if (codes.includes(mark)) facts.push(markOf(student_id, session, mark));
    else if (!isMissing(mark)) lost.push(session.label);
  });
  return { facts, lost };
}

/** One row a result, with the aspect in a column: criteria and predictions in one file. */
function longMarksheet(variant: Variant): Document {
  const labels = ["UPN", "Subject", "Aspect", "Result", "Result Date", "Staff"];
  const { delimiter } = variant;
  const records = upns.map((upn, i): Part => {
    const [aspect, means] = marksheetAspects[i % 3]!;
    const scale = "criterion" in means ? review5 : alevel;
    const grade = i % 5 === 4 ? "N/A" : scale[i % scale.length]!;
    const teacher = i % 2 ? "O'Brien, J" : "";
    const subject = marksheetSubjects[(i >> 1) % 3]!;
    const date = `2010-10-${10 + i}`;
    const cells = [upn, subject, aspect, grade, i % 2 ? date : `${10 + i}.10.2010`, teacher];
    const facts = isMissing(grade) ? [] : [resultOf(ids[i]!, subject, means, grade, date, teacher || null)];
    return partOf("accepted", cells, delimiter, facts);
  });
  return {
    ...variant,
    title: `a marksheet, one row a result (${variantTitle(variant)})`,
    name: "marks.csv",
    labels,
    parts: [partOf("header", labels, delimiter), ...records],
    settings: sourceOf(variant, {
      table: "marksheet",
      files: "marks.csv",
      aspects: { "Effort in Lesson": "effort", Pred: { predictions: "predicted" } },
    }),
    companions: { "students.csv": studentsCsv },
    read: readResult,
    follows: withoutOptional("teacher"),
  };
}

function resultOf(
  student_id: string,
  subject: string,
  means: (typeof marksheetAspects)[number][1],
  grade: string,
  review_date: string,
  teacher: string | null,
): Row {
  const values = { student_id, subject, review_date, grade, teacher, ...means };
  return { table: "criterion" in means ? "reviews" : "predictions", column: null, values };
}

function readResult(cells: string[]): CellsReading {
  const [upn, subject, typed, text, date, teacher] = cells.map((text) => text.normalize("NFC"));
  const student = upns.indexOf(upn!.toUpperCase());
  const review_date = readDay(date!);
  const means = marksheetAspects.find(([aspect]) => folded(aspect) === aspectOfCell(typed!))?.[1];
  if (student < 0 || !subject || !review_date || !means || hasControls(teacher!)) return "refused";
  const grade = onScale(text!, "criterion" in means ? review5 : alevel);
  if (!grade) return isMissing(text!) ? { facts: [], lost: [] } : "refused";
  return {
    facts: [resultOf(ids[student]!, subject, means, grade, review_date, teacher || null)],
    lost: [],
  };
}

/** One row a mark. */
function longAttendance(variant: Variant): Document {
  const labels = ["student_id", "date", "session", "mark", "Room"];
  const { delimiter } = variant;
  const records = ids.map((student_id, i): Part => {
    const values = { student_id, date: `2010-10-${10 + i}`, session: i % 2 ? "AM" : "PM", mark: codes[i]! };
    const cells = [...Object.values(values), i % 2 ? "R1, upstairs" : ""];
    return partOf("accepted", cells, delimiter, [{ table: "attendance_marks", column: null, values }]);
  });
  return {
    ...variant,
    title: `attendance, one row a mark (${variantTitle(variant)})`,
    name: "attendance.csv",
    labels,
    parts: [partOf("header", labels, delimiter), ...records],
    settings: sourceOf(variant, { table: "attendance", files: "attendance*.csv" }),
    companions: { "students.csv": studentsCsv },
    read: (cells) => {
      const [student_id, day, session, mark] = cells.map((text) => text.normalize("NFC"));
      const date = readDay(day!);
      if (!ids.includes(student_id!) || !date || !session) return "refused";
      if (!codes.includes(mark!)) return { facts: [], lost: isMissing(mark!) ? [] : ["mark"] };
      const values = { student_id: student_id!, date, session, mark: mark! };
      return { facts: [{ table: "attendance_marks", column: null, values }], lost: [] };
    },
    follows: () => false,
  };
}

export const documents: readonly Document[] = [
  longReviews(utf8),
  longReviews({ ...utf8, delimiter: ";", eol: "\r\n", marked: true }),
  longReviews({ ...utf8, delimiter: "\t", encoding: "windows-1252" }),
  longReviews({ ...utf8, eol: "\r" }),
  marksheet({ ...utf8, encoding: "windows-1252", eol: "\r\n" }),
  marksheet(utf8),
  students(utf8),
  students({ ...utf8, encoding: "windows-1252", eol: "\r\n" }),
  register(utf8),
  register({ ...utf8, eol: "\r\n", delimiter: ";" }),
  longMarksheet(utf8),
  longMarksheet({ ...utf8, encoding: "windows-1252", eol: "\r\n", delimiter: ";" }),
  longAttendance({ ...utf8, eol: "\r\n" }),
  longReviews({ ...utf8, declared: false, delimiter: ";" }),
  longReviews({ ...utf8, declared: false, encoding: "windows-1252", eol: "\r\n" }),
  marksheet({ ...utf8, declared: false, encoding: "windows-1252", eol: "\r\n" }),
  marksheet({ ...utf8, declared: false, delimiter: "\t" }),
  students({ ...utf8, declared: false, encoding: "windows-1252" }),
  register({ ...utf8, declared: false }),
];
