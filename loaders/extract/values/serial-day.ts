/**
 * The date of a serial day as Excel counts them in its usual system (46333 is 2026-11-07): five digits, 20000 (1954)
 * to 80000 (2119). A workbook that counts from 1904 gives dates four years and a day too early, which the number
 * alone does not show.
 */
export function serialDay(text: string): string | null {
  if (!/^\d{5}$/.test(text) || +text < 20_000 || +text > 80_000) return null;
  return new Date(Date.UTC(1899, 11, 30 + Number(text))).toISOString().slice(0, 10);
}

/** The sentence with which a caller warns, once a column, of dates that were read from serial days. */
export const serialDaysMessage =
  "This column holds the serial numbers by which Excel counts days from 1900; they are read as dates. Check one of them (a workbook that counts from 1904 is four years and a day out), and format the column as a date before the next export.";
