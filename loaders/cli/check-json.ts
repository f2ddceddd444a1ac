import { views } from "../editions/views.ts";
import type { Extract } from "../extract/extract.ts";
import type { ProgrammeSettings } from "../programme/schema.ts";
import { unusedLabels } from "../quality/account.ts";
import { tableCounts } from "../quality/table-counts.ts";
import { visible } from "../quality/visible.ts";

/** What a load did, as check --json prints it; see the contract in docs/check.md. */
export function checkJson(extract: Extract, settings: ProgrammeSettings) {
  return {
    files: extract.files.map((file) => ({
      file: file.name,
      sheet: file.sheet,
      table: file.table,
      sha256: file.sha256,
      encoding: file.encoding,
      delimiter: file.delimiter,
      layout: file.layout,
      lines: file.lineCounts(),
      problems: file.problems.map(
        ({ line, column, value = null, code, message, remedy = null, severity }) => ({
          line,
          column,
          value,
          code,
          message,
          remedy,
          severity,
        }),
      ),
      unlisted: { errors: file.unlistedErrors, warnings: file.unlistedWarnings },
      unmappedColumns: unusedLabels(file),
    })),
    notices: extract.notices,
    tables: tableCounts(extract),
    views: views(extract, settings).map(({ view, available, needs }) => ({ view, available, needs })),
  };
}

/** JSON that a terminal may print: what JSON leaves as it is and a terminal would obey is escaped too. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).split("\n").map(visible).join("\n");
}
