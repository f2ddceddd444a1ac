import type { SourceFile } from "./source-file.ts";

const shownPlaces = 3;

/**
 * Where the other facts of a group stand; only the first few, for a wrong key column makes one group of a whole file.
 * @param at The fact of the group that the words are for.
 */
export function placeWords(group: readonly { file: SourceFile; line: number }[], at: number): string {
  const others = group.slice(0, shownPlaces + 1).filter((_, i) => i !== at);
  const shown = others
    .slice(0, shownPlaces)
    .map(({ file, line }) => `${file.place} line ${line}`)
    .join(", ");
  const more = group.length - 1 - Math.min(others.length, shownPlaces);
  return more > 0 ? `${shown} and ${more} more places` : shown;
}

/** The problem of a fact whose key stands with other contents elsewhere. */
export function refusalOfConflict(
  key: readonly string[],
  places: string,
): { code: "primary-key"; message: string } {
  return {
    code: "primary-key",
    message: `The same ${key.join(", ")} stands with other contents in ${places}. Keep the right one in the export.`,
  };
}
