/** Marks by which people say that a cell is the same as the one above. */
const dittoMarks =
  /^(?:["“”„‟″〃]|["“”„‟″〃'’‘`´]{2}|,,|-\s?["“”″]\s?-|ditto\.?|dto\.|do\.|idem|(?:as|see|same as) above|\^|↑)$/i;

/** Whether a cell says that it is the same as the one above. */
export function isDitto(text: string): boolean {
  return dittoMarks.test(text);
}

/** What is said of a ditto mark, with what to do. */
export const dittoMessage =
  "This cell says that it is the same as the one above, and no value is carried from row to row. Write the value in every row and export again.";

const placeholders =
  /^(?:tbc|tba|tbd|n[/.]?a\.?|n[/.]?k\.?|nan|null|nil|none|unknown|not (?:yet )?(?:known|applicable|set|assigned|allocated|available)|no (?:subject|mentor|qualification))$/i;

/** Whether a cell says in words that there is no value, or not yet. */
export function isPlaceholder(text: string): boolean {
  return placeholders.test(text);
}
