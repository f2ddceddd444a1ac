import type { Programme } from "../../programme/load-settings.ts";
import { json } from "./snippet.ts";

/**
 * The sentence that says what to add to "subjects" in programme.json. What it says of the same subjects already is kept.
 * @param names Each subject with the other names it goes by.
 */
export function subjectsHint(
  { settings }: Pick<Programme, "settings">,
  names: Readonly<Record<string, readonly string[]>>,
): string {
  const before = new Map(Object.entries(settings.subjects));
  const entries = json(
    Object.fromEntries(
      Object.entries(names).map(([name, others]) => [
        name,
        [...new Set([...(before.get(name) ?? []), ...others])],
      ]),
    ),
  );
  if (before.size === 0) return `Add to programme.json: "subjects": ${entries}.`;
  const isThere = Object.keys(names).some((name) => before.has(name));
  return isThere
    ? `Write in "subjects" in programme.json, in place of what it says of the same subjects: ${entries.slice(1, -1)}.`
    : `Add to "subjects" in programme.json: ${entries.slice(1, -1)}.`;
}
