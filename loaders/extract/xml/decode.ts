import { ContainerError } from "../container-error.ts";
import { decodeWindows1252 } from "../text/windows-1252.ts";
import type { XmlEncoding } from "./xml-rows.ts";

const chunkBytes = 1 << 16;
const LF = 10;
const CR = 13;

/**
 * Decodes a file strictly, piece by piece, so that the whole text never stands in memory at once.
 * @param start Offset of the first byte to decode.
 * @throws ContainerError with the physical line where bytes are not text of that encoding.
 */
export function* decodeStrictly(bytes: Uint8Array, encoding: XmlEncoding, start: number): Generator<string> {
  const decoder = encoding === "windows-1252" ? null : strict(encoding);
  for (let from = start; from < bytes.length; from += chunkBytes) {
    const piece = bytes.subarray(from, from + chunkBytes);
    let text: string | null;
    try {
      text = decoder
        ? decoder.decode(piece, { stream: from + chunkBytes < bytes.length })
        : decodeWindows1252(piece);
    } catch {
      text = null;
    }
    if (text === null) {
      const line = undecodableLine(bytes, encoding);
      throw new ContainerError(
        `Line ${line} holds bytes that are not text in the encoding ${encoding}. Export the file again, as UTF-8.`,
        line,
      );
    }
    yield text;
  }
}

function strict(encoding: Exclude<XmlEncoding, "windows-1252">): TextDecoder {
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
}

/** The first physical line (ended by LF, CRLF or CR) whose bytes cannot be decoded; the last one if each can. */
function undecodableLine(bytes: Uint8Array, encoding: XmlEncoding): number {
  const width = encoding.startsWith("utf-16") ? 2 : 1;
  const low = encoding === "utf-16be" ? 1 : 0;
  const unit = (i: number): number =>
    width === 1 ? bytes[i]! : bytes[i + low]! | (bytes[i + 1 - low]! << 8);
  const decodes = (line: Uint8Array): boolean => {
    if (encoding === "windows-1252") return decodeWindows1252(line) !== null;
    try {
      strict(encoding).decode(line);
      return true;
    } catch {
      return false;
    }
  };
  let number = 1;
  let start = 0;
  for (let i = 0; i + width <= bytes.length; i += width) {
    const code = unit(i);
    if (code !== LF && code !== CR) continue;
    if (!decodes(bytes.subarray(start, i))) return number;
    if (code === CR && i + 2 * width <= bytes.length && unit(i + width) === LF) i += width;
    start = i + width;
    number++;
  }
  return start === bytes.length ? number - 1 : number;
}
