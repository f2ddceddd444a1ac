import type { Random } from "./random.ts";

/** A day in the school year of birth that begins in September of `year`. */
export function birthday(random: Random, year: number): string {
  const month = random.between(1, 12);
  const day = random.between(1, 28);
  return `${month >= 9 ? year : year + 1}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
