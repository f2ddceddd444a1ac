import type { LineWindow } from "../text/lines.ts";
import { longestCell } from "../text/tokenise.ts";
import type { CellDictionary } from "./cell-dictionary.ts";

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
 * @param proven Whether all bytes of the file are text; otherwise lines with bytes beyond ASCII or NUL are irregular.
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
  const width = plan.columns.length;
  const mark = delimiter.charCodeAt(0);
  // Bytes at which a cell ends or may be irregular, outside quotation marks and within them.
  const plain = new Uint8Array(256);
  if (!proven) plain.fill(1, 0x80)[0] = 1;
  for (const byte of [LF, CR, QUOTE]) plain[byte] = 1;
  const quoted = plain.slice();
  plain[mark] = 1;

  const { columns } = plan;
  const cells = new Int32Array(width);
  const seen = new Set<number>();
  const unnamed = new Uint8Array(width);
  const filled = new Uint8Array(width);
  for (const column of unlabelled) unnamed[column] = 1;

  let expected = false;

  while (true) {
    // One run of regular lines within the bytes at hand: it ends where they do, or at an irregular line.
    const { bytes, view, end, complete } = window;
    const first = window.line;
    let line = first;
    let start = window.at;
    let isIrregular = false;
    run: while (start < end) {
      let i = start;
      let column = 0;
      while (true) {
        const isQuoted = i < end && bytes[i] === QUOTE;
        const used = column < width ? columns[column]! : null;
        if (used !== null && !isQuoted) {
          const isOneByte = i + 1 < end && bytes[i + 1] === mark && plain[bytes[i]!] === 0;
          const likely = isOneByte ? used.ofOneByte(bytes[i]!) : used.guess(bytes, view, i);
          const to = likely < 0 ? end : i + used.lengthOf(likely);
          if (to < end && bytes[to] === mark) {
            used.meet(likely);
            cells[column++] = likely;
            i = to + 1;
            continue;
          }
        }
        const ends = isQuoted ? quoted : plain;
        const from = isQuoted ? ++i : i;
        let hash = fnvOffset;
        for (; i < end; i++) {
          const byte = bytes[i]!;
          if (ends[byte] === 1) break;
          hash = Math.imul(hash ^ byte, fnvPrime);
        }
        const to = i;
        if (isQuoted && i < end && bytes[i] === QUOTE) i++;
        else if (isQuoted) isIrregular = i < end || complete;
        if (i >= end && !complete) break run;
        const next = i < end ? bytes[i]! : LF;
        isIrregular ||=
          column === width || to - from > longestCell || (next !== mark && next !== LF && next !== CR);
        if (isIrregular) break run;
        if (used !== null) {
          const id = used.idOf(bytes, from, to, hash);
          used.meet(id);
          cells[column] = id;
        } else if (unnamed[column] === 1) filled[column] = hasText(bytes, from, to) ? 1 : 0;
        column++;
        if (next !== mark) break;
        i++;
      }
      if (i < end && bytes[i] === CR) {
        if (i + 1 >= end && !complete) break;
        if (i + 1 < end && bytes[i + 1] === LF) i++;
      }
      isIrregular = column !== width || !plan.row(cells, line);
      if (isIrregular) break;
      for (const unlabelledColumn of unlabelled)
        if (filled[unlabelledColumn] === 1) seen.add(unlabelledColumn);
      window.pass(line, start);
      line++;
      start = Math.min(i + 1, end);
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

function hasText(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! > 32) return true;
  return false;
}
