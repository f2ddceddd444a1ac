import type { SourceSettings } from "../../programme/schema.ts";
import { headerKey, identityColumns, isSessionHeader, mapColumns } from "../columns.ts";
import { studentColumns } from "../tables.ts";
import { isSortedThrough } from "./sorted-report.ts";

/** Columns that only files of one row a fact have; blank-where-same reports are of this kind. */
const factColumns = ["criterion", "grade", "review_date", "date", "subject", "kind", "mark"];

/** Least share of rows without a student by which a file is taken for a report that leaves out what is the same. */
const leastShare = 0.25;

interface StudentCells {
  /** Indices of every column that says who a student is. */
  all: number[];
  identity: number[];
}

function studentCells(
  labels: readonly string[],
  source: Pick<SourceSettings, "columns"> | null,
): StudentCells {
  const { index } = mapColumns(labels, new Set(studentColumns), source);
  return { all: [...index.values()], identity: identityColumns.flatMap((column) => index.get(column) ?? []) };
}

/**
 * Whether a file is a grouped report that prints a student once and leaves the student's cells blank in the rows below,
 * where they are the same. All of this must hold: it has one row a fact; two columns or more describe the student, one
 * of them an identifier; the first row has them; in a quarter of the rows at least all of them are blank, and far more
 * often than the identifier alone; and no student is printed again, neither in the next row nor further down, but after a header was
 * repeated.
 * @param labels The header.
 * @param rows The records in the file's order; null stands for a line that interrupts them: a repeated header, a
 * statistics row, a broken line. More rows make it surer; the whole file is best.
 * @returns a sentence that asks where many rows have no student, but not as such a report leaves them out, or where the
 * report was sorted since.
 */
export function carriesIdentity(
  labels: readonly string[],
  rows: readonly (readonly string[] | null)[],
  source: Pick<SourceSettings, "columns"> | null,
): boolean | { question: string } {
  const { all, identity } = studentCells(labels, source);
  const facts = mapColumns(labels, new Set(factColumns), source).index;
  const isSurvey = labels.some((label) => headerKey(label) === "responseid");
  if (all.length < 2 || identity.length === 0 || facts.size < 2 || isSurvey || labels.some(isSessionHeader))
    return false;

  const text = (row: readonly string[], columns: readonly number[]) =>
    columns.map((i) => row[i]?.trim() ?? "").join("\u001f");
  const isEmpty = (row: readonly string[], columns: readonly number[]) =>
    columns.every((i) => (row[i]?.trim() ?? "") === "");
  const records = rows.filter((row) => row !== null);
  const factCells = [...facts.values()];
  const blank = records.filter((row) => isEmpty(row, all) && !isEmpty(row, factCells)).length;
  const partly = records.filter((row) => isEmpty(row, identity) && !isEmpty(row, all)).length;
  if (blank === 0 || blank < records.length * leastShare) return false;

  const grouped =
    (rows[0] === null || !isEmpty(records[0]!, identity)) &&
    partly * 4 <= blank &&
    !printsAgain(rows, (row) => (isEmpty(row, identity) ? null : text(row, identity)));
  if (!grouped) return { question };
  const sortedBy = sortable.find(({ column, least }) => {
    const i = facts.get(column);
    const cellsOf = (row: readonly string[]) => ({ prints: !isEmpty(row, identity), text: text(row, [i!]) });
    return i !== undefined && isSortedThrough(records.map(cellsOf), least);
  });
  return sortedBy === undefined || { question: sortedQuestion(labels[facts.get(sortedBy.column)!]!) };
}

/** Columns by which a report may have been sorted, with the rows from which on it is no chance: there are few grades. */
const sortable = [
  { column: "subject", least: 6 },
  { column: "criterion", least: 6 },
  { column: "grade", least: 10 },
];

/** Least share of a report's students, and most of the rows below them, in which a column that describes a student is filled. */
const leastDescribed = 0.9;
const mostRepeated = 0.5;

/**
 * Columns of no known meaning that describe the student all the same ("Legal Name"): they are filled where a student is
 * printed, and blank below. A row that fills one of them is about somebody, though its known columns are blank.
 * @param rows The records of a file of which carriesIdentity is true, as there.
 */
