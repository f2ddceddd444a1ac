/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Rows that may be judged, and those older than staleDays, which count as unknown. */
export function byAge<T extends { fresh: boolean }>(rows: readonly T[]): [fresh: T[], stale: T[]] {
  return [rows.filter(({ fresh }) => fresh), rows.filter(({ fresh }) => !fresh)];
}

/** The latest review date of at least one row. */
export function latestOf(rows: readonly { review_date: string }[]): string {
  return rows
    .map(({ review_date }) => review_date)
    .sort()
    .at(-1)!;
}
