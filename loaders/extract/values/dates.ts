import { excelLoss } from "./excel-damage.ts";
import { foreignDigits } from "./foreign-digits.ts";
import { serialDay } from "./serial-day.ts";

export type DateFormat = "d/m/y" | "d/m/yy" | "y-m-d";

/** A date as ISO text, and what the reader of a column should be told of it once. */
export interface NotedDate {
  date: string;
  note: "excel-serial" | null;
}

/** A text that is no date, with the reason where one can be told: a clause such as "it looks month first". */
interface NoDate {
  doubt: string | null;
}

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

const weekdays = [
  ["sun", "sunday"],
  ["mon", "monday"],
  ["tue", "tues", "tuesday"],
  ["wed", "weds", "wednesday"],
  ["thu", "thur", "thurs", "thursday"],
  ["fri", "friday"],
  ["sat", "saturday"],
];

const clock = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?`;
const isoDate = new RegExp(
  String.raw`^(\d{4})-(\d{2})-(\d{2})(?:[T ](${clock})(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$`,
);
const namedMonth = new RegExp(
  String.raw`^(\d{1,2})(st|nd|rd|th)?([-/ ])([A-Za-z]{3,9})([-/ ])(\d{4}|\d{2})(?: ${clock})?$`,
  "i",
);
const dayFirst = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?: ${clock})?$`);

/**
 * A date as ISO text. Read always: ISO, also with a time and an offset (the day as written); day first with a
 * four-digit year and /, - or . between; a named month (07-Nov-2026, 7th November 2026); any of these after a weekday
 * that agrees; and five digits alone, which can be no other date than a serial day of Excel. A two-digit year is read
 * only with the format d/m/yy (00 to 68 is 2000 to 2068). Never month first.
 * @returns null for any other text, an impossible day, and midnight of British Summer Time written in universal time
 * (2026-06-05T23:00:00Z), of which it cannot be said which of two days is meant.
 * @example readDate("07/11/2026") // => "2026-11-07"
 */
export function readDate(text: string, format?: DateFormat): string | null {
  return readDateWithNote(text, format)?.date ?? null;
}

/** As readDate, with a note where the text is a serial day of Excel: the caller warns of it once a column. */
export function readDateWithNote(text: string, format?: DateFormat): NotedDate | null {
  const read = parse(text, format);
  return "date" in read ? read : null;
}

/** Why a text is no date, as a clause that follows a colon; null where nothing more can be said. */
export function dateDoubt(text: string, format?: DateFormat): string | null {
  const read = parse(text, format);
  return "date" in read ? null : (read.doubt ?? excelLoss(text) ?? foreignDigits(text));
}

function parse(text: string, format?: DateFormat): NotedDate | NoDate {
  if (/^\d{5}$/.test(text)) {
    const date = serialDay(text);
    return date
      ? { date, note: "excel-serial" }
      : { doubt: "as a serial day of Excel it is out of range (20000 to 80000)" };
  }
  const word = /^([A-Za-z]+)(?:, *|\. *| +)(?=\d)/.exec(text);
  if (!word) return parseDay(text, format);
  if (monthOf(word[1]!) > 0) return { doubt: missingPart(text) ?? looksMonthFirst };
  const weekday = weekdays.findIndex((names) => names.includes(word[1]!.toLowerCase()));
  if (weekday < 0) return { doubt: missingPart(text) };
  const read = parseDay(text.slice(word[0].length), format);
  if (!("date" in read) || new Date(`${read.date}T00:00:00Z`).getUTCDay() === weekday) return read;
  return { doubt: "that date falls on another weekday" };
}

/** The doubt about a date that "dateFormat": "d/m/yy" would read. */
export const twoDigitYear = "its year has two digits";

const looksMonthFirst = "it looks month first, and dates are read day first or as YYYY-MM-DD";

function parseDay(text: string, format?: DateFormat): NotedDate | NoDate {
  const iso = isoDate.exec(text);
  if (iso) {
    const read = dayOf(+iso[1]!, +iso[2]!, +iso[3]!);
    return "date" in read && isSummerMidnight(read.date, iso[4], iso[5])
      ? { doubt: "in universal time (Z) it is midnight of the next day in Britain; export the day alone" }
      : read;
  }
  const named = namedMonth.exec(text);
  if (named) {
    const [, day, ordinal, before, name, after, year] = named;
    const month = monthOf(name!);
    if (!month || before !== after || (ordinal && ordinal.toLowerCase() !== ordinalOf(+day!)))
      return { doubt: null };
    return dayInYear(+day!, month, year!, format);
  }
  const numeric = dayFirst.exec(text);
  if (numeric) {
    const [, day, , month, year] = numeric;
    if (format !== "y-m-d" && +month! > 12 && +month! <= 31 && +day! >= 1 && +day! <= 12)
      return { doubt: looksMonthFirst };
    return dayInYear(+day!, +month!, year!, format);
  }
  const is12Hour = /\d [ap]\.?m\.?$/i.test(text);
  return {
    doubt: is12Hour ? "it has a 12-hour time, as dates with the month first do" : missingPart(text),
  };
}

/** Which part of a date a text does not have, with what to do: "October 2010", "2010", "Friday", "8 Oct", "08/10". */
function missingPart(text: string): string | null {
  const what = lackingIn(text);
  return what && `${what}; in a workbook, give the cell a format that shows day, month and year`;
}

function lackingIn(text: string): string | null {
  const month = /^([A-Za-z]{3,9})(?:[-/ ](?:\d{4}|\d{2}))?$/.exec(text);
  if (/^(?:19|20)\d{2}$/.test(text) || (month && monthOf(month[1]!) > 0)) return "it has no day of the month";
  const day = /^\d{1,2}[-/ ](?:([A-Za-z]{3,9})|\d{1,2})$/.exec(text);
  if (day && (day[1] === undefined || monthOf(day[1]) > 0)) return "it has no year";
  if (/^(?:week|wk) ?\d{1,2}$/i.test(text)) return "it is a week only";
  return weekdays.some((names) => names.includes(text.toLowerCase())) ? "it is a weekday only" : null;
}

function dayInYear(day: number, month: number, year: string, format?: DateFormat): NotedDate | NoDate {
  if (format === "y-m-d") return { doubt: "it is day first, but dateFormat says y-m-d" };
  if (year.length === 4) return dayOf(+year, month, day);
  const read = dayOf(+year + (+year > 68 ? 1900 : 2000), month, day);
  return format === "d/m/yy" || !("date" in read) ? read : { doubt: twoDigitYear };
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dayOf(year: number, month: number, day: number): NotedDate | NoDate {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && leap ? 29 : monthDays[month - 1];
  if (last === undefined || day < 1 || day > last) return { doubt: "the calendar has no such day" };
  if (year < 1900 || year >= 2200) return { doubt: "its year is not between 1900 and 2199" };
  const two = (number: number) => (number < 10 ? `0${number}` : number);
  return { date: `${year}-${two(month)}-${two(day)}`, note: null };
}

/** The number of a month from the start of its English name, at least three letters; 0 for another word. */
function monthOf(word: string): number {
  return word.length < 3 ? 0 : months.findIndex((name) => name.startsWith(word.toLowerCase())) + 1;
}

function ordinalOf(day: number): string {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}

/** Whether a universal time is midnight by the British clock, an hour ahead from the last Sunday of March to that of October. */
function isSummerMidnight(date: string, time: string | undefined, zone: string | undefined): boolean {
  if (!time || !/^23:00(?::00(?:\.0+)?)?$/.test(time) || !/^(?:Z|[+-]00:?00)$/.test(zone ?? "")) return false;
  const year = date.slice(0, 4);
  return date >= lastSunday(`${year}-03-31`) && date < lastSunday(`${year}-10-31`);
}

function lastSunday(monthEnd: string): string {
  const date = new Date(`${monthEnd}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - date.getUTCDay());
  return date.toISOString().slice(0, 10);
}
