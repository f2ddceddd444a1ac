import { decodeWindows1252 } from "./windows-1252.ts";

/** Encodings that exports come in. */
export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

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
  if (encoding === "windows-1252") {
    return (bytes) => {
      const text = decodeWindows1252(bytes);
      return text === null || text.includes("\0") ? null : text;
    };
  }
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
