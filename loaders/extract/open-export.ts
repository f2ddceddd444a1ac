import { join } from "node:path";
import type { SourceSettings } from "../programme/schema.ts";
import { type LineStore, TextLines } from "./line-store.ts";
import { type RecordStream, TextStream } from "./record-stream.ts";
import { SourceFile } from "./source-file.ts";
import { type ByteSource, bytesInMemory, FileBytes } from "./text/byte-source.ts";
import { byteOrderMark } from "./text/decode.ts";
import { type Inspection, inspect, isProven } from "./text/inspect.ts";

/** A file of the folder, opened: its account, and its records where it can be read. */
export interface OpenedExport {
  file: SourceFile;
  stream: RecordStream | null;
  /** Whether all bytes of the file are text of its encoding. */
  proven: boolean;
  /** Whether the file is still as it was when it was opened. */
  isUnchanged(): boolean;
}

/** A table in a file that is too large to be one of a school's. */
const largestFile = 16 * 1024 ** 3;

/** Opens an export of a programme folder. */
export function openExport(folder: string, name: string, source: SourceSettings | null): OpenedExport {
  let bytes: FileBytes;
  let inspection: Inspection;
  try {
    bytes = new FileBytes(join(folder, name));
    if (bytes.size > largestFile) {
      return unreadable(
        name,
        source,
        `This file is larger than ${largestFile / 1024 ** 3} GiB and was not read. Split it, for example by year.`,
      );
    }
    inspection = inspect(bytes);
    if (inspection.endlessLine)
      return unreadable(
        name,
        source,
        "This file has a line of more than 8 MiB, so it is no export of a table. Export it again as CSV, or move it out of the folder.",
      );
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "error";
    return unreadable(
      name,
      source,
      `This file cannot be read (${code}). Allow the user who runs this program to read it.`,
    );
  }
  const opened = openText(name, bytes, inspection, source);
  return { ...opened, isUnchanged: () => bytes.isUnchanged() };
}

/** Opens delimited text. */
export function openText(
  name: string,
  bytes: ByteSource,
  inspection: Inspection,
  source: SourceSettings | null,
  windowBytes?: number,
): OpenedExport {
  const start = new Uint8Array(4);
  bytes.read(start, 0);
  const mark = byteOrderMark(start);
  const encoding = mark?.encoding ?? source?.encoding ?? "utf-8";
  const lines = new TextLines(bytes, encoding, mark?.length ?? 0, windowBytes);
  const about = { name, sheet: null, size: bytes.size, sha256: inspection.sha256, encoding, source };
  return {
    file: new SourceFile(about, lines),
    stream: new TextStream(lines),
    proven: isProven(inspection, encoding),
    isUnchanged: () => true,
  };
}

const noLines: LineStore = {
  total: () => 0,
  *blanks() {},
  *bytesOf() {},
};

/** A file of which nothing can be read. */
export function unreadable(name: string, source: SourceSettings | null, message: string): OpenedExport {
  const empty = bytesInMemory(new Uint8Array());
  const about = { name, sheet: null, size: 0, sha256: inspect(empty).sha256, encoding: null, source };
  const file = new SourceFile(about, noLines);
  file.refuse({ column: null, code: "file-error", message });
  return { file, stream: null, proven: false, isUnchanged: () => true };
}
