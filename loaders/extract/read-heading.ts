import { decideDelimiter, delimiterSample } from "./layout/delimiter.ts";
import { type Heading as FoundHeading, findHeader, headerStrength } from "./layout/find-header.ts";
import { anyTable, lowerFirst, settingsHint } from "./layout/snippet.ts";
import type { FileContext } from "./layout/vocabulary.ts";
import { tableOfName, tablesOfHeader } from "./recognise.ts";
import { type RecordStream, TextStream } from "./record-stream.ts";
import type { SourceFile } from "./source-file.ts";
import type { Token } from "./text/tokenise.ts";

export interface Heading {
  /** One text a column: the header cell, or with two header rows the aspect. */
  labels: string[];
  /** With two header rows: the subject above each column, carried on over blanks; "" over the student's columns. */
  above: string[] | null;
  /** Cells of the lines above the header that can be read. */
  titles: readonly (readonly string[])[];
  /** Last line of the header. */
  last: number;
  /** The header as it was found in the file's rows; null where the file has none of its own. */
  found: FoundHeading | null;
}

/** Rows among which the header is looked for. */
const sampled = 200;
const mostColumns = 10_000;

/**
 * Finds the header of a file, settling the fate of its lines and of those above; nothing is taken from the stream yet.
 * @returns null where the file has no header, or nobody can tell which it is; it is then refused with the question.
 */
export function readHeading(file: SourceFile, stream: RecordStream, context: FileContext): Heading | null {
  if (stream instanceof TextStream && !settleDelimiter(file, stream, context)) return null;
  const { rows, tokens } = firstRows(file, stream);
  const found = findHeader(rows, { ...context, sheet: file.sheet });
  if ("question" in found) return refuse(file, found.question);
  if (found.labels.length > mostColumns) {
    return refuse(
      file,
      `The header has ${found.labels.length} columns, and no more than ${mostColumns} are read. Export fewer columns.`,
    );
  }
  const first = tokens[found.preamble]!;
  const last = tokens[found.preamble + found.headerRows - 1]!;
  file.settle(1, first.first - 1, "preamble");
  file.settle(first.first, last.last, "header");
  if (stream instanceof TextStream) stream.width = found.labels.length;
  const { labels, above } = found;
  warnOfEncoding(file, context, found);
  const titles = rows.slice(0, found.preamble).map((cells) => cells ?? []);
  return { labels, above, titles, last: last.last, found };
}

/** Texts of the lines above a header. */
export function preambleOf({ titles }: Heading): string[] {
  return titles.map((cells) => cells.join(" "));
}

/** Letters of Windows-1252 are read as such on the evidence of the bytes alone, so somebody is to look at one of them. */
function warnOfEncoding(file: SourceFile, { programme }: FileContext, header: FoundHeading): void {
  if (file.encodingShownOn === null) return;
  const table =
    file.source?.table ??
    tableOfName(file.name) ??
    tablesOfHeader(programme, file.source, header)[0] ??
    anyTable;
  file.warn(file.encodingShownOn, {
    column: null,
    code: "encoding-error",
    message: `This file says nothing of its encoding, and is read as Windows-1252: the first letter or sign that shows it stands on this line. If it looks right: ${lowerFirst(settingsHint(file, table, { encoding: "windows-1252" }))}`,
  });
}

function refuse(file: SourceFile, message: string): null {
  file.refuse({ column: null, code: "missing-label", message });
  return null;
}

function settleDelimiter(file: SourceFile, stream: TextStream, context: FileContext): boolean {
  const decision = decideDelimiter(
    stream.sampleLines(delimiterSample),
    file.source?.delimiter ?? null,
    (rows) => headerStrength(rows, context),
  );
  if ("question" in decision) {
    refuse(file, decision.question);
    return false;
  }
  stream.delimiter = decision.delimiter;
  file.delimiter = decision.delimiter;
  return true;
}

/**
 * The first rows as cells, null for one that cannot be read. Lines that the source declares to stand above the header
 * are a row each, whatever they hold. Rows of a sheet are of one width.
 */
function firstRows(
  file: SourceFile,
  stream: RecordStream,
): { rows: (string[] | null)[]; tokens: Pick<Token, "first" | "last">[] } {
  const skipped = stream instanceof TextStream ? (file.source?.skipRows ?? 0) : 0;
  const titles = stream instanceof TextStream ? stream.sampleLines(skipped) : [];
  const tokens = stream.sample(sampled, titles.length + 1);
  return {
    rows: [
      ...titles.map((text) => [text ?? ""]),
      ...tokens.map(({ cells }) => cells?.map((cell) => cell.trim()) ?? null),
    ],
    tokens: [...titles.map((_, i) => ({ first: i + 1, last: i + 1 })), ...tokens],
  };
}
