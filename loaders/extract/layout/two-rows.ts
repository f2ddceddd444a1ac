import { fold, headerKey, identityColumns, mapColumns } from "../columns.ts";
import { isOwnWork, qualifierIn } from "../qualifiers.ts";
import { studentColumns } from "../tables.ts";
import { readDate } from "../values.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A header of two rows, put together. */
export interface PairedRows {
  /** The lower row's cell, the upper one's where that is blank; "Biology Teacher" where a column under a subject is no aspect. */
  labels: string[];
  /** The subject above each column under one, "" over other columns. */
  above: string[];
  aspects: number;
  /** The first aspect without a subject above it, where that is the doubt. */
  orphan: { column: number; label: string } | null;
  /** The first header under a subject that names another subject before an aspect, where that is the doubt. */
  nested: { column: number; subject: string; label: string } | null;
  /** The first text above an aspect that cannot be its subject, where that is the doubt. */
  stray: { column: number; text: string; isTitle: boolean } | null;
  /** The first aspect behind a column that is blank in both rows, where that is the doubt. */
  parted: { column: number; label: string } | null;
  /**
   * Why subjects and aspects do not belong together for certain, or null. "orphan": an aspect has no subject.
   * "stray": above an aspect stands a date, a term, an aspect, or a title that stands above the student's columns too.
   * "parted": a blank column ends a subject, and aspects follow it.
   * "nested": under a subject stands a header with a subject of its own ("Biology" over "Homework Effort", or a title over
   * "Biology Effort"). "repeated": an aspect stands twice under a subject. "uneven": the rows have different numbers of cells, and the
   * subjects different aspects, so a cell of the upper row may be missing and the subjects stand too far left.
   */
  doubt: "orphan" | "stray" | "parted" | "nested" | "repeated" | "uneven" | null;
}

const students: ReadonlySet<string> = new Set(studentColumns);
const who: ReadonlySet<string> = new Set([
  ...identityColumns,
  "surname",
  "forename",
  "preferred_name",
  "name_combined",
]);

/**
 * Puts two header rows with merged cells together: the subject stands once above its aspects, so it is carried on to the
 * right over blanks until the next cell of the upper row, the next column that describes the student, or one that is
 * blank in both rows. Headers that describe the student stand in either row or both.
 * @returns null where the rows cannot be a header: a cell of each row says different things of one column.
 */
export function pairRows(
  upper: readonly string[],
  lower: readonly string[],
  vocabulary: Vocabulary,
): PairedRows | null {
  const width = Math.max(lower.length, lastFilled(upper) + 1);
  const top = Array.from({ length: width }, (_, i) => upper[i]?.trim() ?? "");
  const bottom = Array.from({ length: width }, (_, i) => lower[i]?.trim() ?? "");
  const isColumn = (cells: string[]) =>
    new Set(mapColumns(cells, vocabulary.columns, vocabulary.source).index.values());
  const isStudent = (cells: string[]) =>
    new Set(mapColumns(cells, students, vocabulary.source).index.values());
  const topColumns = isColumn(top);
  const bottomStudents = isStudent(bottom);
  /** Where a subject can stand above no column of its own: those that say who the student is. */
  const whoColumns = new Set(mapColumns(bottom, who, vocabulary.source).index.values());
  const labels: string[] = [];
  const above: string[] = [];
  const seen = new Set<string>();
  const groups: string[] = [];
  let subject = "";
  let aspects = 0;
  let orphan: PairedRows["orphan"] = null;
  let repeated = 0;
  let nested: PairedRows["nested"] = null;
  let stray: PairedRows["stray"] = null;
  let parted: PairedRows["parted"] = null;
  const others: NonNullable<PairedRows["stray"]>[] = [];
  let isEnded = false;
  // "Overall", "KS2" or "Maths Mock" above aspects: grades of no subject, which are not read and told of by their label.
  const isOther = (text: string, aspect: string) =>
    !overStudent.has(text) &&
    !isTime(text, vocabulary) &&
    (!vocabulary.finder.isSubject(text) || isMore(`${text} ${aspect}`, text, vocabulary));
  const overStudent = new Set([...whoColumns].map((i) => top[i]!).filter((text) => text !== ""));
  for (let i = 0; i < width; i++) {
    const [u, l] = [top[i]!, bottom[i]!];
    above[i] = "";
    labels[i] = l || u;
    if (l === "") {
      isEnded = u === "" && (subject !== "" || isEnded);
      subject = "";
      continue;
    }
    const aspect = vocabulary.finder.whole(l) !== null && !bottomStudents.has(i);
    if (u !== "") {
      const same = headerKey(u) === headerKey(l);
      if (topColumns.has(i) && !same) return null;
      subject = same || whoColumns.has(i) ? "" : u;
      isEnded = false;
      if (subject !== "") groups.push("");
    } else if (bottomStudents.has(i)) {
      subject = "";
      isEnded = false;
    }
    if (aspect && isEnded) parted ??= { column: i, label: l };
    else if (aspect && subject === "") orphan ??= { column: i, label: l };
    else if (aspect && isOther(subject, l)) {
      labels[i] = `${subject} ${l}`;
      others.push({ column: i, text: subject, isTitle: false });
    } else if (aspect) {
      const isTitle = overStudent.has(subject);
      if (isTitle || isTime(subject, vocabulary) || !vocabulary.finder.isSubject(subject))
        stray ??= { column: i, text: subject, isTitle };
      above[i] = subject;
      aspects++;
      const key = `${fold(subject)}\u001f${fold(l)}`;
      if (seen.has(key)) repeated++;
      seen.add(key);
      groups[groups.length - 1] += `${fold(l)}\u001f`;
    } else if (subject !== "" && !bottomStudents.has(i)) {
      above[i] = subject;
      labels[i] = `${subject} ${l}`;
      if (!nested && namesSubject(l, vocabulary)) nested = { column: i, subject, label: l };
    }
  }
  // Where nothing above the aspects is a subject, the row may be of subjects after all, or of none.
  if (aspects === 0 && others.length > 0) {
    stray = others[0]!;
    aspects = others.length;
    for (const { column, text } of others) {
      above[column] = text;
      labels[column] = bottom[column]!;
    }
  }
  const uneven = upper.length !== lower.length && (new Set(groups).size > 1 || lower.length < width);
  const doubts = {
    orphan: orphan !== null,
    stray: stray !== null,
    parted: parted !== null,
    nested: nested !== null,
    repeated: repeated > 0,
    uneven,
  };
  const order = ["orphan", "stray", "parted", "nested", "repeated", "uneven"] as const;
  const doubt = order.find((name) => doubts[name]) ?? null;
  return { labels, above, aspects, orphan, nested, stray, parted, doubt };
}

/** Whether a text says of when grades are, and not of what, or not only. */
function isTime(text: string, { finder }: Vocabulary): boolean {
  if (finder.isDeclared(text)) return false;
  return (
    readDate(text, "d/m/yy") !== null || !/\p{L}/u.test(text) || qualifierIn(text, false)?.about === "review"
  );
}

/** Whether a text with an aspect below it says more than a subject and that aspect: "Maths Mock" over "Result". */
function isMore(joined: string, text: string, { finder }: Vocabulary): boolean {
  const letters = (of: string) => of.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "");
  const split = finder.split(joined);
  return finder.doubt(joined) !== null || (split !== null && letters(split.subject) !== letters(text));
}

/** Whether a header names a subject before an aspect, or what may be graded like one. */
function namesSubject(label: string, { finder }: Vocabulary): boolean {
  return finder.split(label) !== null || isOwnWork(finder.doubt(label)?.doubtful ?? "");
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== "");
}
