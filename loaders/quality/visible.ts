/**
 * Characters that a terminal obeys, that turn the direction of a text, or that are not seen: controls, format
 * characters (zero-width, direction, byte order mark), line separators, and halves of surrogate pairs.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Text in which nothing acts or hides: each such character as its escape, as JSON writes it.
 * @example visible("a\u001b[2J") // => "a\\u001b[2J"
 */
export function visible(text: string): string {
  return text.replace(unseen, (character) =>
    Array.from(
      { length: character.length },
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}

/** Visible text of at most so many characters; what is longer ends in an ellipsis. */
export function excerpt(text: string, longest: number): string {
  const start = [...text.slice(0, 2 * longest + 2)];
  return visible(start.length > longest ? `${start.slice(0, longest - 1).join("")}…` : text);
}
