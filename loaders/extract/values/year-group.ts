import { foreignDigits } from "./foreign-digits.ts";

const prefix = String.raw`(?:(?:(?:NC|National Curriculum|Curriculum)\s+)?(?:Year|Yr|Y)(?:\s+Group)?\.?\s*)?`;
const numbered = new RegExp(String.raw`^${prefix}0?(\d{1,2})(?:\.0)?$`, "i");
const early = new RegExp(`^${prefix}(R|N[12]?)$`, "i");
const sixth = /^(L|U|Lower|Upper)\s*(?:6|6th|VI|VIth|Sixth)(?:\s+Form)?$/i;

/**
 * A year group without its prefix: "Year  12", "NC Year 12", "Yr 12", "12.0" and 12 are "12"; the sixth form's L6,
 * Lower Sixth and LVI are "12", U6 and its like "13"; 14 is a third year of it. Reception is "R", nursery "N", and
 * its two years "N1" and "N2".
 * @returns null for anything more: a tutor group (12A), two year groups, an intake.
 */
export function readYearGroup(text: string): string | null {
  const year = numbered.exec(text);
  if (year) return +year[1]! < 1 || +year[1]! > 14 ? null : String(+year[1]!);
  const form = sixth.exec(text);
  if (form) return form[1]!.toUpperCase().startsWith("L") ? "12" : "13";
  if (/^reception$/i.test(text)) return "R";
  if (/^nursery$/i.test(text)) return "N";
  const young = early.exec(text);
  return young ? young[1]!.toUpperCase() : null;
}

/** Why a text is no year group, as a clause that follows a colon; null where nothing more can be said. */
export function yearGroupDoubt(text: string): string | null {
  const parts = text.split(/[,;&/+]|\band\b/i).map((part) => part.trim());
  const years = parts.map(readYearGroup).filter((year) => year !== null);
  if (years.length > 1) return "it names more than one year group";
  if (years.length > 0) return "it names something else beside a year group";
  if (/\(\d{4}(?:[/-]\d{2,4})?\)$/.test(text)) return "the year in brackets may be that of an intake";
  if (/^(?:Year|Yr|Y)?\.?\s*\d{1,2}\s*[A-Za-z]+\d*$/i.test(text)) return "it may be a tutor group";
  if (numbered.test(text)) return "year groups are 1 to 14";
  return foreignDigits(text);
}
