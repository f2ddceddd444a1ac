import { views } from "../editions/views.ts";
import type { Extract } from "../extract/extract.ts";
import type { TableCounts } from "../extract/fact-store.ts";
import { tables } from "../extract/tables.ts";
import type { ProgrammeSettings } from "../programme/schema.ts";

/** What a load did, as check --json prints it; see the contract in docs/check.md. */
export function checkJson(extract: Extract, settings: ProgrammeSettings) {
  return {
    files: extract.files.map((file) => ({
      file: file.name,
      table: file.table,
      sha256: file.sha256,
      encoding: file.encoding,
      delimiter: file.delimiter,
      layout: file.layout,
      lines: file.lineCounts(),
      problems: file.problems,
      unmappedColumns: file.unmappedColumns,
    })),
    notices: extract.notices,
    tables: tableCounts(extract),
    views: views(extract, settings).map(({ view, available, needs }) => ({ view, available, needs })),
  };
}

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
