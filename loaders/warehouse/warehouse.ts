import { readFileSync } from "node:fs";
import {
  BOOLEAN,
  DATE,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";
import { appendCodes, type CodedColumn, type CodedRows } from "./append-codes.ts";

type Cell = string | number | boolean | null;
type Row = Record<string, Cell>;
export type SqlType = "VARCHAR" | "DATE" | "DOUBLE" | "INTEGER" | "BOOLEAN";

const types: Record<SqlType, DuckDBType> = {
  VARCHAR: VARCHAR,
  DATE: DATE,
  DOUBLE: DOUBLE,
  INTEGER: INTEGER,
  BOOLEAN: BOOLEAN,
};
const chunkRows = duckdb.vector_size();
const noneValid = new BigUint64Array(chunkRows / 64);

/** An in-memory DuckDB that loads no extension and reads nothing but what it is handed. */
export class Warehouse {
  private readonly made = new Set<string>();

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  static async open(): Promise<Warehouse> {
    const instance = await DuckDBInstance.create(":memory:", {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      enable_external_access: "false",
      lock_configuration: "true",
    });
    return new Warehouse(instance, await instance.connect());
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  /** Creates a table and fills it, column by column. Dates are ISO texts. */
  async load(table: string, columns: Record<string, SqlType>, rows: readonly Row[]): Promise<void> {
    const names = Object.keys(columns);
    const ddl = names.map((name) => `${quote(name)} ${columns[name]}`).join(", ");
    await this.connection.run(`create table ${quote(table)} (${ddl})`);
    const appender = await this.connection.createAppender(table);
    const isEmpty = names.map((name) => rows.every((row) => (row[name] ?? null) === null));
    for (let start = 0; start < rows.length; start += chunkRows) {
      const part = rows.slice(start, start + chunkRows);
      const chunk = DuckDBDataChunk.create(
        names.map((name) => types[columns[name]!]),
        part.length,
      );
      names.forEach((name, i) => {
        if (isEmpty[i]) clearColumn(chunk, i);
        else
          chunk.setColumnValues(
            i,
            part.map((row) => toDuckDB(row[name] ?? null, columns[name]!)),
          );
      });
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  /** Creates a table and fills it with values that are known by number. */
  async loadCodes(table: string, columns: Record<string, CodedColumn>, rows: CodedRows): Promise<void> {
    const ddl = Object.entries(columns).map(([name, { values }]) => {
      if (values === null) return `${quote(name)} DATE`;
      if (values.length === 0) return `${quote(name)} VARCHAR`;
      return `${quote(name)} ENUM (${values.map(literal).join(", ")})`;
    });
    await this.connection.run(`create table ${quote(table)} (${ddl.join(", ")})`);
    if (rows.size === 0) return;
    const appender = await this.connection.createAppender(table);
    appendCodes(appender, Object.values(columns), rows);
    appender.closeSync();
  }

  /** Runs the models that were not made yet, in this order: models/NAME.sql creates the table or macro NAME. */
  async make(models: readonly string[]): Promise<void> {
    for (const model of models.filter((name) => !this.made.has(name))) {
      await this.connection.run(readFileSync(new URL(`models/${model}.sql`, import.meta.url), "utf8"));
      this.made.add(model);
    }
  }

  /** All rows of a table, in the order given (an "order by" list without the words). */
  async rows<T extends object = Row>(table: string, orderBy: string): Promise<T[]> {
    const result = await this.connection.runAndReadAll(`select * from ${quote(table)} order by ${orderBy}`);
    return result.getRowObjectsJS().map((row) => {
      return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, fromDuckDB(value)]));
    }) as T[];
  }
}

/** Makes all values of a column null at once: exports leave many columns empty. */
function clearColumn({ chunk }: DuckDBDataChunk, column: number): void {
  const vector = duckdb.data_chunk_get_vector(chunk, column);
  duckdb.vector_ensure_validity_writable(vector);
  duckdb.copy_data_to_vector_validity(vector, 0, noneValid.buffer, 0, noneValid.byteLength);
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function toDuckDB(value: Cell, type: SqlType): DuckDBValue {
  if (value === null) return null;
  return type === "DATE" ? new DuckDBDateValue(daysOf(value as string)) : value;
}

/** Days from 1970-01-01 to an ISO date. */
export function daysOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function fromDuckDB(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "bigint") {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError(`The count ${value} is too large to be exact.`);
    return number;
  }
  return value;
}