export function unknownDescribing(
  labels: readonly string[],
  rows: readonly (readonly string[] | null)[],
  source: Pick<SourceSettings, "columns"> | null,
): number[] {
  const { all, identity } = studentCells(labels, source);
  const isFilled = (row: readonly string[], i: number) => (row[i]?.trim() ?? "") !== "";
  const records = rows.filter((row) => row !== null);
  const printed = records.filter((row) => identity.some((i) => isFilled(row, i)));
  const below = records.filter((row) => !all.some((i) => isFilled(row, i)));
  const share = (of: readonly (readonly string[])[], i: number) =>
    of.filter((row) => isFilled(row, i)).length / Math.max(1, of.length);
  const known = mapColumns(labels, new Set([...studentColumns, ...factColumns]), source);
  return known.rest.filter((i) => share(printed, i) >= leastDescribed && share(below, i) <= mostRepeated);
}

const question =
  "Many rows of this file name no student, but not as a report does that leaves out what is the same as in the row above. Export it again with the student in every row (in SIMS, without “Suppress duplicates”).";

const sortedQuestion = (label: string): string =>
  `This report names each student once, and its rows seem to have been sorted by "${label}" since: each value stands in one run through all students. So rows that name no student may stand below another one. Export it again with the student in every row (in SIMS, without “Suppress duplicates”), or do not sort it.`;

/** Whether a student is printed a second time, other than in the first row after an interruption. */
function printsAgain(
  rows: readonly (readonly string[] | null)[],
  studentOf: (row: readonly string[]) => string | null,
): boolean {
  const seen = new Set<string>();
  let current: string | null = null;
  let interrupted = false;
  for (const row of rows) {
    if (row === null) {
      interrupted = true;
      continue;
    }
    const student = studentOf(row);
    if (student !== null) {
      if (seen.has(student) && !(interrupted && student === current)) return true;
      seen.add(student);
      current = student;
    }
    interrupted = false;
  }
  return false;
}

/** What became of a row when it met the student of the rows above. */
export type Carried = { cells: string[] } | { refused: string };

/** Carries the student on through the rows of a grouped report, never over a line that may have held another one. */
export interface IdentityCarrier {
  /** The row with its student: its own, or the one carried on; or why there is none for certain. */
  carry(cells: readonly string[]): Carried;
  /** Tells of a line between the rows that was not read as data; the student above it is not carried over it. */
  interrupt(by: "quarantined" | "header" | "statistics"): void;
}

const refusals = {
  start: "This line names no student, and there is no student above it.",
  quarantined:
    "This line names no student, and a line above it could not be read that may have named the one it is about. Correct that line and export again.",
  header:
    "This line names no student, and the header stands between it and the student above. Export again with the student in every row.",
  statistics:
    "This line names no student, and a statistics row stands between it and the student above. Export again with the student in every row.",
  unnamed:
    "This line names no student, and the line above it that describes one has no identifier. Complete the identifier in the export.",
  partly:
    "This line describes a student but has no identifier, so it is not known whether it is about the student above. Complete the identifier in the export.",
};

/**
 * A carrier for a file of which carriesIdentity is true.
 * @param unknown Columns that describe the student besides the known ones.
 */
export function identityCarrier(
  labels: readonly string[],
  source: Pick<SourceSettings, "columns"> | null,
  unknown: readonly number[] = [],
): IdentityCarrier {
  const { all, identity } = studentCells(labels, source);
  const describing = [...all, ...unknown];
  let student: readonly string[] | null = null;
  let lost: keyof typeof refusals = "start";
  const isFilled = (cells: readonly string[]) => (i: number) => (cells[i]?.trim() ?? "") !== "";
  const lose = (why: keyof typeof refusals) => {
    student = null;
    lost = why;
  };
  return {
    carry(cells) {
      if (identity.some(isFilled(cells))) {
        student = cells;
        return { cells: [...cells] };
      }
      if (describing.some(isFilled(cells))) {
        lose("unnamed");
        return { refused: refusals.partly };
      }
      if (student === null) return { refused: refusals[lost] };
      const above = student;
      return { cells: cells.map((cell, i) => (all.includes(i) ? above[i]! : cell)) };
    },
    interrupt(by) {
      // What was lost first is nearer to the cause: a header after a broken line does not make it whole.
      if (student !== null || lost === "start") lose(by);
    },
  };
}
