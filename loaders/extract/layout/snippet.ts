import { tableNames } from "../../programme/schema.ts";

/** In angle brackets, what the reader is to choose a table from. */
export const anyTable = `<${[...tableNames, "marksheet"].join(" | ")}>`;

/**
 * An entry for "sources" in programme.json, to be pasted: {"table": "marksheet", "files": "exports/x.csv", "skipRows": 4}.
 * @param table The table, or in angle brackets what the reader is to choose from.
 */
export function sourceSnippet(table: string, file: string, settings: Record<string, unknown> = {}): string {
  return json({ table, files: file, ...settings });
}

/** What of a file a snippet for its source has to know. */
export interface HintedFile {
  /** Path inside the programme folder. */
  name: string;
  /** The sheet of a workbook; null where the file is one table. */
  sheet: string | null;
  /** Its entry of "sources", where it has one. */
  source: object | null;
}

/**
 * The sentence that says what to add to programme.json for a file, ready to paste: a source of its own where the file has
 * none, and otherwise only the settings that its source lacks, since of two sources for one file the first alone counts.
 * Where the source has a setting already, the whole of it is given, to stand in its place.
 * @param table The file's table, or `anyTable`; of a source it is the source's own.
 * @param settings Settings of a source, such as {skipRows: 4}; what the reader is to fill in stands in angle brackets.
 */
export function settingsHint(file: HintedFile, table: string, settings: Record<string, unknown>): string {
  if (!file.source) {
    const sheet = file.sheet === null ? {} : { sheet: file.sheet };
    return `Add to "sources" in programme.json: ${sourceSnippet(table, file.name, { ...sheet, ...settings })}.`;
  }
  const source = file.source as Readonly<Record<string, unknown>>;
  const merged = Object.entries(settings).map(([key, value]) => ({ key, value, before: source[key] }));
  const place = `its source in programme.json (the one with "files": ${JSON.stringify(source.files)}${source.sheet === undefined ? "" : `, "sheet": ${JSON.stringify(source.sheet)}`})`;
  const isThere = merged.some(({ before }) => isGiven(before));
  const pairs = merged.map(
    ({ key, value, before }) => `${JSON.stringify(key)}: ${json(both(before, value))}`,
  );
  return isThere
    ? `Write in ${place}, in place of what it says there: ${pairs.join(", ")}.`
    : `Add to ${place}: ${pairs.join(", ")}.`;
}

/** Whether a setting says anything; those left out are empty. */
export function isGiven(setting: unknown): boolean {
  if (typeof setting === "object" && setting !== null) return Object.keys(setting).length > 0;
  return setting !== undefined;
}

/** What a setting says already, with what is added to it. */
function both(before: unknown, added: unknown): unknown {
  const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject(before) || !isObject(added)) return added;
  const kept = before as Record<string, unknown>;
  const more = Object.entries(added as Record<string, unknown>);
  return { ...kept, ...Object.fromEntries(more.map(([key, value]) => [key, both(kept[key], value)])) };
}

/** A sentence that goes on after a colon or a comma. */
export function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** JSON on one line, with a space after commas and colons as in the documentation. */
export function json(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(json).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${json(inner)}`);
  return `{${entries.join(", ")}}`;
}
