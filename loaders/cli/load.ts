import { evaluate } from "../evaluation/evaluate.ts";
import type { Loaded } from "../evaluation/loaded.ts";
import { type Extract, extractFolder } from "../extract/extract.ts";
import { keepQuarantined } from "../extract/keep-quarantined.ts";
import { requireTables } from "../extract/require-tables.ts";
import { loadSettings } from "../programme/load-settings.ts";
import { buildWarehouse } from "../warehouse/build-warehouse.ts";
import { problemLines } from "./load-report.ts";
import type { Progress } from "./progress.ts";

/**
 * Reads a folder and evaluates it; problems of the exports go to stderr. The caller closes the warehouse.
 * @throws ProgrammeError where the folder cannot be used.
 */
export async function loadProgramme(folder: string, progress: Progress): Promise<Loaded> {
  const programme = loadSettings(folder);
  try {
    progress.step("Reading the exports");
    const read = await extractFolder(programme);
    for (const line of problemLines(read)) progress.note(line);
    requireTables(read.counts);
    tryKeepQuarantined(folder, read, progress);
    progress.step("Computing before and after");
    const warehouse = await buildWarehouse(programme, read);
    try {
      progress.step("Evaluating");
      const evaluation = await evaluate(programme, read, warehouse);
      return { programme, extract: read, warehouse, evaluation };
    } catch (error) {
      warehouse.close();
      throw error;
    }
  } finally {
    progress.end();
  }
}

/**
 * A folder that cannot be written to can still be read; the quarantined lines are then only in the exports.
 * @returns whether they were kept.
 */
export function tryKeepQuarantined(folder: string, read: Extract, progress: Progress): boolean {
  try {
    keepQuarantined(folder, read.files);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "error";
    progress.note(
      `The quarantined lines could not be kept under .impact (${code}). Make the folder writable to keep them.`,
    );
    return false;
  }
}
