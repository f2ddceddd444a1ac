import { longestReading } from "../time-limit.ts";

/** Bounds on what a workbook may hold, so that a hostile or broken file costs a message and not the computer. */
export interface WorkbookLimits {
  /** Files in the zip. */
  entries: number;
  /** Bytes of all parts together once inflated. */
  inflatedBytes: number;
  /** Bytes inflated from one byte; a part of less than `ratioFrom` bytes may have any ratio. */
  ratio: number;
  ratioFrom: number;
  /** Elements within one another. */
  depth: number;
  /** Characters of one tag, text or comment of the XML. */
  token: number;
  /** Rows that hold something times the width of the sheet; also the number of cell elements. */
  cells: number;
  rows: number;
  columns: number;
  /** Characters (UTF-16 units) of one cell. */
  cellText: number;
  /** For which the workbook may be taken apart. */
  milliseconds: number;
}

/** Rows, columns and the length of a cell are Excel's own; the others leave any school's workbook plenty of room. */
export const workbookLimits: WorkbookLimits = {
  entries: 10_000,
  inflatedBytes: 512 * 1024 * 1024,
  ratio: 500,
  ratioFrom: 1024 * 1024,
  depth: 64,
  token: 16 * 1024 * 1024,
  cells: 20_000_000,
  rows: 1_048_576,
  columns: 16_384,
  cellText: 32_767,
  milliseconds: longestReading,
};
