/** Whole days from one date to another, both written YYYY-MM-DD; negative where the second is the earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/** The same day of the calendar some years later (or earlier, below zero), as text that compares like dates do. */
export function yearsLater(date: string, years: number): string {
  return `${String(Number(date.slice(0, 4)) + years).padStart(4, "0")}${date.slice(4)}`;
}

/** The day some days later, or earlier below zero, as YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A date as one number that compares like dates do: 20101008. */
export function dayNumber(date: string): number {
  return Number(date.replaceAll("-", ""));
}

/** The same day of the month some months later, or earlier below zero; for days that every month has. */
export function monthsFrom(date: string, months: number): string {
  const [year, month, day] = date.split("-");
  const count = Number(year) * 12 + Number(month) - 1 + months;
  const later = [Math.floor(count / 12), (count % 12) + 1].map((part) => String(part).padStart(2, "0"));
  return [...later, day].join("-");
}
