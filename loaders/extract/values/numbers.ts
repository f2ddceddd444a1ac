import { excelLoss } from "./excel-damage.ts";
import { foreignDigits } from "./foreign-digits.ts";

/**
 * A plain decimal number such as 12, -3 or 5.75, of up to 15 digits before the point and 20 after it; no thousands
 * separator, exponent, percent or infinity. -0 is 0.
 */
export function readNumber(text: string): number | null {
  return /^-?\d{1,15}(\.\d{1,20})?$/.test(text) ? Number(text) + 0 : null;
}

/** A whole number of up to nine digits, or null. */
export function readWhole(text: string): number | null {
  return /^-?\d{1,9}$/.test(text) ? Number(text) + 0 : null;
}

/** Why a text is no plain number, as a clause that follows a colon; null where nothing more can be said. */
export function numberDoubt(text: string): string | null {
  const bare = text.replace(/^[+-]?\s*[£$€]?\s*/, "");
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)) return "it has a comma as thousands separator";
  if (/^\d+,\d+$/.test(bare)) return "it has a comma; a decimal point is written as a full stop";
  if (/^[\d.,]+\s*%$/.test(bare)) return "it is a percentage";
  const loss = excelLoss(text);
  if (loss) return loss;
  if (/^[\d.]+e[+-]?\d+$/i.test(bare)) return "it is written as a power of ten";
  if (/^(?:nan|inf|infinity|∞)$/i.test(bare)) return "it is no finite number";
  if (/^[+-]?\s*[£$€]/.test(text)) return "it has a currency sign";
  if (/^\d+(?:\.\d+)?$/.test(bare)) return numberShape(text);
  return foreignDigits(text);
}

/** What is wrong with a text that is digits, and perhaps a point. */
function numberShape(text: string): string | null {
  if (text.startsWith("+")) return "it has a plus sign";
  if (readNumber(text) === null) return "it has too many digits";
  return text.includes(".") ? "it has a decimal part" : "it has too many digits";
}
