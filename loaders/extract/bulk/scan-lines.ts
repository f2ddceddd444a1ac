import type { LineWindow } from "../text/lines.ts";
import { longestCell } from "../text/tokenise.ts";
import { type CellDictionary, wordBytes } from "./cell-dictionary.ts";

/** How the lines of a file are read in bulk. */
export interface BulkPlan {
  /** For each column the dictionary of its cells, or null where the column is not used. */
  columns: readonly (CellDictionary | null)[];
  /**
   * Takes a line whose structure is proven.
   * @param cells The number of each used cell in its column's dictionary.
   * @returns false where anything of it is not certain: the line is then read as a record.
   */
  row(cells: Int32Array, line: number): boolean;
  /** Is told of each line that was taken. */
  taken(cells: Int32Array): void;
  /** Is told once about how many lines are to come. */
  expect(lines: number): void;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
const fnvOffset = 0x811c9dc5 | 0;
const fnvPrime = 0x01000193;

/**
 * Reads the rest of a file, each line whose structure is regular by one pass over its bytes: the right number of cells,
 * each unquoted without quotation marks, or quoted as a whole without line breaks and quotation marks. Every other
 * line is left to `irregular`.
 * @param window Stands at the first line; its encoding has ASCII's bytes for delimiters, quotes and line ends.
 * @param delimiter One ASCII character.
 * @param proven Whether all bytes of the file are text; otherwise lines with bytes beyond ASCII are irregular.
 * @param unlabelled Columns without a header.
 * @param regular Called with each run of lines that were taken.
 * @param irregular Reads the record at which the window stands, moves the window past it, and says whether to go on.
 * @returns for each unlabelled column, whether it holds anything in a line that was taken.
 */
export function scanLines(
  window: LineWindow,
  delimiter: string,
  plan: BulkPlan,
  proven: boolean,
  unlabelled: readonly number[],
  regular: (first: number, last: number) => void,
  irregular: () => boolean,
): Set<number> {
  const scanner = new LineScanner(plan.columns, delimiter, proven, unlabelled);
  const seen = new Set<number>();
  let expected = false;

  while (true) {
    // One run of regular lines within the bytes at hand: it ends where they do, or at an irregular line.
    scanner.look(window);
    const { end } = window;
    const first = window.line;
    let line = first;
    let start = window.at;
    let isIrregular = false;
    while (start < end) {
      const next = scanner.scan(start);
      if (next === unfinished) break;
      isIrregular = next === irregularLine || !plan.row(scanner.cells, line);
      if (isIrregular) break;
      plan.taken(scanner.cells);
      for (const column of unlabelled) if (scanner.filled[column] === 1) seen.add(column);
      window.pass(line, start);
      line++;
      start = next;
    }
    if (line > first) regular(first, line - 1);
    const passed = start - window.at;
    window.moveTo(start, line);
    if (!expected && passed > 0) plan.expect(Math.ceil((window.remaining * (line - first)) / passed));
    expected ||= passed > 0;
    if (isIrregular && !irregular()) return seen;
    if (isIrregular) continue;
    if (!window.complete) window.fill();
    else return seen;
  }
}

/** The bytes at hand end within the line. */
const unfinished = -1;
const irregularLine = -2;

/** Scans the bytes at hand, one line after another. */
class LineScanner {
  /** The number of each used cell of the line, in its column's dictionary. */
  readonly cells: Int32Array;
  /** Whether a column without a header holds something in the line. */
  readonly filled: Uint8Array;
  private readonly mark: number;
  /** Bytes at which a cell ends or may be irregular, outside quotation marks and within them. */
  private readonly plain = new Uint8Array(256);
  private readonly quoted: Uint8Array;
  private readonly unnamed: Uint8Array;
  private bytes: Uint8Array = new Uint8Array();
  private view: DataView = new DataView(new ArrayBuffer(0));
  private end = 0;
  /** Where the line before starts; -1 where it is not at hand or was irregular. */
  private before = -1;
  /** Where each cell of the line before ends, its delimiter included, from the start of the line. */
  private readonly ends: Int32Array;
  private complete = false;

