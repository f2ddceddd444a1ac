import { ContainerError } from "../container-error.ts";
import { quoted, type XmlEncoding, type XmlNotice } from "./xml-rows.ts";

const blanks = new Set([0x20, 0x09, 0x0a, 0x0d]);
const lessThan = 0x3c;

/** The encoding that the first bytes alone give away, and where the text begins. */
function byFirstBytes(bytes: Uint8Array): { encoding: XmlEncoding; start: number; marked: boolean } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { encoding: "utf-8", start: 3, marked: true };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", start: 2, marked: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", start: 2, marked: true };
  if (bytes[0] !== 0 && bytes[1] === 0) return { encoding: "utf-16le", start: 0, marked: false };
  if (bytes[0] === 0 && bytes[1] !== 0) return { encoding: "utf-16be", start: 0, marked: false };
  return { encoding: "utf-8", start: 0, marked: false };
}

/** The text that follows the blanks at the start of the file, at most 400 characters of it, as far as it is ASCII. */
function opening(bytes: Uint8Array): { text: string; blanks: string; start: number } {
  const { encoding, start } = byFirstBytes(bytes);
  const width = encoding.startsWith("utf-16") ? 2 : 1;
  const low = encoding === "utf-16be" ? 1 : 0;
  const unit = (i: number): number =>
    width === 1 ? bytes[i]! : bytes[i + low]! | (bytes[i + 1 - low]! << 8);
  let from = start;
  let before = "";
  while (from + width <= bytes.length && blanks.has(unit(from))) {
    before += String.fromCharCode(unit(from));
    from += width;
  }
  let text = "";
  for (let i = from; i + width <= bytes.length && text.length < 400; i += width)
    text += String.fromCharCode(unit(i));
  return { text, blanks: before, start: from };
}

/** True of a file that begins, after a byte order mark and blanks, with an XML declaration or a tag; also in UTF-16. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  return bytes.includes(lessThan) && /^<(?:\?xml\s|!DOCTYPE|!--|[A-Za-z_])/.test(opening(bytes).text);
}

const encodings = new Map<string, XmlEncoding>([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["windows-1252", "windows-1252"],
  ["cp1252", "windows-1252"],
  ["iso-8859-1", "windows-1252"],
  ["latin1", "windows-1252"],
]);

/**
 * The encoding of an XML file: by byte order mark or the shape of its first bytes, else as declared, else UTF-8.
 * ISO-8859-1 is read as Windows-1252, which holds it: the bytes that differ are control characters no export has.
 * A declaration of UTF-16 in a file that has one byte a character is known to be wrong (programs that write XML through
 * a string leave it there); such a file is read as UTF-8, strictly, with a notice.
 * @returns also the offset of the first byte of markup and the blanks before it.
 * @throws ContainerError where another encoding is declared.
 */
export function xmlEncoding(bytes: Uint8Array): {
  encoding: XmlEncoding;
  start: number;
  blanks: string;
  notices: XmlNotice[];
} {
  const found = byFirstBytes(bytes);
  const { text, blanks: before, start } = opening(bytes);
  const at = { start, blanks: before };
  const declared = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([\w.-]*)["']/.exec(text)?.[1]?.toLowerCase();
  if (found.marked || found.encoding !== "utf-8" || declared === undefined)
    return { ...at, encoding: found.encoding, notices: [] };
  const line = 1 + (before.match(/\r\n|\r|\n/g)?.length ?? 0);
  if (/^utf-16(le|be)?$/.test(declared)) {
    return {
      ...at,
      encoding: "utf-8",
      notices: [
        {
          line,
          column: null,
          code: "encoding-error",
          message: `The file declares the encoding ${declared} but has one byte a character, so it was read as UTF-8.`,
        },
      ],
    };
  }
  const encoding = encodings.get(declared);
  if (encoding === undefined) {
    throw new ContainerError(
      `The file declares the encoding ${quoted(declared)}, which is not read here. Export it as UTF-8, UTF-16 or Windows-1252.`,
      line,
    );
  }
  return { ...at, encoding, notices: [] };
}
