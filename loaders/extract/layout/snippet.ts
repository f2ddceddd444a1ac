/**
 * An entry for "sources" in programme.json, to be pasted: {"table": "marksheet", "files": "exports/x.csv", "skipRows": 4}.
 * @param table The table, or in angle brackets what the reader is to choose from.
 */
export function sourceSnippet(table: string, file: string, settings: Record<string, unknown> = {}): string {
  return json({ table, files: file, ...settings });
}

/** JSON on one line, with a space after commas and colons as in the documentation. */
export function json(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(json).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${json(inner)}`);
  return `{${entries.join(", ")}}`;
}
