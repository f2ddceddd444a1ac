import { fold } from "../columns.ts";
import type { ColumnType } from "../tables.ts";

/** The words that a column of fixed words allows, for people; null for a column of any other kind. */
export function wordsOf(type: ColumnType): readonly string[] | null {
  if (typeof type !== "string") return type;
  switch (type) {
    case "yes_no":
      return ["yes", "no"];
    case "sex":
      return ["M", "F", "another single letter"];
    case "sen":
      return ["N", "K", "E", "A", "P", "S"];
    default:
      return null;
  }
}

type DeclaredValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * What a source declares for the cells of a column: a cell's text -> the word it stands for, or the text itself. Case,
 * spaces and underscores do not count.
 * @param values Of the source; see its setting `values`.
 * @param column Canonical column name.
 */
export function declaredReader(values: DeclaredValues | undefined, column: string): (text: string) => string {
  const words = new Map(
    Object.entries(values?.[column] ?? {}).map(([typed, word]) => [fold(typed), word] as const),
  );
  return words.size === 0 ? (text) => text : (text) => words.get(fold(text)) ?? text;
}
