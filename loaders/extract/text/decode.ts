/** Encodings that exports come in. */
export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/** Windows-1252 from 0x80 to 0x9F, the bytes where it differs from Latin-1; a space is a byte it leaves undefined. */
const from80 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** The bytes that stand for no character in Windows-1252. */
export const undefined1252: readonly number[] = [...from80].flatMap((character, i) =>
  character === " " ? [0x80 + i] : [],
);

/** The encoding a byte order mark declares and its length, or null without one. */
export function byteOrderMark(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", length: 2 };
  return null;
}

/** Decodes bytes as text; null where they are not text of the encoding, or hold NUL. */
export type Decode = (bytes: Uint8Array) => string | null;

/** A decoder that never replaces what it cannot read. */
export function strictDecoder(encoding: Encoding): Decode {
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
