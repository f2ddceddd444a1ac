import type { StoredTable } from "../../../../loaders/extract/tables.ts";
import type { ProgrammeInput } from "../../../../loaders/programme/schema.ts";
import { folded } from "./oracle.ts";

/** A row of a stored table with the columns that are compared. */
export interface Row {
  table: StoredTable;
  /** In a wide file: the header of the column it stands in. */
  column: string | null;
  values: Record<string, string | null>;
}

/** What an independent reading makes of the cells of one record. */
export type CellsReading =
  | { facts: Row[] /** Columns whose cell is lost, and must be named. */; lost: string[] }
  | "refused";

/** A part of a valid file: physical lines that belong together, and what they hold. */
export interface Part {
  fate: "preamble" | "header" | "accepted" | "blank" | "footer";
  text: string;
  facts: Row[];
}

/** A valid export with known facts, and an independent reading of its records. */
export interface Document {
  title: string;
  name: string;
  encoding: "utf-8" | "windows-1252";
  /** Whether programme.json says the encoding, and how many lines stand above the header. */
  declared: boolean;
  /** Whether the file begins with a byte order mark. */
  marked: boolean;
  delimiter: string;
  eol: "\n" | "\r\n" | "\r";
  /** Headers of the columns, in order. */
  labels: string[];
  parts: Part[];
  settings: Partial<ProgrammeInput>;
  /** Other files of the folder. */
  companions: Record<string, string>;
  read(cells: string[]): CellsReading;
  /** Whether a row may have come of another, valid one when only the header changed to these labels. */
  follows(row: Row, original: Row, labels: readonly string[]): boolean;
}

export const compared: Partial<Record<StoredTable, readonly string[]>> = {
  students: ["student_id", "surname", "forename", "year_group", "school", "tutor_group"],
  reviews: ["student_id", "subject", "review_date", "criterion", "grade", "review", "teacher"],
  predictions: ["student_id", "subject", "review_date", "kind", "grade", "teacher"],
  attendance_marks: ["student_id", "date", "session", "mark"],
};

const keys: Partial<Record<StoredTable, readonly string[]>> = {
  students: ["student_id"],
  reviews: ["student_id", "subject", "review_date", "criterion", "teacher"],
  predictions: ["student_id", "subject", "review_date", "kind", "teacher"],
  attendance_marks: ["student_id", "date", "session"],
};

/** A row as one text; equal rows give equal texts. */
export function contentOf(row: Row): string {
  return JSON.stringify([row.table, ...(compared[row.table] ?? []).map((name) => comparedValue(row, name))]);
}

/** Subjects that differ in case and spaces alone are one, under the first spelling that stands in the file. */
function comparedValue({ values }: Row, name: string): string | null {
  const value = values[name] ?? null;
  return name === "subject" && value !== null ? folded(value.replaceAll("&", " and ")) : value;
}

/** What makes two rows be about the same thing: then they must not differ. */
export function keyOf(row: Row): string {
  return JSON.stringify([row.table, ...(keys[row.table] ?? []).map((name) => comparedValue(row, name))]);
}

/** The bytes of a document. */
export function bytesOf({ parts, encoding, marked, eol }: Document): Buffer {
  const text = parts.map((part) => part.text.replaceAll("\n", eol) + eol).join("");
  const bytes = Buffer.from(text, encoding === "utf-8" ? "utf8" : "latin1");
  return marked ? Buffer.concat([Buffer.from("\uFEFF"), bytes]) : bytes;
}
