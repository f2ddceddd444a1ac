import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ContainerError } from "./container-error.ts";
import { exportPaths } from "./export-files.ts";
import { FileBytes } from "./text/byte-source.ts";
import { looksLikeOldExcel, looksLikeZip } from "./workbook/file-signature.ts";
import { readWorkbook, type WorkbookSheet } from "./workbook/read-workbook.ts";

/** The sheets of each workbook of a folder by its path, or why it cannot be read. */
export type Workbooks = ReadonlyMap<string, readonly WorkbookSheet[] | ContainerError>;

const largestWorkbook = 256 * 1024 ** 2;

/**
 * Reads the workbooks of a folder, whatever their files are called; they are unpacked before anything else is read.
 * @param ignored Globs of files that are not read.
 */
export async function unpackWorkbooks(folder: string, ignored: readonly string[] = []): Promise<Workbooks> {
  const workbooks = new Map<string, readonly WorkbookSheet[] | ContainerError>();
  for (const name of exportPaths(folder, ignored)) {
    const path = join(folder, name);
    if (isWorkbook(name, path)) workbooks.set(name, await unpack(path));
  }
  return workbooks;
}

/** Whether a file is a workbook by its first bytes, or says so by its name. One that cannot be opened is none. */
function isWorkbook(name: string, path: string): boolean {
  const start = new Uint8Array(8);
  try {
    new FileBytes(path).read(start, 0);
  } catch {
    return false;
  }
  return looksLikeZip(start) || looksLikeOldExcel(start) || /\.xls[xm]$/i.test(name);
}

async function unpack(path: string): Promise<readonly WorkbookSheet[] | ContainerError> {
  if (statSync(path).size > largestWorkbook) {
    return new ContainerError(
      `This workbook is larger than ${largestWorkbook / 1024 ** 2} MiB. Split it, or save its sheets as CSV.`,
    );
  }
  try {
    return await readWorkbook(await readFile(path));
  } catch (error) {
    if (error instanceof ContainerError) return error;
    throw error;
  }
}
