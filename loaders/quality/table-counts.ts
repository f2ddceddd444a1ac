import type { Extract } from "../extract/extract.ts";
import type { TableCounts } from "../extract/fact-store.ts";
import { tables } from "../extract/tables.ts";

/** Counts by table of the contract: the two shapes of attendance together; tables without a row or value left out. */
export function tableCounts(extract: Extract): Record<string, TableCounts> {
  const all: Record<string, TableCounts> = {};
  for (const [name, counts] of Object.entries(extract.counts)) {
    const label = tables[name as keyof typeof tables].label;
    const sum = all[label] ?? { rows: 0, collapsedDuplicates: 0, missing: 0, unmapped: 0 };
    for (const key of Object.keys(sum) as (keyof TableCounts)[]) sum[key] += counts[key];
    all[label] = sum;
  }
  return Object.fromEntries(
    Object.entries(all).filter(([, counts]) => Object.values(counts).some((n) => n > 0)),
  );
}
