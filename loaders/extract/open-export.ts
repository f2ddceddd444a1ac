import { createHash } from "node:crypto";
import { join } from "node:path";
import type { SourceSettings } from "../programme/schema.ts";
import { ContainerError } from "./container-error.ts";
import { decideEncoding, type EncodingDecision } from "./layout/encoding.ts";
import { type LineStore, TextLines } from "./line-store.ts";
import type { ProblemCode } from "./problem.ts";
import type { Heading } from "./read-heading.ts";
import { type RecordStream, RowStream, TextStream } from "./record-stream.ts";
import { SheetRows } from "./sheet-rows.ts";
import { SourceFile } from "./source-file.ts";
import { allBytes, type ByteSource, FileBytes } from "./text/byte-source.ts";
import { byteOrderMark, type Encoding } from "./text/decode.ts";
import { type Inspection, inspect, isProven } from "./text/inspect.ts";
import { LineWindow } from "./text/lines.ts";
import type { Token } from "./text/tokenise.ts";
import type { WorkbookSheet } from "./workbook/read-workbook.ts";
import { looksLikeXml, readXml, type XmlRows } from "./xml/read-xml.ts";

/** A file of the folder, opened: its account, and its records where it can be read. */
export interface OpenedExport {
  file: SourceFile;
  stream: RecordStream | null;
  /** The heading, where the kind of file has none of its own. */
  heading: Heading | null;
  /** Whether all bytes of the file are text of its encoding. */
  proven: boolean;
  /** Whether the file is still as it was when it was opened. */
  isUnchanged(): boolean;
}

/** A file that is too large to be one of a school's or trust's. */
const largestFile = 16 * 1024 ** 3;
/** XML is held in memory as a whole. */
const largestXml = 512 * 1024 ** 2;

/** Opens an export of a programme folder that is no workbook: delimited text or XML. */
export function openExport(folder: string, name: string, source: SourceSettings | null): OpenedExport {
  let bytes: FileBytes;
  let inspection: Inspection;
  try {
    bytes = new FileBytes(join(folder, name));
    if (bytes.size > largestFile) return unreadable(name, source, tooLarge(largestFile));
    inspection = inspect(bytes);
    if (inspection.endlessLine && !looksLikeXml(firstBytes(bytes)))
      return unreadable(name, source, endlessLine);
    if (looksLikeXml(firstBytes(bytes))) return openXml(name, bytes, source);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return unreadable(
      name,
      source,
      `This file cannot be read (${code}). Allow the user who runs this program to read it.`,
    );
  }
  return { ...openText(name, bytes, inspection, source), isUnchanged: () => bytes.isUnchanged() };
}

const tooLarge = (limit: number): string =>
  `This file is larger than ${limit / 1024 ** 2} MiB and was not read. Split it, for example by year.`;

const endlessLine =
  "This file has a line of more than 8 MiB, so it is no export of a table. Export it again as CSV, or move it out of the folder.";

function firstBytes(bytes: ByteSource): Uint8Array {
  const start = new Uint8Array(1024);
  return start.subarray(0, bytes.read(start, 0));
}

/** Opens delimited text. */
export function openText(
  name: string,
  bytes: ByteSource,
  inspection: Inspection,
  source: SourceSettings | null,
  windowBytes?: number,
): OpenedExport {
  const decision = encodingOf(bytes, inspection, source?.encoding ?? null);
  const encoding = "question" in decision ? "utf-8" : decision.encoding;
  const mark = byteOrderMark(firstBytes(bytes));
  const lines = new TextLines(bytes, encoding, mark?.length ?? 0, windowBytes);
  const about = { name, sheet: null, size: bytes.size, sha256: inspection.sha256, encoding, source };
  const file = new SourceFile(about, lines);
  const opened = { file, heading: null, proven: isProven(inspection, encoding), isUnchanged: () => true };
  if ("question" in decision) {
    file.refuse({ column: null, code: "encoding-error", message: decision.question });
    return { ...opened, stream: null };
  }
  if (encoding === "windows-1252" && inspection.validUtf8 && !inspection.ascii) {
    file.warn(null, {
      column: null,
      code: "encoding-error",
      message:
        "This file is declared as Windows-1252, but all of it is UTF-8, so letters with accents come out as two signs each. Remove the encoding from its source in programme.json.",
    });
  }
  if (decision.why === "windows-1252") file.encodingShownOn = lineAt(bytes, decision.firstAt!);
  return { ...opened, stream: new TextStream(lines) };
}

/** Bytes of a file that are looked at to tell its encoding, where it is not plainly UTF-8. */
const surveyed = 64 * 1024 ** 2;

function encodingOf(bytes: ByteSource, inspection: Inspection, declared: Encoding | null): EncodingDecision {
  if (inspection.validUtf8 && !inspection.beginsWithNul && !byteOrderMark(firstBytes(bytes)))
    return { encoding: declared ?? "utf-8", why: declared ? "declared" : "utf-8" };
  const start = new Uint8Array(Math.min(bytes.size, surveyed));
  return decideEncoding(start.subarray(0, bytes.read(start, 0)), declared);
}

