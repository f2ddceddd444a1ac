import { ProgrammeError } from "./programme-error.ts";

/** The settings into which messages tell people to paste, with places that they are to fill in. */
const pastedInto = ["sources", "qualifications"] as const;

/** A text in angle brackets: "<YYYY-MM-DD>", "<header of planned_on>". */
const placeholder = /^<[^<>]+>$/;

/**
 * Refuses what was pasted from a message and not filled in, whatever kind of setting it stands in.
 * @param json The settings before they are validated.
 * @throws ProgrammeError that names the setting.
 */
export function refusePlaceholders(json: unknown): void {
  if (typeof json !== "object" || json === null) return;
  for (const key of pastedInto) search((json as Record<string, unknown>)[key], key);
}

function search(value: unknown, place: string): void {
  if (typeof value === "string" && placeholder.test(value)) {
    throw new ProgrammeError(
      `programme.json: ${place} is still "${value}", which a message shows in place of your own. Replace it, angle brackets and all.`,
    );
  }
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) search(item, `${place}[${i}]`);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (placeholder.test(key)) {
        throw new ProgrammeError(
          `programme.json: ${place} still has "${key}", which a message shows in place of what the file has. Replace it, angle brackets and all.`,
        );
      }
      search(inner, `${place}.${key}`);
    }
  }
}
