/** Readers of single cells. Each returns null for text it cannot read with certainty; none guesses. */

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year < 2200 ? date.toISOString().slice(0, 10) : null;
}

export type DateFormat = "d/m/y" | "d/m/yy" | "y-m-d";

/**
 * A date as ISO text. ISO (also with a time), day first with a four-digit year, and 07-Nov-2026 are read always; a
 * two-digit year only with the format d/m/yy (00 to 68 is 2000 to 2068). Never month first.
 * @example readDate("07/11/2026") // => "2026-11-07"
 */
export function readDate(text: string, format?: DateFormat): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(text);
  if (iso) return isoDay(+iso[1]!, +iso[2]!, +iso[3]!);
  if (format === "y-m-d") return null;
  const named = /^(\d{1,2})[- ]([A-Za-z]{3,})[- ](\d{4})$/.exec(text);
  if (named) {
    const month = months.findIndex((name) => name.startsWith(named[2]!.toLowerCase())) + 1;
    return month ? isoDay(+named[3]!, month, +named[1]!) : null;
  }
  const dayFirst = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(text);
  if (!dayFirst) return null;
  const short = dayFirst[4]!.length === 2;
  if (short && format !== "d/m/yy") return null;
  const year = short ? +dayFirst[4]! + (+dayFirst[4]! > 68 ? 1900 : 2000) : +dayFirst[4]!;
  return isoDay(year, +dayFirst[3]!, +dayFirst[1]!);
}

/** A plain decimal number such as 12, -3 or 5.75; no thousands separator, exponent, percent or infinity. */
export function readNumber(text: string): number | null {
  return /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** A whole number of up to nine digits, or null. */
export function readWhole(text: string): number | null {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Yes or no in the spellings of MIS exports. */
export function readYesNo(text: string): boolean | null {
  if (/^(y|yes|t|true|1)$/i.test(text)) return true;
  if (/^(n|no|f|false|0)$/i.test(text)) return false;
  return null;
}

/**
 * A year group without its prefix: "Year  12", "Y12", "Yr 12", "12" and "L6" are "12", "U6" is "13", reception is "R".
 */
export function readYearGroup(text: string): string | null {
  const sixth = /^([LU])6$/i.exec(text);
  if (sixth) return sixth[1]!.toUpperCase() === "L" ? "12" : "13";
  const year = /^(?:Year|Yr|Y)?\.?\s*0?(\d{1,2}|R|N)$/i.exec(text);
  if (!year) return null;
  const name = year[1]!.toUpperCase();
  if (!/\d/.test(name)) return name;
  return +name < 1 || +name > 14 ? null : String(+name);
}

/** M, F, or another code of one letter (X, U) as given. */
export function readSex(text: string): string | null {
  if (/^(m|male|boy)$/i.test(text)) return "M";
  if (/^(f|female|girl)$/i.test(text)) return "F";
  return /^[A-Za-z]$/.test(text) ? text.toUpperCase() : null;
}

const senCodes = new Map([
  ["no sen", "N"],
  ["no special educational need", "N"],
  ["sen support", "K"],
  ["education, health and care plan", "E"],
  ["education health and care plan", "E"],
  ["ehcp", "E"],
  ["school action", "A"],
  ["school action plus", "P"],
  ["statement", "S"],
  ["statemented", "S"],
]);

/** The code of SEN provision (N, K, E; before 2014 N, A, P, S) from a code, a label, or "K - SEN Support". */
export function readSen(text: string): string | null {
  const code = /^([NKEAPS])(?:\s*-.*)?$/i.exec(text);
  if (code) return code[1]!.toUpperCase();
  return senCodes.get(text.toLowerCase()) ?? null;
}

/** A name in one cell, "Surname, Forename" or "Surname: Forename"; a single word is a surname. */
export function readCombinedName(text: string): { surname: string; forename: string } {
  const split = /^([^,:]+)[,:]\s*(.+)$/.exec(text);
  return split ? { surname: split[1]!.trim(), forename: split[2]!.trim() } : { surname: text, forename: "" };
}
