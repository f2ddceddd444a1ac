import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ProgrammeError } from "./programme-error.ts";

/** 5 MB: the settings of a large school take some 20 kB. */
const largest = 5_000_000;

/**
 * The text of programme.json, without its byte order mark.
 * @throws ProgrammeError where it is missing, cannot be read, is no ordinary file, is too large, or is not UTF-8.
 */
export function readSettingsText(folder: string): string {
  const bytes = readBytes(join(folder, "programme.json"));
  const text = decode(bytes);
  if (text !== null) return text;
  throw new ProgrammeError(
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
      ? "programme.json is saved as UTF-16 (Notepad calls it Unicode). Save it again as UTF-8."
      : `programme.json holds bytes that are not UTF-8 text on line ${badLine(bytes)}. Correct the letters there and save the file as UTF-8.`,
  );
}

function readBytes(path: string): Uint8Array {
  try {
    const found = statSync(path);
    if (!found.isFile() && !found.isDirectory())
      throw new ProgrammeError(
        "programme.json is not an ordinary file but a device or a pipe, and was not read. Put a file in its place.",
      );
    if (found.size > largest)
      throw new ProgrammeError(
        "programme.json is larger than 5 MB, which no settings need. Keep data in export files, and only settings here.",
      );
    return readFileSync(path);
  } catch (error) {
    if (error instanceof ProgrammeError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT")
      throw new ProgrammeError(
        `programme.json cannot be read (${code ?? "error"}). Put a file there that the user who runs this program may read.`,
      );
    throw new ProgrammeError(
      "There is no programme.json in this folder. Name a programme folder, or make one with npm run new.",
    );
  }
}

/** Strictly: null where a byte is not UTF-8, rather than text with a replacement character. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The first line with bytes that are not UTF-8; no character of UTF-8 holds the byte of a line end. */
function badLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const next = end < 0 ? bytes.length : end + 1;
    if (decode(bytes.subarray(start, next)) === null) return line;
    start = next;
  }
  return line;
}
