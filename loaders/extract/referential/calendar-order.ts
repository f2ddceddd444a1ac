import type { Fact } from "../fact.ts";

/**
 * Why a period of the calendar cannot be used: it ends before it starts, so it would hold no day and a term would be lost
 * without a word.
 * @returns what to refuse the fact with, or null.
 */
export function calendarFault({
  row,
}: Pick<Fact, "row">): { column: string; code: "constraint-error"; message: string } | null {
  if ((row.ends_on as string) >= (row.starts_on as string)) return null;
  return {
    column: "ends_on",
    code: "constraint-error",
    message: `This ${row.kind} ends before it starts. Correct one of the dates.`,
  };
}
