import { fold } from "./columns.ts";
import { lowerFirst, settingsHint } from "./layout/snippet.ts";
import { subjectsHint } from "./layout/subjects-hint.ts";
import type { ReadText } from "./read-text.ts";
import type { FactResolver } from "./resolve-facts.ts";
import type { FileTable, SourceFile } from "./source-file.ts";
import { damageRemedy, excelDamage, excelLoss } from "./values/excel-damage.ts";
import { dittoMessage, isDitto, isPlaceholder } from "./values/no-value.ts";
import { shownName } from "./values/shown-value.ts";
import { readDate } from "./values.ts";

/** Columns of names that rows are joined by: what stands for a name there would become one. */
const keyColumns = {
  subject: "the subject",
  qualification: "the qualification",
  mentor_id: "the mentor's identifier",
  staff_id: "the identifier of the member of staff",
} as const;
type KeyColumn = keyof typeof keyColumns;

export function isKeyColumn(column: string): column is KeyColumn {
  return Object.hasOwn(keyColumns, column);
}

/** Tables whose rows are grades of a subject; in the others a subject only describes. */
const graded: ReadonlySet<FileTable | null> = new Set(["marksheet", "reviews", "predictions"]);

/** Reads the cells of key columns, each different one of a source once. */
export class KeyTexts {
  private readonly known = new Map<string, ReadText>();

  constructor(private readonly resolver: FactResolver) {}

  /** @param text Not empty. */
  read(file: SourceFile, column: KeyColumn, text: string): ReadText {
    const key = `${file.place}\u001f${column}\u001f${text}`;
    const known = this.known.get(key) ?? this.judge(file, column, text);
    this.known.set(key, known);
    return known;
  }

  private judge(file: SourceFile, column: KeyColumn, text: string): ReadText {
    const { missing, programme } = this.resolver;
    const finder = this.resolver.finder(file.source);
    const what = keyColumns[column];
    if (isDitto(text)) return { problem: dittoMessage };
    const loss = excelLoss(text);
    if (loss) return { problem: `This cell is not ${what}: ${loss}. ${damageRemedy}` };
    if (column === "subject" && finder.isDeclared(text)) return { text };
    const isOwn = Object.keys(file.source?.missing ?? {}).some((name) => fold(name) === column);
    const isMissing = missing.has(text, file.source, column);
    if (isMissing && !isRequired(file.table, column)) return { text: null };
    if (isMissing || (isPlaceholder(text) && !isOwn)) {
      const hint = lowerFirst(settingsHint(file, file.table!, { missing: { [column]: [] } }));
      const isName = mayBeName(column, text) ? ` If the text is a name all the same: ${hint}` : "";
      const complete = isRequired(file.table, column)
        ? `and this table needs ${what}. Complete it in the export.`
        : `but would be kept as ${what}. Complete it in the export, or leave the cell empty.`;
      return { problem: `This cell says that there is no value, ${complete}${isName}` };
    }
    if (isDate(text))
      return {
        problem: `This cell is not ${what}: it is a date, or Excel turned it into one. ${damageRemedy}`,
      };
    if (
      column === "qualification" &&
      programme.settings.qualifications.some(({ match }) => fold(match) === fold(text))
    )
      return { text };
    if (!mayBeName(column, text))
      return {
        problem: `This cell is not ${what}: ${/\d/.test(text) ? "it is only a number" : "it holds no letter"}. The cells of the line may have slipped. Correct it in the export.`,
      };
    return column === "subject" && graded.has(file.table) ? this.judgeSubject(file, text) : { text };
  }

  /** A subject's cell is judged as what stands before an aspect in a header. */
  private judgeSubject(file: SourceFile, text: string): ReadText {
    const { programme, students } = this.resolver;
    const doubt = this.resolver.finder(file.source).subjectDoubt(text);
    if (doubt === null) return { text };
    const shown = quotable(text, doubt.word, students.isName);
    const cell = shown === null ? "The subject of this line" : `The subject of this line, "${shown}",`;
    const hint = lowerFirst(subjectsHint(programme, { [shown ?? "<the cell's text>"]: [] }));
    const why = {
      review: `${cell} says which review the grades are of, or when they were, so it is not read: what is beside it must be of one review. Export one review a file, or with the label of the review in a column of its own.`,
      meaning: `${cell} is that of a summary, of another grade, or of other people, so it is not read. Leave such lines out of the export.`,
      aspect: `${cell} names a known aspect, so it cannot be told what is graded, and it is not read. Write the subject alone into this column.`,
    };
    return { problem: `${why[doubt.about as keyof typeof why]} If it is the name of a subject, ${hint}` };
  }
}

function isRequired(table: FileTable | null, column: KeyColumn): boolean {
  return (
    (column === "subject" && graded.has(table)) ||
    (column === "mentor_id" && table === "agreements") ||
    column === "staff_id"
  );
}

/** A date of any form; identifiers of staff may be five digits, which Excel's own days are too. */
function isDate(text: string): boolean {
  return !/^\d+$/.test(text) && (readDate(text, "d/m/yy") !== null || excelDamage(text) !== null);
}

/** Numbers that Ofqual gives to qualifications have eight digits, with or without strokes. */
const shortestNumber = 5;

function mayBeName(column: KeyColumn, text: string): boolean {
  if (/\p{L}/u.test(text)) return true;
  if (column === "subject") return false;
  const digits = text.replace(/\D/g, "");
  return column === "qualification" ? digits.length >= shortestNumber : /[1-9]/.test(digits);
}

const titled = /(?<!\p{L})(?:m(?:r|rs|s|iss|x)|dr)(?!\p{L})/iu;

/** The text where it may stand in a report: what is left of it without the word in question is nobody's name. */
function quotable(text: string, word: string, isName: (word: string) => boolean): string | null {
  if (text.length > 60 || titled.test(text)) return null;
  const rest = text.replace(word, " ");
  return /\p{L}/u.test(rest) && shownName(text, isName) === null && shownName(rest, isName) === null
    ? null
    : text;
}
