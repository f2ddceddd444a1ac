import type { Uncounted } from "./record.ts";

/** How often each reason was given, the most frequent first. */
export function countReasons(reasons: readonly string[]): Uncounted[] {
  const counts = new Map<string, number>();
  for (const why of reasons) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, n]) => ({ why, n })).sort((a, b) => b.n - a.n || (a.why < b.why ? -1 : 1));
}
