import { ProgrammeError } from "../programme/programme-error.ts";
import type { Extract } from "./extract.ts";
import type { StoredTable } from "./tables.ts";

/**
 * Makes sure that a folder can be evaluated at all.
 * @throws ProgrammeError where students, agreements, or both reviews and predictions are missing.
 */
export function requireTables(counts: Extract["counts"]): void {
  const has = (name: StoredTable): boolean => counts[name].rows > 0;
  if (!has("students")) throw missing("students", "nothing can be read without knowing who they are");
  if (!has("reviews") && !has("predictions")) {
    throw missing("reviews, predictions or marksheet", "without grades there is no before and after");
  }
  if (!has("agreements")) throw missing("agreements", "without them nobody is known to have been mentored");
}

function missing(file: string, why: string): ProgrammeError {
  return new ProgrammeError(
    `The folder has no usable ${file} file, and ${why}. Add one, or name the file you have under "sources" in programme.json.`,
  );
}
