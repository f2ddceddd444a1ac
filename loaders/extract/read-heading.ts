import { isBlankText } from "./line-store.ts";
import type { RecordStream } from "./record-stream.ts";
import { TextStream } from "./record-stream.ts";
import type { SourceFile } from "./source-file.ts";
import type { Token } from "./text/tokenise.ts";

export interface Heading {
  /** One text a column: the header cell, or with two header rows the aspect. */
  labels: string[];
  /** With two header rows: the subject above each column, carried on over blanks. */
  above: string[] | null;
  /** Texts of the lines above the header. */
  preamble: string[];
  /** Last line of the header. */
  last: number;
}

const sampled = 200;

/**
 * Finds the header of a file and moves the stream past it, settling the fate of its lines and of those above.
 * @returns null where the file has no header line; it is then refused.
 */
export function readHeading(file: SourceFile, stream: RecordStream): Heading | null {
  const skipped = skipPreamble(file, stream);
  const rows = file.source?.headerRows ?? 1;
  const chosen = stream.sample(rows, skipped + 1);
  const last = chosen.at(-1);
  if (chosen.length < rows || !last || chosen.some((token) => !token.cells)) {
    file.refuse({
      column: null,
      code: "missing-label",
      message:
        "The file has no readable header line. Check skipRows and headerRows of its source in programme.json.",
    });
    return null;
  }
  file.settle(1, skipped, "preamble");
  file.settle(chosen[0]!.first, last.last, "header");
  stream.skipTo(last.last + 1);
  const labels = last.cells!.map((cell) => cell.trim());
  if (stream instanceof TextStream) stream.width = labels.length;
  return {
    labels,
    above: rows === 1 ? null : carried(chosen[0]!, labels),
    preamble: preambleTexts(stream, skipped),
    last: last.last,
  };
}

function carried(top: Token, labels: readonly string[]): string[] {
  let subject = "";
  return labels.map((_, i) => {
    const cell = top.cells![i]?.trim() ?? "";
    if (cell) subject = cell;
    return subject;
  });
}

function preambleTexts(stream: RecordStream, skipped: number): string[] {
  return stream
    .sample(sampled, 1)
    .filter((token) => token.first <= skipped)
    .map((token) => token.cells?.join(" ") ?? "");
}

/** Lines above the header; and the delimiter that the file declares or most likely has. */
function skipPreamble(file: SourceFile, stream: RecordStream): number {
  if (!(stream instanceof TextStream)) return file.source?.skipRows ?? 0;
  let skip = file.source?.skipRows ?? 0;
  const texts = stream.sampleLines(skip + sampled);
  const declared = /^sep=(.)$/.exec(texts[skip] ?? "")?.[1];
  if (declared) skip++;
  while (typeof texts[skip] === "string" && isBlankText(texts[skip]!)) skip++;
  stream.delimiter = file.source?.delimiter ?? declared ?? likelyDelimiter(texts[skip] ?? "");
  file.delimiter = stream.delimiter;
  return Math.min(skip, texts.length);
}

function likelyDelimiter(header: string): string {
  const text = header.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: text.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}
