import { ContainerError } from "../container-error.ts";
import { type CellRange, nameOfRange, type Place } from "./cell-reference.ts";
import { CellTally } from "./notices.ts";

export interface SpreadMerges {
  /** Ranges whose value was given to more than its first cell, and the first of them in reading order. */
  spread: number;
  firstSpread: CellRange | null;
  /** Cells that held a value of their own, which Excel does not show, under a merged range. */
  covered: CellTally;
}

/**
 * Gives every cell of a merged range the value of its first cell, which is the one that Excel shows, in place. Only rows
 * that hold something and columns within the sheet's width are filled, so that a range that is larger than the table
 * adds nothing to it.
 * @param rows in order of their numbers, all cells of the sheet's width
 * @param sheet for messages
 * @throws ContainerError where ranges overlap.
 */
export function spreadMerges(
  rows: readonly { number: number; cells: string[] }[],
  merges: readonly CellRange[],
  sheet: string,
): SpreadMerges {
  const width = rows[0]?.cells.length ?? 0;
  const taken = new Uint8Array(rows.length * width);
  const result: SpreadMerges = { spread: 0, firstSpread: null, covered: new CellTally() };
  for (const merge of merges) {
    const { first, last } = merge;
    const from = indexFrom(rows, first.row);
    const value = rows[from]?.number === first.row ? (rows[from]!.cells[first.column - 1] ?? "") : "";
    let reached = 0;
    for (let i = from; i < rows.length && rows[i]!.number <= last.row; i++) {
      const { number, cells } = rows[i]!;
      for (let column = first.column; column <= Math.min(last.column, width); column++) {
        const at = i * width + column - 1;
        if (taken[at]) {
          throw new ContainerError(
            `The merged range ${nameOfRange(merge)} of ${sheet} overlaps another, so that it is not certain which value its cells have. Unmerge them in Excel and save the workbook.`,
          );
        }
        taken[at] = 1;
        if (number === first.row && column === first.column) continue;
        if (cells[column - 1] !== "") result.covered.add({ row: number, column });
        cells[column - 1] = value;
        reached++;
      }
    }
    if (reached === 0 || value === "") continue;
    result.spread++;
    if (!result.firstSpread || isBefore(first, result.firstSpread.first)) result.firstSpread = merge;
  }
  return result;
}

/** Index of the first row with at least this number. */
function indexFrom(rows: readonly { number: number }[], number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.number < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isBefore = (a: Place, b: Place): boolean => a.row < b.row || (a.row === b.row && a.column < b.column);
