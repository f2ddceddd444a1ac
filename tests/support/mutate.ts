import fc from "fast-check";

/** A stretch of bytes, from start up to end. */
export interface Span {
  start: number;
  end: number;
}

/** The physical lines of a file of single bytes, each with its line end: LF, CRLF or CR. */
export function linesOf(bytes: Uint8Array): Span[] {
  const text = Buffer.from(bytes).toString("latin1");
  return [...text.matchAll(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
}

/** One change to a file: `removed` bytes at `at` give way to `inserted`. */
export interface Edit {
  at: number;
  removed: number;
  inserted: Buffer;
}

export function applyEdit(bytes: Uint8Array, { at, removed, inserted }: Edit): Buffer {
  return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + removed)]);
}

const marks = ["\u00ef\u00bb\u00bf", "\u00ff\u00fe", "\u00fe\u00ff"];

/**
 * Inserts, deletes, doubles or changes one delimiter, quotation mark, line end, NUL, byte order mark or other byte, at
 * any place; every second time at a place where one of the first three stands.
 */
export function edits(bytes: Uint8Array, delimiter: string): fc.Arbitrary<Edit> {
  const structural = [...bytes.keys()].filter((i) => `${delimiter}"\r\n`.includes(at(bytes, i)));
  const place = fc.oneof(fc.nat(bytes.length - 1), fc.constantFrom(...structural));
  const piece = fc.oneof(
    fc.constantFrom(delimiter, '"', "\n", "\r\n", "\r", "\0"),
    fc.constantFrom(...marks),
    fc.constantFrom(",", ";", "\t", " ", "'", "1", "3", "-", "x"),
    fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  );
  return fc.oneof(
    fc
      .tuple(fc.oneof(fc.nat(bytes.length), place), piece)
      .map(([at, text]) => ({ at, removed: 0, inserted: Buffer.from(text, "latin1") })),
    fc.tuple(place, piece).map(([at, text]) => ({ at, removed: 1, inserted: Buffer.from(text, "latin1") })),
    place.map((at) => ({ at, removed: 1, inserted: Buffer.alloc(0) })),
    place.map((at) => ({ at, removed: 0, inserted: Buffer.from(bytes.subarray(at, at + 1)) })),
  );
}

function at(bytes: Uint8Array, i: number): string {
  return String.fromCharCode(bytes[i]!);
}

/** Lines of a file for a message: every byte that is not plain text is escaped. */
export function shown(bytes: Uint8Array): string {
  return JSON.stringify(Buffer.from(bytes).toString("latin1")).replace(
    /[\x7f-\xff]/g,
    (byte) => `\\x${byte.charCodeAt(0).toString(16)}`,
  );
}
