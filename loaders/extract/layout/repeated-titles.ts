/**
 * Tells the title lines that a report prints above its header again from data, by the lines above the file's first header.
 * "same": one of these lines. "other": a text of at least three letters or digits alone in its row, or a line that
 * begins as one of these and goes on otherwise ("Class,10A" and "Class,10B"). Null: neither, so it is data.
 * @param preamble The lines above the file's first header, the cells of each joined by a space.
 */
export function titleTest(
  preamble: readonly string[],
): (cells: readonly string[]) => "same" | "other" | null {
  const own = preamble.map(words).filter((title) => title !== "");
  const known = new Set(own);
  return (cells) => {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    if (filled.length === 0 || (filled.length > 1 && own.length === 0)) return null;
    const text = words(filled.join(" "));
    if (known.has(text)) return "same";
    const isTitle =
      (filled.length === 1 && shortestTitle.test(text)) ||
      own.some((title) => title.startsWith(`${words(filled[0]!)} `));
    return isTitle ? "other" : null;
  };
}

/** Less than this is what a line end in the wrong place cuts off the row before. */
const shortestTitle = /[\p{L}\p{N}](?:[^\p{L}\p{N}]*[\p{L}\p{N}]){2}/u;

function words(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
