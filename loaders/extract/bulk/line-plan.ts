import { identityColumns } from "../columns.ts";
import type { FactStore } from "../fact-store.ts";
import { warnOfSerialDays } from "../read-long.ts";
import { type ReadText, readText } from "../read-text.ts";
import { isUnreadable, readCell } from "../read-value.ts";
import type { FactResolver } from "../resolve-facts.ts";
import type { SourceFile } from "../source-file.ts";
import type { KnownStudent } from "../student-index.ts";
import type { ColumnType } from "../tables.ts";
import { type Decode, strictDecoder } from "../text/decode.ts";
import { CellDictionary } from "./cell-dictionary.ts";
import { irregular, MemoCodes } from "./memo-codes.ts";

/** A cell of a line: the code of its value, 0 for none, or irregular. */
export type CellCode = (cells: Int32Array) => number;

const none: CellCode = () => 0;
const empty = -5;
/** An identifier that no student has. */
const unknown = -6;

/** What the plans of all tables share: the columns that are used, and what their cells mean. */
export class LinePlan {
  readonly columns: (CellDictionary | null)[];
  readonly decode: Decode;
  /** By the code of a student's identifier. */
  private readonly students: KnownStudent[] = [];
  /** What is to be noted of a column's cells once a line that holds them is taken: a refused one says nothing. */
  private readonly notes: { index: number; ofCell: Map<number, () => void> }[] = [];

  constructor(
    width: number,
    readonly file: SourceFile,
    readonly store: FactStore,
    readonly resolver: FactResolver,
  ) {
    this.columns = new Array<CellDictionary | null>(width).fill(null);
    this.decode = strictDecoder(file.encoding ?? "utf-8");
  }

  /** The dictionary of a column that is used. */
  dictionary(index: number, shared = new CellDictionary()): CellDictionary {
    this.columns[index] ??= shared;
    return this.columns[index];
  }

  /** The codes of a column's cells. */
  memo(index: number, read: (text: string, cell: number) => number, shared?: CellDictionary): MemoCodes {
    return new MemoCodes(this.dictionary(index, shared), this.decode, read);
  }

  /** Is to be told of each line that was taken. */
  taken(cells: Int32Array): void {
    for (const { index, ofCell } of this.notes) {
      if (ofCell.size === 0) continue;
      const cell = cells[index]!;
      ofCell.get(cell)?.();
      ofCell.delete(cell);
    }
  }

  /** A column whose cells are values of a type; without such a column there is never a value. */
  value(
    index: number | undefined,
    name: string,
    type: ColumnType,
    required: boolean,
    change: (value: string) => string = (value) => value,
  ): CellCode {
    if (index === undefined) return required ? () => irregular : none;
    const values = this.store.dictionaries.of(name);
    const ofCell = new Map<number, () => void>();
    if (type === "date") this.notes.push({ index, ofCell });
    const memo = this.memo(index, (text, cell) => {
      if (text === "") return required ? irregular : 0;
      if (type === "text") {
        const read = this.readText(name, text);
        if ("problem" in read) return irregular;
        if (read.text === null) return required ? irregular : 0;
        return values.codeOf(change(read.text));
      }
      const value = readCell(this.file, text, type);
      if (isUnreadable(value)) return irregular;
      if (type === "date") ofCell.set(cell, () => warnOfSerialDays(this.file, name, text));
      return values.codeOf(value as string);
    });
    return (cells) => memo.codeOf(cells[index]!);
  }

  /**
   * The student a line names: by the first of its identifiers that is given; one that is not known is irregular, and so
   * is one whom the line calls by other names than the student list does.
   */
  student(index: ReadonlyMap<string, number>): CellCode {
    const identify = this.identify(index);
    const { names } = this.file;
    if (!names) return identify;
    const { places } = names.columns;
    const cellsOf = places.map((place) => ({ place, dictionary: this.dictionary(place) }));
    /** By the code of a student, the cells of the name in the last line that had the right one. */
    const agreed: (readonly number[] | undefined)[] = [];
    return (cells) => {
      const code = identify(cells);
      if (code < 0) return code;
      const before = agreed[code];
      if (before && places.every((place, i) => cells[place] === before[i])) return code;
      const texts: string[] = [];
      for (const { place, dictionary } of cellsOf) {
        const text = this.decode(dictionary.bytesOf(cells[place]!));
        if (text === null) return irregular;
        texts[place] = text.trim();
      }
      if (names.judge(this.studentOf(code).studentId, texts) !== "agrees") return irregular;
      agreed[code] = places.map((place) => cells[place]!);
      return code;
    };
  }

  private identify(index: ReadonlyMap<string, number>): CellCode {
    const values = this.store.dictionaries.of("student_id");
    const memos = identityColumns.flatMap((name) => {
      const i = index.get(name);
      if (i === undefined) return [];
      const memo = this.memo(i, (text) => {
        const read = this.readText(name, text);
        if ("problem" in read) return irregular;
        if (read.text === null) return empty;
        const student = this.resolver.students.byIdentity(name, read.text);
        if (!student) return unknown;
        const code = values.codeOf(student.studentId);
        this.students[code] = student;
        return code;
      });
      return [{ i, memo }];
    });
    const [only] = memos;
    if (only && memos.length === 1) {
      const { i, memo } = only;
      return (cells) => Math.max(memo.codeOf(cells[i]!), irregular);
    }
    return (cells) => {
      let found = empty;
      for (const { i, memo } of memos) {
        const code = memo.codeOf(cells[i]!);
        if (code === irregular) return irregular;
        if (code === empty) continue;
        if (found === empty) found = code;
        else if (code !== unknown && code !== found) return irregular;
      }
      return found >= 0 ? found : irregular;
    };
  }

  readText(column: string, text: string): ReadText {
    return readText(column, text, this.file, { missing: this.resolver.missing, resolver: this.resolver });
  }

  /** The name under which a subject is kept. */
  subject(name: string): string {
    return this.resolver.subject(name);
  }

  subjectCode(name: string): number {
    return this.store.dictionaries.of("subject").codeOf(this.subject(name));
  }

  /** The student with this code of an identifier. */
  studentOf(code: number): KnownStudent {
    return this.students[code]!;
  }

  /** The value that a code of a column stands for; null for none. */
  valueOf(column: string, code: number): string | null {
    return this.store.dictionaries.of(column).values[code]!;
  }
}
