import { isAscii, isUtf8 } from "node:buffer";
import { byteOrderMark, type Encoding } from "../text/decode.ts";

export type EncodingDecision =
  | {
      encoding: Encoding;
      why: "mark" | "declared" | "utf-8" | "utf-16" | "windows-1252";
      /** Offset of the first byte that is read as Windows-1252 and is not ASCII; only where that was concluded. */
      firstAt?: number;
    }
  | { question: string };

/** Bytes at the start of a file in which UTF-16 without a mark is looked for. */
const sampleBytes = 4096;

/**
 * Decides how a file's bytes are to be read. In this order: a byte order mark; what programme.json declares; UTF-16
 * without a mark, by the NUL in every other byte of Latin text; UTF-8, where all of the file is; Windows-1252, where no
 * part of the file that is not ASCII is UTF-8 and such bytes (nine in ten at least, or all but those of
 * one slip) stand where their letter or sign belongs in words.
 * What is left is a damaged UTF-8 file: it is read as UTF-8, so that only the damaged lines are lost. Where there are
 * more places that only Windows-1252 explains than places that only UTF-8 does, nothing is guessed.
 *
 * A conclusion of "windows-1252" is worth a warning that names the line of `firstAt`: one damaged byte of an ASCII file
 * can look like it.
 * @param declared The encoding of the file's source, or null where none is declared.
 * @returns the encoding, or a sentence that asks for it.
 */
export function decideEncoding(bytes: Uint8Array, declared: Encoding | null): EncodingDecision {
  const mark = byteOrderMark(bytes);
  if (mark) return { encoding: mark.encoding, why: "mark" };
  if (declared) return { encoding: declared, why: "declared" };
  const wide = unmarkedUtf16(bytes);
  if (wide) return { encoding: wide, why: "utf-16" };
  if (isUtf8(bytes)) return { encoding: "utf-8", why: "utf-8" };

  const { sequences, damaged, firstAt, words } = survey(bytes);
  if (sequences === 0 && words) return { encoding: "windows-1252", why: "windows-1252", firstAt };
  if (sequences >= damaged || sequences === 0) return { encoding: "utf-8", why: "utf-8" };
  return {
    question: `This file is neither UTF-8 nor Windows-1252 throughout: ${sequences} of its letters and signs are UTF-8, ${damaged} are not. It may have been put together from two exports. Export it again in one encoding, or declare "encoding" for it under "sources" in programme.json.`,
  };
}

/** Latin text in UTF-16 has a NUL in nearly every other byte, always on the same side, and none on the other. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const pairs = Math.floor(Math.min(bytes.length, sampleBytes) / 2);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++;
    if (bytes[2 * i + 1] === 0) odd++;
  }
  const enough = Math.max(4, pairs * 0.7);
  if (odd >= enough && even === 0) return "utf-16le";
  if (even >= enough && odd === 0) return "utf-16be";
  return null;
}

/** Blocks of plain ASCII are passed over at once. */
const blockBytes = 4096;

/** A slip of the hand in one place displaces the letters on both sides of it too: bytes this near are of one slip. */
const slipBytes = 4;
/** Letters and signs in their places that show the encoding in spite of a slip. */
const fewestBesideSlip = 4;

interface Survey {
  /** Characters that are valid UTF-8 of two bytes or more. */
  sequences: number;
  /** Runs of bytes above 0x7F that hold something which is not valid UTF-8. */
  damaged: number;
  firstAt: number;
  /** Whether nearly all of those bytes, read as Windows-1252, stand where they belong in words. */
  words: boolean;
}

