import { isAscii, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { type ByteSource, pieceBytes, pieces } from "./byte-source.ts";
import type { Encoding } from "./decode.ts";
import { undefined1252 } from "./windows-1252.ts";

const sampleBytes = 64 * 1024;
const LF = 10;
const CR = 13;

/** What one pass over a file's bytes proves. */
export interface Inspection {
  sha256: string;
  /** Whether there is a NUL in its first bytes, as in UTF-16. */
  beginsWithNul: boolean;
  ascii: boolean;
  validUtf8: boolean;
  /** Whether a byte stands in the file that Windows-1252 leaves undefined. */
  undefined1252: boolean;
  /** Whether a line is longer than any export's: no line ends within a whole piece of the file. */
  endlessLine: boolean;
}

/** Passes over a file once, in pieces, and says what its bytes are; no further than to a line without an end. */
export function inspect(source: ByteSource): Inspection {
  const hash = createHash("sha256");
  const found = {
    beginsWithNul: false,
    ascii: true,
    validUtf8: true,
    undefined1252: false,
    endlessLine: false,
  };
  let first = true;
  let held = new Uint8Array();
  for (const piece of pieces(source)) {
    hash.update(piece);
    found.endlessLine = piece.length === pieceBytes && !piece.includes(LF) && !piece.includes(CR);
    if (found.endlessLine) break;
    if (first) found.beginsWithNul = piece.subarray(0, sampleBytes).includes(0);
    first = false;
    if (held.length === 0 && isAscii(piece)) continue;
    found.ascii = false;
    found.undefined1252 ||= undefined1252.some((byte) => piece.includes(byte));
    if (!found.validUtf8) continue;
    const joined = held.length > 0 ? Buffer.concat([held, piece]) : piece;
    const whole = joined.length - unfinished(joined);
    found.validUtf8 = isUtf8(joined.subarray(0, whole));
    held = new Uint8Array(joined.subarray(whole));
  }
  if (held.length > 0) found.validUtf8 = false;
  return { sha256: hash.digest("hex"), ...found };
}

/** Bytes at the end of a piece that begin a UTF-8 sequence which the next piece must finish. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Whether every byte of an inspected file, but for NUL, is text of this encoding; its cells need no proof of their own. */
export function isProven(inspection: Inspection, encoding: Encoding): boolean {
  if (encoding === "utf-8") return inspection.validUtf8;
  return encoding === "windows-1252" && !inspection.undefined1252;
}
