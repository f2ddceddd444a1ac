import { serialDay } from "./serial-day.ts";

/** What to do about damage by Excel, as a sentence. */
export const damageRemedy =
  "Export the file again and do not save it in Excel, or format the column as Text before the values are typed.";

const errors = /^#(?:N\/A|NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/i;

/**
 * What Excel put into a cell of any kind in place of its value: an error, #### of a narrow column, a formula, a long
 * number without its last digits.
 * @returns a clause that follows a colon, such as "Excel left the error #N/A here, and the value is lost"; or null.
 */
export function excelLoss(text: string): string | null {
  if (errors.test(text)) return `Excel left the error ${text.toUpperCase()} here, and the value is lost`;
  if (/^#{2,}$/.test(text)) return "Excel left #### of a column that was too narrow, and the value is lost";
  if (/^[+-]?\d(?:[.,]\d+)?E\+\d{2,3}$/i.test(text))
    return "Excel shortened a long number to a power of ten, and its last digits are lost";
  if (/^=./s.test(text)) return "it is a formula, not a value";
  return null;
}

const shortMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * What Excel did to a cell that should hold a grade: as excelLoss, or two numbers such as 5-4 turned into a date,
 * shown as 05-Apr, Apr-05, 05/04/2026, 2026-04-05 or the serial day 43925. Ask only of text that is no grade: 43925 or
 * 05-Apr may stand rightly in other columns.
 * @returns a clause that follows a colon and says what was probably typed, or null. Never to be used as the value.
 */
export function excelDamage(text: string): string | null {
  const loss = excelLoss(text);
  if (loss) return loss;
  const day = dayAndMonth(text);
  if (!day) return null;
  // Double awards are written with the better grade first, whichever of the two Excel took for the month.
  const [first, second] = Math.max(...day) <= 9 ? [Math.max(...day), Math.min(...day)] : day;
  return `Excel turned it into a date; it was probably ${first}-${second}`;
}

/** Day and month of a text that Excel shows for a date; a month with one number (Apr-05) counts it as the day. */
function dayAndMonth(text: string): [number, number] | null {
  const serial = serialDay(text);
  const iso = serial ?? /^\d{4}-\d{2}-\d{2}(?=$|[T ]00:00)/.exec(text)?.[0];
  if (iso) return real(+iso.slice(8, 10), +iso.slice(5, 7));
  const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?: 0?0:00(?::00)?)?$/.exec(text);
  if (numeric) return real(+numeric[1]!, +numeric[3]!);
  const dayName = /^(\d{1,2})[- ]([a-z]{3})(?:[- ](?:\d{4}|\d{2}))?$/i.exec(text);
  if (dayName) return real(+dayName[1]!, monthOf(dayName[2]!));
  const nameDay = /^([a-z]{3})[- ](\d{1,2})$/i.exec(text);
  return nameDay ? real(+nameDay[2]!, monthOf(nameDay[1]!)) : null;
}

function monthOf(name: string): number {
  return shortMonths.indexOf(name.toLowerCase()) + 1;
}

function real(day: number, month: number): [number, number] | null {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 ? [day, month] : null;
}
