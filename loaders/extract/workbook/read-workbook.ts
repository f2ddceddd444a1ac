import { ContainerError } from "../container-error.ts";
import { Archive } from "./archive.ts";
import { looksLikeZip, notAWorkbook } from "./file-signature.ts";
import { type WorkbookLimits, workbookLimits } from "./limits.ts";
import { counted, type SheetNotice } from "./notices.ts";
import { readSharedStrings } from "./read-shared-strings.ts";
import { readSheet, type SheetRow } from "./read-sheet.ts";
import { readStructure, type WorkbookStructure } from "./read-structure.ts";
import { readStyles } from "./read-styles.ts";

/** A sheet of a workbook, every value as text. */
export interface WorkbookSheet {
  name: string;
  /** Hidden or "very hidden" in the workbook. */
  hidden: boolean;
  /** Rows that hold something, in order. */
  rows: SheetRow[];
  /** Whether the workbook counts days from 1904, so that a plain number may be a day of either count. */
  countsFrom1904: boolean;
  /** Number of the last row that holds anything, 0 for an empty sheet; blank rows up to it are not in `rows`. */
  lastRow: number;
  /** What a data manager must know, as sentences. Those of the whole workbook are on its first visible sheet. */
  notices: SheetNotice[];
}

/**
 * Reads an Excel workbook (.xlsx or .xlsm, ISO/IEC 29500 transitional or strict). Nothing in it is executed and nothing
 * outside of it is looked up; formulas give the results that were saved with them.
 * @param bytes The whole file.
 * @param limits What a workbook may hold at most.
 * @returns its sheets in the order of the tabs; chart, macro and dialog sheets are left out with a notice.
 * @throws ContainerError for a file that is not a workbook, or one that is damaged, encrypted, contradicts itself, or goes
 * beyond the limits.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = workbookLimits,
): Promise<WorkbookSheet[]> {
  if (!looksLikeZip(bytes)) throw new ContainerError(notAWorkbook(bytes));
  const archive = await Archive.open(bytes, limits);
  const structure = await readStructure(archive, limits);
  const context = {
    ...(await readSharedStrings(archive, structure.sharedStrings, limits)),
    ...(await readStyles(archive, structure.styles, limits)),
    date1904: structure.date1904,
    recalculate: structure.recalculate,
  };
  const sheets: WorkbookSheet[] = [];
  for (const { name, hidden, part, position } of structure.sheets) {
    if (part === null) continue;
    const read = await readSheet(archive, { part, position }, context, limits);
    sheets.push({ name, hidden, countsFrom1904: structure.date1904, ...read });
  }
  const first = sheets.find((sheet) => !sheet.hidden) ?? sheets[0];
  if (!first) {
    throw new ContainerError(
      "This workbook has no sheet with cells. Copy its data onto a worksheet, and save it.",
    );
  }
  first.notices.unshift(...workbookNotices(structure));
  return sheets;
}

function workbookNotices({ macros, sheets }: WorkbookStructure): SheetNotice[] {
  const notices: SheetNotice[] = [];
  const add = (code: string, message: string): void => {
    notices.push({ row: null, column: null, code, message });
  };
  if (macros) add("macros", "This workbook holds macros, which are not run.");
  const skipped = sheets.filter(({ part }) => part === null).length;
  if (skipped > 0) {
    add(
      "sheets-without-cells",
      `${counted(skipped, "sheet of this workbook is a chart, dialog or macro sheet and was", "sheets of this workbook are chart, dialog or macro sheets and were")} not read.`,
    );
  }
  return notices;
}
