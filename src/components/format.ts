export const NOT_KNOWN = "not known";

/** Below this many students a share is given as a count of people, not as a percentage. */
export const PERCENT_FROM = 20;

/** Below this many students the pages only describe: counts, no averages, no intervals. */
export const DESCRIBE_BELOW = 6;

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const known = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && Number.isFinite(value);

const fixed = (value: number, digits: number): string => {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
};

/** A whole number with thousands: 1,511. */
export function count(value: number | null | undefined): string {
  if (!known(value)) return NOT_KNOWN;
  return fixed(value, 0).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Two decimals and a real minus sign. */
export function decimal(value: number | null | undefined): string {
  return known(value) ? fixed(value, 2) : NOT_KNOWN;
}

/** A number that is whole in most cases: 12, but 11.5. */
export function plain(value: number | null | undefined): string {
  if (!known(value)) return NOT_KNOWN;
  return Number.isInteger(value) ? count(value) : fixed(value, 2).replace(/0+$/, "");
}

/** A change: +0.13, −0.03, 0.00. */
export function signed(value: number | null | undefined): string {
  if (!known(value)) return NOT_KNOWN;
  const text = fixed(value, 2);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** A share as percentage points: +0.9, −1.7. */
export function percentagePoints(share: number | null | undefined): string {
  if (!known(share)) return NOT_KNOWN;
  const text = fixed(100 * share, 1);
  return share > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** The interval of a change: −0.03 to +0.29. */
export function interval(value: readonly [number, number] | null | undefined): string {
  return value ? `${signed(value[0])} to ${signed(value[1])}` : NOT_KNOWN;
}

/** p = 0.29; three decimals below 0.1, where two would blur 0.048 and 0.052. */
export function pValue(value: number | null | undefined): string {
  if (!known(value)) return NOT_KNOWN;
  if (value < 0.001) return "p < 0.001";
  const text = value < 0.0995 ? value.toFixed(3) : value.toFixed(2);
  return `p = ${Number(text) === 1 ? "1" : text}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** "9 of 12", and "9 of 30 (30%)" from 20 people on. */
export function share(k: number, n: number): string {
  const text = `${count(k)} of ${count(n)}`;
  return n >= PERCENT_FROM ? `${text} (${percent(k / n)})` : text;
}

/** The interval of a share; only where a percentage may be given. */
export function shareInterval(ci95: readonly [number, number] | null, n: number): string {
  if (n < PERCENT_FROM) return `not given below ${PERCENT_FROM} people`;
  return ci95 ? `${percent(ci95[0])} to ${percent(ci95[1])}` : NOT_KNOWN;
}

/** As practitioners publish it: improved, deteriorated in brackets. */
export function improvedDeclined(counts: { improved: number; declined: number }): string {
  return `${count(counts.improved)} (${count(counts.declined)})`;
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** The first letter as a capital. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** n is students, never rows. */
export function sampleSize(students: number, reviews?: number | null): string {
  const text = `n = ${plural(students, "student")}`;
  return known(reviews) ? `${text} (${plural(reviews, "subject review")})` : text;
}

export function money(value: number | null | undefined): string {
  if (!known(value)) return NOT_KNOWN;
  return `£${Number.isInteger(value) || Math.abs(value) >= 100 ? count(Math.round(value)) : decimal(value)}`;
}

/** 24 June 2011. */
export function date(iso: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  if (!parts) return NOT_KNOWN;
  return `${Number(parts[3])} ${MONTHS[Number(parts[2]) - 1] ?? parts[2]} ${parts[1]}`;
}

/** 24 Jun 2011. */
export function shortDate(iso: string | null | undefined): string {
  return date(iso).replace(/ ([A-Z][a-z]{2})[a-z]+ /, " $1 ");
}

/** How old a fact was on the day of the data; null for one of that day. */
export function age(days: number | null): string | null {
  return days === null || days === 0 ? null : `${plural(days, "day")} old`;
}

export function yearGroup(text: string): string {
  return /^\d+$/.test(text) ? `Year ${text}` : text;
}

/** A change in whole steps, never by colour alone. */
export function steps(change: number): { sign: "↑" | "↓" | "="; words: string } {
  const size = plain(Math.abs(change));
  if (change > 0) return { sign: "↑", words: `up ${size}` };
  if (change < 0) return { sign: "↓", words: `down ${size}` };
  return { sign: "=", words: "no change" };
}
