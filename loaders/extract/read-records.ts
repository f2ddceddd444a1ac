import { identityColumns, mapColumns } from "./columns.ts";
import { isBlank, type SourceFile, type SourceRecord } from "./source-file.ts";
import { studentColumns } from "./tables.ts";
import { type Fault, type Token, tokenise } from "./tokenise.ts";
import { readNumber } from "./values.ts";

export interface Header {
  /** One text a column: the header cell, or with two header rows the aspect. */
  labels: string[];
  /** With two header rows: the subject above each column, carried on over blanks. */
  above: string[] | null;
  /** Texts of the lines above the header. */
  preamble: string[];
}

const faults: Record<Fault, string> = {
  "encoding-error":
    "This line holds bytes that are not text in the file's encoding. Declare the encoding in programme.json (for example windows-1252) or export the file again.",
  "stray-quote":
    "A quotation mark stands inside a cell that is not quoted, or text follows a closing quotation mark. Correct the line and export again.",
  "unclosed-quote":
    "A quotation mark opens on this line and never closes. Correct the line and export again.",
};

const footerWords =
  /^(mean|average|median|minimum|maximum|min|max|total|totals|count|std\.? ?dev\.?|standard deviation)$/i;

/**
 * Reads the header and all records of a file, settling the fate of every line that is not data: lines above the
 * header, the header and its repeats, blank lines and statistics rows at the foot. Broken records are quarantined.
 * @returns null where the file has no header line; it is then refused.
 */
export function readRecords(file: SourceFile): { header: Header; records: SourceRecord[] } | null {
  const skipped = skipPreamble(file);
  const rest = file.lines.slice(skipped);
  file.delimiter = file.source?.delimiter ?? likelyDelimiter(file, skipped);
  const headerRows = file.source?.headerRows ?? 1;
  const heading = readHeading(file, rest, headerRows);
  if (!heading) return null;
  const { above, labels, next } = heading;
  const body = file.lines.slice(next);
  const records: SourceRecord[] = [];
  for (const token of tokenise(body, file.delimiter, labels.length)) {
    const record = settle(file, token, labels);
    if (record) records.push(record);
  }
  settleFooter(file, records, labels);
  warnBlankHeaders(file, records, labels, next);
  const preamble = file.lines.slice(0, skipped).map((line) => line.text ?? "");
  return { header: { labels, above, preamble }, records };
}

function skipPreamble(file: SourceFile): number {
  let skip = file.source?.skipRows ?? 0;
  if (/^sep=.$/.test(file.lines[skip]?.text ?? "")) skip++;
  while (file.lines[skip] && isBlank(file.lines[skip]!)) skip++;
  file.settle(1, Math.min(skip, file.lines.length), "preamble");
  return skip;
}

function likelyDelimiter(file: SourceFile, skipped: number): string {
  const declared = /^sep=(.)$/.exec(file.lines[skipped - 1]?.text ?? "")?.[1];
  if (declared) return declared;
  const text = (file.lines[skipped]?.text ?? "").replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: text.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

function readHeading(
  file: SourceFile,
  lines: SourceFile["lines"],
  rows: 1 | 2,
): { above: string[] | null; labels: string[]; next: number } | null {
  const tokens: Token[] = [];
  for (const token of tokenise(lines, file.delimiter)) {
    tokens.push(token);
    if (tokens.length === rows) break;
  }
  const last = tokens.at(-1);
  if (tokens.length < rows || !last || tokens.some((token) => !token.cells)) {
    file.refuse({
      column: null,
      code: "missing-label",
      message:
        "The file has no readable header line. Check skipRows and headerRows of its source in programme.json.",
    });
    return null;
  }
  file.settle(tokens[0]!.first, last.last, "header");
  const labels = last.cells!.map((cell) => cell.trim());
  let subject = "";
  const above =
    rows === 1
      ? null
      : labels.map((_, i) => {
          const cell = tokens[0]!.cells![i]?.trim() ?? "";
          if (cell) subject = cell;
          return subject;
        });
  return { above, labels, next: last.last };
}

function settle(file: SourceFile, token: Token, labels: readonly string[]): SourceRecord | null {
  if (!token.cells) {
    file.quarantine(token, { column: null, code: token.fault!, message: faults[token.fault!] });
    return null;
  }
  const cells = token.cells.map((cell) => cell.trim());
  if (cells.every((cell) => cell === "")) {
    file.settle(token.first, token.last, "blank");
    return null;
  }
  if (cells.length === labels.length && cells.every((cell, i) => cell === labels[i])) {
    file.settle(token.first, token.last, "header");
    return null;
  }
  if (cells.length !== labels.length) {
    const more = cells.length > labels.length;
    file.quarantine(token, {
      column: null,
      code: more ? "extra-cell" : "missing-cell",
      message: `This line has ${cells.length} cells where the header has ${labels.length}. ${more ? "A cell may hold a delimiter without quotation marks." : "Cells are missing."} Correct the line and export again.`,
    });
    return null;
  }
  file.settle(token.first, token.last, "accepted");
  return { file, first: token.first, last: token.last, cells };
}

/**
 * Statistics rows stand at the foot, after the last student: Mean, Total and the like in the first cell, nobody's
 * identity, and nothing but numbers in what describes a student; so a student called Max is never taken for one. A file
 * without identities (costs) must hold nothing but numbers in such a row.
 */
function settleFooter(file: SourceFile, records: SourceRecord[], labels: readonly string[]): void {
  const { index } = mapColumns(labels, new Set(studentColumns), file.source);
  const identities = identityColumns.flatMap((column) => index.get(column) ?? []);
  const numeric = identities.length > 0 ? [...index.values()] : labels.map((_, i) => i);
  const isFooter = ({ cells }: SourceRecord) =>
    footerWords.test(cells[0]!) &&
    identities.every((i) => i === 0 || cells[i] === "") &&
    numeric.every((i) => i === 0 || cells[i] === "" || readNumber(cells[i]!) !== null);
  while (records.length > 0 && isFooter(records.at(-1)!)) {
    const record = records.pop()!;
    file.settle(record.first, record.last, "footer");
  }
}

/** A column without a header that holds something is not read, so the data manager is told. */
function warnBlankHeaders(
  file: SourceFile,
  records: readonly SourceRecord[],
  labels: readonly string[],
  headerLine: number,
): void {
  labels.forEach((label, i) => {
    if (label !== "" || !records.some(({ cells }) => cells[i] !== "")) return;
    file.warn(headerLine, {
      column: null,
      code: "blank-header",
      message: `Column ${i + 1} has no header, so its cells are not read. Give it a header in the export.`,
    });
  });
}
