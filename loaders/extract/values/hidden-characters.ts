const named = new Map([
  ["\t", "a tab"],
  ["\n", "a line break"],
  ["\r", "a line break"],
]);

/**
 * The first character of a text that a name or identifier may not have because it changes what a reader sees: a
 * control character (C0, C1), a line or paragraph separator, or an embedding, override or isolate of the direction of
 * writing. Joiners and direction marks stay: some scripts need them.
 * @returns its name for a message, such as "a control character (U+0007)"; null where there is none.
 */
export function hasHiddenControls(text: string): string | null {
  const found = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.exec(text)?.[0];
  if (found === undefined) return null;
  const code = codeOf(found);
  const name = named.get(found) ?? (/\p{Cc}/u.test(found) ? "a control character" : null);
  if (name) return `${name} (${code})`;
  return `${found < "\u202A" ? "a line separator" : "a change of the direction of writing"} (${code})`;
}

/** The first character of a text that cannot be seen at all, joiners and soft hyphens too; as hasHiddenControls. */
export function hasInvisible(text: string): string | null {
  const found = /\p{Cf}/u.exec(text)?.[0];
  return (
    hasHiddenControls(text) ?? (found === undefined ? null : `an invisible character (${codeOf(found)})`)
  );
}

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
