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

/** Whole numbers in a row, growing as needed. */
class NumberColumn {
  items = new Int32Array(1024);

  set(row: number, value: number): void {
    if (row >= this.items.length) {
      const larger = new Int32Array(this.items.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[row] = value;
  }
}

/** Where a row of a table was read. */
interface Origin {
  file: SourceFile;
  line: number;
  /** The header of its column in a wide file, or null. */
  column: string | null;
}

/** The facts of one large table, column by column: each value as a code into its column's dictionary. */
export class FactColumns {
  readonly names: readonly string[];
  size = 0;
  private columns: NumberColumn[];
  private files = new NumberColumn();
  private lines = new NumberColumn();
  private places = new NumberColumn();
  private readonly knownFiles: SourceFile[] = [];
  private readonly knownPlaces = new ValueDictionary();

  constructor(
    readonly table: BulkTable,
    private readonly dictionaries: Dictionaries,
  ) {
    this.names = columnNames(table);
    this.columns = this.names.map(() => new NumberColumn());
  }

  dictionary(column: string): ValueDictionary {
    return this.dictionaries.of(column);
  }

  /** The codes of a column, one a row. */
  codesOf(column: string): Int32Array {
    return this.columns[this.names.indexOf(column)]!.items.subarray(0, this.size);
  }

  /** The number under which rows of a file are pushed. */
  fileCode(file: SourceFile): number {
    const known = this.knownFiles.indexOf(file);
    return known >= 0 ? known : this.knownFiles.push(file) - 1;
  }

  /** The number under which rows of a wide file's column are pushed; 0 for a long file. */
  placeCode(column: string | null): number {
    return this.knownPlaces.codeOf(column);
  }

  /** Adds a row of codes, in the order of `names`. */
  push(codes: readonly number[] | Int32Array, file: number, line: number, place: number): void {
    const row = this.size++;
    for (let i = 0; i < this.columns.length; i++) this.columns[i]!.set(row, codes[i]!);
    this.files.set(row, file);
    this.lines.set(row, line);
    this.places.set(row, place);
  }

  pushFact({ row, record, column }: Fact): void {
    const codes = this.names.map((name) =>
      this.dictionary(name).codeOf((row[name] as string | null | undefined) ?? null),
    );
    this.push(codes, this.fileCode(record.file), record.first, this.placeCode(column));
  }

  originOf(row: number): Origin {
    return {
      file: this.knownFiles[this.files.items[row]!]!,
      line: this.lines.items[row]!,
      column: this.knownPlaces.values[this.places.items[row]!]!,
    };
  }

  /** A row with its values; for messages, tests and small questions, not for all rows of a large table. */
  rowOf(row: number): Record<string, string | null> {
    return Object.fromEntries(
      this.names.map((name, i) => [
        name,
        this.dictionary(name).values[this.columns[i]!.items[row]!] as string | null,
      ]),
    );
  }

  /** Whether any row has this value. */
  has(column: string, value: string): boolean {
    const code = this.dictionary(column).values.indexOf(value);
    return code > 0 && this.codesOf(column).includes(code);
  }

  /** Keeps only the rows for which `dropped` is 0, in their order. */
  drop(dropped: Uint8Array): void {
    let to = 0;
    const all = [...this.columns, this.files, this.lines, this.places];
    for (let from = 0; from < this.size; from++) {
      if (dropped[from] === 1) continue;
      if (to < from) for (const column of all) column.items[to] = column.items[from]!;
      to++;
    }
    this.size = to;
  }
}
