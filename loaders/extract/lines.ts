/** One physical line: its bytes' place in the file, and its text without the line ending; null if undecodable. */
export interface PhysicalLine {
  number: number;
  start: number;
  /** End of the bytes, line ending included. */
  end: number;
  text: string | null;
}

export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

const LF = 10;
const CR = 13;
/** Windows-1252 from 0x80 to 0x9F, the bytes where it differs from Latin-1; a space is a byte it leaves undefined. */
const from80 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** The encoding a byte order mark declares and its length, or null without one. */
function byteOrderMark(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", length: 2 };
  return null;
}

/**
 * Splits a file into physical lines (ended by LF, CRLF or CR) and decodes each strictly, so that a bad byte costs one
 * line. Line starts and ends tile the file: joining the byte ranges gives it back, byte for byte.
 * @param bytes The whole file.
 * @param declared The encoding to assume; a byte order mark wins.
 */
export function physicalLines(
  bytes: Uint8Array,
  declared: Encoding,
): { encoding: Encoding; lines: PhysicalLine[] } {
  const mark = byteOrderMark(bytes);
  const encoding = mark?.encoding ?? declared;
  const decode = strictDecoder(encoding);
  const width = encoding.startsWith("utf-16") ? 2 : 1;
  const low = encoding === "utf-16be" ? 1 : 0;
  const unit = (i: number): number =>
    width === 1 ? bytes[i]! : bytes[i + low]! | (bytes[i + 1 - low]! << 8);

  const lines: PhysicalLine[] = [];
  let start = 0;
  let text = mark?.length ?? 0;
  let i = text;
  while (i + width <= bytes.length) {
    const code = unit(i);
    if (code !== LF && code !== CR) {
      i += width;
      continue;
    }
    let end = i + width;
    if (code === CR && end + width <= bytes.length && unit(end) === LF) end += width;
    lines.push({ number: lines.length + 1, start, end, text: decode(bytes.subarray(text, i)) });
    start = text = i = end;
  }
  if (start < bytes.length) {
    lines.push({ number: lines.length + 1, start, end: bytes.length, text: decode(bytes.subarray(text)) });
  }
  return { encoding, lines };
}

function strictDecoder(encoding: Encoding): (bytes: Uint8Array) => string | null {
  if (encoding === "windows-1252") return decode1252;
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      const text = decoder.decode(bytes);
      return text.includes("\0") ? null : text;
    } catch {
      return null;
    }
  };
}

/** Windows-1252 by its own table: TextDecoder of Node 20 reads the bytes 0x80 to 0x9F as if they were Latin-1. */
function decode1252(bytes: Uint8Array): string | null {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const text = latin1.replace(/[\x80-\x9f]/g, (byte) => from80[byte.charCodeAt(0) - 0x80]!);
  return text.includes("\0") ||
    bytes.some((byte) => byte >= 0x80 && byte <= 0x9f && from80[byte - 0x80] === " ")
    ? null
    : text;
}
