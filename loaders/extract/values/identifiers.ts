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