  constructor(
    private readonly columns: BulkPlan["columns"],
    delimiter: string,
    proven: boolean,
    unlabelled: readonly number[],
  ) {
    this.cells = new Int32Array(columns.length);
    this.ends = new Int32Array(columns.length);
    this.filled = new Uint8Array(columns.length);
    this.unnamed = new Uint8Array(columns.length);
    for (const column of unlabelled) this.unnamed[column] = 1;
    this.mark = delimiter.charCodeAt(0);
    if (!proven) this.plain.fill(1, 0x80);
    for (const byte of [0, LF, CR, QUOTE]) this.plain[byte] = 1;
    this.quoted = this.plain.slice();
    this.plain[this.mark] = 1;
  }

  /** Takes the bytes at hand. */
  look({ bytes, view, end, complete }: LineWindow): void {
    this.bytes = bytes;
    this.view = view;
    this.before = -1;
    this.end = end;
    this.complete = complete;
  }

  /**
   * Scans a line. What lies behind the bytes at hand is left over from before and may be looked at, but decides nothing.
   * @returns where the next line starts, or `unfinished` or `irregularLine`.
   */
  scan(start: number): number {
    const { bytes, view, end, columns, cells, mark, plain, ends } = this;
    const width = columns.length;
    let column = this.repeated(start);
    let i = column === 0 ? start : start + ends[column - 1]!;
    this.before = -1;
    while (true) {
      if (column === width) return irregularLine;
      const used = columns[column]!;
      if (used !== null && bytes[i] !== QUOTE) {
        const isOneByte = bytes[i + 1] === mark && plain[bytes[i]!] === 0;
        const likely = isOneByte ? used.ofOneByte(bytes[i]!) : used.guess(view, i, end);
        const to = likely < 0 ? end : i + used.lengthOf(likely);
        if (to < end && bytes[to] === mark) {
          used.meet(likely);
          cells[column] = likely;
          i = to + 1;
          ends[column++] = i - start;
          continue;
        }
        if (to < end && (bytes[to] === LF || bytes[to] === CR)) {
          used.meet(likely);
          cells[column++] = likely;
          i = to;
          break;
        }
      }
      i = this.scanCell(i, column);
      if (i < 0) return i;
      column++;
      if (i === end || bytes[i] !== mark) break;
      i++;
      ends[column - 1] = i - start;
    }
    if (column !== width) return irregularLine;
    if (i < end && bytes[i] === CR) {
      if (i + 1 === end && !this.complete) return unfinished;
      if (i + 1 < end && bytes[i + 1] === LF) i++;
    }
    this.before = start;
    return Math.min(i + 1, end);
  }

  /** How many cells at the start of a line are the same as in the line before, delimiters included; not the last one. */
  private repeated(start: number): number {
    const { before, view, ends, end } = this;
    const most = this.columns.length - 1;
    if (before < 0 || most === 0) return 0;
    const limit = Math.min(ends[most - 1]!, end - start);
    let same = 0;
    while (same < limit && view.getInt32(start + same, true) === view.getInt32(before + same, true))
      same += wordBytes;
    if (same > limit) same = limit;
    let column = 0;
    while (column < most && ends[column]! <= same) column++;
    return column;
  }

  /** Scans a cell; returns where its delimiter or line end stands (the end of the bytes at the end of the file). */
  private scanCell(start: number, column: number): number {
    const { bytes, end, mark } = this;
    let i = start;
    const isQuoted = i < end && bytes[i] === QUOTE;
    const ends = isQuoted ? this.quoted : this.plain;
    const from = isQuoted ? ++i : i;
    let hash = fnvOffset;
    for (; i < end; i++) {
      const byte = bytes[i]!;
      if (ends[byte] === 1) break;
      hash = Math.imul(hash ^ byte, fnvPrime);
    }
    const to = i;
    if (isQuoted) {
      if (i < end && bytes[i] !== QUOTE) return irregularLine;
      if (i === end && this.complete) return irregularLine;
      i++;
    }
    if (i >= end && !this.complete) return unfinished;
    const next = i < end ? bytes[i]! : LF;
    if (to - from > longestCell || (next !== mark && next !== LF && next !== CR)) return irregularLine;
    const used = this.columns[column]!;
    if (used !== null) {
      const id = used.idOf(bytes, from, to, hash);
      // A quoted cell may hold the delimiter, so bytes that begin like it may be two cells: it is not to be guessed.
      if (!isQuoted) used.meet(id);
      this.cells[column] = id;
    } else if (this.unnamed[column] === 1) this.filled[column] = hasText(bytes, from, to) ? 1 : 0;
    return i;
  }
}

function hasText(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! > 32) return true;
  return false;
}
