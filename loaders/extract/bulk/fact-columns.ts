import type { Fact } from "../fact.ts";
import type { SourceFile } from "../source-file.ts";
import { type StoredTable, tables } from "../tables.ts";

/** Tables of which a school has many rows; they are kept column by column. */
export const bulkTables = ["reviews", "predictions", "attendance_marks"] as const;
export type BulkTable = (typeof bulkTables)[number];

export function isBulkTable(table: StoredTable): table is BulkTable {
  return (bulkTables as readonly string[]).includes(table);
}

/** Columns that reading adds to those of the contract. */
const addedColumns: Record<BulkTable, readonly string[]> = {
  reviews: ["scale"],
  predictions: ["scale"],
  attendance_marks: ["category"],
};

/** The columns of a large table, in the order in which its rows are kept. */
export function columnNames(table: BulkTable): string[] {
  return [...Object.keys(tables[table].columns), ...addedColumns[table]];
}

/** The different values of a column; code 0 is no value, 1 the first value that was seen. */
export class ValueDictionary {
  readonly values: (string | null)[] = [null];
  private readonly codes = new Map<string, number>();

  codeOf(value: string | null): number {
    if (value === null) return 0;
    const known = this.codes.get(value);
    if (known !== undefined) return known;
    this.codes.set(value, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}

/** The dictionaries of columns by name: a column of the same name has the same codes in every table. */
export class Dictionaries {
  private readonly byName = new Map<string, ValueDictionary>();

  of(column: string): ValueDictionary {
    const known = this.byName.get(column) ?? new ValueDictionary();
    this.byName.set(column, known);
    return known;
  }
}

/** Where a row of a table was read. */
interface Origin {
  file: SourceFile;
  line: number;
  /** The header of its column in a wide file, or null. */
  column: string | null;
}

/**
 * The facts of one large table: each value as a code into its column's dictionary. The codes of a row lie side by side,
 * then its line, then the column of a wide file; rows of one file follow each other.
 */
export class FactColumns {
  readonly names: readonly string[];
  size = 0;
  /** The codes of all rows, `stride` numbers a row. */
  cells: Int32Array;
  readonly stride: number;
  /** Files in the order in which their rows stand, each with its first row. */
  private runs: { file: SourceFile; first: number }[] = [];
  private readonly knownPlaces = new ValueDictionary();
  private readonly lineAt: number;

  constructor(
    readonly table: BulkTable,
    private readonly dictionaries: Dictionaries,
  ) {
    this.names = columnNames(table);
    this.lineAt = this.names.length;
    this.stride = this.names.length + 2;
    this.cells = new Int32Array(this.stride * 256);
  }

  dictionary(column: string): ValueDictionary {
    return this.dictionaries.of(column);
  }

  /** The place of a column's code among the numbers of a row. */
  placeOf(column: string): number {
    const place = this.names.indexOf(column);
    if (place < 0) throw new RangeError(`The table ${this.table} has no column ${column}.`);
    return place;
  }

  /** The number under which rows of a wide file's column are pushed; 0 for a long file. */
  columnCode(column: string | null): number {
    return this.knownPlaces.codeOf(column);
  }

  /** Says that the rows which are pushed from now on are of this file. */
  startFile(file: SourceFile): void {
    if (this.runs.at(-1)?.file !== file) this.runs.push({ file, first: this.size });
  }

  /** Makes room for rows that are about to be pushed; more than that are no error. */
  reserve(rows: number): void {
    const needed = (this.size + rows) * this.stride;
    if (needed <= this.cells.length) return;
    const larger = new Int32Array(needed);
    larger.set(this.cells.subarray(0, this.size * this.stride));
    this.cells = larger;
  }

  /**
   * Adds a row, whose codes the caller writes into `cells` at once.
   * @returns the place of its first code in `cells`; the others follow in the order of `names`.
   */
  addRow(line: number, column: number): number {
    const { stride, lineAt } = this;
    const at = this.size * stride;
    if (at + stride > this.cells.length) this.reserve(Math.max(256, this.size));
    this.cells[at + lineAt] = line;
    this.cells[at + lineAt + 1] = column;
    this.size++;
    return at;
  }

  pushFact({ row, record, column }: Fact): void {
    this.startFile(record.file);
    const at = this.addRow(record.first, this.columnCode(column));
    this.names.forEach((name, i) => {
      this.cells[at + i] = this.dictionary(name).codeOf((row[name] as string | null | undefined) ?? null);
    });
  }

  /** The files with the rows each has: first..end, without the last. */
  filesWithRows(): { file: SourceFile; first: number; end: number }[] {
    return this.runs.map(({ file, first }, i) => ({
      file,
      first,
      end: this.runs[i + 1]?.first ?? this.size,
    }));
  }

  originOf(row: number): Origin {
    const at = row * this.stride + this.lineAt;
    return {
      file: this.runs.findLast(({ first }) => first <= row)!.file,
      line: this.cells[at]!,
      column: this.knownPlaces.values[this.cells[at + 1]!]!,
    };
  }

  /** A row with its values; for messages, tests and small questions, not for all rows of a large table. */
  rowOf(row: number): Record<string, string | null> {
    return Object.fromEntries(
      this.names.map((name, i) => [
        name,
        this.dictionary(name).values[this.cells[row * this.stride + i]!] as string | null,
      ]),
    );
  }

  /** The values of a column that rows have, each with the number of its rows. */
  countsOf(column: string): Map<string, number> {
    const { cells, stride } = this;
    const { values } = this.dictionary(column);
    const counts = new Float64Array(values.length);
    for (let at = this.placeOf(column); at < this.size * stride; at += stride) counts[cells[at]!]!++;
    return new Map(
      values.flatMap((value, code) => (value !== null && counts[code]! > 0 ? [[value, counts[code]!]] : [])),
    );
  }

  /** Whether any row has this value. */
  has(column: string, value: string): boolean {
    const code = this.dictionary(column).values.indexOf(value);
    if (code < 0) return false;
    const { cells, stride } = this;
    for (let at = this.placeOf(column); at < this.size * stride; at += stride)
      if (cells[at] === code) return true;
    return false;
  }

  /** Keeps only the rows for which `dropped` is 0, in their order. */
  drop(dropped: Uint8Array): void {
    const { cells, stride } = this;
    const runs = this.runs.map(({ file, first }) => ({ file, first, kept: 0 }));
    let to = 0;
    let run = -1;
    for (let from = 0; from < this.size; from++) {
      while (run + 1 < runs.length && runs[run + 1]!.first <= from) runs[++run]!.kept = to;
      if (dropped[from] === 1) continue;
      if (to < from) cells.copyWithin(to * stride, from * stride, (from + 1) * stride);
      to++;
    }
    while (run + 1 < runs.length) runs[++run]!.kept = to;
    this.runs = runs.map(({ file, kept }) => ({ file, first: kept }));
    this.size = to;
  }
}
