import { type DuckDBAppender, DuckDBDataChunk } from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";

/** A column whose values are known by number: an enumeration, or dates. */
export interface CodedColumn {
  /** The enumeration's values in order, or null where the numbers are days of dates. */
  values: readonly string[] | null;
  /** The place of the column's code among the codes of a row. */
  place: number;
  /** The number that each code stands for, or `noNumber`. */
  numbers: Int32Array;
}

/** Stands for no value; smaller than any day or place. */
export const noNumber = -(2 ** 31);

const chunkRows = duckdb.vector_size();

/** Rows of codes, `stride` numbers a row. */
export interface CodedRows {
  cells: Int32Array;
  stride: number;
  size: number;
}

/**
 * Appends rows column by column as they lie in memory. The ordinary way sets value by value, which takes longer than
 * reading the file did.
 */
export function appendCodes(
  appender: DuckDBAppender,
  columns: readonly CodedColumn[],
  rows: CodedRows,
): void {
  // The table's own types: DuckDB would compare another enumeration with the table's, value by value, at every chunk.
  const { appender: raw } = appender as unknown as { appender: duckdb.Appender };
  const chunk = duckdb.create_data_chunk(columns.map((_, i) => duckdb.appender_column_type(raw, i)));
  const whole = new DuckDBDataChunk(chunk);
  const writers = columns.map(({ values }) => new VectorWriter(values ? widthOf(values.length) : 4));
  for (let start = 0; start < rows.size; start += chunkRows) {
    const count = Math.min(chunkRows, rows.size - start);
    duckdb.data_chunk_reset(chunk);
    duckdb.data_chunk_set_size(chunk, count);
    columns.forEach(({ place, numbers }, i) => {
      const vector = duckdb.data_chunk_get_vector(chunk, i);
      writers[i]!.write(vector, rows, start * rows.stride + place, count, numbers);
    });
    appender.appendDataChunk(whole);
  }
}

/** Bytes in which DuckDB keeps a value of an enumeration. */
function widthOf(values: number): 1 | 2 | 4 {
  if (values <= 0xff) return 1;
  return values <= 0xffff ? 2 : 4;
}

/** Writes numbers into a vector, and marks those that are none. */
class VectorWriter {
  private readonly items: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer>;
  private readonly valid = new BigUint64Array(chunkRows / 64);

  constructor(width: 1 | 2 | 4) {
    const kinds = { 1: Uint8Array, 2: Uint16Array, 4: Int32Array };
    this.items = new kinds[width](chunkRows);
  }

  write(
    vector: ReturnType<typeof duckdb.data_chunk_get_vector>,
    { cells, stride }: CodedRows,
    from: number,
    count: number,
    numbers: Int32Array,
  ): void {
    const { items, valid } = this;
    let missing = false;
    for (let row = 0, at = from; row < count; row++, at += stride) {
      const number = numbers[cells[at]!]!;
      if (number !== noNumber) items[row] = number;
      else {
        if (!missing) valid.fill(0xffff_ffff_ffff_ffffn);
        missing = true;
        items[row] = 0;
        valid[row >> 6]! &= ~(1n << BigInt(row & 63));
      }
    }
    duckdb.copy_data_to_vector(vector, 0, items.buffer, 0, count * items.BYTES_PER_ELEMENT);
    if (!missing) return;
    duckdb.vector_ensure_validity_writable(vector);
    duckdb.copy_data_to_vector_validity(vector, 0, valid.buffer, 0, valid.byteLength);
  }
}
