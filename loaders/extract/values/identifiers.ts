import { excelLoss } from "./excel-damage.ts";
import { hasInvisible } from "./hidden-characters.ts";

const longest = 100;

/**
 * Why a text cannot be an identifier, as a clause that follows "This identifier": it is longer than 100 characters,
 * holds a character that cannot be seen, or is what Excel left of another one. Every other text is one, and is only ever
 * compared: ../../etc/passwd and __proto__ too.
 */
export function identifierProblem(text: string): string | null {
  if (text.length > longest) return `has more than ${longest} characters`;
  const hidden = hasInvisible(text);
  if (hidden) return `holds ${hidden}`;
  const loss = /^=/.test(text) ? null : excelLoss(text);
  return loss && `cannot be used: ${loss}`;
}

/**
 * Identifiers that differ only by case. They are different ones, which a caller warns of: one of them is often a slip.
 * The same letter composed or not (NFC, NFD) is no difference.
 * @returns groups of two or more, in the order of their first.
 */
export function caseTwins(ids: Iterable<string>): string[][] {
  const groups = new Map<string, Set<string>>();
  for (const id of ids) {
    const own = id.normalize("NFC");
    const key = own.toLowerCase();
    const group = groups.get(key);
    if (group) group.add(own);
    else groups.set(key, new Set([own]));
  }
  return [...groups.values()].filter((group) => group.size > 1).map((group) => [...group]);
}
