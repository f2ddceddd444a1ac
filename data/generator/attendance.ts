import type { Calendar } from "./calendar.ts";
import { daysBetween } from "./dates.ts";
import type { Random } from "./random.ts";

/** The share of sessions a student misses: small for most, a tenth and more for about one in nine. */
export function absenceRate(random: Random, extra = 0): number {
  if (random.chance(0.1 + extra)) return 0.1 + random.unit() ** 2 * 0.25;
  return 0.005 + random.unit() ** 2 * 0.075;
}

/** Possible, attended and late sessions of one period. */
export function totals(random: Random, rate: number, possible: number): [number, number, number] {
  const missed = Math.min(
    possible,
    Math.max(0, Math.round(possible * rate + random.normal() * Math.sqrt(possible * rate))),
  );
  const attended = possible - missed;
  return [possible, attended, Math.round(attended * random.unit() ** 2 * 0.06)];
}

export function schoolDays(calendar: Calendar, from: string, to: string): number {
  return daysBetween(from, to).filter((day) => calendar.isSchoolDay(day)).length;
}
