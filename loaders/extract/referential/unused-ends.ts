import { headerKey } from "../columns.ts";
import { json, sourceSnippet } from "../layout/snippet.ts";
import type { SourceFile } from "../source-file.ts";

/** Headers under which schools keep the day on which an agreement ended, as headerKey makes them. */
const endHeaders =
  /^(?:actual|date)?(?:of)?(?:end|ended|ending|finish|finished|finishing|complete|completed|completion|close|closed|closure|stop|stopped|exit|exited|left|leaving|signedoff|signoff|discharge|discharged)(?:date|on)?$/;
/** Headers under which they keep why it ended. */
const reasonHeaders =
  /^(?:outcome|status|reason|result|(?:end|final|exit|closing|closure|agreement|mentoring|completion)(?:outcome|status|reason)|(?:reason|outcome)(?:for|of|at)(?:end|ending|leaving|exit|closure|closing|mentoring|agreement)|completed\?|ended\?)$/;

/**
 * Warns on files of agreements whose end, or its reason, stands in a column that is not used: without the end every
 * agreement counts as running, and without the reason none as completed.
 */
export function warnUnusedEnds(
  files: readonly Pick<SourceFile, "name" | "table" | "headers" | "unmappedColumns" | "source" | "warn">[],
): void {
  for (const file of files) {
    if (file.table !== "agreements") continue;
    const like = (column: string, headers: RegExp) =>
      file.headers.has(column)
        ? undefined
        : file.unmappedColumns.find((label) => headers.test(headerKey(label)));
    const end = like("ended_on", endHeaders);
    const reason = like("end_reason", reasonHeaders);
    if (end !== undefined)
      warn(file, end, "ended_on", "until that is said, every agreement of this file counts as running");
    if (reason !== undefined)
      warn(file, reason, "end_reason", "until that is said, no agreement of this file counts as completed");
  }
}

function warn(
  file: Pick<SourceFile, "name" | "source" | "warn">,
  header: string,
  column: string,
  consequence: string,
): void {
  const columns = { [header]: column };
  const remedy = file.source
    ? `Add to its source in programme.json: "columns": ${json(columns)}`
    : `Add to "sources" in programme.json: ${sourceSnippet("agreements", file.name, { columns })}`;
  file.warn(null, {
    column: header,
    code: "missing-label",
    message: `The column "${header}" is not used. It may be ${column}; ${consequence}. ${remedy}.`,
  });
}
