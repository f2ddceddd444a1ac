import { DATE, type DuckDBAppender, DuckDBDataChunk } from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";

/** A column whose values are known by number: an enumeration, or dates. */
export interface CodedColumn {
  /** The enumeration's values in order, or null where the numbers are days of dates. */
  values: readonly string[] | null;
  /** One code a row. */
  codes: Int32Array;
  /** The number that each code stands for, or `noNumber`. */
  numbers: Int32Array;
}

/** Stands for no value; smaller than any day or place. */
export const noNumber = -(2 ** 31);

const chunkRows = duckdb.vector_size();

/**
 * Appends rows column by column as they lie in memory. The ordinary way sets value by value, which takes longer than
 * reading the file did.
 * @param size Number of rows.
 */
export function appendCodes(appender: DuckDBAppender, columns: readonly CodedColumn[], size: number): void {
  const chunk = duckdb.create_data_chunk(
    columns.map(({ values }) =>
      values ? duckdb.create_enum_type(values) : DATE.toLogicalType().logical_type,
    ),
  );
  const whole = new DuckDBDataChunk(chunk);
  const writers = columns.map(({ values }) => new VectorWriter(values ? widthOf(values.length) : 4));
  for (let start = 0; start < size; start += chunkRows) {
    const rows = Math.min(chunkRows, size - start);
    duckdb.data_chunk_reset(chunk);
    duckdb.data_chunk_set_size(chunk, rows);
    columns.forEach(({ codes, numbers }, i) => {
      writers[i]!.write(duckdb.data_chunk_get_vector(chunk, i), codes.subarray(start, start + rows), numbers);
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
    codes: Int32Array,
    numbers: Int32Array,
  ): void {
    const { items, valid } = this;
    let missing = false;
    for (let row = 0; row < codes.length; row++) {
      const number = numbers[codes[row]!]!;
      if (number !== noNumber) items[row] = number;
      else {
        if (!missing) valid.fill(0xffff_ffff_ffff_ffffn);
        missing = true;
        items[row] = 0;
        valid[row >> 6]! &= ~(1n << BigInt(row & 63));
      }
    }
    duckdb.copy_data_to_vector(vector, 0, items.buffer, 0, codes.length * items.BYTES_PER_ELEMENT);
    duckdb.vector_ensure_validity_writable(vector);
    if (!missing) valid.fill(0xffff_ffff_ffff_ffffn);
    duckdb.copy_data_to_vector_validity(vector, 0, valid.buffer, 0, valid.byteLength);
  }
}
