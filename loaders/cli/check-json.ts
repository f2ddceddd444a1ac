import { views } from "../editions/views.ts";
import type { Extract } from "../extract/extract.ts";
import type { ProgrammeSettings } from "../programme/schema.ts";

/** What a load did, as check --json prints it; see the contract in docs/check.md. */
export function checkJson(extract: Extract, settings: ProgrammeSettings) {
  const tables = Object.entries(extract.counts).filter(
    ([, counts]) => counts.rows + counts.missing + counts.unmapped + counts.collapsedDuplicates > 0,
  );
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
    tables: Object.fromEntries(tables),
    views: views(extract, settings).map(({ view, available, needs }) => ({ view, available, needs })),
  };
}
