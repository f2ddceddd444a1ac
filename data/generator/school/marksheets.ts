import { type Cell, csv } from "../csv.ts";
import { dayFirst } from "../dates.ts";
import { surnameFirst } from "../people.ts";
import { Random } from "../random.ts";
import type { SchoolStudent } from "./roster.ts";

/** The cells of one subject for one student, in the order of `aspects`; null where the subject is not taken. */
type SubjectCells = (student: SchoolStudent, subject: string) => readonly Cell[] | null;

interface Sheet {
  title: string;
  printedOn: string;
  subjects: readonly string[];
  aspects: readonly string[];
  students: readonly SchoolStudent[];
  /** One header row with "Biology Effort", or two with the subject above its aspects. */
  headerRows: 1 | 2;
  /** A column that says the same of every student. */
  constant?: readonly [header: string, value: string];
  cells: SubjectCells;
}

/** A wide marksheet as SIMS exports it: titles, header, one row a student, and Mean and Total at the foot. */
export function marksheet(sheet: Sheet): Buffer {
  const { subjects, aspects, constant } = sheet;
  const fixed = ["Name", "Reg", "UPN", ...(constant ? [constant[0]] : [])];
  const rows = sheet.students.map((student) => [
    surnameFirst(student.person),
    student.form,
    student.upn,
    ...(constant ? [constant[1]] : []),
    ...subjects.flatMap((subject) => sheet.cells(student, subject) ?? aspects.map(() => "")),
  ]);
  const body = [...header(sheet, fixed), ...rows, ...foot(rows, fixed.length)];
  const titles = [
    "Northgate Park School",
    `Marksheet: ${sheet.title}`,
    `Printed: ${dayFirst(sheet.printedOn)} 08:14`,
    "",
  ];
  return csv(body, { encoding: "windows-1252", lineEnd: "\r\n", quote: "spaces", titles });
}

function header({ headerRows, subjects, aspects }: Sheet, fixed: readonly string[]): Cell[][] {
  if (headerRows === 1) {
    return [[...fixed, ...subjects.flatMap((subject) => aspects.map((aspect) => `${subject} ${aspect}`))]];
  }
  const above = subjects.flatMap((subject) => aspects.map((_, index) => (index === 0 ? subject : "")));
  return [
    [...fixed.map(() => ""), ...above],
    [...fixed, ...subjects.flatMap(() => aspects)],
  ];
}

function foot(rows: readonly (readonly Cell[])[], fixed: number): Cell[][] {
  const means = rows[0]!.slice(fixed).map((_, index) => {
    const numbers = rows.map((row) => row[fixed + index]!).filter((cell) => /^\d$/.test(String(cell)));
    const sum = numbers.reduce<number>((total, cell) => total + Number(cell), 0);
    return numbers.length ? (sum / numbers.length).toFixed(1) : "";
  });
  const blank = (count: number) => Array<string>(count).fill("");
  return [
    ["Mean", ...blank(fixed - 1), ...means],
    ["Total", rows.length, ...blank(fixed - 2 + means.length)],
  ];
}

/** Now and then a cell as people leave it: missing, or with a trailing space. */
export class Untidiness {
  readonly #random: Random;

  constructor(name: string) {
    this.#random = new Random(`untidy ${name}`);
  }

  missing(cell: Cell): Cell {
    return this.#random.chance(0.006) ? this.#random.pick(["-", "N/A", ""]) : cell;
  }

  spaced(cell: Cell): Cell {
    return this.#random.chance(0.003) ? `${cell} ` : cell;
  }
}
