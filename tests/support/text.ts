import { bytesInMemory } from "../../loaders/extract/text/byte-source.ts";
import { byteOrderMark, type Encoding } from "../../loaders/extract/text/decode.ts";
import { LineWindow, type PhysicalLine, physicalLines } from "../../loaders/extract/text/lines.ts";
import { type Token, tokenise } from "../../loaders/extract/text/tokenise.ts";

/** The physical lines of bytes, read through a window as small as the caller likes. */
export function readLines(
  bytes: Uint8Array,
  declared: Encoding,
  windowBytes?: number,
): { encoding: Encoding; lines: PhysicalLine[] } {
  const mark = byteOrderMark(bytes);
  const encoding = mark?.encoding ?? declared;
  return {
    encoding,
    lines: [...physicalLines(bytesInMemory(bytes), encoding, mark?.length ?? 0, windowBytes)],
  };
}

/** The records of bytes. */
export function readTokens(
  bytes: Uint8Array,
  delimiter: string,
  width: number | null = null,
  windowBytes?: number,
): Token[] {
  const mark = byteOrderMark(bytes);
  const window = new LineWindow(
    bytesInMemory(bytes),
    mark?.encoding ?? "utf-8",
    mark?.length ?? 0,
    windowBytes,
  );
  return [...tokenise(window, delimiter, width)];
}
