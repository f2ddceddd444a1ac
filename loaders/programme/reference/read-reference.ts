import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/**
 * One of the reference tables beside this file, as objects keyed by its header.
 * @param name File name, for example "attendance_codes.csv".
 */
export function readReference(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  return parse(text, { columns: true });
}
