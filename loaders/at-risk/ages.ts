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
