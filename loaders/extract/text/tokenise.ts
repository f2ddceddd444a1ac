import type { LineWindow } from "./lines.ts";

/** A record of the file: the physical lines it spans, and its cells, or the reason it could not be read. */
export interface Token {
  first: number;
  last: number;
  cells: string[] | null;
  fault: Fault | null;
}

export type Fault = "encoding-error" | "nul" | "stray-quote" | "unclosed-quote" | "long-cell";

/** A quoted cell may hold line breaks, but no record of an export runs over more lines than this. */
const longestRecord = 200;

/** Characters of the longest cell that is read: a comment is a page at the most. */
export const longestCell = 100_000;

/**
 * Reads the next record of delimited text (RFC 4180), strictly and line-aware: a fault costs the line it stands on and
 * nothing after it. A quoted cell runs on over lines only if it closes properly with as many cells as `width`, and none
 * of the lines within it looks like the beginning of another record: two stray quotes would swallow what stands between
 * them. Otherwise the line with the opening quote alone is faulty, and reading goes on with the next line.
 * @param window Stands at the record's first line; is moved past the record.
 * @param delimiter One character.
 * @param width Cells a record must have for a quote to run over lines; null where not known (the header).
 * @returns null at the end of the file.
 */
export function nextToken(window: LineWindow, delimiter: string, width: number | null = null): Token | null {
  const line = window.peek(0);
  if (!line) return null;
  const { number, text } = line;
  if (text === null) return faulty(window, number, window.hasNul(line) ? "nul" : "encoding-error");
  const record = new RecordReader(delimiter);
  let fault = record.read(text);
  let more = 1;
  while (!fault && record.open) {
    const next = more < longestRecord ? window.peek(more) : null;
    if (!next || next.text === null) return faulty(window, number, "unclosed-quote");
    const own = record.cells[0] ?? text.slice(1).split(delimiter, 1)[0]!;
    const within = next.text.split('"', 1)[0]!;
    if (width !== null && beginsRecord(within, own, width, delimiter))
      return faulty(window, number, "unclosed-quote");
    fault = record.continueWith(next.text);
    if (fault) return faulty(window, number, fault === "long-cell" ? fault : "unclosed-quote");
    more++;
  }
  if (fault) return faulty(window, number, fault);
  if (more > 1 && width !== null && record.cells.length !== width)
    return faulty(window, number, "unclosed-quote");
  window.advance(more);
  return { first: number, last: number + more - 1, cells: record.cells, fault: null };
}

/** The line at which the window stands is no record; the window is moved past it. */
function faulty(window: LineWindow, line: number, fault: Fault): Token {
  window.advance(1);
  return { first: line, last: line, cells: null, fault };
}

/** All records from where the window stands. */
export function* tokenise(
  window: LineWindow,
  delimiter: string,
  width: number | null = null,
): Generator<Token> {
  for (let token = nextToken(window, delimiter, width); token; token = nextToken(window, delimiter, width))
    yield token;
}

/**
 * Whether a line within a quoted cell looks like the beginning of a record of its own: its first cell is written like
 * that of the record before it (A12 and A13), with a digit, or with as many cells after it as a record has.
 */
function beginsRecord(text: string, ownFirst: string, width: number, delimiter: string): boolean {
  const end = text.indexOf(delimiter);
  if (end <= 0) return false;
  const first = text.slice(0, end).trim();
  if (first === "" || shapeOf(first) !== shapeOf(ownFirst) || Math.abs(first.length - ownFirst.length) > 1)
    return false;
  return /\d/.test(first) || text.split(delimiter).length >= width;
}

/** How a cell is written: A12 and B7 alike are a letter and digits. */
function shapeOf(cell: string): string {
  return cell
    .trim()
    .replace(/\p{L}+/gu, "a")
    .replace(/\d+/g, "9");
}

/** One record while it is read: its cells so far, and the quoted cell that is still open. */
class RecordReader {
  readonly cells: string[] = [];
  open = false;
  private cell = "";

  constructor(private readonly delimiter: string) {}

  read(text: string): Fault | null {
    if (text.includes('"')) return this.cellsFrom(text, 0);
    for (const cell of text.split(this.delimiter)) this.cells.push(cell);
    return text.length > longestCell && this.cells.some((cell) => cell.length > longestCell)
      ? "long-cell"
      : null;
  }

  /** Reads on in the next line, inside the quoted cell that is open. */
  continueWith(text: string): Fault | null {
    this.cell += "\n";
    const after = this.quoted(text, 0);
    if (typeof after !== "number") return after;
    if (after >= text.length) return null;
    return text[after] === this.delimiter ? this.cellsFrom(text, after + 1) : "stray-quote";
  }

  private cellsFrom(text: string, from: number): Fault | null {
    let i = from;
    while (true) {
      if (text[i] === '"') {
        this.cell = "";
        const after = this.quoted(text, i + 1);
        if (typeof after !== "number") return after;
        i = after;
        if (i < text.length && text[i] !== this.delimiter) return "stray-quote";
      } else {
        const next = text.indexOf(this.delimiter, i);
        const end = next < 0 ? text.length : next;
        const cell = text.slice(i, end);
        if (cell.includes('"')) return "stray-quote";
        if (cell.length > longestCell) return "long-cell";
        this.cells.push(cell);
        i = end;
      }
      if (i >= text.length) return null;
      i++;
    }
  }

  /** Reads a quoted cell's rest: the place after its closing quote, null where it stays open, or what is wrong. */
  private quoted(text: string, from: number): number | Fault | null {
    let i = from;
    while (true) {
      const quote = text.indexOf('"', i);
      this.cell += text.slice(i, quote < 0 ? text.length : quote);
      if (this.cell.length > longestCell) return "long-cell";
      this.open = quote < 0;
      if (this.open) return null;
      i = quote + 1;
      if (text[i] !== '"') break;
      this.cell += '"';
      i++;
    }
    this.cells.push(this.cell);
    return i;
  }
}