function survey(bytes: Uint8Array): Survey {
  let sequences = 0;
  let damaged = 0;
  let firstAt = -1;
  let read = 0;
  let misplaced = 0;
  let misplacedAt = Number.NEGATIVE_INFINITY;
  let slips = 0;
  let damagedTo = -1;
  for (let i = 0; i < bytes.length; i++) {
    if (i % blockBytes === 0) {
      while (i < bytes.length && isAscii(bytes.subarray(i, i + blockBytes))) i += blockBytes;
      if (i >= bytes.length) break;
    }
    if (bytes[i]! < 0x80) continue;
    const length = sequenceAt(bytes, i);
    if (length > 0) {
      sequences++;
      i += length - 1;
      continue;
    }
    if (firstAt < 0) firstAt = i;
    if (damagedTo !== i) damaged++;
    damagedTo = i + 1;
    if (!isEvidence(bytes, i)) continue;
    read++;
    if (belongs(bytes, i)) continue;
    misplaced++;
    if (i - misplacedAt > slipBytes) slips++;
    misplacedAt = i;
  }
  const isSlip = slips === 1 && read - misplaced >= fewestBesideSlip;
  return { sequences, damaged, firstAt, words: read > 0 && (misplaced * 10 <= read || isSlip) };
}

/** Length of the valid UTF-8 sequence of two to four bytes at i, or 0. */
function sequenceAt(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]!;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (length === 0 || i + length > bytes.length) return 0;
  return isUtf8(bytes.subarray(i, i + length)) ? length : 0;
}

const lower = (byte: number | undefined): boolean =>
  byte !== undefined &&
  ((byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0xdf && byte !== 0xf7) ||
    [0x83, 0x9a, 0x9c, 0x9e].includes(byte));

const upper = (byte: number | undefined): boolean =>
  byte !== undefined &&
  ((byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0xc0 && byte <= 0xde && byte !== 0xd7) ||
    [0x8a, 0x8c, 0x8e, 0x9f].includes(byte));

/** Apostrophes, a soft hyphen and a middle dot may stand inside a word; an en dash too, before a capital. */
const insideWords = [0x91, 0x92, 0xad, 0xb4, 0xb7];
/** Signs of ordinary text that stand beside words and numbers: quotation marks, dashes, pound, degree, fractions. */
const betweenWords = [
  0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xa0, 0xa3, 0xa9, 0xab, 0xad, 0xae, 0xb0, 0xb1,
  0xb2, 0xb3, 0xb4, 0xb7, 0xba, 0xbb, 0xbc, 0xbd, 0xbe, 0xd7, 0xf7,
];

/**
 * Whether a byte, read as Windows-1252, is where its letter or sign belongs. It is not so where a file is in another
 * code page (old DOS and Macintosh ones put signs and capitals where the accents of small letters should be), or where
 * half of a UTF-8 character was lost.
 */
function belongs(bytes: Uint8Array, i: number): boolean {
  const byte = bytes[i]!;
  const before = bytes[i - 1];
  const after = bytes[i + 1];
  const letter = (other: number | undefined) => lower(other) || upper(other);
  if (byte === 0x83 || byte === 0xaa) return false;
  if (lower(byte)) return letter(before) || letter(after) || isApostrophe(before) || isApostrophe(after);
  if (upper(byte)) {
    if (lower(before)) return false;
    if (upper(before)) return true;
    // Ã at the start of a word is the first half of a small letter with an accent rather than a name.
    return byte !== 0xc3 && (letter(after) || isApostrophe(after) || after === 0x20 || after === 0x2e);
  }
  if (letter(before) && letter(after))
    return insideWords.includes(byte) || byte === 0xa0 || (byte === 0x96 && upper(after));
  return betweenWords.includes(byte);
}

/**
 * Whether a byte says anything of the encoding. A UTF-16 byte order mark does not, which joined files hold inside; nor
 * does a hard space between two small letters, for in old code pages that is a letter (Seán).
 */
function isEvidence(bytes: Uint8Array, i: number): boolean {
  const other = bytes[i] === 0xfe ? 0xff : bytes[i] === 0xff ? 0xfe : null;
  if (other !== null) return bytes[i - 1] !== other && bytes[i + 1] !== other;
  return !(bytes[i] === 0xa0 && lower(bytes[i - 1]) && lower(bytes[i + 1]));
}

function isApostrophe(byte: number | undefined): boolean {
  return byte === 0x27 || byte === 0x92 || byte === 0x2d;
}