/** The number of the line that holds the byte at a place of the file; the file's line ends are those of ASCII. */
function lineAt(bytes: ByteSource, place: number): number {
  const window = new LineWindow(bytes, "windows-1252", 0);
  while (window.skip() && window.offset <= place);
  return window.line - 1;
}

/** Opens an XML report or Common Transfer File: its records are rows, its element names the labels. */
function openXml(name: string, bytes: FileBytes, source: SourceSettings | null): OpenedExport {
  if (bytes.size > largestXml) return unreadable(name, source, tooLarge(largestXml));
  const all = allBytes(bytes);
  const sha256 = createHash("sha256").update(all).digest("hex");
  let read: XmlRows;
  try {
    read = readXml(all);
  } catch (error) {
    if (!(error instanceof ContainerError)) throw error;
    const start = firstBytes(bytes);
    const mark = byteOrderMark(start);
    const encoding = mark?.encoding ?? "utf-8";
    const about = { name, sheet: null, size: bytes.size, sha256, encoding, source };
    const file = new SourceFile(about, new TextLines(bytes, encoding, mark?.length ?? 0));
    const place = error.line === null ? "" : `Line ${error.line}: `;
    file.refuse({ column: null, code: "file-error", message: `${place}${error.message}` });
    return { file, stream: null, heading: null, proven: false, isUnchanged: () => bytes.isUnchanged() };
  }
  const { encoding, rows, labels, notices, kind } = read;
  const mark = byteOrderMark(firstBytes(bytes));
  const lines = new TextLines(bytes, encoding, mark?.length ?? 0);
  const file = new SourceFile({ name, sheet: null, size: bytes.size, sha256, encoding, source }, lines);
  file.delimiter = null;
  file.isTransferFile = kind === "ctf";
  const total = lines.total();
  file.settle(1, total, "blank");
  file.settle(1, (rows[0]?.first ?? total + 1) - 1, "preamble");
  file.settle((rows.at(-1)?.last ?? total) + 1, total, "footer");
  for (const { line, ...notice } of notices) file.warn(line, notice);
  const tokens = rows.map((row): Token => ({ ...row, fault: null }));
  return {
    file,
    stream: new RowStream(tokens),
    heading: { labels: labels.map((label) => label.trim()), above: null, titles: [], last: 0, found: null },
    proven: true,
    isUnchanged: () => bytes.isUnchanged(),
  };
}

/** Opens the visible sheets of a workbook, and a hidden one where a source names it. */
export function openWorkbook(
  folder: string,
  name: string,
  sheets: readonly WorkbookSheet[] | ContainerError,
  sourceOf: (sheet: string) => SourceSettings | null,
): OpenedExport[] {
  if (sheets instanceof ContainerError) return [unreadable(name, sourceOf(""), sheets.message)];
  const bytes = new FileBytes(join(folder, name));
  const { sha256 } = inspect(bytes);
  const read = sheets.filter((sheet) => sheet.lastRow > 0 && (!sheet.hidden || sourceOf(sheet.name)?.sheet));
  const unread = sheets.filter((sheet) => sheet.hidden && !read.includes(sheet)).length;
  if (read.length === 0) {
    return [
      unreadable(
        name,
        sourceOf(""),
        "This workbook has no visible sheet that holds anything. Unhide the sheet that does.",
      ),
    ];
  }
  return read.map((sheet, i) => {
    const rows = sheet.rows.map(
      ({ number, cells }): Token => ({ first: number, last: number, cells, fault: null }),
    );
    const about = {
      name,
      sheet: sheet.name,
      size: bytes.size,
      sha256,
      encoding: null,
      source: sourceOf(sheet.name),
    };
    const file = new SourceFile(about, new SheetRows(rows, sheet.lastRow));
    file.delimiter = null;
    file.sheets = read.filter((other) => sourceOf(other.name) === sourceOf(sheet.name)).length;
    file.countsFrom1904 = sheet.countsFrom1904;
    file.settle(1, sheet.lastRow, "blank");
    for (const { row, column, code, message } of sheet.notices)
      file.warn(row, { column, code: code as ProblemCode, message });
    if (i === 0 && unread > 0) {
      file.warn(null, {
        column: null,
        code: "hidden-sheets",
        message: `${unread === 1 ? "One hidden sheet" : `${unread} hidden sheets`} of this workbook ${unread === 1 ? "was" : "were"} not read. Unhide a sheet that holds data, or name it as "sheet" in a source of programme.json.`,
      });
    }
    return {
      file,
      stream: new RowStream(rows),
      heading: null,
      proven: true,
      isUnchanged: () => bytes.isUnchanged(),
    };
  });
}

const noLines: LineStore = {
  total: () => 0,
  *blanks() {},
  *bytesOf() {},
};

/** A file of which nothing can be read. */
export function unreadable(name: string, source: SourceSettings | null, message: string): OpenedExport {
  const about = { name, sheet: null, size: 0, sha256: null, encoding: null, source };
  const file = new SourceFile(about, noLines);
  file.refuse({ column: null, code: "file-error", message });
  return { file, stream: null, heading: null, proven: false, isUnchanged: () => true };
}
