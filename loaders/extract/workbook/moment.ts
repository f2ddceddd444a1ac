import type { Piece } from "./format-code.ts";
import type { Shown } from "./number-format.ts";

/** A point in time of a cell: days since 1970-01-01 and seconds since midnight. No time zone. */
export interface Moment {
  day: number;
  seconds: number;
}

const secondsPerDay = 86_400;
/** Days from the serial 0 of each date system to 1970-01-01. */
const epoch1900 = 25_569;
const epoch1904 = 24_107;
/** 9999-12-31. */
const lastDay = 2_932_896;

/**
 * The moment of a serial number, to the second, or null where it is none for certain: below 61 in the 1900 system, where
 * 1900 is taken for a leap year (60 is a 29 February that never was, and programs differ over the days before it),
 * below 0 in the 1904 system, and after 9999.
 */
export function momentOfSerial(serial: number, date1904: boolean): Moment | null {
  if (serial < (date1904 ? 0 : 61)) return null;
  const seconds = Math.round(serial * secondsPerDay);
  const day = Math.floor(seconds / secondsPerDay) - (date1904 ? epoch1904 : epoch1900);
  return day > lastDay ? null : { day, seconds: seconds % secondsPerDay };
}

/** The moment of an ISO 8601 date, with or without a time, of a cell of the type "d"; null for anything else. */
export function momentOfIso(text: string): Moment | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?$/.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 100) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  return { day: date.getTime() / 1000 / secondsPerDay, seconds: hour * 3600 + minute * 60 + second };
}

/** A moment as ISO text; the time only where it is not midnight. */
export function isoText({ day, seconds }: Moment): string {
  const date = dateOf(day).toISOString().slice(0, 10);
  return seconds === 0 ? date : `${date}T${clockText(seconds, 0)}`;
}

/**
 * A moment as Excel shows it in a short format, with English names.
 * @example the format dd-mmm and 5 April of any year // => "05-Apr"
 */
export function shortDateText({ day, seconds }: Moment, pieces: readonly Piece[]): string {
  const date = new Date(dateOf(day).getTime() + seconds * 1000);
  const halfDay = pieces.some(({ unit }) => unit === "half-day");
  return pieces.map((piece) => shown(date, piece, halfDay)).join("");
}

/** A fraction of a day as HH:MM:SS, rounded to the decimals of a second that are shown; elapsed hours may pass 24. */
export function timeText(serial: number, format: Extract<Shown, { kind: "time" }>): string | null {
  if (serial < 0) return null;
  const days = format.elapsed ? serial : serial % 1;
  const unit = 10 ** format.decimals;
  const seconds = Math.round(days * secondsPerDay * unit) / unit;
  return clockText(format.elapsed ? seconds : seconds % secondsPerDay, format.decimals);
}

/** Seconds as HH:MM:SS, with decimals if asked for. */
export function clockText(seconds: number, decimals: number): string {
  const whole = Math.floor(seconds);
  const pad = (value: number): string => String(value).padStart(2, "0");
  const fraction = decimals === 0 ? "" : (seconds - whole).toFixed(decimals).slice(1);
  return `${pad(Math.floor(whole / 3600))}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}${fraction}`;
}

const months = "January February March April May June July August September October November December".split(
  " ",
);

const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

function shown(date: Date, { unit, length, text }: Piece, halfDay: boolean): string {
  const number = (value: number): string => String(value).padStart(Math.min(length, 2), "0");
  const hour = date.getUTCHours();
  switch (unit) {
    case "day":
      return length <= 2 ? number(date.getUTCDate()) : named(weekdays[date.getUTCDay()]!, length);
    case "month":
      return length <= 2 ? number(date.getUTCMonth() + 1) : named(months[date.getUTCMonth()]!, length);
    case "year":
      return String(date.getUTCFullYear()).slice(length <= 2 ? -2 : 0);
    case "hour":
      return number(halfDay ? hour % 12 || 12 : hour);
    case "minute":
      return number(date.getUTCMinutes());
    case "second":
      return number(date.getUTCSeconds());
    case "half-day":
      return hour < 12 ? "AM" : "PM";
    default:
      return text;
  }
}

/** A name in three letters, whole, or by its initial, as the number of letters in the format says. */
function named(name: string, length: number): string {
  return length === 3 ? name.slice(0, 3) : length === 5 ? name.slice(0, 1) : name;
}

function dateOf(day: number): Date {
  return new Date(day * secondsPerDay * 1000);
}
